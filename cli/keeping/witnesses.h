// cli/keeping/witnesses.h
//
// The witnesses that a restored copy is held against: by which policy, and what they show.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/tlog/policy.h"
#include "ledger/witness/ask.h"

namespace minutebook {

/// The policy of a ledger, in its directory and in its backups.
constexpr const char* kLedgerPolicyFile = "policy";

/// The policy that a copy is compared under: --policy, else the ledger's own; nothing if there is
/// neither. One that names no log is taken to be of the log with these keys. Throws kMissing if the
/// file that is named is not there, kConfig, with the line, if it is no policy.
std::optional<Policy> policyForComparing(const Call& call, const LedgerPlace& place,
                                         const std::vector<std::string>& logKeys);

/// What each witness with an http:// address shows as its newest checkpoint of the ledger.
std::vector<ShownByWitness> askNewest(const Call& call, const LedgerPlace& place,
                                      const Policy& policy);

}  // namespace minutebook

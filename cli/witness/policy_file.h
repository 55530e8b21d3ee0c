// cli/witness/policy_file.h
//
// Where a policy comes from: --policy, or the file `policy` in the ledger's directory.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/session.h"
#include "ledger/base/outcome.h"
#include "ledger/tlog/policy.h"

namespace minutebook {

/// The text of the file that --policy names; nothing if it is not given. Throws kMissing if there
/// is no such file.
std::optional<std::string> givenPolicyText(const Arguments& arguments);

/// The policy that a ledger is published under: --policy, else its own; nothing if it has none.
/// Refused: `policy.malformed`. Throws kConfig if it names logs and none of this one's keys, the
/// newest of which comes first.
Outcome<std::optional<Policy>> policyInForce(const LedgerPlace& place, const Arguments& arguments,
                                             const std::vector<std::string>& logVkeys);

}  // namespace minutebook

// audit/verify/clerk_keys.h
//
// Whose signature stands for the ledger itself: found in the log, never in what is to be checked.

#pragma once

#include <vector>

#include "ledger/crypto/ed25519.h"
#include "ledger/event/catalogue.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// The clerk's keys at the end of the log: named when it was opened or enrolled since, and not
/// revoked. Entries that cannot be decoded are passed over. Throws as `log` does.
std::vector<PublicKey> clerkKeysOf(const LogReader& log, const Catalogue& catalogue);

}  // namespace minutebook

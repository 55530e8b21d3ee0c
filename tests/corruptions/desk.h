// tests/corruptions/desk.h
//
// The good originals that every corruption starts from, as files in one folder:
//
//   published/      270 entries, cosigned by Board and Archive; stale partial tiles of 7 entries
//   earlier/        the same log at 7 entries
//   fork/           270 other entries, signed by the same keys
//   bundle/         of a smaller log, for coordinators; bundle.tar is the same
//   entry.*         a receipt for entry 4, number 2 of 3 that were signed together
//   opened.*        one for entry 2 with its sealed name opened
//   all.*           one for all 14 entries about P-7
//   none.*          one that nothing is recorded about P-99
//   one.tlog-proof  of entry 5, with one.entry
//   checkpoint, cosigned, stamped, misbehaviour, disclosure.json, policy, tsa.pem

#pragma once

#include <filesystem>
#include <string>

#include "ledger/crypto/ed25519.h"

namespace minutebook {

/// Writes all of it into `folder`, which is there and empty.
void makeDesk(const std::filesystem::path& folder);

/// The verifier key of the logs on the desk.
std::string deskVerifierKey();

/// The test's own keys, by the number that their seed is made of: 2 is the clerk's, 3 the log's,
/// 71 and 72 the witnesses'.
SigningKey deskKey(std::uint8_t seed);

}  // namespace minutebook

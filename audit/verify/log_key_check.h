// audit/verify/log_key_check.h
//
// What the log itself says of the keys that its checkpoint is signed with, and of those that a
// reader has: which were revoked, and what came after them.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/key_history.h"
#include "ledger/tlog/checkpoint.h"

namespace minutebook {

/// What came of it.
struct LogKeyCheck {
  std::optional<Finding> finding;  ///< No signature is left that counts.
  std::vector<std::string> notes;  ///< What the reader should know of other keys.
};

/// Who vouches for a checkpoint, and which keys lie beside it.
struct KeysAtHand {
  std::vector<std::string> trusted;  ///< Verifier keys that the reader has.
  std::vector<std::string> signers;  ///< Those of them whose signature on the checkpoint holds.
  std::vector<std::string> shown;    ///< Lines of the file `vkey`.
};

/// Judges the signers by a log that verified under that checkpoint.
LogKeyCheck checkLogKeys(const KeyHistory& history, const Checkpoint& checkpoint,
                         const KeysAtHand& keys);

/// For a reader whose key did not sign: what the log that was shown says became of it, and how to
/// get the key that signs now. Nothing if it says that no key of theirs was ever retired. What it
/// tells is a claim: nothing of the log has been verified.
std::optional<std::string> successorInWords(const KeyHistory& history,
                                            const std::vector<std::string>& trusted);

}  // namespace minutebook

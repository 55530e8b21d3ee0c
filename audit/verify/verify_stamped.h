// audit/verify/verify_stamped.h
//
// A checkpoint with time stamps, checked by somebody who has the log's key and, at best, the root
// certificates of the authorities. Each stamp is judged at its own time, so it holds for ever.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/base/bytes.h"
#include "ledger/crypto/time_stamp.h"
#include "ledger/tlog/checkpoint.h"

namespace minutebook {

/// What the reader has besides the file.
struct StampedExpectations {
  std::optional<std::string> vkeys;  ///< Verifier keys of the log, one a line.
  std::vector<Bytes> authorities;    ///< Root certificates that they trust, DER.
};

/// What verifying a stamped checkpoint came to.
struct StampedCheck {
  std::vector<Finding> findings;
  std::vector<std::string> notes;        ///< What could not be checked, and what to do about it.
  std::optional<Checkpoint> checkpoint;  ///< Verified.
  std::vector<VerifiedStamp> stamps;     ///< Those that hold, oldest first.
};

/// The log's signature first, then each stamp from the oldest on. Without the log's key nothing is
/// proved and nothing else is looked at; without root certificates the notes say what is missing.
StampedCheck verifyStamped(std::string_view text, const StampedExpectations& expectations);

}  // namespace minutebook

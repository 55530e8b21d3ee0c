// ledger/witness/cosignatures.h
//
// Which of the lines that somebody sent are cosignatures worth keeping: by a witness of the policy,
// over exactly this checkpoint, and at a time at which it can have been made. Only verified lines
// are kept.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/policy.h"

namespace minutebook {

/// Clocks of two houses differ; a cosignature may be so much earlier or later than it could be.
constexpr std::uint64_t kClockSlackSeconds = 600;

/// When a cosignature can have been made, in seconds since the Unix epoch.
struct CosignatureTimes {
  std::uint64_t earliest = 0;  ///< The newest entry was recorded then.
  std::uint64_t latest = 0;    ///< It is now.

  /// Whether a time lies within, allowing for clocks.
  bool allow(std::uint64_t time) const;
};

/// Cosignatures of one checkpoint's text by a policy's witnesses.
class Cosignatures {
 public:
  /// `policy` must outlive this. `text` is the checkpoint's, without signatures.
  Cosignatures(const Policy& policy, std::string text, CosignatureTimes times);

  /// Keeps what is good in `body`: signature lines, or a whole signed note of the same text; lines
  /// of others are ignored. One sentence for each line by a witness's key that is not kept, and one
  /// if it is a note of another text. Refused: `cosignature.malformed`.
  Outcome<std::vector<std::string>> take(std::string_view body);

  /// The witnesses whose cosignatures are kept, by their names in the policy.
  std::set<std::string> witnesses() const;
  bool quorumMet() const { return policy_.quorumMet(witnesses()); }
  /// The note with the kept lines, in the order of the policy, after the log's own of `note`.
  /// `note` must be of the same text; of its other lines none is left.
  std::string addTo(const SignedNote& note) const;

 private:
  const Policy& policy_;
  std::string text_;
  CosignatureTimes times_;
  Sha256 hasher_;
  std::map<std::string, NoteSignature> kept_;  // By the witness's name in the policy.
};

}  // namespace minutebook

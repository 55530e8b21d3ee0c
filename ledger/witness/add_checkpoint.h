// ledger/witness/add_checkpoint.h
//
// What a log sends to a witness (C2SP tlog-witness, add-checkpoint): where it believes the witness
// to be, the proof from there, and the signed checkpoint to cosign.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// Larger requests are refused unread. A note of a log has a few lines; a path at most 63.
constexpr std::size_t kAddCheckpointBytesMax = 1 << 16;

/// The body of one request. A value; parsed is not judged.
struct AddCheckpoint {
  std::uint64_t oldSize = 0;
  std::vector<Hash> proof;  ///< At most kPathLengthMax.
  std::string checkpoint;   ///< The signed checkpoint, byte for byte. It reads as a note, but for
                            ///< signatures that may not be base64 as it is written.

  bool operator==(const AddCheckpoint&) const = default;
  std::string encode() const;
  /// Refused (`witness.request-malformed`) unless `body` is exactly what encode() writes.
  static Outcome<AddCheckpoint> parse(std::string_view body);
};

}  // namespace minutebook

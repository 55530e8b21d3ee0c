// ledger/tlog/proof.h
//
// C2SP tlog-proof@v1 (.tlog-proof): an inclusion path with the signed checkpoint it leads to, in
// one small text. The entry itself is not in it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/tlog/checkpoint.h"

namespace minutebook {

/// A proof as it was written. Parsed is not verified: see verifyTlogProof().
struct TlogProof {
  std::optional<Bytes> extra;  ///< Authenticated by nothing; shown as such or not at all.
  std::uint64_t index = 0;
  std::vector<Hash> path;  ///< Leaf's sibling first, at most kPathLengthMax.
  std::string checkpoint;  ///< The signed checkpoint, byte for byte.

  bool operator==(const TlogProof&) const = default;
  std::string encode() const;
  /// Refused (`proof.malformed`, `note.malformed`) unless `text` is exactly what encode() writes
  /// and the checkpoint reads as a note.
  static Outcome<TlogProof> parse(std::string_view text);
};

/// The checkpoint under which `leaf` is proved, at proof.index. Refused: everything that
/// openCheckpoint() refuses, and `proof.does-not-hold`.
Outcome<OpenedCheckpoint> verifyTlogProof(Sha256& hasher, const TlogProof& proof, const Hash& leaf,
                                          const TrustedKeys& keys, std::string_view origin);

}  // namespace minutebook

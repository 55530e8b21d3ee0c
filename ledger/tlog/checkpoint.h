// ledger/tlog/checkpoint.h
//
// C2SP tlog-checkpoint v1.0.0: origin, size and root as the text of a signed note.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/tlog/note.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// The head of a log. We never write extension lines; those of other logs are read and kept.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root = kEmptyRoot;
  std::vector<std::string> extensions;

  bool operator==(const Checkpoint&) const = default;
  /// The note text, ending in LF.
  std::string encode() const;
  /// Refused (`checkpoint.malformed`) unless `text` is exactly what encode() writes and the size is
  /// at most kTreeSizeMax.
  static Outcome<Checkpoint> parse(std::string_view text);
};

/// A checkpoint whose signatures were verified.
struct OpenedCheckpoint {
  Checkpoint checkpoint;
  SignedNote note;
  std::vector<VerifiedSignature> signatures;  ///< At least one is by the log itself.
};

/// Opens a signed checkpoint in the only safe order: signatures, then origin, and only then size
/// and root. `keys` holds the log's keys (type 0x01, named as the origin) and any cosigners'.
///
/// Refused: `note.malformed`, `note.bad-signature`; `note.untrusted` if no trusted key that is
/// named as the origin signed it; `checkpoint.malformed`; `checkpoint.other-origin`;
/// `checkpoint.wrong-empty-root` if size 0 comes with a root that is not the empty tree's.
Outcome<OpenedCheckpoint> openCheckpoint(const TrustedKeys& keys, std::string_view origin,
                                         std::string_view bytes);

/// Signs a checkpoint with the log's key under the origin's name. The caller has asked the guard.
/// Several keys, as while one follows another, each add a line. Throws kBug if there is none.
SignedNote signCheckpoint(Sha256& hasher, std::span<const SigningKey> logKeys,
                          const Checkpoint& checkpoint);
SignedNote signCheckpoint(Sha256& hasher, const SigningKey& logKey, const Checkpoint& checkpoint);

}  // namespace minutebook

// ledger/tlog/misbehaviour.h
//
// Evidence that a log contradicts itself: two checkpoints under its key that cannot both be true,
// in one text that anybody can check with nothing else but the key. Bytes and a worked example:
// docs/formats/misbehaviour.md.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// The first line of such a file.
constexpr std::string_view kMisbehaviourHead = "minutebook/misbehaviour/v1";
/// Larger files are refused unread: two notes, a path, and a little around them.
constexpr std::size_t kMisbehaviourBytesMax = 2 * kNoteBytesMax + 16384;

/// What the entries of the earlier checkpoint have become: the root that they have in the tree of
/// the later one, with the path that proves it.
struct OtherBeginning {
  Hash root;
  std::vector<Hash> path;

  bool operator==(const OtherBeginning&) const = default;
};

/// Two signed checkpoints of one log. A value; what parse() returns is not yet checked.
struct Misbehaviour {
  std::string vkey;     ///< Of the log. The reader needs it by another way to know whose log it is.
  std::string earlier;  ///< A signed checkpoint, byte for byte; of the smaller size if they differ.
  std::string later;
  std::optional<OtherBeginning> beginning;  ///< Exactly when the two sizes differ.

  bool operator==(const Misbehaviour&) const = default;
  std::string encode() const;
  /// Refused (`misbehaviour.malformed`) unless `text` is exactly what encode() writes.
  static Outcome<Misbehaviour> parse(std::string_view text);
  /// "misbehaviour-<later size>-<8 hex of its SHA-256>.txt"; the evidence must hold.
  std::string fileName() const;
};

/// The two heads that contradict each other.
struct Contradiction {
  Checkpoint earlier;
  Checkpoint later;
};

/// Checks evidence, with its own bytes only. Refused: what openCheckpoint() refuses of either
/// checkpoint; `vkey.malformed` and its like; `misbehaviour.not-shown` if they can both be true.
Outcome<Contradiction> checkMisbehaviour(Sha256& hasher, const Misbehaviour& evidence);

/// The evidence that two signed checkpoints give, in whatever order, or nothing: if one of them is
/// not the key's, if they agree, or if it takes a tree to show and `tree` is null or is not the
/// larger one's. Throws what reading `tree` throws.
std::optional<Misbehaviour> findMisbehaviour(Sha256& hasher, const std::string& vkey,
                                             std::string_view one, std::string_view other,
                                             const LogReader* tree);

}  // namespace minutebook

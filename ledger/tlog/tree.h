// ledger/tlog/tree.h
//
// The Merkle tree of RFC 6962 section 2.1 (the same hashes and proofs as RFC 9162 section 2.1): how
// leaves become a root, and how a path proves that a leaf is under a root or that one root follows
// from another. The hashes of leaf and node are in ledger/crypto/merkle.h; where a tree's hashes
// come from is HashReader's business: see tile_hashes.h.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/merkle.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// Sizes above this are refused before any loop or allocation depends on them.
constexpr std::uint64_t kTreeSizeMax = std::uint64_t{1} << 62;
/// No path in a tree of kTreeSizeMax leaves is longer.
constexpr std::size_t kPathLengthMax = 63;
/// SHA-256 of nothing: the root of the tree without leaves.
inline constexpr Hash kEmptyRoot{{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
                                  0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
                                  0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55}};

/// A complete subtree: the 2^level leaves from index * 2^level on.
struct Subtree {
  unsigned level;
  std::uint64_t index;
  Hash hash;

  bool operator==(const Subtree&) const = default;
};

/// The right edge of a growing tree: the roots of the complete subtrees its size is the sum of.
/// Enough to append leaves and to say the root, at 32 bytes for each set bit of the size.
class Frontier {
 public:
  Frontier() = default;

  /// Adds one leaf, and calls `completed(const Subtree&)` for it (level 0) and then for each larger
  /// subtree it completes, smallest first. Throws kBug at kTreeSizeMax.
  template <typename Completed>
  void append(Sha256& hasher, const Hash& leaf, Completed&& completed) {
    Subtree subtree{0, size_, leaf};
    completed(static_cast<const Subtree&>(subtree));
    while (joinsLeft(subtree)) {
      join(hasher, subtree);
      completed(static_cast<const Subtree&>(subtree));
    }
    push(subtree.hash);
  }
  void append(Sha256& hasher, const Hash& leaf) {
    append(hasher, leaf, [](const Subtree&) {});
  }

  std::uint64_t size() const noexcept { return size_; }
  /// The root of all leaves so far; kEmptyRoot if there are none.
  Hash root(Sha256& hasher) const;

  /// u64 size || the subtree roots, largest first.
  Bytes serialise() const;
  /// Nothing unless `bytes` is exactly what serialise() writes for some tree.
  static std::optional<Frontier> deserialise(ByteView bytes);

  bool operator==(const Frontier&) const = default;

 private:
  bool joinsLeft(const Subtree& subtree) const { return (size_ >> subtree.level & 1) != 0; }
  void join(Sha256& hasher, Subtree& subtree);
  void push(const Hash& hash);

  std::uint64_t size_ = 0;
  std::vector<Hash> roots_;  // Largest subtree first; one for each set bit of size_.
};

/// Gives the hash of any complete subtree of one tree.
class HashReader {
 public:
  virtual ~HashReader() = default;
  /// Root of the complete subtree of 2^level leaves from index * 2^level on. Asking for one that
  /// is not in the tree throws kBug.
  virtual Hash subtree(unsigned level, std::uint64_t index) = 0;
};

/// Which leaf, in a tree of which size.
struct LeafPosition {
  std::uint64_t index;
  std::uint64_t size;
};
/// Two sizes of one growing tree.
struct SizeStep {
  std::uint64_t from;
  std::uint64_t to;
};

/// Root of the first `size` leaves. Reads one hash for each set bit of `size`.
Hash rootAt(HashReader& hashes, Sha256& hasher, std::uint64_t size);
/// The inclusion path, leaf's sibling first. Throws kBug unless index < size.
std::vector<Hash> proveInclusion(HashReader& hashes, Sha256& hasher, LeafPosition position);
/// The consistency path, as RFC 6962 section 2.1.2 orders it; empty if from is 0 or equals to.
/// Throws kBug if from > to.
std::vector<Hash> proveConsistency(HashReader& hashes, Sha256& hasher, SizeStep step);

/// The only length an inclusion path for this position can have. Needs index < size.
std::size_t pathLength(LeafPosition position);

/// The root under which `path` proves the leaf at that position; nothing if it has another length
/// than a path for it, or if the tree has no such position. Source: RFC 9162 section 2.1.3.2.
std::optional<Hash> rootFromPath(Sha256& hasher, const Hash& leaf, LeafPosition position,
                                 std::span<const Hash> path);

/// Whether `path` proves that the leaf is at that position under `root`.
/// Source: RFC 9162 section 2.1.3.2.
bool verifyInclusion(Sha256& hasher, const Hash& leaf, LeafPosition position,
                     std::span<const Hash> path, const Hash& root);

/// Two roots, the earlier first.
struct RootStep {
  Hash from;
  Hash to;
};
/// Whether `path` proves that the tree of size `step.from` is a beginning of the one of `step.to`.
/// From size 0 anything follows, and only an empty path proves it.
/// Source: RFC 9162 section 2.1.4.2.
bool verifyConsistency(Sha256& hasher, SizeStep step, std::span<const Hash> path,
                       const RootStep& roots);
/// The root that the first `step.from` leaves have in the tree of root `to`, as a consistency path
/// shows it, whatever was claimed for them. Nothing if the path does not lead to `to`, or if it
/// does not hold that root: it never does for 0, a power of two, or the whole tree.
std::optional<Hash> provedBeginning(Sha256& hasher, SizeStep step, std::span<const Hash> path,
                                    const Hash& to);

}  // namespace minutebook

#include "ledger/tlog/tree.h"

#include <bit>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// Leaves from `first` up to, not with, `end`. `first` is a multiple of the largest power of two
/// not above end - first, as every range the recursions below make is.
struct LeafRange {
  std::uint64_t first;
  std::uint64_t end;

  std::uint64_t size() const { return end - first; }
  /// Where RFC 6962 cuts: the largest power of two smaller than the size.
  std::uint64_t cut() const { return first + std::bit_floor(size() - 1); }
};

Hash rangeRoot(HashReader& hashes, Sha256& hasher, LeafRange range) {
  if (std::has_single_bit(range.size())) {
    const auto level = static_cast<unsigned>(std::countr_zero(range.size()));
    return hashes.subtree(level, range.first >> level);
  }
  const Hash left = rangeRoot(hashes, hasher, {range.first, range.cut()});
  return nodeHash(hasher, left, rangeRoot(hashes, hasher, {range.cut(), range.end}));
}

/// PATH(m, D[n]) of RFC 6962 section 2.1.1, over a range.
void addInclusion(HashReader& hashes, Sha256& hasher, std::uint64_t index, LeafRange range,
                  std::vector<Hash>& path) {
  if (range.size() == 1) return;
  const std::uint64_t cut = range.cut();
  const LeafRange left{range.first, cut};
  const LeafRange right{cut, range.end};
  addInclusion(hashes, hasher, index, index < cut ? left : right, path);
  path.push_back(rangeRoot(hashes, hasher, index < cut ? right : left));
}

/// SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2, over a range. `old` says whether the range
/// begins at leaf 0 of the earlier tree alone, so that the verifier has its root already (b is
/// true).
enum class OldRoot { kKnown, kAsked };

void addConsistency(HashReader& hashes, Sha256& hasher, std::uint64_t from, LeafRange range,
                    OldRoot old, std::vector<Hash>& path) {
  if (from == range.end) {
    if (old == OldRoot::kAsked) path.push_back(rangeRoot(hashes, hasher, range));
    return;
  }
  const std::uint64_t cut = range.cut();
  const LeafRange left{range.first, cut};
  const LeafRange right{cut, range.end};
  if (from <= cut) {
    addConsistency(hashes, hasher, from, left, old, path);
    path.push_back(rangeRoot(hashes, hasher, right));
  } else {
    addConsistency(hashes, hasher, from, right, OldRoot::kAsked, path);
    path.push_back(rangeRoot(hashes, hasher, left));
  }
}

void checkSize(std::uint64_t size) {
  if (size > kTreeSizeMax) throw Fault(FaultKind::kBug, "a tree larger than 2^62 leaves");
}

/// Where a verifier stands while it climbs: the node's index in its level, and the last one's.
struct Climb {
  std::uint64_t node;
  std::uint64_t last;

  /// Whether the sibling in the path lies to the left.
  bool siblingIsLeft() const { return (node & 1) != 0 || node == last; }
  void up() {
    node >>= 1;
    last >>= 1;
  }
  /// A last node without a sibling goes up as it is, until it is a right child or the root.
  void skipLevelsWithoutSibling() {
    while ((node & 1) == 0 && node != 0) up();
  }
};

}  // namespace

void Frontier::join(Sha256& hasher, Subtree& subtree) {
  subtree.hash = nodeHash(hasher, roots_.back(), subtree.hash);
  roots_.pop_back();
  subtree.level += 1;
  subtree.index >>= 1;
}

void Frontier::push(const Hash& hash) {
  if (size_ >= kTreeSizeMax) throw Fault(FaultKind::kBug, "the tree is full");
  roots_.push_back(hash);
  size_ += 1;
}

Hash Frontier::root(Sha256& hasher) const {
  if (roots_.empty()) return kEmptyRoot;
  Hash root = roots_.back();
  for (std::size_t i = roots_.size() - 1; i-- > 0;) root = nodeHash(hasher, roots_[i], root);
  return root;
}

Bytes Frontier::serialise() const {
  Bytes bytes;
  appendU64(bytes, size_);
  for (const Hash& root : roots_) minutebook::append(bytes, root.view());
  return bytes;
}

std::optional<Frontier> Frontier::deserialise(ByteView bytes) {
  if (bytes.size() < 8) return std::nullopt;
  Frontier frontier;
  frontier.size_ = readU64(bytes);
  ByteView rest = bytes.subspan(8);
  const auto count = static_cast<std::size_t>(std::popcount(frontier.size_));
  if (frontier.size_ > kTreeSizeMax || rest.size() != count * 32) return std::nullopt;
  for (; !rest.empty(); rest = rest.subspan(32)) {
    frontier.roots_.push_back(Hash::of(rest.first(32)).value());
  }
  return frontier;
}

Hash rootAt(HashReader& hashes, Sha256& hasher, std::uint64_t size) {
  checkSize(size);
  return size == 0 ? kEmptyRoot : rangeRoot(hashes, hasher, {0, size});
}

std::vector<Hash> proveInclusion(HashReader& hashes, Sha256& hasher, LeafPosition position) {
  checkSize(position.size);
  if (position.index >= position.size) throw Fault(FaultKind::kBug, "no such leaf in the tree");
  std::vector<Hash> path;
  addInclusion(hashes, hasher, position.index, {0, position.size}, path);
  return path;
}

std::vector<Hash> proveConsistency(HashReader& hashes, Sha256& hasher, SizeStep step) {
  checkSize(step.to);
  if (step.from > step.to) throw Fault(FaultKind::kBug, "a tree does not shrink");
  std::vector<Hash> path;
  if (step.from == 0 || step.from == step.to) return path;
  addConsistency(hashes, hasher, step.from, {0, step.to}, OldRoot::kKnown, path);
  return path;
}

std::size_t pathLength(LeafPosition position) {
  std::size_t length = 0;
  for (LeafPosition at{position.index, position.size - 1}; at.size > 0;
       at = {at.index >> 1, at.size >> 1}) {
    // Only a last node that is a left child has no sibling.
    if (at.index != at.size || (at.index & 1) != 0) ++length;
  }
  return length;
}

std::optional<Hash> rootFromPath(Sha256& hasher, const Hash& leaf, LeafPosition position,
                                 std::span<const Hash> path) {
  if (position.size > kTreeSizeMax || position.index >= position.size) return std::nullopt;
  Climb climb{position.index, position.size - 1};
  Hash reached = leaf;
  for (const Hash& sibling : path) {
    if (climb.last == 0) return std::nullopt;
    if (climb.siblingIsLeft()) {
      reached = nodeHash(hasher, sibling, reached);
      climb.skipLevelsWithoutSibling();
    } else {
      reached = nodeHash(hasher, reached, sibling);
    }
    climb.up();
  }
  if (climb.last != 0) return std::nullopt;
  return reached;
}

bool verifyInclusion(Sha256& hasher, const Hash& leaf, LeafPosition position,
                     std::span<const Hash> path, const Hash& root) {
  return rootFromPath(hasher, leaf, position, path) == root;
}

namespace {

/// Both roots that a consistency path leads to, starting from `start`; nothing if its length is
/// wrong. Needs 0 < step.from < step.to.
std::optional<RootStep> climbBoth(Sha256& hasher, SizeStep step, const Hash& start,
                                  std::span<const Hash> path) {
  Climb climb{step.from - 1, step.to - 1};
  while ((climb.node & 1) != 0) climb.up();
  RootStep reached{start, start};
  for (const Hash& sibling : path) {
    if (climb.last == 0) return std::nullopt;
    if (climb.siblingIsLeft()) {
      reached.from = nodeHash(hasher, sibling, reached.from);
      reached.to = nodeHash(hasher, sibling, reached.to);
      climb.skipLevelsWithoutSibling();
    } else {
      reached.to = nodeHash(hasher, reached.to, sibling);
    }
    climb.up();
  }
  if (climb.last != 0) return std::nullopt;
  return reached;
}

}  // namespace

bool verifyConsistency(Sha256& hasher, SizeStep step, std::span<const Hash> path,
                       const RootStep& roots) {
  if (step.from > step.to || step.to > kTreeSizeMax) return false;
  if (step.from == step.to) return path.empty() && roots.from == roots.to;
  if (step.from == 0) return path.empty();
  if (path.empty()) return false;
  // A power of two is one subtree of the later tree: its root is not repeated in the path.
  const bool wholeSubtree = std::has_single_bit(step.from);
  const auto reached = climbBoth(hasher, step, wholeSubtree ? roots.from : path[0],
                                 path.subspan(wholeSubtree ? 0 : 1));
  return reached && reached->from == roots.from && reached->to == roots.to;
}

std::optional<Hash> provedBeginning(Sha256& hasher, SizeStep step, std::span<const Hash> path,
                                    const Hash& to) {
  if (step.from >= step.to || step.to > kTreeSizeMax || path.empty()) return std::nullopt;
  if (step.from == 0 || std::has_single_bit(step.from)) return std::nullopt;
  const auto reached = climbBoth(hasher, step, path[0], path.subspan(1));
  if (!reached || reached->to != to) return std::nullopt;
  return reached->from;
}

}  // namespace minutebook

#include "audit/verify/tile_checker.h"

#include <algorithm>
#include <optional>
#include <string>

#include "audit/verify/damage.h"

namespace minutebook {

void TileChecker::append(Sha256& hasher, const Hash& leaf) {
  frontier_.append(hasher, leaf, [&](const Subtree& subtree) {
    if (subtree.level % 8 != 0) return;
    const unsigned level = subtree.level / 8;
    std::vector<Hash>& hashes = pending_[level];
    hashes.push_back(subtree.hash);
    if (hashes.size() < kTileWidth) return;
    compare(level, subtree.index / kTileWidth, hashes);
    hashes.clear();
  });
}

void TileChecker::finish() {
  for (unsigned level = 0; level <= kTileLevelMax; ++level) {
    if (pending_[level].empty()) continue;
    compare(level, fullTiles(level, frontier_.size()), pending_[level]);
  }
}

bool TileChecker::isKnownWrong(std::uint64_t first, std::uint64_t count) const {
  const auto next = std::lower_bound(wrongLeaves_.begin(), wrongLeaves_.end(), first);
  return next != wrongLeaves_.end() && *next - first < count;
}

void TileChecker::compare(unsigned level, std::uint64_t n, const std::vector<Hash>& hashes) {
  const unsigned width = static_cast<unsigned>(hashes.size());
  const TilePath path{TilePath::Kind::kHashes, level, n, width};
  const std::uint64_t first = (n * kTileWidth) << (8 * level);
  std::optional<Bytes> tile;
  if (auto damage = damageOf([&] { tile = log_.tile(level, n, width); })) {
    findings_.add(FindingKind::kTileUnreadable, first, *damage + ".");
    return;
  }
  if (!tile) {
    // A log may keep full tiles only.
    if (width == kTileWidth) {
      findings_.add(FindingKind::kTileMissing, first, path.encode() + " is not there.");
    }
    return;
  }
  ++checked_;
  for (unsigned i = 0; i < width; ++i) {
    const std::size_t at = std::size_t{32} * i;
    if (at + 32 <= tile->size() && sameBytes(ByteView(*tile).subspan(at, 32), hashes[i].view())) {
      continue;
    }
    const std::uint64_t leaf = first + (std::uint64_t{i} << (8 * level));
    if (level == 0) {
      wrongLeaves_.push_back(leaf);
    } else if (isKnownWrong(leaf, std::uint64_t{1} << (8 * level))) {
      continue;  // The entry below it that differs is named already.
    }
    findings_.add(FindingKind::kTileWrong, leaf,
                  path.encode() + " differs at hash " + std::to_string(i) + ": the entries give " +
                      toHex(hashes[i].view()) + ".");
    return;
  }
  if (tile->size() != std::size_t{32} * width) {
    findings_.add(FindingKind::kTileWrong, first, path.encode() + " has another length.");
  }
}

}  // namespace minutebook

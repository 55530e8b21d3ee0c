#include "ledger/tlog/tile_hashes.h"

#include <span>

#include "ledger/base/fault.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

namespace {

/// Half a megabyte of tiles: a proof needs two or three of each level.
constexpr std::size_t kTilesMax = 64;

}  // namespace

TileHashes::TileHashes(const LogReader& log, std::uint64_t size) : log_(log), size_(size) {
  if (size > log.size()) throw Fault(FaultKind::kBug, "a tree larger than its log");
}

Hash TileHashes::subtree(unsigned level, std::uint64_t index) {
  if (level > 62 || index >= size_ >> level) {
    throw Fault(FaultKind::kBug, "a subtree outside the tree");
  }
  const unsigned tileLevel = level / 8;
  const std::uint64_t count = std::uint64_t{1} << (level % 8);
  const std::uint64_t first = index * count;
  const std::vector<Hash>& tile = loadTile({tileLevel, first / kTileWidth});
  return rootOf(hasher_, std::span(tile).subspan(first % kTileWidth, count));
}

Bytes TileHashes::tileBytes(unsigned tileLevel, std::uint64_t n) {
  if (tileWidth(tileLevel, n, size_) == 0) throw Fault(FaultKind::kBug, "no such tile");
  Bytes bytes;
  for (const Hash& hash : loadTile({tileLevel, n})) append(bytes, hash.view());
  return bytes;
}

const std::vector<Hash>& TileHashes::loadTile(TileId id) {
  if (const auto found = tiles_.find(id); found != tiles_.end()) return found->second;
  const auto& [level, n] = id;
  const unsigned width = tileWidth(level, n, size_);
  std::vector<Hash> hashes;
  if (const std::optional<Bytes> kept = log_.tile(level, n, width)) {
    auto decoded = decodeTile(*kept, width);
    if (!decoded) throw Fault(FaultKind::kBug, "the log gave a tile of another width");
    hashes = std::move(*decoded);
  } else {
    for (std::uint64_t i = 0; i < width; ++i) {
      hashes.push_back(lowerHash(level, n * kTileWidth + i));
    }
  }
  if (tiles_.size() >= kTilesMax) tiles_.clear();
  return tiles_.emplace(id, std::move(hashes)).first->second;
}

Hash TileHashes::lowerHash(unsigned tileLevel, std::uint64_t index) {
  if (tileLevel == 0) return leafHash(hasher_, log_.entry(index));
  if (const auto kept = log_.fullTileRoot(hasher_, tileLevel - 1, index)) return *kept;
  const TileId below{tileLevel - 1, index};
  if (const auto found = tileRoots_.find(below); found != tileRoots_.end()) return found->second;
  const Hash root = rootOf(hasher_, loadTile(below));
  tileRoots_.emplace(below, root);
  return root;
}

}  // namespace minutebook

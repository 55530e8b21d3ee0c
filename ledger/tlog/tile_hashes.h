// ledger/tlog/tile_hashes.h
//
// The hashes of a log, from its tiles: what proofs and roots at a size are made from.

#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// Reads only the tiles that a hash lies in, keeps the last few, and works out from the tiles or
/// entries below what the log does not keep. `log` must outlive it. One thread at a time.
///
/// The hashes are those the log keeps, not recomputed: verify a proof made from them.
class TileHashes : public HashReader {
 public:
  /// `size` is the tree's, at most log.size(); else throws kBug.
  TileHashes(const LogReader& log, std::uint64_t size);

  Hash subtree(unsigned level, std::uint64_t index) override;

  /// The bytes of a tile of this tree, from the log or worked out. Throws kBug if the tree has no
  /// such tile.
  Bytes tileBytes(unsigned tileLevel, std::uint64_t n);

 private:
  using TileId = std::pair<unsigned, std::uint64_t>;
  const std::vector<Hash>& loadTile(TileId id);
  /// What a tile that the log does not keep holds at one place: from the entry, or the tile below.
  Hash lowerHash(unsigned tileLevel, std::uint64_t index);

  const LogReader& log_;
  std::uint64_t size_;
  Sha256 hasher_;
  std::map<TileId, std::vector<Hash>> tiles_;  // Bounded; forgotten all at once when full.
  std::map<TileId, Hash> tileRoots_;           // Of full tiles that the log does not keep.
};

}  // namespace minutebook

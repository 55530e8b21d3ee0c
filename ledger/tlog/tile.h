// ledger/tlog/tile.h
//
// Tiles and entry bundles of C2SP tlog-tiles: paths, widths, bytes, and making them while a log
// grows. Worked example: docs/formats/tlog.md.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// Hashes in a full tile, entries in a full bundle.
constexpr unsigned kTileWidth = 256;
constexpr std::size_t kFullTileBytes = std::size_t{kTileWidth} * 32;
/// An entry's length is written in 16 bits.
constexpr std::size_t kBundleEntryBytesMax = 65535;
/// No bundle is larger.
constexpr std::size_t kBundleBytesMax = kTileWidth * (2 + kBundleEntryBytesMax);
/// Tiles of a tree of kTreeSizeMax leaves have levels 0 to 7.
constexpr unsigned kTileLevelMax = 7;

/// Names one tile or entry bundle. `width` is 256 for a full one, 1 to 255 for a partial one.
struct TilePath {
  /// A tile of hashes, or a bundle of entries.
  enum class Kind { kHashes, kEntries };

  Kind kind = Kind::kHashes;
  unsigned level = 0;  ///< Of hashes: 0 to 63. Of entries: 0.
  std::uint64_t n = 0;
  unsigned width = kTileWidth;

  auto operator<=>(const TilePath&) const = default;
  /// "tile/0/x001/x234/067", "tile/entries/000.p/44".
  std::string encode() const;
  /// Nothing unless `text` is exactly what encode() writes. Source: C2SP tlog-tiles.
  static std::optional<TilePath> parse(std::string_view text);
};

/// "000", "x001/000": the last part of a tile's path.
std::string encodeTileIndex(std::uint64_t n);

/// The width of tile n of a level in a tree of `size` leaves: 256, or 1 to 255 for the last one, or
/// 0 if the tree has no such tile.
unsigned tileWidth(unsigned level, std::uint64_t n, std::uint64_t size);
/// Whole tiles of a level in a tree of `size` leaves.
std::uint64_t fullTiles(unsigned level, std::uint64_t size);

/// Calls `visit` for every tile and bundle a checkpoint of `size` obliges a log to serve: level by
/// level, each level 0 tile followed by its bundle.
void forEachTile(std::uint64_t size, const std::function<void(const TilePath&)>& visit);
/// The same as a list; for small trees. 70,000 leaves have 551.
std::vector<TilePath> tilesFor(std::uint64_t size);

/// Adds one entry to a bundle: u16 length || bytes. Throws kBug above kBundleEntryBytesMax.
void appendToBundle(Bytes& bundle, ByteView entry);
/// The entries of a bundle, as views into it; nothing unless it holds exactly `width` and ends.
std::optional<std::vector<ByteView>> decodeBundle(ByteView bundle, unsigned width);
/// The hashes of a tile; nothing unless it is exactly `width` times 32 bytes.
std::optional<std::vector<Hash>> decodeTile(ByteView tile, unsigned width);

/// What is wrong with a file at `path` that is no bundle: "ends inside entry 7".
std::string whyNoBundle(ByteView bytes, const TilePath& path);
/// What is wrong with a file at `path` that is no tile of hashes for its length.
std::string whyNoTile(std::size_t bytes, const TilePath& path);

/// A full tile that has just been completed.
struct FullTile {
  unsigned level;
  std::uint64_t n;
  Bytes hashes;  ///< kFullTileBytes.

  bool operator==(const FullTile&) const = default;
};

/// Gathers the hashes of a growing tree into full tiles of every level. Feed it every subtree that
/// Frontier::append() completes; it takes those it needs, so nothing is hashed twice.
///
/// It starts anywhere: the hashes that came before the first one it is fed are read from `log`, and
/// only when the tile they belong to is completed (at most 255 for each level). `log` must outlive
/// it.
class TileBuilder {
 public:
  explicit TileBuilder(const LogReader& log) : log_(&log) {}

  /// Takes one subtree; appends to `out` the tile it completes, if it does.
  void add(Sha256& hasher, const Subtree& subtree, std::vector<FullTile>& out);

 private:
  /// The hashes of one level that are in no full tile yet.
  struct Pending {
    std::uint64_t first = 0;  // Index, in this tile level, of hashes[0].
    std::vector<Hash> hashes;
  };
  void completeTile(Sha256& hasher, unsigned level, std::uint64_t n, Pending& pending,
                    std::vector<FullTile>& out);
  Hash earlierHash(Sha256& hasher, unsigned level, std::uint64_t index) const;

  const LogReader* log_;
  std::map<unsigned, Pending> levels_;
};

}  // namespace minutebook

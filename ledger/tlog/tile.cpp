#include "ledger/tlog/tile.h"

#include <algorithm>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// N of the largest tile there could be, at level 0 of 2^64 leaves.
constexpr std::uint64_t kTileIndexMax = UINT64_MAX / kTileWidth;
constexpr unsigned kPathLevelMax = 63;

/// Three digits.
std::string group(std::uint64_t value) {
  std::string digits = std::to_string(value);
  return std::string(3 - digits.size(), '0') + digits;
}

/// Reads "x001/x234/067"; nothing unless encodeTileIndex() writes it so.
std::optional<std::uint64_t> parseTileIndex(std::string_view text) {
  std::uint64_t n = 0;
  std::string_view rest = text;
  while (true) {
    const bool more = rest.starts_with('x');
    if (more) rest.remove_prefix(1);
    if (rest.size() < 3) return std::nullopt;
    for (char c : rest.substr(0, 3)) {
      if (c < '0' || c > '9') return std::nullopt;
      const auto digit = static_cast<std::uint64_t>(c - '0');
      if (n > (kTileIndexMax - digit) / 10) return std::nullopt;
      n = n * 10 + digit;
    }
    rest.remove_prefix(3);
    if (!more) break;
    if (!rest.starts_with('/')) return std::nullopt;
    rest.remove_prefix(1);
  }
  if (!rest.empty() || encodeTileIndex(n) != text) return std::nullopt;
  return n;
}

/// size / 256^level, for any level.
std::uint64_t shiftedSize(unsigned level, std::uint64_t size) {
  return level > kTileLevelMax ? 0 : size >> (8 * level);
}

}  // namespace

std::string encodeTileIndex(std::uint64_t n) {
  std::string text = group(n % 1000);
  for (n /= 1000; n > 0; n /= 1000) text.insert(0, "x" + group(n % 1000) + "/");
  return text;
}

std::string TilePath::encode() const {
  std::string text = "tile/";
  text += kind == Kind::kEntries ? "entries" : std::to_string(level);
  text += "/" + encodeTileIndex(n);
  if (width < kTileWidth) text += ".p/" + std::to_string(width);
  return text;
}

std::optional<TilePath> TilePath::parse(std::string_view text) {
  constexpr std::string_view kPrefix = "tile/";
  if (!text.starts_with(kPrefix)) return std::nullopt;
  text.remove_prefix(kPrefix.size());
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  TilePath path;
  if (text.substr(0, slash) == "entries") {
    path.kind = Kind::kEntries;
  } else {
    const auto level = parseDecimal(text.substr(0, slash), kPathLevelMax);
    if (!level) return std::nullopt;
    path.level = static_cast<unsigned>(*level);
  }
  text.remove_prefix(slash + 1);
  if (const std::size_t partial = text.find(".p/"); partial != std::string_view::npos) {
    const auto width = parseDecimal(text.substr(partial + 3), kTileWidth - 1);
    if (!width || *width == 0) return std::nullopt;
    path.width = static_cast<unsigned>(*width);
    text = text.substr(0, partial);
  }
  const auto n = parseTileIndex(text);
  if (!n) return std::nullopt;
  path.n = *n;
  return path;
}

unsigned tileWidth(unsigned level, std::uint64_t n, std::uint64_t size) {
  const std::uint64_t hashes = shiftedSize(level, size);
  if (n > hashes / kTileWidth) return 0;
  return static_cast<unsigned>(std::min<std::uint64_t>(kTileWidth, hashes - n * kTileWidth));
}

std::uint64_t fullTiles(unsigned level, std::uint64_t size) {
  return shiftedSize(level, size) / kTileWidth;
}

void forEachTile(std::uint64_t size, const std::function<void(const TilePath&)>& visit) {
  for (unsigned level = 0; shiftedSize(level, size) > 0; ++level) {
    for (std::uint64_t n = 0; tileWidth(level, n, size) > 0; ++n) {
      TilePath path{TilePath::Kind::kHashes, level, n, tileWidth(level, n, size)};
      visit(path);
      if (level > 0) continue;
      path.kind = TilePath::Kind::kEntries;
      visit(path);
    }
  }
}

std::vector<TilePath> tilesFor(std::uint64_t size) {
  std::vector<TilePath> paths;
  forEachTile(size, [&](const TilePath& path) { paths.push_back(path); });
  return paths;
}

void appendToBundle(Bytes& bundle, ByteView entry) {
  if (entry.size() > kBundleEntryBytesMax) {
    throw Fault(FaultKind::kBug, "an entry is too long for a bundle");
  }
  appendU16(bundle, static_cast<std::uint16_t>(entry.size()));
  append(bundle, entry);
}

std::optional<std::vector<ByteView>> decodeBundle(ByteView bundle, unsigned width) {
  std::vector<ByteView> entries;
  entries.reserve(width);
  for (unsigned i = 0; i < width; ++i) {
    if (bundle.size() < 2) return std::nullopt;
    const std::size_t length = readU16(bundle);
    if (bundle.size() - 2 < length) return std::nullopt;
    entries.push_back(bundle.subspan(2, length));
    bundle = bundle.subspan(2 + length);
  }
  if (!bundle.empty()) return std::nullopt;
  return entries;
}

std::optional<std::vector<Hash>> decodeTile(ByteView tile, unsigned width) {
  if (tile.size() != std::size_t{32} * width) return std::nullopt;
  std::vector<Hash> hashes;
  hashes.reserve(width);
  for (; !tile.empty(); tile = tile.subspan(32)) {
    hashes.push_back(Hash::of(tile.first(32)).value());
  }
  return hashes;
}

std::string whyNoBundle(ByteView bytes, const TilePath& path) {
  const std::uint64_t first = path.n * kTileWidth;
  for (unsigned i = 0; i < path.width; ++i) {
    const std::size_t length = bytes.size() < 2 ? 0 : readU16(bytes);
    if (bytes.size() < 2 + length) return "ends inside entry " + std::to_string(first + i);
    bytes = bytes.subspan(2 + length);
  }
  return "goes on behind entry " + std::to_string(first + path.width - 1) + ", its last, with " +
         std::to_string(bytes.size()) + (bytes.size() == 1 ? " byte" : " bytes");
}

std::string whyNoTile(std::size_t bytes, const TilePath& path) {
  return "has " + std::to_string(bytes) + " bytes; a tile of " + std::to_string(path.width) +
         (path.width == 1 ? " hash has " : " hashes has ") +
         std::to_string(std::size_t{32} * path.width);
}

void TileBuilder::add(Sha256& hasher, const Subtree& subtree, std::vector<FullTile>& out) {
  if (subtree.level % 8 != 0) return;
  const unsigned level = subtree.level / 8;
  Pending& pending = levels_[level];
  if (pending.hashes.empty()) pending.first = subtree.index;
  if (pending.first + pending.hashes.size() != subtree.index) {
    throw Fault(FaultKind::kBug, "a subtree was skipped while tiles were made");
  }
  pending.hashes.push_back(subtree.hash);
  if (subtree.index % kTileWidth == kTileWidth - 1) {
    completeTile(hasher, level, subtree.index / kTileWidth, pending, out);
  }
}

void TileBuilder::completeTile(Sha256& hasher, unsigned level, std::uint64_t n, Pending& pending,
                               std::vector<FullTile>& out) {
  FullTile full{level, n, {}};
  full.hashes.reserve(kFullTileBytes);
  for (std::uint64_t index = n * kTileWidth; index < pending.first; ++index) {
    append(full.hashes, earlierHash(hasher, level, index).view());
  }
  for (const Hash& hash : pending.hashes) append(full.hashes, hash.view());
  pending.hashes.clear();
  out.push_back(std::move(full));
}

Hash TileBuilder::earlierHash(Sha256& hasher, unsigned level, std::uint64_t index) const {
  if (level == 0) return log_->leafHashAt(hasher, index);
  const std::optional<Bytes> below = log_->tile(level - 1, index, kTileWidth);
  const auto hashes = below ? decodeTile(*below, kTileWidth) : std::nullopt;
  if (!hashes) {
    throw Fault(FaultKind::kCorrupt,
                "tile " + std::to_string(index) + " of level " + std::to_string(level - 1) +
                    " is missing from the log",
                "Verify the ledger; restore it from a backup if it is damaged.");
  }
  return rootOf(hasher, *hashes);
}

}  // namespace minutebook

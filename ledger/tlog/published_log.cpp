#include "ledger/tlog/published_log.h"

#include <utility>

#include "ledger/base/fault.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

constexpr std::string_view kPartialSuffix = ".p";
constexpr std::string_view kTileFolder = "tile";
// tile/<level>/x###/.../###.p: six groups of three digits name any tile there can be.
constexpr unsigned kFolderDepthMax = 10;

[[noreturn]] void failMissing(const FileTree& directory, const TilePath& path) {
  throw Fault(
      FaultKind::kCorrupt,
      directory.nameOf(path.encode()) + " is missing, though a signed checkpoint promises it",
      "Fetch the published directory again, whole, from its publisher.");
}

[[noreturn]] void failMalformed(const FileTree& directory, const TilePath& path,
                                const std::string& why) {
  throw Fault(FaultKind::kCorrupt, directory.nameOf(path.encode()) + " " + why,
              "Fetch the published directory again, whole, from its publisher.");
}

std::size_t bytesMax(const TilePath& path) {
  return path.kind == TilePath::Kind::kEntries ? kBundleBytesMax : kFullTileBytes;
}

/// The file of a path, or of the full one that has taken the place of a partial one.
struct Found {
  TilePath path;
  Bytes bytes;
};

Found readTile(const FileTree& directory, const TilePath& path) {
  if (auto bytes = directory.read(path.encode(), bytesMax(path))) return {path, std::move(*bytes)};
  TilePath full = path;
  full.width = kTileWidth;
  if (path.width < kTileWidth) {
    if (auto bytes = directory.read(full.encode(), bytesMax(full))) {
      return {full, std::move(*bytes)};
    }
  }
  failMissing(directory, path);
}

}  // namespace

std::optional<std::string> readPublishedCheckpoint(const FileTree& directory) {
  const std::optional<Bytes> bytes = directory.read(kCheckpointFile, kNoteBytesMax);
  if (!bytes) return std::nullopt;
  return std::string(asText(*bytes));
}

PublishedLog::PublishedLog(const FileTree& directory, std::uint64_t size)
    : directory_(directory), size_(size) {}

const PublishedLog::Bundle& PublishedLog::loadBundle(std::uint64_t n) const {
  if (last_.n == n) return last_;
  const TilePath path{TilePath::Kind::kEntries, 0, n, tileWidth(0, n, size_)};
  Found found = readTile(directory_, path);
  Bundle bundle{n, std::move(found.bytes), {}};
  auto entries = decodeBundle(bundle.bytes, found.path.width);
  if (!entries) failMalformed(directory_, found.path, whyNoBundle(bundle.bytes, found.path));
  bundle.entries = std::move(*entries);
  last_ = std::move(bundle);
  return last_;
}

Bytes PublishedLog::entry(std::uint64_t index) const {
  if (index >= size_) throw Fault(FaultKind::kBug, "an entry beyond the end of the log");
  return toBytes(loadBundle(index / kTileWidth).entries[index % kTileWidth]);
}

void PublishedLog::forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const {
  if (from > to || to > size_) throw Fault(FaultKind::kBug, "entries beyond the end of the log");
  for (std::uint64_t index = from; index < to; ++index) {
    visit(index, loadBundle(index / kTileWidth).entries[index % kTileWidth]);
  }
}

std::optional<Bytes> PublishedLog::tile(unsigned level, std::uint64_t n, unsigned width) const {
  const TilePath path{TilePath::Kind::kHashes, level, n, width};
  Found found = readTile(directory_, path);
  if (found.bytes.size() != std::size_t{32} * found.path.width) {
    failMalformed(directory_, found.path, whyNoTile(found.bytes.size(), found.path));
  }
  found.bytes.resize(std::size_t{32} * width);
  return std::move(found.bytes);
}

namespace {

/// The bytes of one bundle of a log.
Bytes makeBundle(const LogReader& log, const TilePath& path) {
  Bytes bundle;
  const std::uint64_t first = path.n * kTileWidth;
  log.forEach(first, first + path.width,
              [&](std::uint64_t, ByteView entry) { appendToBundle(bundle, entry); });
  return bundle;
}

/// Whether a full file of the right form is there already. Files are renamed into place whole, so
/// a bundle, whose size depends on its entries, needs only to be large enough.
bool isThere(const Directory& directory, const TilePath& path) {
  if (path.width < kTileWidth) return false;
  const auto bytes = directory.fileBytes(path.encode());
  if (!bytes) return false;
  return path.kind == TilePath::Kind::kEntries ? *bytes >= 2 * kTileWidth
                                               : *bytes == kFullTileBytes;
}

/// Removes "NNN.p" and everything in it.
void removePartials(Directory& directory, const std::string& folder) {
  for (const Directory::Item& item : directory.list(folder)) {
    if (item.kind == Directory::Item::Kind::kFile) directory.remove(folder + "/" + item.name);
  }
  directory.remove(folder);
}

/// Removes the partials of every tile that is full, in a folder and the folders below it.
void removeStalePartials(Directory& directory, const std::string& folder, std::uint64_t size,
                         unsigned depth) {
  if (depth > kFolderDepthMax) return;
  for (const Directory::Item& item : directory.list(folder)) {
    if (item.kind != Directory::Item::Kind::kFolder) continue;
    const std::string path = folder + "/" + item.name;
    if (!item.name.ends_with(kPartialSuffix)) {
      removeStalePartials(directory, path, size, depth + 1);
      continue;
    }
    const auto full = TilePath::parse(path.substr(0, path.size() - kPartialSuffix.size()));
    if (full && tileWidth(full->level, full->n, size) == kTileWidth) {
      removePartials(directory, path);
    }
  }
}

}  // namespace

std::uint64_t publishTiles(const LogReader& log, std::uint64_t size, Directory& directory) {
  TileHashes hashes(log, size);
  std::uint64_t written = 0;
  forEachTile(size, [&](const TilePath& path) {
    if (isThere(directory, path)) {
      directory.noteFolder(path.encode());
      return;
    }
    const Bytes bytes = path.kind == TilePath::Kind::kEntries
                            ? makeBundle(log, path)
                            : hashes.tileBytes(path.level, path.n);
    directory.write(path.encode(), bytes);
    ++written;
  });
  directory.syncFolders();
  return written;
}

void publishCheckpoint(Directory& directory, std::string_view signedCheckpoint,
                       std::uint64_t size) {
  directory.writeDurably(kCheckpointFile, asBytes(signedCheckpoint));
  removeStalePartials(directory, std::string(kTileFolder), size, 0);
  directory.syncFolders();
}

}  // namespace minutebook

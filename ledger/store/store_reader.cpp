#include <string>

#include "ledger/base/fault.h"
#include "ledger/store/store_parts.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

namespace {

constexpr std::size_t kReadAheadBytes = std::size_t{2} << 20;
/// At most 255 of each level are of use at a time.
constexpr std::size_t kTileRootsMax = std::size_t{8} * kTileWidth;

[[noreturn]] void missingEntry(std::uint64_t index) {
  throw Fault(FaultKind::kCorrupt,
              "entry " + std::to_string(index) + " is not where the ledger's head says it is",
              "Keep this directory as it is and restore the ledger from a backup.");
}

}  // namespace

Bytes StoreReader::entry(std::uint64_t index) const {
  if (index >= size()) throw Fault(FaultKind::kBug, "entry beyond the end of the log");
  rocksdb::PinnableSlice value;
  const auto key = indexKey(index);
  const rocksdb::Status status =
      rocks_.db().Get(rocksdb::ReadOptions(), rocks_.family(Family::kEntry), slice(key), &value);
  if (status.IsNotFound()) missingEntry(index);
  check(status, "reading entry " + std::to_string(index));
  return toBytes(bytesOf(value));
}

void StoreReader::forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const {
  if (from > to || to > size()) throw Fault(FaultKind::kBug, "entries beyond the end of the log");
  if (from == to) return;
  rocksdb::ReadOptions how;
  how.fill_cache = false;
  how.readahead_size = kReadAheadBytes;
  const std::unique_ptr<rocksdb::Iterator> each = rocks_.iterate(Family::kEntry, how);
  each->Seek(slice(indexKey(from)));
  for (std::uint64_t index = from; index < to; ++index, each->Next()) {
    check(each->status(), "reading entry " + std::to_string(index));
    if (!each->Valid() || !sameBytes(bytesOf(each->key()), indexKey(index))) missingEntry(index);
    visit(index, bytesOf(each->value()));
  }
  check(each->status(), "reading entries");
}

std::optional<Bytes> StoreReader::tile(unsigned level, std::uint64_t n, unsigned width) const {
  const std::optional<std::string> stored = rocks_.get(Family::kTile, asText(tileKey(level, n)));
  if (!stored) return std::nullopt;
  if (stored->size() != kFullTileBytes) {
    throw Fault(FaultKind::kCorrupt,
                "tile " + std::to_string(n) + " of level " + std::to_string(level) +
                    " has not the size of a tile",
                "Keep this directory as it is and restore the ledger from a backup.");
  }
  const ByteView bytes = asBytes(*stored);
  return toBytes(bytes.first(std::size_t{32} * width));
}

std::optional<Hash> StoreReader::fullTileRoot(Sha256& hasher, unsigned level,
                                              std::uint64_t n) const {
  if (const auto known = tileRoots_.find({level, n}); known != tileRoots_.end()) {
    return known->second;
  }
  const std::optional<Hash> root = LogReader::fullTileRoot(hasher, level, n);
  if (!root) return std::nullopt;
  if (tileRoots_.size() >= kTileRootsMax) tileRoots_.clear();
  return tileRoots_.emplace(std::pair(level, n), *root).first->second;
}

}  // namespace minutebook

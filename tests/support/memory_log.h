// tests/support/memory_log.h
//
// A log in memory, for tests: entries in a vector, full tiles made while they are appended.

#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/tile.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// Keeps full tiles only, as the store does. Grows through append(); not copied, for its tile
/// builder reads from it.
class MemoryLog : public LogReader {
 public:
  MemoryLog() : tiles_(*this) {}
  MemoryLog(const MemoryLog&) = delete;
  MemoryLog& operator=(const MemoryLog&) = delete;

  /// Adds one entry and returns its index.
  std::uint64_t append(ByteView entry) {
    std::vector<FullTile> completed;
    frontier_.append(hasher_, leafHash(hasher_, entry),
                     [&](const Subtree& subtree) { tiles_.add(hasher_, subtree, completed); });
    entries_.push_back(toBytes(entry));
    for (FullTile& full : completed) fullTiles_[{full.level, full.n}] = std::move(full.hashes);
    return entries_.size() - 1;
  }

  Hash root() { return frontier_.root(hasher_); }
  const Frontier& frontier() const { return frontier_; }
  std::size_t fullTileCount() const { return fullTiles_.size(); }

  std::uint64_t size() const override { return entries_.size(); }
  Bytes entry(std::uint64_t index) const override {
    if (index >= entries_.size()) throw Fault(FaultKind::kBug, "entry beyond the end of the log");
    return entries_[index];
  }
  std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const override {
    auto found = fullTiles_.find({level, n});
    if (found == fullTiles_.end()) return std::nullopt;
    return Bytes(found->second.begin(), found->second.begin() + std::ptrdiff_t{32} * width);
  }

 private:
  Sha256 hasher_;
  std::vector<Bytes> entries_;
  std::map<std::pair<unsigned, std::uint64_t>, Bytes> fullTiles_;
  Frontier frontier_;
  TileBuilder tiles_;
};

/// Appends entries until the log has `size` of them; entry i is the ASCII decimal of i.
inline void growTo(MemoryLog& log, std::uint64_t size) {
  while (log.size() < size) log.append(asBytes(std::to_string(log.size())));
}

}  // namespace minutebook

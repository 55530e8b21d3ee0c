#include "ledger/store/fact_table.h"

#include <algorithm>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// Sorts before every fact; in the same family, so that one file carries both or neither.
constexpr std::string_view kReachKey("\0reach", 6);

std::string reachValue(std::uint64_t index) {
  return std::string(asText(indexKey(index)));
}

}  // namespace

FactTable::FactTable(Rocks& rocks, Start start) : rocks_(rocks), isAside_(start == Start::kAside) {
  if (isAside_) return;
  const std::optional<std::string> reach = rocks_.get(Family::kFact, kReachKey);
  if (!reach) return;
  if (reach->size() != 8) {
    throw Fault(FaultKind::kCorrupt, "the ledger's lookups do not say how far they reach",
                "Run rebuild, which makes them again from the entries.");
  }
  upTo_ = upToOnDisk_ = readU64(asBytes(*reach));
}

std::optional<std::string> FactTable::find(std::string_view key) const {
  if (const std::string* staged = findStaged(key)) return *staged;
  if (isAside_) return std::nullopt;
  return rocks_.get(Family::kFact, key);
}

const std::string* FactTable::findStaged(std::string_view key) const {
  const auto found = tail_.find(key);
  return found == tail_.end() ? nullptr : &found->second;
}

void FactTable::forEach(std::string_view prefix, const Visitor& visit) const {
  const Pairs tail = sorted(prefix);
  auto next = tail.begin();
  if (isAside_) {
    for (const auto& [key, value] : tail) visit(key, value);
    return;
  }
  rocksdb::ReadOptions how;
  how.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> disk = rocks_.iterate(Family::kFact, how);
  for (disk->Seek(slice(prefix)); disk->Valid(); disk->Next()) {
    const std::string_view key = textOf(disk->key());
    if (!key.starts_with(prefix)) break;
    for (; next != tail.end() && next->first < key; ++next) visit(next->first, next->second);
    if (next != tail.end() && next->first == key) {
      visit(next->first, next->second);
      ++next;
    } else if (key != kReachKey) {
      visit(key, textOf(disk->value()));
    }
  }
  check(disk->status(), "reading the ledger's lookups");
  for (; next != tail.end(); ++next) visit(next->first, next->second);
}

void FactTable::stage(std::string key, std::string value) {
  tail_.insert_or_assign(std::move(key), std::move(value));
}

void FactTable::writeTail() {
  const std::string reach = reachValue(upTo_);
  rocks_.ingestFacts(allStaged(reach));
  upToOnDisk_ = upTo_;
  tail_.clear();
}

void FactTable::writeTailBeforeFlush() {
  if (isAside_) return;
  if (tail_.empty() && upTo_ == upToOnDisk_) return;
  rocksdb::ColumnFamilyHandle* family = rocks_.family(Family::kFact);
  rocksdb::WriteBatch batch;
  check(batch.Put(family, slice(kReachKey), slice(reachValue(upTo_))), "staging facts");
  for (const auto& [key, value] : tail_) {
    check(batch.Put(family, slice(key), slice(value)), "staging facts");
  }
  // Not in the write-ahead log: nothing may be written there unsynced, or a power cut could leave a
  // torn write in a log file that is not the last one.
  rocksdb::WriteOptions how;
  how.disableWAL = true;
  check(rocks_.db().Write(how, &batch), "staging facts");
  upToOnDisk_ = upTo_;
  tail_.clear();
}

void FactTable::forget() {
  rocksdb::ColumnFamilyHandle* family = rocks_.family(Family::kFact);
  rocksdb::WriteBatch batch;
  check(batch.DeleteRange(family, slice(""), slice("\xff\xff")), "forgetting facts");
  rocksdb::WriteOptions how;
  how.sync = true;
  check(rocks_.db().Write(how, &batch), "forgetting facts");
  upTo_ = upToOnDisk_ = 0;
  tail_.clear();
}

FactTable::Difference FactTable::compareWithDisk() const {
  const std::string reach = reachValue(upTo_);
  const Pairs staged = allStaged(reach);
  Difference difference;
  auto next = staged.begin();
  rocksdb::ReadOptions how;
  how.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> disk = rocks_.iterate(Family::kFact, how);
  for (disk->SeekToFirst(); disk->Valid(); disk->Next()) {
    const std::string_view key = textOf(disk->key());
    for (; next != staged.end() && next->first < key; ++next) ++difference.missing;
    const bool isStaged = next != staged.end() && next->first == key;
    if (!isStaged || next->second != textOf(disk->value())) ++difference.otherwise;
    if (isStaged) ++next;
  }
  if (disk->status().IsCorruption()) {
    difference.unreadable = disk->status().ToString();
    return difference;
  }
  check(disk->status(), "reading the ledger's lookups");
  difference.missing += static_cast<std::uint64_t>(staged.end() - next);
  return difference;
}

void FactTable::replaceDisk() {
  const std::string reach = reachValue(upTo_);
  rocks_.replaceFacts(allStaged(reach));
  upToOnDisk_ = upTo_;
}

FactTable::Pairs FactTable::allStaged(const std::string& reach) const {
  Pairs pairs = sorted("");
  pairs.insert(pairs.begin(), {kReachKey, reach});
  return pairs;
}

FactTable::Pairs FactTable::sorted(std::string_view prefix) const {
  Pairs pairs;
  for (const auto& [key, value] : tail_) {
    if (std::string_view(key).starts_with(prefix)) pairs.emplace_back(key, value);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace minutebook

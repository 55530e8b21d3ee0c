#include "audit/verify/thread_table.h"

#include <algorithm>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::uint64_t kNumberMask = 0xffffffff;

std::uint64_t tagOf(const Hash& key) {
  return std::uint64_t{readU32(key.view().subspan(4))} << 32;
}

}  // namespace

ThreadTable::ThreadTable() : slots_(kFirstSlots, 0) {}

ThreadHead& ThreadTable::head(const Hash& key) {
  if ((threads_.size() + 1) * 10 > slots_.size() * 7) grow();
  const std::uint64_t tag = tagOf(key);
  std::size_t slot = slotAt(key);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if ((slots_[slot] & ~kNumberMask) != tag) continue;
    Thread& known = threads_[(slots_[slot] & kNumberMask) - 1];
    if (known.key == key) return known.head;
  }
  if (threads_.size() == kNumberMask) throw Fault(FaultKind::kBug, "too many threads to keep");
  threads_.push_back({key, {}});
  slots_[slot] = tag | threads_.size();
  return threads_.back().head;
}

void ThreadTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < threads_.size(); ++i) {
    const Hash& key = threads_[i].key;
    std::size_t slot = slotAt(key);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = tagOf(key) | (i + 1);
  }
}

Hash ThreadTable::root() const {
  // By the first eight bytes, which lie together; only where those are the same by all.
  std::vector<std::pair<std::uint64_t, const Thread*>> sorted;
  sorted.reserve(threads_.size());
  for (const Thread& thread : threads_) sorted.emplace_back(readU64(thread.key.view()), &thread);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->key < b.second->key;
  });
  ThreadMap map;
  for (const auto& [prefix, thread] : sorted) map.add(thread->key, thread->head);
  return map.root();
}

}  // namespace minutebook

#include "audit/verify/thread_table.h"

#include <algorithm>
#include <iterator>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kFirstSlots = 1024;

/// How far ahead of its turn a thread is fetched: they lie in the order of time, and are asked for
/// in the order of their keys.
constexpr std::size_t kAhead = 16;

}  // namespace

ThreadTable::ThreadTable() : slots_(kFirstSlots, 0) {}

ThreadHead& ThreadTable::head(const Hash& key) {
  if ((size_ + 1) * 10 > slots_.size() * 7) grow();
  const std::uint64_t tag = tagOf(key);
  std::size_t slot = slotAt(tag);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if ((slots_[slot] & kTagMask) != tag) continue;
    Thread& known = threadOf(slots_[slot]);
    if (known.key == key) return known.head;
  }
  if (size_ == ~kTagMask) throw Fault(FaultKind::kBug, "too many threads to keep");
  if (size_ % kBlock == 0) blocks_.emplace_back().reserve(kBlock);
  slots_[slot] = tag | ++size_;
  return blocks_.back().emplace_back(Thread{key, {}}).head;
}

void ThreadTable::grow() {
  std::vector<std::uint64_t> before(slots_.size() * 2, 0);
  before.swap(slots_);
  for (const std::uint64_t held : before) {
    if (held == 0) continue;
    std::size_t slot = slotAt(held);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = held;
  }
}

/// All slots that are taken, by the keys of their threads.
std::vector<std::uint64_t> ThreadTable::inOrder() const {
  std::vector<std::uint64_t> sorted;
  sorted.reserve(size_);
  std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(sorted),
               [](std::uint64_t slot) { return slot != 0; });
  // By what the slots hold of the keys; only where that is the same by all of them.
  std::sort(sorted.begin(), sorted.end(), [this](std::uint64_t a, std::uint64_t b) {
    const bool differ = ((a ^ b) & kTagMask) != 0;
    return differ ? a < b : threadOf(a).key < threadOf(b).key;
  });
  return sorted;
}

Hash ThreadTable::root() const {
  const std::vector<std::uint64_t> sorted = inOrder();
  ThreadMap map;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i + kAhead < sorted.size()) {
      const Thread& soon = threadOf(sorted[i + kAhead]);
      __builtin_prefetch(&soon);
      __builtin_prefetch(&soon + 1);  // It does not end where a cache line does.
    }
    const Thread& next = threadOf(sorted[i]);
    map.add(next.key, next.head);
  }
  return map.root();
}

}  // namespace minutebook

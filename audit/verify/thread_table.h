// audit/verify/thread_table.h
//
// The heads of a million threads in memory, found by their keys.

#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/tlog/threads.h"

namespace minutebook {

/// About a hundred bytes a thread. Grows only. One thread of execution at a time.
class ThreadTable {
 public:
  ThreadTable();

  /// The head of one thread; a new thread begins with no entries. Until the next call.
  ThreadHead& head(const Hash& key);
  /// head() will be asked for this key soon.
  void expect(const Hash& key) const { __builtin_prefetch(&slots_[slotAt(tagOf(key))]); }

  std::uint64_t size() const { return size_; }
  /// The root of the map of all threads (ledger/tlog/threads.h).
  Hash root() const;

 private:
  static constexpr std::uint64_t kTagMask = ~std::uint64_t{0} << 32;
  struct Thread {
    Hash key;
    ThreadHead head;
  };
  // Keys are hashes: their own bits say where they belong, and a slot holds enough of them to be
  // put elsewhere without looking at the key.
  static std::uint64_t tagOf(const Hash& key) { return readU64(key.view()) & kTagMask; }
  // In the order of the keys, so that sorting the slots moves few of them far.
  std::size_t slotAt(std::uint64_t tag) const {
    return static_cast<std::size_t>(tag >> (64 - std::countr_zero(slots_.size())));
  }
  static std::uint64_t numberOf(std::uint64_t slot) { return (slot & ~kTagMask) - 1; }
  Thread& threadOf(std::uint64_t slot) {
    return blocks_[numberOf(slot) / kBlock][numberOf(slot) % kBlock];
  }
  const Thread& threadOf(std::uint64_t slot) const {
    return blocks_[numberOf(slot) / kBlock][numberOf(slot) % kBlock];
  }
  std::vector<std::uint64_t> inOrder() const;
  void grow();

  static constexpr std::uint64_t kBlock = 4096;
  std::vector<std::vector<Thread>> blocks_;  // Threads in the order of their first entries.
  std::uint64_t size_ = 0;
  std::vector<std::uint64_t> slots_;  // The key's first 32 bits, then number plus one; 0 is empty.
};

}  // namespace minutebook

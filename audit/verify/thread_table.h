// audit/verify/thread_table.h
//
// The heads of a million threads in memory, found by their keys.

#pragma once

#include <cstdint>
#include <deque>
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
  void expect(const Hash& key) const { __builtin_prefetch(&slots_[slotAt(key)]); }

  std::uint64_t size() const { return threads_.size(); }
  /// The root of the map of all threads (ledger/tlog/threads.h).
  Hash root() const;

 private:
  struct Thread {
    Hash key;
    ThreadHead head;
  };
  // Keys are hashes: their own bits say where they belong.
  std::size_t slotAt(const Hash& key) const { return readU32(key.view()) & (slots_.size() - 1); }
  void grow();

  std::deque<Thread> threads_;
  std::vector<std::uint64_t> slots_;  // 32 more bits of the key, then number plus one; 0 is empty.
};

}  // namespace minutebook

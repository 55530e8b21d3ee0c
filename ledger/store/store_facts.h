// ledger/store/store_facts.h
//
// The rules' questions, answered from the store: Facts as of one entry, moved on by its keeper.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/rules/admit.h"
#include "ledger/rules/facts.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

/// Facts as far as the store's lookups reach (EntryStore::factsUpTo()): the newest entry, except
/// while they are derived again. One thread at a time; `store` must outlive it.
class StoreFacts : public Facts {
 public:
  /// Reads the time of the newest entry from `store`, unless it is empty.
  explicit StoreFacts(EntryStore& store);

  std::uint64_t size() const override { return store_.factsUpTo(); }
  std::int64_t newestTime() const override { return newestTime_; }
  std::optional<std::string> find(std::string_view key) const override;
  Statement statementAt(std::uint64_t index) const override;
  Hash rootAt(std::uint64_t size) const override;
  Hash threadsRoot() const override { return threads().second; }
  std::uint64_t threadCount() const override { return threads().first; }

  /// Makes true what the rules said of a submission whose entries now stand at size() and have
  /// these leaf hashes: its fact changes, and the threads it joins.
  void apply(const Admitted& admitted, std::span<const Hash> leaves);

 private:
  std::pair<std::uint64_t, Hash> threads() const;
  /// The thread was joined not long ago, so its head is in memory.
  bool isStaged(const Hash& thread) const;
  /// Its record was given out by this submission, so there was no thread before. Most imported
  /// records are new, and asking the disk for what is not there costs as much as writing.
  bool isNew(const ThreadName& name) const;
  void join(const ThreadName& name, std::uint64_t index, const Hash& leaf);

  EntryStore& store_;
  std::int64_t newestTime_ = INT64_MIN;
  mutable Sha256 hasher_;
  // Sorting all threads is asked for twice in a row: by whoever writes threadsRooted and by the
  // rules.
  mutable std::uint64_t threadsAt_ = UINT64_MAX;
  mutable std::pair<std::uint64_t, Hash> threads_;
};

}  // namespace minutebook

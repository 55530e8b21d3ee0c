// audit/verify/log_threads.h
//
// The threads of a log, as its entries give them.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "audit/verify/submission_gatherer.h"
#include "audit/verify/thread_table.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/mentions.h"

namespace minutebook {

/// Takes the entries of a log in order. One thread of execution at a time.
class LogThreads {
 public:
  std::uint64_t count() const { return table_.size(); }
  /// The root of the map of all threads. Sorts them: costly.
  Hash root() const { return table_.root(); }

  /// Entries from `first` on join their threads: their leaf hashes, and what each mentions.
  void take(std::uint64_t first, std::span<const Hash> leaves, std::span<const Mentions> mentions);
  /// What a submission that begins with threadsRooted says otherwise than the entries in front of
  /// it, as a sentence. For whoever does not ask the rules, which refuse it.
  std::optional<std::string> contradiction(const LoggedSubmission& whole) const;

 private:
  Sha256 hasher_;
  ThreadTable table_;
};

}  // namespace minutebook

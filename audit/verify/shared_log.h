// audit/verify/shared_log.h
//
// A log for two threads: one of them at a time.

#pragma once

#include <mutex>

#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// Reads what `log` reads, which must outlive it. Any number of threads. A visitor of forEach()
/// must not read from the same log.
class SharedLog : public LogReader {
 public:
  explicit SharedLog(const LogReader& log) : log_(log) {}

  std::uint64_t size() const override {
    const std::lock_guard lock(mutex_);
    return log_.size();
  }
  Bytes entry(std::uint64_t index) const override {
    const std::lock_guard lock(mutex_);
    return log_.entry(index);
  }
  void forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const override {
    const std::lock_guard lock(mutex_);
    log_.forEach(from, to, visit);
  }
  std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const override {
    const std::lock_guard lock(mutex_);
    return log_.tile(level, n, width);
  }
  Hash leafHashAt(Sha256& hasher, std::uint64_t index) const override {
    const std::lock_guard lock(mutex_);
    return log_.leafHashAt(hasher, index);
  }
  std::optional<Hash> fullTileRoot(Sha256& hasher, unsigned level, std::uint64_t n) const override {
    const std::lock_guard lock(mutex_);
    return log_.fullTileRoot(hasher, level, n);
  }

 private:
  const LogReader& log_;
  mutable std::mutex mutex_;
};

}  // namespace minutebook

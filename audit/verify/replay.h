// audit/verify/replay.h
//
// The rules once more, over a whole log, with no store behind them: facts and threads in memory.

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/log_threads.h"
#include "audit/verify/packed_table.h"
#include "audit/verify/submission_gatherer.h"
#include "ledger/event/catalogue.h"
#include "ledger/rules/admit.h"
#include "ledger/rules/facts.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// Why the rules were not replayed to the end.
struct ReplayStop {
  std::uint64_t index = 0;  ///< The entry that they stopped at.
  std::string reason;       ///< One sentence.

  bool operator==(const ReplayStop&) const = default;
};

/// Facts of the entries replayed so far. `log` must outlive it.
class ReplayedFacts : public Facts {
 public:
  explicit ReplayedFacts(const LogReader& log) : log_(log) {}

  std::uint64_t size() const override { return size_; }
  std::int64_t newestTime() const override { return newestTime_; }
  std::optional<std::string> find(std::string_view key) const override { return facts_.find(key); }
  Statement statementAt(std::uint64_t index) const override;
  Hash rootAt(std::uint64_t size) const override;
  Hash threadsRoot() const override { return threads_.root(); }
  std::uint64_t threadCount() const override { return threads_.count(); }

  /// What a submission changes. `entryLeaves` are its leaf hashes.
  void apply(const Admitted& admitted, const std::vector<Hash>& entryLeaves);

 private:
  void remember(const Statement& statement);

  const LogReader& log_;
  mutable Sha256 hasher_;
  PackedTable facts_;
  LogThreads threads_;
  std::uint64_t size_ = 0;
  std::int64_t newestTime_ = INT64_MIN;
  // Rules mostly look at what was said lately: read it from here rather than from a file.
  std::deque<Bytes> recent_;
  std::size_t recentBytes_ = 0;
};

/// Judges every submission of a log again. It stops for good at the first one that is refused, that
/// is broken, or that this program's schema or rules do not know. Arguments must outlive it.
class Replay {
 public:
  /// Starts before the first entry, with no facts.
  Replay(const LogReader& log, const Catalogue& catalogue, FindingList& findings)
      : facts_(log), catalogue_(catalogue), findings_(findings) {}

  /// Judges the next submission; does nothing once it has stopped. `mentions` as readmit() has it.
  void take(LoggedSubmission logged, std::vector<Mentions> mentions = {});
  /// Nothing from this entry on is replayed.
  void stop(std::uint64_t index, std::string reason);

  const ReplayedFacts& facts() const { return facts_; }
  const std::optional<ReplayStop>& stopped() const { return stopped_; }

 private:
  void refused(const NotAdmitted& no, std::uint64_t first);

  ReplayedFacts facts_;
  const Catalogue& catalogue_;
  FindingList& findings_;
  std::optional<ReplayStop> stopped_;
};

}  // namespace minutebook

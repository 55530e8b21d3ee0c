// ledger/view/read_model.h
//
// The log as SQLite tables and views, for reports and for people who ask in SQL. Derived from the
// log and nothing else: it may be deleted at any time. Tables: docs/formats/read-model.md.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/event/catalogue.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/view/model_comparison.h"
#include "ledger/view/query.h"

namespace minutebook {

/// How a read model came to be up to date.
struct CaughtUp {
  /// Whether there was nothing to do, entries were added, or the file was made anew.
  enum class How { kWasUpToDate, kApplied, kRebuilt };
  How how = How::kWasUpToDate;
  std::uint64_t applied = 0;  ///< Entries applied by this call.
  std::string why;            ///< Of a rebuild, in a few words; else empty.
};

/// A model that was made anew beside the old one.
struct Rebuilt {
  CaughtUp caughtUp;
  ModelComparison compared;  ///< The old one, beside what the log gives for as many entries.
};

/// Applies entries to SQLite in order and remembers how far it has come. It holds no sealed text.
///
/// A resource: moved, not copied; one thread at a time. Processes may share a file: one catches up
/// at a time, and a reader keeps seeing what it has opened. The catalogue must outlive this.
class ReadModel {
 public:
  /// Opens nothing yet: the file, if there is one, is judged against a log by catchUp(). Beside it
  /// lies `<file>.lock`.
  ReadModel(std::filesystem::path file, const Catalogue& catalogue);
  ReadModel(ReadModel&&) noexcept;
  ReadModel& operator=(ReadModel&&) noexcept;
  ~ReadModel();

  /// The model as of `size` entries (at most log.size()), in memory and nowhere else.
  static ReadModel inMemoryUpTo(const LogReader& log, std::uint64_t size,
                                const Catalogue& catalogue);

  /// Applies what the log has more. The file is thrown away and rebuilt, in a new file that takes
  /// its place when it is whole, if it was made by another version, is damaged, or does not follow
  /// from this log. A kill at any moment leaves the old file or the new one.
  ///
  /// Throws kBusy if another process keeps catching up for half a minute, and kIo.
  CaughtUp catchUp(const LogReader& log);

  /// Throws the file away and makes it anew.
  CaughtUp rebuild(const LogReader& log);

  /// Makes a new file beside the old one, compares what the two hold, and puts the new one in its
  /// place. An old one that cannot be carried on with is not compared; Rebuilt says why.
  Rebuilt rebuildCompared(const LogReader& log);

  /// Entries applied: 0 up to, not with, this index.
  std::uint64_t size() const;
  /// SHA-256, hex, of what decides the contents of a model.
  const std::string& stamp() const;

  /// Works out, in the file, the views that many checks ask, unless that was done for a model of
  /// this size: GuardedQuery::keepViews() then has nothing to do. Does nothing for a model in
  /// memory, or where another process has put another file in its place. Throws as catchUp() does.
  void keepViews() const;

  /// For the program's own statements. Throws kBug before the first catchUp().
  Query query() const;

  /// For a stranger's SQL, and for checks. Throws kBug before the first catchUp().
  GuardedQuery guardedQuery(const SqlLimits& limits = {}) const;

  /// As many of them, for a thread each, that see one state of the model, the present one, until
  /// they are destroyed, whatever is applied to it. A model in memory gives one. Throws as
  /// catchUp() does.
  std::vector<GuardedQuery> guardedQueries(std::size_t threads, const SqlLimits& limits) const;

 private:
  struct Parts;
  explicit ReadModel(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace minutebook

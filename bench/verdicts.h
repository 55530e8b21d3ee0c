// bench/verdicts.h
//
// What judging every clause of the base standard costs, at two sizes, and what rebuilding the read
// model costs beside SQLite's own insert of the same rows.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/arguments.h"

namespace minutebook::bench {

/// How long all clauses of the base standard may take over 10^5 records.
inline constexpr double kVerdictsGoalSeconds = 2;
/// How much of SQLite's own pace a rebuild is to keep.
inline constexpr double kRebuildPaceGoal = 0.4;

/// One clause at both sizes. Times of judging are CPU times: another load does not count.
struct ClauseFigures {
  std::string code;   ///< "PR-01"
  std::string check;  ///< Its name; empty: a person judges it.
  double smallMs = 0;
  double largeMs = 0;
  std::uint64_t smallCases = 0;
  std::uint64_t largeCases = 0;
  /// By which power of the records the time grows: 1 is in proportion.
  double exponent = 0;
};

/// What the clock says, and what all threads together used.
struct Elapsed {
  double seconds = 0;
  double cpuSeconds = 0;
};

/// The made-up ledger at a tenth of the size, and whole.
struct VerdictFigures {
  std::uint64_t smallRecords = 0;
  std::uint64_t largeRecords = 0;
  double smallKeptSeconds = 0;  ///< Working out, into the model, the views that many clauses ask.
  double largeKeptSeconds = 0;
  double smallReadySeconds = 0;  ///< Making ready to judge a model that has them.
  double largeReadySeconds = 0;
  double smallSeconds = 0;  ///< That and all clauses.
  double largeSeconds = 0;
  Elapsed smallWhole;  ///< A whole judgement as a command makes it, on two threads.
  Elapsed largeWhole;
  std::vector<ClauseFigures> clauses;  ///< Slowest first.
  double rebuildSeconds = 0;           ///< The whole read model, from the log to the renamed file.
  double insertSeconds = 0;            ///< The same rows and indexes, by SQLite alone.
  double pace = 0;                     ///< insertSeconds / rebuildSeconds.
  std::uint64_t rows = 0;
};

/// Makes ledgers up in memory, their models in a scratch place, and judges them twice; the second
/// time counts.
VerdictFigures measureVerdicts(const BenchArguments& arguments);

}  // namespace minutebook::bench

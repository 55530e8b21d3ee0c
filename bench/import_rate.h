// bench/import_rate.h
//
// P2: how fast `minutebook import` takes in a long file, by the program's own code path.

#pragma once

#include <cstdint>

#include "bench/arguments.h"

namespace minutebook::bench {

/// Records a second that an import is to reach.
inline constexpr double kImportGoalPerSecond = 50'000;

/// One import into a fresh ledger, from opening it to closing it.
struct ImportFigures {
  std::uint64_t records = 0;
  std::uint64_t batches = 0;
  std::uint64_t syncs = 0;
  double seconds = 0;
  double cpuSeconds = 0;   ///< User and system time of all threads.
  double syncSeconds = 0;  ///< Of all threads, waiting in a sync.
  double perSecond = 0;
};

/// Writes the lines to scratch space and imports them.
ImportFigures measureImport(const BenchArguments& arguments);

}  // namespace minutebook::bench

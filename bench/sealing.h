// bench/sealing.h
//
// What sealing costs an import: the same records, once with a public text and once with a sealed
// one, turn by turn.

#pragma once

#include <cstdint>

#include "bench/arguments.h"

namespace minutebook::bench {

/// Of the throughput of an import, at most this share may go to sealing one field a record.
inline constexpr double kSealingCostMax = 0.25;

/// Medians over the rounds, and what sealing costs: 1 - sealed / public.
struct SealingFigures {
  std::uint64_t records = 0;  ///< In each import.
  std::uint64_t rounds = 0;
  double publicPerSecond = 0;
  double sealedPerSecond = 0;
  double cost = 0;
  double costMin = 0;  ///< The smallest and largest of a round.
  double costMax = 0;
};

/// Imports twice in each round, into fresh ledgers; either goes first half of the time.
SealingFigures measureSealing(const BenchArguments& arguments);

}  // namespace minutebook::bench

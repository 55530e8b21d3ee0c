// bench/durable.h
//
// P1: what one durable record costs beside the least it could cost, a bare synced write of the same
// bytes and one check of the same signature, turn by turn in the same run.

#pragma once

#include <string>

#include "bench/arguments.h"

namespace minutebook::bench {

/// At most so many times the bare write and check.
inline constexpr double kDurableRatioMax = 1.6;

/// Microseconds are medians over all turns; syncs are per record.
struct DurableFigures {
  double recordUs = 0;
  double rulesUs = 0;   ///< Of recordUs: the signature's check and the rules.
  double doorUs = 0;    ///< Of recordUs: checks on sealed values.
  double appendUs = 0;  ///< Of recordUs: facts, Merkle tree, the synced batch.
  double recordSyncs = 0;
  double bareUs = 0;
  double bareWriteUs = 0;
  double bareVerifyUs = 0;
  double bareSyncs = 0;
  double ratio = 0;     ///< recordUs over bareUs.
  double ratioMin = 0;  ///< Of the rounds' own ratios.
  double ratioMax = 0;
  std::uint64_t entryBytes = 0;  ///< Of one stored entry.
};

/// Makes a ledger in scratch space, records in it and measures.
DurableFigures measureDurable(const BenchArguments& arguments);

}  // namespace minutebook::bench

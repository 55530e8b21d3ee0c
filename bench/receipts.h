// bench/receipts.h
//
// P9: what it costs to put a receipt together, in a ledger that is published and open.

#pragma once

#include <cstdint>

#include "bench/made_ledger.h"

namespace minutebook::bench {

/// What a receipt may take at 10^6 entries, in milliseconds.
inline constexpr double kInclusionGoalMs = 2;
inline constexpr double kCompletenessGoalMs = 10;

/// Medians, in milliseconds: from the store to the JSON, without signing and process start.
struct ReceiptFigures {
  std::uint64_t entries = 0;
  std::uint64_t threads = 0;
  double inclusionMs = 0;
  double completenessMs = 0;  ///< For a person with fifteen entries.
  double absenceMs = 0;
};

/// Makes receipts of entries and people spread over the log of `made`.
ReceiptFigures measureReceipts(const MadeLedger& made);

}  // namespace minutebook::bench

// bench/made_up.h
//
// A ledger in memory of any size, made up from what one initiative records in a year: year.lines.

#pragma once

#include <cstdint>

#include "ledger/base/days.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook::bench {

/// The day for which made-up ledgers are judged: every initiative in them is over.
inline constexpr DayNumber kMadeUpToday = 19'904;  // 2024-06-30

/// Appends the years of one initiative after the other until the ledger has `records` entries.
void fillWithYears(SmallLedger& ledger, std::uint64_t records);

}  // namespace minutebook::bench

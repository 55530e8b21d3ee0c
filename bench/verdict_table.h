// bench/verdict_table.h
//
// What verdicts cost, as a table and as JSON.

#pragma once

#include <string>

#include "bench/verdicts.h"
#include "ledger/event/json.h"

namespace minutebook::bench {

/// One line a clause, slowest first, and the sums.
std::string verdictsTable(const VerdictFigures& figures);
/// The same figures.
Json verdictsJson(const VerdictFigures& figures);

}  // namespace minutebook::bench

// audit/report/status.h
//
// A ledger in a few lines: who is there, what was said and decided, what is owed.

#pragma once

#include <string>
#include <vector>

#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// One line of the status: what it is about, and a sentence of counts.
struct StatusLine {
  std::string about;
  std::string text;
};

/// The ledger itself, its people, what was said, what was decided, what is owed on the day `today`.
/// Empty of a ledger that was not opened yet.
std::vector<StatusLine> statusLines(Query& query, DayNumber today);

}  // namespace minutebook

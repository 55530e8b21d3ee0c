// audit/report/due_items.h
//
// All that is owed and not yet done: to whom, by whom, when, and how late. One line for each thing.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// Where something stands today. Only kLate is late: nobody is late while a pause holds, or where
/// nobody can tell.
enum class DueState {
  kLate,
  kCannotTell,  ///< A date is on record, and it may or may not have passed.
  kComing,      ///< Today, or later.
  kWaiting,     ///< What it belongs to is paused.
  kNoDate,      ///< No date is recorded.
  kStanding,    ///< A promise that holds for good, not yet heard of again.
};

/// One thing that is owed.
struct DueItem {
  std::string sort;    ///< "answer", "promise" ...: the first column of the statements.
  std::string what;    ///< In words: "An answer: Use simpler words."
  std::string to;      ///< To whom it is owed, for people.
  std::string by;      ///< Who owes it, for people.
  std::string record;  ///< "input I-7"; "entry 12" where there is no id.
  std::string due;     ///< As recorded; empty where it is not.
  DaySpan days;        ///< What `due` may mean.
  std::string late;    ///< "12 days late", "in 3 days", "cannot tell" ...
  DueState state = DueState::kNoDate;
  Entries entries;
};

/// The group of lines that a sort belongs to, for people: "answers".
std::string_view dueGroupOf(std::string_view sort);

/// Everything that is owed in `scope` on the day `today`, soonest first; what has no date comes
/// last.
std::vector<DueItem> dueItems(Query& query, const Scope& scope, DayNumber today);

}  // namespace minutebook

// audit/report/due.h
//
// What is owed to whom, soonest first: the coordinator's list.

#pragma once

#include <optional>

#include "audit/report/gather.h"
#include "audit/report/held_back.h"
#include "audit/report/report.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What to list.
struct DueOptions {
  Scope scope;
  DayNumber today = 0;
  std::optional<DayNumber> by;  ///< Only what is, or may be, due by the end of this day.
  ShownTo shownTo = {};         ///< Lines that are not for them are counted and not shown.
};

/// Everything that is owed. What is paused is shown as waiting and never as late; what has no date
/// comes last, or, with `by`, is only counted.
Report dueReport(Query& query, const DueOptions& options);

}  // namespace minutebook

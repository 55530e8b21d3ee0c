// audit/report/due_dates.h
//
// When something is due, as days: "14 days before meeting:M-3" is looked up in the record that it
// hangs on, as far as that has a date.

#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "ledger/base/days.h"
#include "ledger/base/when.h"
#include "ledger/view/query.h"

namespace minutebook {

/// Resolves dates against one read model. `query` must outlive it; one thread at a time.
class DueDates {
 public:
  explicit DueDates(Query& query) : query_(query) {}

  /// The days that a date of the read model may mean; both ends open where nobody can tell.
  DaySpan days(const std::string& date) { return days(date, 0); }

 private:
  DaySpan days(const std::string& date, int hops);
  DaySpan fromRecord(const RecordDistance& distance, int hops);
  DaySpan ofRecord(const std::string& ref, int hops);

  Query& query_;
  std::map<std::string, DaySpan> known_;
};

}  // namespace minutebook

// audit/report/amendments.h
//
// Nothing is edited: what was put right later, and what somebody says is wrong, stands beside the
// entry on every page that shows it.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What was said later about one entry.
struct Amendments {
  std::vector<Line> putRight;  ///< Value as it is now, as it was, who put it right, when and why.
  std::vector<Line> disputed;  ///< What is wrong, and the answer.
  bool unanswered = false;     ///< A dispute has no answer yet.
};

/// Of those among `entries` about which something was said.
std::map<std::int64_t, Amendments> amendmentsOf(Query& query,
                                                const std::set<std::int64_t>& entries);

/// Marks the lines of `report` that rest on such entries, and adds a section that tells what was
/// put right and what is disputed. Adds nothing where nothing was.
void addAmendments(const std::map<std::int64_t, Amendments>& amendments, Report& report);

}  // namespace minutebook

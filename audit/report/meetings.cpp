#include "audit/report/meetings.h"

#include <algorithm>

#include "report_files.h"

namespace minutebook {

namespace {

void add(PlannedMinutes& to, const Row& row) {
  to.figure.provenance.add(row.text("provenance"));
  to.figure.entries.push_back(row.count("entry"));
  if (auto minutes = row.number("minutes")) {
    to.minutes += *minutes;
  } else {
    ++to.withoutLength;
  }
}

void finish(PlannedMinutes& planned) {
  planned.figure.value = std::to_string(planned.minutes) + " minutes";
  planned.figure.numerator = planned.minutes;
  planned.figure.unknowns = planned.withoutLength;
}

}  // namespace

std::vector<MeetingPlan> meetingPlans(Query& query, const Scope& scope) {
  std::vector<MeetingPlan> plans;
  for (const Row& row : ask(query, report_files::record_sql, "agenda", scope).rows) {
    std::string meeting = row.text("meeting");
    if (plans.empty() || plans.back().meeting != meeting) plans.push_back({meeting, {}, {}});
    MeetingPlan& plan = plans.back();
    std::string kind = row.text("item_kind");
    auto found = std::find_if(plan.byKind.begin(), plan.byKind.end(),
                              [&](const PlannedMinutes& one) { return one.kind == kind; });
    if (found == plan.byKind.end()) {
      plan.byKind.push_back({kind, 0, 0, {}});
      found = plan.byKind.end() - 1;
    }
    add(*found, row);
    add(plan.total, row);
  }
  for (MeetingPlan& plan : plans) {
    finish(plan.total);
    for (PlannedMinutes& kind : plan.byKind) {
      finish(kind);
      kind.figure.denominator = plan.total.minutes;
    }
  }
  return plans;
}

std::vector<NoticeLine> noticeLines(Query& query, const Scope& scope) {
  std::vector<NoticeLine> lines;
  for (const Row& row : ask(query, report_files::record_sql, "notice", scope).rows) {
    lines.push_back({row.text("register"), row.text("id"), row.text("sort"), row.text("to_whom"),
                     row.text("meeting"), row.number("days"), entriesOf(row)});
  }
  return lines;
}

}  // namespace minutebook

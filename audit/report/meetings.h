// audit/report/meetings.h
//
// How a meeting's time was planned, and what went out how long before it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// Minutes planned for one sort of agenda item; empty kind: all of them.
struct PlannedMinutes {
  std::string kind;  ///< The schema's name: break, breakout, plenary ...
  std::int64_t minutes = 0;
  std::int64_t withoutLength = 0;  ///< Items whose length is not recorded, which is not zero.
  Figure figure;                   ///< In minutes.
};

/// How the time of one meeting was planned, in all and by sort of agenda item.
struct MeetingPlan {
  std::string meeting;
  PlannedMinutes total;
  std::vector<PlannedMinutes> byKind;
};
/// Adds up the planned minutes of every meeting in `scope`.
std::vector<MeetingPlan> meetingPlans(Query& query, const Scope& scope);

/// Something that went out before a meeting.
struct NoticeLine {
  std::string where;  ///< "message" or "survey".
  std::string id;
  std::string sort;
  std::string toWhom;
  std::string meeting;
  std::optional<std::int64_t> days;  ///< Whole days before it.
  Entries entries;
};
/// Finds what went out before the meetings in `scope`, and how many days ahead.
std::vector<NoticeLine> noticeLines(Query& query, const Scope& scope);

}  // namespace minutebook

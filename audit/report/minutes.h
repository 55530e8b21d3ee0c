// audit/report/minutes.h
//
// The minutes of one meeting, and what to look at before they go out.

#pragma once

#include <optional>
#include <string>

#include "audit/report/held_back.h"
#include "audit/report/report.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The page for the meeting `id` on the day `today`; nothing if no such meeting is on record. The
/// rule of the room is kept: people are pseudonyms, and who brings which expertise is left out
/// until the time for it has certainly come. For others than coordinators who came is a count by
/// expertise, and what to look at before the minutes go out is left out.
std::optional<Report> meetingMinutes(Query& query, const std::string& id, DayNumber today,
                                     const ShownTo& shownTo = {});

}  // namespace minutebook

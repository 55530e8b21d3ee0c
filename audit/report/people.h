// audit/report/people.h
//
// Who took part: seats by expertise, counted always and named never.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// How many people bring one expertise; who brings several is counted in each.
struct ExpertiseCount {
  std::string expertise;  ///< The schema's name; empty where it is not recorded.
  Figure people;
};

/// The people of one group. Those who left stay in every count.
struct GroupMakeup {
  std::string group;
  std::string title;
  Figure total;
  std::int64_t left = 0;  ///< Of the total, how many have left.
  std::vector<ExpertiseCount> byExpertise;
};

/// In the order in which the groups were formed; groups without a known member are left out.
std::vector<GroupMakeup> groupMakeups(Query& query, const Scope& scope);

/// Everybody in any group who brings `expertise`, each once.
Figure membersWith(Query& query, const Scope& scope, std::string_view expertise);

/// A part that people had at one meeting: how many of each expertise.
struct MeetingRole {
  std::string meeting;
  std::string role;      ///< The schema's name.
  std::string standing;  ///< planned, standing, or empty.
  Figure total;
  std::vector<ExpertiseCount> byExpertise;
};

/// Counts the people in every part at every meeting in `scope`, by expertise.
std::vector<MeetingRole> meetingRoles(Query& query, const Scope& scope);

}  // namespace minutebook

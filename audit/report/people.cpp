#include "audit/report/people.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "report_files.h"

namespace minutebook {

namespace {

/// Counts people, each once, in all and by expertise. Rows of one person may repeat.
class Heads {
 public:
  void add(const Row& row) {
    std::string person = row.text("participant");
    if (people_.insert(person).second) total_.add(row);
    std::string expertise = row.text("expertise");
    auto [found, fresh] = byExpertise_.try_emplace(expertise);
    if (fresh) order_.push_back(expertise);
    if (found->second.first.insert(person).second) found->second.second.add(row);
  }

  Figure total() const { return total_.figure(); }
  std::vector<ExpertiseCount> byExpertise() const {
    std::vector<ExpertiseCount> counts;
    for (const std::string& expertise : order_) {
      counts.push_back({expertise, byExpertise_.at(expertise).second.outOf(total_.count())});
    }
    return counts;
  }

 private:
  std::set<std::string> people_;
  Counting total_;
  std::map<std::string, std::pair<std::set<std::string>, Counting>> byExpertise_;
  std::vector<std::string> order_;
};

}  // namespace

std::vector<GroupMakeup> groupMakeups(Query& query, const Scope& scope) {
  std::vector<GroupMakeup> groups;
  std::vector<Heads> heads;
  std::set<std::pair<std::string, std::string>> left;
  for (const Row& row : ask(query, report_files::people_sql, "group_members", scope).rows) {
    std::string group = row.text("group");
    if (groups.empty() || groups.back().group != group) {
      groups.push_back({group, row.textOr("title", group), {}, 0, {}});
      heads.emplace_back();
    }
    heads.back().add(row);
    if (row.count("left") == 0) continue;
    if (left.emplace(group, row.text("participant")).second) ++groups.back().left;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i].total = heads[i].total();
    groups[i].byExpertise = heads[i].byExpertise();
  }
  return groups;
}

Figure membersWith(Query& query, const Scope& scope, std::string_view expertise) {
  Heads heads;
  for (const Row& row : ask(query, report_files::people_sql, "group_members", scope).rows) {
    if (row.text("expertise") == expertise) heads.add(row);
  }
  return heads.total();
}

std::vector<MeetingRole> meetingRoles(Query& query, const Scope& scope) {
  std::vector<MeetingRole> roles;
  std::vector<Heads> heads;
  for (const Row& row : ask(query, report_files::people_sql, "meeting_roles", scope).rows) {
    std::string meeting = row.text("meeting");
    std::string role = row.text("role");
    bool sameAsLast =
        !roles.empty() && roles.back().meeting == meeting && roles.back().role == role;
    if (!sameAsLast) {
      roles.push_back({meeting, role, row.text("standing"), {}, {}});
      heads.emplace_back();
    }
    heads.back().add(row);
  }
  for (std::size_t i = 0; i < roles.size(); ++i) {
    roles[i].total = heads[i].total();
    roles[i].byExpertise = heads[i].byExpertise();
  }
  return roles;
}

}  // namespace minutebook

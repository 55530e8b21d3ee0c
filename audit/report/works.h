// audit/report/works.h
//
// Who signed what, and who is credited for what, by expertise and never by name.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// "Told collectively" is never shown as signed by each.
struct SignOffs {
  Figure individual;
  Figure collective;
  std::vector<Line> collectiveLines;  ///< Each with the source's own words.
  std::vector<Line> rounds;           ///< Asked, replied, result; who gave no reply is counted.
};
/// Counts the sign-offs in `scope`, each person's own apart from those told collectively.
SignOffs signOffs(Query& query, const Scope& scope);

/// How many people of one expertise are credited by name in one version, and where in it.
struct CreditCount {
  std::string version;
  std::string section;    ///< The schema's name: byline, note, thanks ...
  std::string expertise;  ///< The schema's name; empty where it is not recorded.
  bool byName = false;
  Figure people;
};
/// Counts the people credited in each part of each version, by expertise.
std::vector<CreditCount> creditCounts(Query& query, const Scope& scope);

/// Credits that name no participant: a group, an organisation, a word of thanks.
std::vector<Line> otherCredits(Query& query, const Scope& scope);

/// People of one group and expertise who are credited by name in no work on record.
struct NotNamed {
  std::string group;
  std::string title;
  std::string expertise;
  std::int64_t atLeast = 0;  ///< If whoever was only taken to be named is named.
  std::int64_t atMost = 0;
  Figure people;  ///< "4 or 5 of 5"
};
/// Finds the groups in `scope` with people who are credited by name nowhere.
std::vector<NotNamed> peopleNotNamed(Query& query, const Scope& scope);

}  // namespace minutebook

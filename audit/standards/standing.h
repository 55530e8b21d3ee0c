// audit/standards/standing.h
//
// Which clauses hold, and since when: as they were adopted and changed, or as a pack has them that
// nobody adopted here.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/standards/pack.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The wording and the values by which a clause is judged for a while.
struct ClauseRules {
  std::string standard;  ///< "BASE@1"
  std::string clause;    ///< The clause's own id in the ledger; its code where nobody adopted it.
  std::string text;
  std::string obligation;  ///< "must", "should", "may"
  std::vector<PackParameter> parameters;
  std::string hash;  ///< parameterHash() of them.
  bool mayBeWaived = true;
  std::optional<DayNumber> from;      ///< The first day; none: whatever came before.
  std::optional<DayNumber> until;     ///< The day after the last; none: until further notice.
  std::vector<std::int64_t> entries;  ///< What adopted or changed it.

  /// Whether they decide what happened on a day; what nobody can date is judged by the newest.
  bool decide(std::optional<DayNumber> day) const;
};

/// A clause through all versions of its standard.
struct StandingClause {
  std::string code;       ///< "PR-01"
  std::string comesFrom;  ///< Where it comes from, in words.
  PackPart::Decided decided = PackPart::Decided::kByCheck;
  std::string check;      ///< With kByCheck: its name.
  std::string checkHash;  ///< What was adopted as its SQL: "sha256:...". Empty if nothing was said.
  std::string sql;        ///< With kByOwnSql.
  std::vector<std::string> matches;  ///< Items of other frameworks.
  std::vector<ClauseRules> rules;    ///< Oldest first; never empty.
};

/// A standard with all its clauses.
struct StandingStandard {
  std::string id;     ///< "BASE"
  std::string label;  ///< "BASE@1", of the newest version
  std::string title;
  bool isAdopted = false;
  std::vector<PackItem> items;  ///< Of another framework that its clauses answer to.
  std::vector<StandingClause> clauses;
};

/// Every standard that was adopted, in the order of their ids.
std::vector<StandingStandard> adoptedStandards(Query& query);

/// A pack as if it held from the beginning of time.
StandingStandard asIfAdopted(const Pack& pack);

}  // namespace minutebook

#include "audit/standards/waivers.h"

#include <algorithm>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/view/named_sql.h"
#include "standards_files.h"

namespace minutebook {

namespace {

/// The clause that says on what terms there can be exceptions, by its check.
constexpr std::string_view kTermsCheck = "exceptions_approved";

void take(std::int64_t& into, const PackParameter& from, std::string_view name) {
  if (from.name != name) return;
  if (auto value = parseDecimal(from.value)) into = static_cast<std::int64_t>(*value);
}

}  // namespace

WaiverTerms waiverTerms(const std::vector<StandingStandard>& standards) {
  WaiverTerms terms;
  for (const StandingStandard& standard : standards) {
    for (const StandingClause& clause : standard.clauses) {
      if (clause.check != kTermsCheck) continue;
      for (const PackParameter& one : clause.rules.back().parameters) {
        take(terms.reasonCharacters, one, "c");
        take(terms.monthsAtMost, one, "m");
        take(terms.daysAfterBreach, one, "r");
      }
      return terms;
    }
  }
  return terms;
}

std::vector<Waiver> approvedWaivers(Query& query, const WaiverTerms& terms) {
  std::vector<Waiver> waivers;
  Rows rows = query.all(namedSql(standards_files::waivers_sql, "waivers"),
                        {{":c", terms.reasonCharacters}, {":m", terms.monthsAtMost}});
  for (const Row& row : rows.rows) {
    auto from = row.number("from_day"), until = row.number("until_day");
    if (!from || !until) continue;  // Without an end it is no exception.
    if (auto ended = row.number("ended_day")) until = std::min(*until, *ended - 1);
    waivers.push_back({row.text("waiver"),
                       row.text("clause"),
                       row.text("initiative"),
                       row.text("reason"),
                       *from,
                       *until,
                       row.count("settled_day"),
                       {row.count("asked_entry"), row.count("entry")}});
  }
  return waivers;
}

const Waiver* waiverFor(const std::vector<Waiver>& waivers, const WaiverTerms& terms,
                        std::string_view clause, std::string_view initiative,
                        std::optional<DayNumber> day) {
  if (!day) return nullptr;
  for (const Waiver& waiver : waivers) {
    bool isSamePlace =
        waiver.initiative.empty() || initiative.empty() || waiver.initiative == initiative;
    bool isThen = waiver.from <= *day && *day <= waiver.until;
    bool isInTime = waiver.settled <= *day + terms.daysAfterBreach;
    if (waiver.clause == clause && isSamePlace && isThen && isInTime) return &waiver;
  }
  return nullptr;
}

}  // namespace minutebook

#include "audit/standards/standing.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ledger/view/named_sql.h"
#include "standards_files.h"

namespace minutebook {

namespace {

using standards_files::adopted_sql;

class AdoptedReader {
 public:
  explicit AdoptedReader(Query& query) : query_(query) {
    for (const Row& row : query.all(namedSql(adopted_sql, "parameters")).rows) {
      parameters_[row.count("entry")].push_back(
          {row.text("name"), row.text("value"), row.text("unit")});
    }
  }

  std::vector<StandingStandard> read() {
    for (const Row& row : query_.all(namedSql(adopted_sql, "clauses")).rows) addClause(row);
    for (const Row& row : query_.all(namedSql(adopted_sql, "changes")).rows) {
      for (StandingStandard& standard : standards_) {
        if (standard.id == row.text("standard")) change(standard, row);
      }
    }
    for (StandingStandard& standard : standards_) finish(standard);
    return std::move(standards_);
  }

 private:
  void addClause(const Row& row) {
    std::string id = row.text("standard");
    if (standards_.empty() || standards_.back().id != id) standards_.push_back({});
    StandingStandard& standard = standards_.back();
    standard.id = id;
    standard.label = id + "@" + row.text("version");
    standard.title = row.text("title");
    standard.isAdopted = true;
    auto& versions = versions_[id];
    if (versions.empty() || versions.back().label != standard.label) {
      versions.push_back({standard.label, row.count("day")});
    }
    StandingClause& clause = clauseOf(standard, row.text("code"));
    describe(clause, row);
    clause.rules.push_back(rulesOf(standard, row, clause.rules.empty()));
  }

  static StandingClause& clauseOf(StandingStandard& standard, const std::string& code) {
    for (StandingClause& clause : standard.clauses) {
      if (clause.code == code) return clause;
    }
    standard.clauses.push_back({});
    standard.clauses.back().code = code;
    return standard.clauses.back();
  }

  static void describe(StandingClause& clause, const Row& row) {
    clause.comesFrom = row.text("comes_from");
    clause.check = row.text("check_name");
    clause.checkHash = row.text("check_sql");
    clause.sql = row.text("own_sql");
    std::string how = row.text("check");
    clause.decided = how == "known"    ? PackPart::Decided::kByCheck
                     : how == "ownSql" ? PackPart::Decided::kByOwnSql
                                       : PackPart::Decided::kByAPerson;
  }

  ClauseRules rulesOf(const StandingStandard& standard, const Row& row, bool isFirst) {
    ClauseRules rules;
    rules.standard = standard.label;
    rules.clause = row.text("clause");
    rules.text = row.text("text");
    rules.obligation = row.text("obligation");
    rules.parameters = parameters_[row.count("entry")];
    rules.mayBeWaived = row.text("may_be_waived") != "no";
    // What happened before the first version is judged by it: there is nothing else to go by.
    if (!isFirst) rules.from = row.number("day");
    rules.entries = {row.count("standard_entry"), row.count("entry")};
    return rules;
  }

  static bool isAbout(const Row& row, const ClauseRules& rules, const std::string& standard) {
    if (rules.standard != standard + "@" + row.text("version")) return false;
    return row.isNull("clause") || row.text("clause") == rules.clause;
  }

  static void change(StandingStandard& standard, const Row& row) {
    for (StandingClause& clause : standard.clauses) {
      for (std::size_t i = clause.rules.size(); i-- > 0;) {
        if (!isAbout(row, clause.rules[i], standard.id)) continue;
        changeFrom(clause, i, row);
        break;
      }
    }
  }

  /// The newest rules of that version hold up to the change, a copy of them from then on.
  static void changeFrom(StandingClause& clause, std::size_t place, const Row& row) {
    DayNumber day = row.count("day");
    ClauseRules changed = clause.rules[place];
    clause.rules[place].until = day;
    if (row.text("change") == "retired") return;
    changed.from = day;
    changed.until.reset();
    changed.entries.push_back(row.count("entry"));
    std::string what = row.text("change");
    if (what == "text") changed.text = row.text("text");
    if (what == "obligation") changed.obligation = row.text("obligation");
    if (what == "mayBeWaived") changed.mayBeWaived = row.text("may_be_waived") != "no";
    if (what == "parameter") setParameter(changed, row);
    clause.rules.insert(clause.rules.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                        std::move(changed));
  }

  static void setParameter(ClauseRules& rules, const Row& row) {
    for (PackParameter& one : rules.parameters) {
      if (one.name != row.text("name")) continue;
      one.value = row.text("value");
      return;
    }
    rules.parameters.push_back({row.text("name"), row.text("value"), row.text("unit")});
  }

  /// From when a version was followed by another, or nothing.
  std::optional<DayNumber> endOf(const std::string& standard, const std::string& label) const {
    const auto& versions = versions_.at(standard);
    for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
      if (versions[i].label == label) return versions[i + 1].from;
    }
    return std::nullopt;
  }

  /// Each rules hold until the next; a later version without the clause ends it.
  void finish(StandingStandard& standard) const {
    const Pack* known = ownPack(standard.label);
    if (known) standard.items = known->items;
    for (StandingClause& clause : standard.clauses) {
      const PackPart* part = known ? known->part(clause.code) : nullptr;
      if (part) clause.matches = part->matches;
      ClauseRules& last = clause.rules.back();
      if (!last.until) last.until = endOf(standard.id, last.standard);
      for (std::size_t i = 0; i < clause.rules.size(); ++i) {
        ClauseRules& rules = clause.rules[i];
        rules.hash = parameterHash(rules.parameters);
        if (i + 1 == clause.rules.size()) continue;
        std::optional<DayNumber> next = clause.rules[i + 1].from;
        if (!rules.until || (next && *next < *rules.until)) rules.until = next;
      }
    }
  }

  /// A version of a standard, and from when it holds.
  struct Version {
    std::string label;
    DayNumber from;
  };

  Query& query_;
  std::map<std::int64_t, std::vector<PackParameter>> parameters_;
  std::map<std::string, std::vector<Version>> versions_;
  std::vector<StandingStandard> standards_;
};

}  // namespace

bool ClauseRules::decide(std::optional<DayNumber> day) const {
  if (!day) return !until;
  return (!from || *day >= *from) && (!until || *day < *until);
}

std::vector<StandingStandard> adoptedStandards(Query& query) {
  return AdoptedReader(query).read();
}

StandingStandard asIfAdopted(const Pack& pack) {
  StandingStandard standard{pack.id, pack.label(), pack.title, false, pack.items, {}};
  for (const PackPart& part : pack.parts) {
    if (part.decided == PackPart::Decided::kTable) continue;
    StandingClause clause;
    clause.code = part.code;
    clause.comesFrom = part.comesFrom;
    clause.decided = part.decided;
    clause.check = part.check;
    clause.sql = part.sql;
    clause.matches = part.matches;
    ClauseRules rules;
    rules.standard = pack.label();
    rules.clause = part.code;
    rules.text = part.text;
    rules.obligation = part.obligation;
    rules.parameters = part.parameters;
    rules.hash = parameterHash(part.parameters);
    rules.mayBeWaived = part.mayBeWaived;
    clause.rules.push_back(std::move(rules));
    standard.clauses.push_back(std::move(clause));
  }
  return standard;
}

}  // namespace minutebook

#include "audit/standards/judge.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "audit/standards/check_file.h"
#include "audit/standards/two_threads.h"
#include "ledger/base/bytes.h"
#include "ledger/base/fault.h"
#include "ledger/view/named_sql.h"
#include "standards_files.h"

namespace minutebook {

namespace {

using standards_files::adopted_sql;

/// Checks look at everything that is recorded, so their limits are wide; a stranger's are not.
constexpr SqlLimits kCheckLimits = {200'000'000'000, 5'000'000, std::size_t{4} << 30};

constexpr std::size_t kThreads = 2;

/// Whoever may open nothing gets null for every sealed value.
std::optional<std::string> opensNothing(std::int64_t, std::string_view) {
  return std::nullopt;
}

constexpr std::array<std::string_view, 8> kColumns = {"verdict", "about", "person",  "initiative",
                                                      "day",     "says",  "entries", "missing"};

/// What SQL alone cannot work out: audit/report/clause_inputs.h.
constexpr std::array<std::string_view, 2> kWorkedOut = {":cells", ":claims"};

bool asksForWorkedOut(std::string_view sql) {
  return std::any_of(kWorkedOut.begin(), kWorkedOut.end(),
                     [&](std::string_view name) { return sql.find(name) != sql.npos; });
}

/// Whether any thread may judge a clause: by a check of the program that opens nothing, and for
/// which nothing is worked out.
bool isForAnyThread(const StandingClause& clause) {
  if (clause.decided != PackPart::Decided::kByCheck) return false;
  const CheckFile* check = checkNamed(clause.check);
  return check && check->sql.find("reveal") == check->sql.npos && !asksForWorkedOut(check->sql);
}

/// "3,14,15" as numbers; what is no number is left out.
std::vector<std::int64_t> entriesIn(std::string_view text) {
  std::vector<std::int64_t> entries;
  while (!text.empty()) {
    std::size_t end = std::min(text.find(','), text.size());
    if (auto entry = parseDecimal(text.substr(0, end))) {
      entries.push_back(static_cast<std::int64_t>(*entry));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

/// The columns that are not there, in words; empty if all are.
std::string columnsMissing(const std::vector<std::string>& columns) {
  std::string missing;
  for (std::string_view column : kColumns) {
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
    missing += (missing.empty() ? "" : ", ") + std::string(column);
  }
  return missing;
}

/// Takes a text out of a row; a number is written out, and null is empty.
std::string taken(Value& value) {
  if (auto* text = std::get_if<std::string>(&value)) return std::move(*text);
  auto* number = std::get_if<std::int64_t>(&value);
  return number ? std::to_string(*number) : "";
}

Value valueOf(const std::string& text) {
  if (auto number = parseDecimal(text)) return static_cast<std::int64_t>(*number);
  return text;
}

}  // namespace

std::size_t ClauseVerdict::count(Verdict of) const {
  return static_cast<std::size_t>(std::count_if(
      cases.begin(), cases.end(), [&](const ClauseCase& one) { return one.verdict == of; }));
}

/// Where in a row the columns of a check stand; empty if they are not all there.
struct Judge::CaseColumns {
  enum Column : std::size_t {
    kVerdict,
    kAbout,
    kPerson,
    kInitiative,
    kDay,
    kSays,
    kEntries,
    kMissing
  };

  explicit CaseColumns(const std::vector<std::string>& columns) {
    if (!columnsMissing(columns).empty()) return;
    for (std::string_view column : kColumns) {
      auto found = std::find(columns.begin(), columns.end(), column);
      at.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
  }

  Value& in(std::vector<Value>& row, Column column) const { return row[at[column]]; }

  std::vector<std::size_t> at;
};

Judge::Judge(const ReadModel& model, const std::vector<StandingStandard>& standards,
             JudgeSettings settings)
    : model_(model),
      query_(model.query()),
      theirs_(model.guardedQuery()),
      settings_(std::move(settings)),
      terms_(waiverTerms(standards)),
      waivers_(approvedWaivers(query_, terms_)),
      replies_(query_) {
  if (!settings_.reveal) settings_.reveal = opensNothing;
  ours_.push_back(model.guardedQuery(kCheckLimits));
  for (const Row& row : query_.all(namedSql(adopted_sql, "inferred")).rows) {
    inferred_.push_back(row.count("entry"));
  }
  std::sort(inferred_.begin(), inferred_.end());
}

void Judge::keepViews() {
  if (isReady_) return;
  model_.keepViews();
  ours_ = model_.guardedQueries(kThreads, kCheckLimits);
  ours_.front().keepViews();
  isReady_ = true;
}

ClauseVerdict Judge::judge(const StandingClause& clause) {
  return judgeWith({ours_.front(), settings_.reveal, true}, clause);
}

ClauseVerdict Judge::judgeWith(const Asking& asking, const StandingClause& clause) {
  ClauseVerdict verdict;
  verdict.clause = clause;
  const CheckFile* check = checkNamed(clause.check);
  switch (clause.decided) {
    case PackPart::Decided::kByAPerson:
      assess(verdict);
      break;
    case PackPart::Decided::kByOwnSql:
      for (std::size_t i = 0; i < clause.rules.size(); ++i) {
        runUnder(verdict, i, clause.sql, {theirs_, settings_.reveal, false});
      }
      break;
    default:
      if (!check) {
        verdict.says = "This program has no check called " + clause.check + ".";
      } else if (!clause.checkHash.empty() && clause.checkHash != documentHash(check->sql)) {
        verdict.says = "The check " + clause.check +
                       " that was adopted is another than this program has. Adopt the standard "
                       "again, as a new version, to be judged by this program's.";
      } else {
        for (std::size_t i = 0; i < clause.rules.size(); ++i) {
          runUnder(verdict, i, check->sql, asking);
        }
        if (verdict.cases.empty()) {
          verdict.verdict = check->nothing;
          verdict.says = check->nothingSays;
          verdict.missing = check->nothingMissing;
        }
      }
  }
  settle(verdict);
  return verdict;
}

std::vector<ClauseVerdict> Judge::judge(const StandingStandard& standard) {
  keepViews();
  std::vector<ClauseVerdict> verdicts(standard.clauses.size());
  if (ours_.size() == kThreads) {
    judgeOnTwo(standard.clauses, verdicts);
  } else {
    for (std::size_t i = 0; i < verdicts.size(); ++i) verdicts[i] = judge(standard.clauses[i]);
  }
  return verdicts;
}

void Judge::judgeOnTwo(const std::vector<StandingClause>& clauses,
                       std::vector<ClauseVerdict>& verdicts) {
  std::vector<std::size_t> own;
  std::vector<std::size_t> either;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    (isForAnyThread(clauses[i]) ? either : own).push_back(i);
  }
  WorkForTwo work;
  work.own = [&] {
    for (std::size_t i : own) verdicts[i] = judge(clauses[i]);
  };
  work.pieces = either.size();
  work.piece = [&](std::size_t thread, std::size_t piece) {
    ours_[thread].keepViews();
    // Without reveal() a check that asked for it all the same would not run.
    const std::size_t i = either[piece];
    verdicts[i] = judgeWith({ours_[thread], {}, true}, clauses[i]);
  };
  doOnTwoThreads(work);
}

void Judge::runUnder(ClauseVerdict& verdict, std::size_t rules, std::string_view sql,
                     const Asking& asking) {
  const bool isOurs = asking.isOurs;
  std::vector<std::string> names;  // Parameters hold views of them.
  const std::vector<PackParameter>& values = verdict.clause.rules[rules].parameters;
  names.reserve(values.size());
  std::vector<Parameter> parameters = workedOutFor(sql);
  parameters.emplace_back(":today", settings_.today);
  for (const PackParameter& one : values) {
    names.push_back(":" + one.name);
    parameters.emplace_back(names.back(), valueOf(one.value));
  }
  const std::size_t before = verdict.cases.size();
  std::optional<CaseColumns> where;
  auto columns =
      asking.query.each(sql, parameters, asking.reveal,
                        [&](const std::vector<std::string>& given, std::vector<Value>& row) {
                          if (!where) where.emplace(given);
                          if (!where->at.empty()) takeRow(verdict, rules, *where, row, isOurs);
                        });
  if (!columns) {
    if (isOurs)
      throw Fault(FaultKind::kBug, verdict.clause.check + ": " + columns.refusal().reason);
    verdict.cases.resize(before);
    verdict.says = "Its SQL cannot be run: " + columns.refusal().reason;
    return;
  }
  std::string missing = columnsMissing(columns.value());
  if (missing.empty()) return;
  if (isOurs) throw Fault(FaultKind::kBug, verdict.clause.check + " gives no " + missing);
  verdict.says = "Its SQL gives no column " + missing + ".";
}

std::vector<Parameter> Judge::workedOutFor(std::string_view sql) {
  if (!asksForWorkedOut(sql) || !settings_.workedOut) return {};
  if (!workedOut_) workedOut_ = settings_.workedOut();
  return *workedOut_;
}

void Judge::takeRow(ClauseVerdict& verdict, std::size_t rules, const CaseColumns& columns,
                    std::vector<Value>& row, bool isOurs) const {
  ClauseCase one;
  if (auto* day = std::get_if<std::int64_t>(&columns.in(row, CaseColumns::kDay))) one.day = *day;
  if (!verdict.clause.rules[rules].decide(one.day)) return;
  one.initiative = taken(columns.in(row, CaseColumns::kInitiative));
  bool isElsewhere = !settings_.initiative.empty() && !one.initiative.empty() &&
                     one.initiative != settings_.initiative;
  if (isElsewhere) return;
  const std::string word = taken(columns.in(row, CaseColumns::kVerdict));
  std::optional<Verdict> said = verdictNamed(word);
  one.entries = entriesIn(taken(columns.in(row, CaseColumns::kEntries)));
  one.about = taken(columns.in(row, CaseColumns::kAbout));
  bool isSound =
      said && *said != Verdict::kWaived && (*said != Verdict::kPass || !one.entries.empty());
  if (!isSound && isOurs) {
    throw Fault(FaultKind::kBug, verdict.clause.check + " says " + word + " of " + one.about +
                                     ", resting on nothing");
  }
  one.verdict = isSound ? *said : Verdict::kUnknown;
  one.person = taken(columns.in(row, CaseColumns::kPerson));
  one.says = taken(columns.in(row, CaseColumns::kSays));
  if (!isSound) one.says = "Its SQL passes this on no entry, or says no verdict. " + one.says;
  if (one.verdict == Verdict::kUnknown) one.missing = taken(columns.in(row, CaseColumns::kMissing));
  one.rules = rules;
  addCase(verdict, std::move(one));
}

void Judge::assess(ClauseVerdict& verdict) {
  for (const Row& row : query_.all(namedSql(adopted_sql, "assessments")).rows) {
    for (std::size_t i = 0; i < verdict.clause.rules.size(); ++i) {
      const ClauseRules& rules = verdict.clause.rules[i];
      bool isThis = rules.clause == row.text("clause") && row.count("is_newest") == 1;
      ClauseCase one;
      one.day = row.number("day");
      one.initiative = row.text("initiative");
      bool isElsewhere = !settings_.initiative.empty() && !one.initiative.empty() &&
                         one.initiative != settings_.initiative;
      if (!isThis || !rules.decide(one.day) || isElsewhere) continue;
      one.verdict = verdictNamed(row.text("verdict")).value_or(Verdict::kUnknown);
      one.about = one.initiative.empty() ? "" : "initiative:" + one.initiative;
      one.says = "Judged by " + row.text("participant") + ": " +
                 row.textOr("reasons", "no reasons recorded");
      one.entries = {row.count("entry")};
      one.rules = i;
      addCase(verdict, std::move(one));
    }
  }
  if (!verdict.cases.empty()) return;
  verdict.says = "A named person judges this, and nobody has yet.";
  verdict.missing = "clauseAssessed";
}

void Judge::addCase(ClauseVerdict& verdict, ClauseCase one) const {
  if (one.verdict == Verdict::kPass) {
    for (std::int64_t entry : one.entries) {
      if (!std::binary_search(inferred_.begin(), inferred_.end(), entry)) continue;
      one.verdict = Verdict::kUnknown;
      one.missing = "witnessed or attested";
      one.says += " This rests on entry " + std::to_string(entry) +
                  ", which a later reader worked out; nothing is passed on that.";
      break;
    }
  }
  const ClauseRules& rules = verdict.clause.rules[one.rules];
  if (one.verdict == Verdict::kFail && rules.mayBeWaived) {
    if (const Waiver* waiver = waiverFor(waivers_, terms_, rules.clause, one.initiative, one.day)) {
      one.verdict = Verdict::kWaived;
      one.waiver = waiver->id;
      one.says += " Exception " + waiver->id + " was approved: " + waiver->reason;
      one.entries.insert(one.entries.end(), waiver->entries.begin(), waiver->entries.end());
    }
  }
  if (isFinding(one.verdict) || one.verdict == Verdict::kWaived) {
    one.replies = replies_.to(one.entries);
  }
  verdict.cases.push_back(std::move(one));
}

void Judge::settle(ClauseVerdict& verdict) const {
  if (verdict.cases.empty()) return;
  // By their places: a case is large, and there may be many.
  std::vector<std::size_t> order(verdict.cases.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return outweighs(verdict.cases[a].verdict, verdict.cases[b].verdict);
  });
  std::vector<ClauseCase> sorted;
  sorted.reserve(order.size());
  for (std::size_t place : order) sorted.push_back(std::move(verdict.cases[place]));
  verdict.cases = std::move(sorted);
  verdict.verdict = verdict.cases.front().verdict;
}

}  // namespace minutebook

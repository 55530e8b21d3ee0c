#include "audit/report/clause_inputs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "audit/report/claims.h"
#include "audit/report/surveys.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// One claim's own query may cost so much: there may be many.
constexpr SqlLimits kClaimLimits = {50'000'000, 1'000, std::size_t{64} << 20};

Value orNull(const std::string& text) {
  if (text.empty()) return {};
  return text;
}

std::string jsonOf(Query& query, std::string_view name, const std::vector<Parameter>& members) {
  std::string sql = namedSql(report_files::clause_inputs_sql, name);
  return query.all(sql, members).rows.front().text("text");
}

std::string listOf(const std::vector<std::string>& objects) {
  std::string text = "[";
  for (const std::string& object : objects) text += (text.size() > 1 ? "," : "") + object;
  return text + "]";
}

// Claims.

/// As the check reads it; kept apart from verdictWords(), which people read.
std::string_view nameOf(ClaimVerdict verdict) {
  static constexpr std::array<std::string_view, 4> kNames = {"agrees", "rounded", "differs",
                                                             "notConfirmed"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::string claimJson(Query& query, const ClaimCheck& claim) {
  return jsonOf(query, "claim",
                {{":entry", claim.entry},
                 {":nth", claim.nth},
                 {":verdict", std::string(nameOf(claim.verdict))},
                 {":found", orNull(claim.workedOut)},
                 {":why", orNull(claim.why)},
                 {":sealed", std::int64_t{claim.isSealed ? 1 : 0}}});
}

/// What the claim's query gives for this value: one column for each value, or one for all.
std::optional<Decimal> foundIn(const Rows& rows, const Row& value) {
  if (rows.rows.size() != 1) return std::nullopt;
  const std::vector<Value>& found = rows.rows.front().values();
  auto nth = static_cast<std::size_t>(value.count("nth"));
  bool isOneEach = static_cast<std::int64_t>(found.size()) == value.count("values_stated");
  if (!isOneEach && found.size() != 1) return std::nullopt;
  const Value& one = found[isOneEach ? nth : 0];
  if (const auto* number = std::get_if<std::int64_t>(&one)) return Decimal{*number, 0};
  if (const auto* text = std::get_if<std::string>(&one)) return parseExactDecimal(*text);
  return std::nullopt;
}

ClaimCheck checkByQuery(GuardedQuery& guarded, const Row& value) {
  ClaimCheck claim;
  claim.entry = value.count("entry");
  claim.nth = value.count("nth");
  Outcome<Rows> rows = guarded.all(value.text("query"));
  if (!rows) {
    claim.why = "Its query cannot be run.";
    return claim;
  }
  std::optional<Decimal> found = foundIn(rows.value(), value);
  if (!found) {
    claim.why = "Its query gives no number for it.";
    return claim;
  }
  StatedFigure stated = statedFigure(value);
  if (value.isNull("figure")) stated.figure = {value.count("money_minor"), 0};
  claim.workedOut = formatDecimal(*found);
  claim.verdict = compareFigures(stated, *found);
  return claim;
}

std::string claimsJson(const ReadModel& model, Query& query,
                       const std::vector<SurveyTotals>& surveys) {
  GuardedQuery guarded = model.guardedQuery(kClaimLimits);
  std::vector<std::string> objects;
  std::set<std::pair<std::int64_t, std::int64_t>> byQuery;
  for (const Row& value : query.all(namedSql(report_files::clause_inputs_sql, "queries")).rows) {
    ClaimCheck claim = checkByQuery(guarded, value);
    byQuery.emplace(claim.entry, claim.nth);
    objects.push_back(claimJson(query, claim));
  }
  for (const ClaimCheck& claim : claimChecks(query, {}, surveys)) {
    if (!byQuery.contains({claim.entry, claim.nth})) objects.push_back(claimJson(query, claim));
  }
  return listOf(objects);
}

// Small counts of reports.

/// What a report shows of counts that could be small.
struct Shown {
  std::int64_t numbers = 0;
  std::optional<std::int64_t> smallest;
  bool isSealed = false;  ///< Sheets that it was made from cannot be opened now.

  void add(std::int64_t count) {
    ++numbers;
    smallest = std::min(smallest.value_or(count), count);
  }
};

Shown shownIn(const SurveyReport& report) {
  Shown shown;
  for (const SurveyTotals& survey : report.surveys) {
    if (!survey.sealedSheets.empty()) shown.isSealed = true;
    for (const QuestionTotals& totals : survey.questions) {
      if (!totals.heldBack.empty()) continue;
      if (totals.answeredHeldBack.empty()) shown.add(totals.answered);
      if (!totals.demographic) continue;
      for (const AnswerShare& share : totals.distribution) {
        if (share.heldBack.empty() && share.people > 0) shown.add(share.people);
      }
    }
  }
  return shown;
}

/// Reports with the same numbers are made once, under the name of the first.
const SurveyReport* madeFor(const EarlierReport& report, const std::vector<EarlierReport>& all,
                            const std::vector<SurveyReport>& made) {
  for (const EarlierReport& one : all) {
    bool isSame = one.size == report.size && one.fewest == report.fewest &&
                  one.scope.initiative == report.scope.initiative;
    if (!isSame) continue;
    auto found = std::find_if(made.begin(), made.end(),
                              [&](const SurveyReport& m) { return m.name == one.id; });
    if (found != made.end()) return &*found;
  }
  return nullptr;
}

std::string cellsJson(Query& query, const std::vector<EarlierReport>& reports,
                      const std::vector<SurveyReport>& made) {
  std::vector<std::string> objects;
  for (const EarlierReport& report : reports) {
    const SurveyReport* again = madeFor(report, reports, made);
    Shown shown = again ? shownIn(*again) : Shown{};
    Value smallest;
    if (shown.smallest) smallest = *shown.smallest;
    objects.push_back(jsonOf(query, "report",
                             {{":report", report.id},
                              {":made", std::int64_t{again ? 1 : 0}},
                              {":k", again ? again->cells.fewest : std::int64_t{0}},
                              {":held", again ? again->heldBack : std::int64_t{0}},
                              {":shown", shown.numbers},
                              {":smallest", smallest},
                              {":sealed", std::int64_t{shown.isSealed ? 1 : 0}}}));
  }
  return listOf(objects);
}

}  // namespace

std::vector<Parameter> clauseInputs(const ReadModel& model, const ClauseSources& sources) {
  Query query = model.query();
  std::vector<EarlierReport> earlier = earlierReports(query);
  Compared compared = compareWith(earlier, sources.asOf, sources.open, kFewestShown);
  SurveyReport now = surveyReport(query, {}, sources.open, fewestAnswers(query, {}, kFewestShown),
                                  compared.reports);
  return {{":claims", claimsJson(model, query, now.surveys)},
          {":cells", cellsJson(query, earlier, compared.reports)}};
}

}  // namespace minutebook

#include "audit/report/survey_cells.h"

#include <algorithm>
#include <utility>

#include "report_files.h"

namespace minutebook {

namespace {

/// Keeps nothing but the question itself and why.
void holdWhole(QuestionTotals& totals, std::string why) {
  QuestionTotals held;
  held.survey = std::move(totals.survey);
  held.question = std::move(totals.question);
  held.wording = std::move(totals.wording);
  held.demographic = totals.demographic;
  held.sheets = std::move(totals.sheets);
  held.heldBack = std::move(why);
  // The first entry is the survey's: the others would tell how many answered, and who.
  if (!totals.entries.empty()) held.entries = {totals.entries.front()};
  totals = std::move(held);
}

/// How many sheets tell a question otherwise than in an earlier report.
struct Changed {
  std::size_t surely = 0;
  std::size_t perhaps = 0;  ///< Cannot be opened any more.
};

Changed changedSince(const QuestionTotals& now, const SurveyTotals& surveyThen,
                     const QuestionTotals& then) {
  Changed changed;
  changed.perhaps = surveyThen.sealedSheets.size();
  for (const auto& [sheet, entry] : then.sheets) {
    auto found = now.sheets.find(sheet);
    if (found == now.sheets.end() || found->second != entry) ++changed.surely;
  }
  for (const auto& [sheet, entry] : now.sheets) {
    if (!then.sheets.contains(sheet)) ++changed.surely;
  }
  return changed;
}

/// The earlier report beside which this question tells of too few; null if none does.
const SurveyReport* tellsBeside(const QuestionTotals& now, std::int64_t fewest,
                                const std::vector<SurveyReport>& earlier) {
  for (const SurveyReport& report : earlier) {
    for (const SurveyTotals& survey : report.surveys) {
      const QuestionTotals* then = survey.id == now.survey ? survey.find(now.question) : nullptr;
      if (!then || (!then->heldBack.empty() && !then->perhapsShown)) continue;
      Changed changed = changedSince(now, survey, *then);
      auto most = static_cast<std::size_t>(std::max(fewest, report.cells.fewest));
      bool any = changed.surely + changed.perhaps > 0;
      // Small groups are compared number by number, and those of then are no longer known.
      bool unsure = now.demographic && changed.perhaps > 0;
      if (unsure || (any && changed.surely < most)) return &report;
    }
  }
  return nullptr;
}

/// Where the numbers of one question stand among the cells.
struct Placed {
  QuestionTotals* totals = nullptr;
  std::size_t answered = 0;
  std::vector<std::size_t> shares;  ///< In the order of the distribution.
};

SmallCell cellOf(const QuestionTotals& totals, const std::string& what, std::int64_t count) {
  SmallCell cell;
  cell.name = totals.survey + "@" + totals.question + ": " + what;
  cell.count = count;
  cell.onlyGrows = true;
  return cell;
}

/// What no report prints, so that `whole` comes out.
std::size_t addRest(SmallCells& table, const QuestionTotals& totals, const std::string& what,
                    std::int64_t count) {
  SmallCell rest = cellOf(totals, "not " + what, count);
  rest.kind = CellKind::kUnseen;
  rest.onlyGrows = false;
  return table.add(std::move(rest));
}

void placeShares(SmallCells& table, Placed& placed) {
  const QuestionTotals& totals = *placed.totals;
  std::int64_t sum = 0;
  for (const AnswerShare& share : totals.distribution) {
    sum += share.people;
    placed.shares.push_back(table.add(cellOf(totals, share.option, share.people)));
  }
  if (sum == totals.answered) {
    table.sums.push_back({placed.answered, placed.shares});
    return;
  }
  // Who may give several answers is counted in each.
  for (std::size_t i = 0; i < placed.shares.size(); ++i) {
    const AnswerShare& share = totals.distribution[i];
    std::size_t rest = addRest(table, totals, share.option, totals.answered - share.people);
    table.sums.push_back({placed.answered, {placed.shares[i], rest}});
  }
}

Placed place(SmallCells& table, const SurveyTotals& survey, QuestionTotals& totals) {
  Placed placed{&totals, 0, {}};
  SmallCell answered = cellOf(totals, "answered", totals.answered);
  answered.noughtIsShown = true;
  placed.answered = table.add(std::move(answered));
  placeShares(table, placed);
  std::vector<AnswerShare> silent = {{"prefer not to say", totals.preferNotToSay, ""},
                                     {"left blank", totals.leftBlank, ""}};
  SmallCell sheets = cellOf(totals, "sheets", survey.sheets);
  sheets.kind = CellKind::kSeats;
  std::int64_t rest = survey.sheets - totals.answered;
  CellSum all{table.add(std::move(sheets)), {placed.answered}};
  for (AnswerShare& share : silent) {
    SmallCell cell = cellOf(totals, share.option, share.people);
    // That nobody stayed silent says of nobody who they are.
    cell.noughtIsShown = true;
    placed.shares.push_back(table.add(std::move(cell)));
    all.parts.push_back(placed.shares.back());
    rest -= share.people;
    totals.distribution.push_back(std::move(share));
  }
  all.parts.push_back(addRest(table, totals, "told", rest));
  table.sums.push_back(std::move(all));
  return placed;
}

void tellHeld(const Placed& placed, const PublishedCells& cells) {
  QuestionTotals& totals = *placed.totals;
  totals.preferNotToSay = totals.leftBlank = 0;
  totals.provenance = {};
  if (!totals.entries.empty()) totals.entries = {totals.entries.front()};
  if (cells.held[placed.answered] != Held::kNo) {
    totals.answeredHeldBack = heldWords(cells.held[placed.answered], cells.fewest);
    totals.answered = 0;
  }
  for (std::size_t i = 0; i < placed.shares.size(); ++i) {
    Held held = cells.held[placed.shares[i]];
    if (held == Held::kNo) continue;
    totals.distribution[i].heldBack = heldWords(held, cells.fewest);
    totals.distribution[i].people = 0;
  }
}

/// Why nothing of the question is shown, if so; `counted` says whether that protects anybody.
std::string whyWhole(const QuestionTotals& totals, const SurveyTotals& survey,
                     const SurveyReport& report, const std::vector<SurveyReport>& earlier,
                     bool& counted) {
  std::string fewer = "fewer than " + std::to_string(report.cells.fewest) + " people answered";
  counted = totals.answered > 0;
  if (totals.answered == 0) {
    return survey.sealedSheets.empty() ? "no answers are on record"
                                       : "sealed for you: the answers cannot be opened here";
  }
  // Two reports a sheet apart would give that sheet away, whoever remembers to record them.
  if (!survey.closed) return "held back: the survey is open, as far as the record says";
  if (totals.answered < report.cells.fewest) return "held back: " + fewer;
  if (const SurveyReport* other = tellsBeside(totals, report.cells.fewest, earlier)) {
    return "held back: beside " + other->name + " it would tell what " + fewer;
  }
  return "";
}

}  // namespace

void holdBackAnswers(SurveyReport& report, const std::vector<SurveyReport>& earlier) {
  std::vector<Placed> placed;
  for (SurveyTotals& survey : report.surveys) {
    for (QuestionTotals& totals : survey.questions) {
      bool counted = false;
      std::string why = whyWhole(totals, survey, report, earlier, counted);
      if (!why.empty()) {
        auto most = totals.answered + static_cast<std::int64_t>(survey.sealedSheets.size());
        bool few = survey.closed && totals.answered < report.cells.fewest;
        holdWhole(totals, std::move(why));
        totals.perhapsShown = few && most >= report.cells.fewest;
        report.heldBack += counted ? 1 : 0;
      } else if (totals.demographic) {
        placed.push_back(place(report.cells.table, survey, totals));
      }
    }
  }
  std::vector<PublishedCells> before;
  for (const SurveyReport& one : earlier) before.push_back(one.cells);
  report.cells.held = holdBack(report.cells.table, report.cells.fewest, before, report.cells.size);
  report.heldBack += countHeld(report.cells.table, report.cells.held);
  for (const Placed& one : placed) tellHeld(one, report.cells);
}

SurveyReport surveyReport(Query& query, const Scope& scope, const SheetOpener& open,
                          std::int64_t fewest, const std::vector<SurveyReport>& earlier) {
  SurveyReport report;
  report.surveys = countSurveys(query, scope, open);
  report.cells.fewest = std::max(fewest, kFewestShownMin);
  report.cells.size =
      ask(query, report_files::record_sql, "size", scope).rows.front().count("size");
  holdBackAnswers(report, earlier);
  return report;
}

}  // namespace minutebook

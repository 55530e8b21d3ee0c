#include "audit/report/claims.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "report_files.h"

namespace minutebook {

namespace {

enum class Total { kMean, kLowest, kHighest, kAnswered, kUnknown };

Total totalMeant(const Row& row) {
  std::string words = row.isNull("metric") ? row.text("label") : row.text("metric");
  auto says = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  if (says("mean") || says("average")) return Total::kMean;
  if (says("lowest")) return Total::kLowest;
  if (says("highest")) return Total::kHighest;
  if (says("answered")) return Total::kAnswered;
  return Total::kUnknown;
}

const QuestionTotals* findTotals(const std::vector<SurveyTotals>& surveys, const std::string& ref) {
  std::size_t at = ref.find('@');
  for (const SurveyTotals& survey : surveys) {
    if (survey.id == ref.substr(0, at)) return survey.find(ref.substr(at + 1));
  }
  return nullptr;
}

std::optional<Decimal> totalOf(const QuestionTotals& totals, Total which) {
  switch (which) {
    case Total::kMean:
      return totals.mean;
    case Total::kLowest:
      return totals.lowest;
    case Total::kHighest:
      return totals.highest;
    case Total::kAnswered:
      if (!totals.answeredHeldBack.empty()) return std::nullopt;
      return Decimal{totals.answered, 0};
    case Total::kUnknown:
      break;
  }
  return std::nullopt;
}

/// To the nearest step half up, as people round, or up or down; nothing for other words.
std::optional<Decimal> roundedTo(const Decimal& value, const Decimal& step,
                                 std::string_view rounding) {
  std::uint8_t places = std::max(value.places, step.places);
  auto scaled = scaledTo(value, places);
  auto scaledStep = scaledTo(step, places);
  if (!scaled || !scaledStep || *scaledStep <= 0 || *scaled < 0) return std::nullopt;
  std::int64_t steps = *scaled / *scaledStep;
  std::int64_t rest = *scaled % *scaledStep;
  if (rounding == "nearest") {
    steps += rest >= *scaledStep - rest ? 1 : 0;
  } else if (rounding == "up") {
    steps += rest > 0 ? 1 : 0;
  } else if (rounding != "down") {
    return std::nullopt;
  }
  return Decimal{steps * *scaledStep, places};
}

bool same(const Decimal& a, const Decimal& b) {
  std::uint8_t places = std::max(a.places, b.places);
  return scaledTo(a, places) == scaledTo(b, places);
}

void check(ClaimCheck& claim, const Row& row, const std::vector<SurveyTotals>& surveys) {
  if (claim.question.find(' ') != std::string::npos) {
    claim.why = "It compares two questions, and the answers are not joined per person.";
    return;
  }
  const QuestionTotals* totals = findTotals(surveys, claim.question);
  if (!totals) {
    claim.why = "The question is not on record.";
    return;
  }
  claim.entries.insert(claim.entries.end(), totals->entries.begin(), totals->entries.end());
  claim.entries = inOrder(std::move(claim.entries));
  if (!totals->heldBack.empty()) {
    claim.isSealed = totals->heldBack.starts_with("sealed");
    claim.why = "The result is " + totals->heldBack + ".";
    return;
  }
  auto found = totalOf(*totals, totalMeant(row));
  if (!found || row.isNull("figure")) {
    claim.why = "What it states is no total of the answers.";
    return;
  }
  claim.workedOut = formatDecimal(*found);
  claim.verdict = compareFigures(statedFigure(row), *found);
}

}  // namespace

StatedFigure statedFigure(const Row& row) {
  StatedFigure stated;
  stated.figure = {row.count("figure_unscaled"),
                   static_cast<std::uint8_t>(row.count("figure_places"))};
  stated.rounding = row.text("rounding");
  if (!row.isNull("rounded_to_unscaled")) {
    stated.step = {row.count("rounded_to_unscaled"),
                   static_cast<std::uint8_t>(row.count("rounded_to_places"))};
  }
  return stated;
}

ClaimVerdict compareFigures(const StatedFigure& stated, const Decimal& found) {
  if (same(stated.figure, found)) return ClaimVerdict::kAgrees;
  auto rounded = roundedTo(found, stated.step, stated.rounding);
  bool agrees = rounded && same(stated.figure, *rounded);
  return agrees ? ClaimVerdict::kAgreesRounded : ClaimVerdict::kDiffers;
}

std::vector<ClaimCheck> claimChecks(Query& query, const Scope& scope,
                                    const std::vector<SurveyTotals>& surveys) {
  std::vector<ClaimCheck> checks;
  for (const Row& row : ask(query, report_files::surveys_sql, "claims", scope).rows) {
    ClaimCheck claim;
    claim.entry = row.count("entry");
    claim.nth = row.count("nth");
    claim.statement = row.text("statement");
    claim.label = row.text("label");
    claim.question = row.text("questions");
    claim.stated = row.isNull("figure") ? row.text("in_words") : row.text("figure");
    claim.provenance = row.text("provenance");
    claim.entries = entriesOf(row);
    check(claim, row, surveys);
    checks.push_back(std::move(claim));
  }
  return checks;
}

std::string_view verdictWords(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::kAgrees:
      return "agrees";
    case ClaimVerdict::kAgreesRounded:
      return "agrees after rounding";
    case ClaimVerdict::kDiffers:
      return "differs";
    case ClaimVerdict::kNotConfirmed:
      return "not confirmed";
  }
  return "";
}

}  // namespace minutebook

// audit/report/claims.h
//
// Figures that reports and papers state about surveys, worked out again from the record.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "audit/report/surveys.h"
#include "ledger/base/decimal.h"
#include "ledger/view/query.h"

namespace minutebook {

enum class ClaimVerdict {
  kAgrees,         ///< Exactly.
  kAgreesRounded,  ///< After the rounding that the claim states.
  kDiffers,
  kNotConfirmed,  ///< The record does not hold what it would take.
};

/// A figure as it stands in a claim.
struct StatedFigure {
  Decimal figure;
  std::string rounding;  ///< "nearest", "down", "up"; anything else: exact.
  Decimal step{1, 0};    ///< What it was rounded to.
};

/// From a row of a claim's value: its columns `figure_...`, `rounding` and `rounded_to_...`.
StatedFigure statedFigure(const Row& row);

/// Whether what was stated is what was found, or comes of rounding that.
ClaimVerdict compareFigures(const StatedFigure& stated, const Decimal& found);

/// A figure that somebody stated, beside what the record gives for it, and whether they agree.
struct ClaimCheck {
  std::int64_t entry = 0;  ///< The claim's.
  std::int64_t nth = 0;    ///< Which of its values.
  std::string statement;
  std::string label;
  std::string question;  ///< SURVEY@QUESTION, or several.
  std::string stated;
  std::string workedOut;  ///< Empty where it could not be.
  ClaimVerdict verdict = ClaimVerdict::kNotConfirmed;
  std::string why;
  bool isSealed = false;  ///< Whoever asks may not open what it would take.
  std::string provenance;
  Entries entries;
};

/// Claims about survey questions. Which total is meant is told by the claim's metric (survey_mean,
/// survey_lowest, survey_highest, survey_answered), else by its label: average, lowest, highest.
std::vector<ClaimCheck> claimChecks(Query& query, const Scope& scope,
                                    const std::vector<SurveyTotals>& surveys);

/// The verdict in words for a reader of the report.
std::string_view verdictWords(ClaimVerdict verdict);

}  // namespace minutebook

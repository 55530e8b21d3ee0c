// audit/report/surveys.h
//
// Survey results as totals only. Sheets are opened one after the other, added up and forgotten;
// where too few people answered a question, its result is held back and the report says so. Which
// numbers are: survey_cells.h.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "audit/report/small_cells.h"
#include "ledger/base/decimal.h"
#include "ledger/view/query.h"
#include "ledger/view/survey_sheets.h"

namespace minutebook {

/// How many people gave one answer.
struct AnswerShare {
  std::string option;
  std::int64_t people = 0;
  std::string heldBack;  ///< Why the number is not told (it is 0 then); empty if it is shown.
};

/// Sheets, each by its entry, with the entry that holds its answers now.
using Sheets = std::map<std::int64_t, std::int64_t>;

/// What the answers to one question come to, or why that is held back.
struct QuestionTotals {
  std::string survey;
  std::string question;  ///< Its id in the survey.
  std::string wording;
  bool demographic = false;  ///< It asks who people are: every answer is a small cell.
  std::int64_t answered = 0;
  std::string answeredHeldBack;  ///< Why `answered` is not told; empty if it is.
  std::int64_t preferNotToSay = 0;
  std::int64_t leftBlank = 0;
  std::string heldBack;  ///< Why nothing below is filled in; empty if it is shown.
  std::optional<Decimal> lowest;
  std::optional<Decimal> highest;
  std::optional<Decimal> mean;  ///< Never shown without the lowest and the distribution.
  bool meanIsExact = true;      ///< Else rounded half up to three places.
  std::vector<AnswerShare> distribution;
  ProvenanceCount provenance;
  Entries entries;
  Sheets sheets;              ///< That say something to the question. Not to be shown.
  bool perhapsShown = false;  ///< Held back now, but not if sheets could be opened that cannot be.
};

/// One survey: who was asked, how many answered, and the totals of its questions.
struct SurveyTotals {
  std::string id;
  std::string purpose;
  std::string toWhom;
  Figure response;      ///< "8 of 10", as told when the survey closed.
  bool closed = false;  ///< It is on record that it ended; until then nothing below is shown.
  bool joinedPerPerson = false;
  std::int64_t sheets = 0;
  Sheets sealedSheets;  ///< That this reader cannot open, or nobody any more.
  std::vector<QuestionTotals> questions;
  const QuestionTotals* find(const std::string& question) const;
};

/// The surveys of one report, as they may be shown.
struct SurveyReport {
  std::string name;  ///< "RP-1"; empty for the one that is being made.
  std::vector<SurveyTotals> surveys;
  PublishedCells cells;       ///< Of the questions that ask who people are.
  std::int64_t heldBack = 0;  ///< Numbers, and questions as a whole.
};

/// `fewest` is k, the number set for survey answers; below kFewestShownMin counts as that. Held
/// back is what would give something away beside `earlier` reports, in the order they were made.
SurveyReport surveyReport(Query& query, const Scope& scope, const SheetOpener& open,
                          std::int64_t fewest, const std::vector<SurveyReport>& earlier = {});

/// The surveys alone, as if nothing had been given out before.
std::vector<SurveyTotals> surveyTotals(Query& query, const Scope& scope, const SheetOpener& open,
                                       std::int64_t fewest);

/// The number that a recorded change of the standard sets, or `otherwise`.
std::int64_t fewestAnswers(Query& query, const Scope& scope, std::int64_t otherwise);

/// sum / n with at most three places more, exact where it comes out.
struct Mean {
  Decimal value;
  bool exact = true;
};
/// Nothing for no figures, or if the sum does not fit.
std::optional<Mean> meanOf(const std::vector<Decimal>& figures);

/// `value` with `places` digits after the point; nothing if that loses digits or does not fit.
std::optional<std::int64_t> scaledTo(const Decimal& value, std::uint8_t places);

}  // namespace minutebook

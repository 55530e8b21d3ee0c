// audit/report/surveys.h
//
// Survey results as totals only. Sheets are opened one after the other, added up and forgotten;
// where too few people answered a question, its result is held back and the report says so.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/base/decimal.h"
#include "ledger/view/query.h"
#include "ledger/view/survey_sheets.h"

namespace minutebook {

/// A result is shown only if at least so many people answered the question.
inline constexpr std::int64_t kFewestAnswers = 10;
/// Nobody may set it lower.
inline constexpr std::int64_t kFewestAnswersMin = 5;

/// How many people gave one answer.
struct AnswerShare {
  std::string option;
  std::int64_t people = 0;
};

/// What the answers to one question come to, or why that is held back.
struct QuestionTotals {
  std::string survey;
  std::string question;  ///< Its id in the survey.
  std::string wording;
  std::int64_t answered = 0;
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
};

/// One survey: who was asked, how many answered, and the totals of its questions.
struct SurveyTotals {
  std::string id;
  std::string purpose;
  std::string toWhom;
  Figure response;  ///< "8 of 10", as told when the survey closed.
  bool joinedPerPerson = false;
  std::int64_t sheets = 0;
  std::int64_t sealedSheets = 0;  ///< That this reader cannot open, or nobody any more.
  std::vector<QuestionTotals> questions;
  const QuestionTotals* find(const std::string& question) const;
};

/// `fewest` is the number set for survey answers; below kFewestAnswersMin counts as that.
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

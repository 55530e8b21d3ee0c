// ledger/view/survey_sheets.h
//
// The sealed answers of one survey sheet, opened for a report, which shows them as totals only.
// They are never written to the read model.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/decimal.h"
#include "ledger/seal/disclosures.h"

namespace minutebook {

/// The form of an answer: one of the reasons why there is none, or the type of what was said.
enum class AnswerForm {
  kNotRecorded,
  kPreferNotToSay,
  kLeftBlank,
  kNotOffered,
  kWords,
  kFigure,
  kChoice,
  kChosen,
  kRanked,
};

/// What one sheet says to one question.
struct SheetAnswer {
  std::string question;  ///< The question's id in its survey: Q1.
  AnswerForm form = AnswerForm::kNotRecorded;
  Decimal figure;                  ///< With kFigure, on the question's own scale.
  std::vector<std::string> texts;  ///< The words, the choice, the choices, or the ranking in order.
};

/// A sheet as this reader may see it; no answers unless `state` is kOpen.
struct OpenedSheet {
  SealState state = SealState::kSealedForYou;
  std::vector<SheetAnswer> answers;
};

/// The answers in canonical words, as they were sealed; nothing if the bytes are no sheet.
std::optional<std::vector<SheetAnswer>> parseSheet(ByteView words);

/// Opens the sheet sealed in the entry at `index`, at the field path whose bytes are `path` in hex
/// (sealed_field.entry and .path).
using SheetOpener = std::function<OpenedSheet(std::int64_t index, std::string_view path)>;

/// Opens through `disclosures`, which must outlive it. Throws kCorrupt if what was opened is no
/// sheet.
SheetOpener sheetOpener(Disclosures& disclosures);

/// Opens nothing: every sheet is sealed for this reader.
SheetOpener nothingOpened();

}  // namespace minutebook

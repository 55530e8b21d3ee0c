#include "ledger/view/survey_sheets.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include <cstring>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/event/field_path.h"
#include "schema/feedback.capnp.h"

namespace minutebook {

namespace {

std::string textOf(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

void fillTexts(SheetAnswer& answer, capnp::List<capnp::Text>::Reader texts) {
  for (auto text : texts) answer.texts.push_back(textOf(text));
}

SheetAnswer answerOf(schema::SurveyAnswer::Reader from) {
  SheetAnswer answer;
  answer.question = textOf(from.getQuestion());
  auto given = from.getAnswer();
  if (given.isPreferNotToSay()) answer.form = AnswerForm::kPreferNotToSay;
  if (given.isLeftBlank()) answer.form = AnswerForm::kLeftBlank;
  if (given.isNotOffered()) answer.form = AnswerForm::kNotOffered;
  if (given.isWords()) {
    answer.form = AnswerForm::kWords;
    answer.texts = {textOf(given.getWords())};
  } else if (given.isFigure() && given.getFigure().isDecimal()) {
    answer.form = AnswerForm::kFigure;
    auto decimal = given.getFigure().getDecimal();
    answer.figure = {decimal.getUnscaled(), decimal.getPlaces()};
  } else if (given.isChoice()) {
    answer.form = AnswerForm::kChoice;
    answer.texts = {textOf(given.getChoice())};
  } else if (given.isChosen()) {
    answer.form = AnswerForm::kChosen;
    fillTexts(answer, given.getChosen().getOptions());
  } else if (given.isRanked()) {
    answer.form = AnswerForm::kRanked;
    fillTexts(answer, given.getRanked().getOptions());
  }
  return answer;
}

}  // namespace

std::optional<std::vector<SheetAnswer>> parseSheet(ByteView words) {
  if (words.empty() || words.size() % sizeof(capnp::word) != 0) return std::nullopt;
  auto aligned = kj::heapArray<capnp::word>(words.size() / sizeof(capnp::word));
  std::memcpy(aligned.begin(), words.data(), words.size());
  std::vector<SheetAnswer> answers;
  try {
    const kj::ArrayPtr<const capnp::word> segments[] = {aligned};
    capnp::SegmentArrayMessageReader message(segments);
    for (auto answer : message.getRoot<schema::SurveyAnswers>().getAnswers()) {
      answers.push_back(answerOf(answer));
    }
  } catch (const kj::Exception&) {
    return std::nullopt;
  }
  return answers;
}

SheetOpener sheetOpener(Disclosures& disclosures) {
  return [&disclosures](std::int64_t index, std::string_view path) {
    std::optional<Bytes> bytes = fromHex(path);
    std::optional<FieldPath> field = bytes ? FieldPath::parse(*bytes) : std::nullopt;
    if (!field) throw Fault(FaultKind::kBug, "read model: no field path: " + std::string(path));
    Disclosure found = disclosures.open(static_cast<std::uint64_t>(index), *field);
    OpenedSheet sheet{found.state, {}};
    if (found.state != SealState::kOpen) return sheet;
    auto answers = parseSheet(found.value);
    if (!answers) {
      throw Fault(FaultKind::kCorrupt,
                  "The sealed answers of entry " + std::to_string(index) + " are damaged.",
                  "Restore the sealed values from a backup.");
    }
    sheet.answers = std::move(*answers);
    return sheet;
  };
}

SheetOpener nothingOpened() {
  return [](std::int64_t, std::string_view) { return OpenedSheet{}; };
}

}  // namespace minutebook

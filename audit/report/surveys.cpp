#include "audit/report/surveys.h"

#include <algorithm>
#include <map>
#include <utility>

#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr int kBands = 5;
constexpr std::uint8_t kExtraPlaces = 3;

/// One question, while its answers are added up.
struct Adding {
  QuestionTotals totals;
  std::string type;
  bool demographic = false;
  std::optional<Decimal> scaleLowest;
  std::optional<Decimal> scaleHighest;
  std::vector<std::string> offered;
  std::vector<Decimal> figures;
  std::map<std::string, std::int64_t> choices;
};

std::optional<Decimal> decimalIn(const Row& row, const std::string& name) {
  auto unscaled = row.number(name + "_unscaled");
  if (!unscaled) return std::nullopt;
  return Decimal{*unscaled, static_cast<std::uint8_t>(row.count(name + "_places"))};
}

void add(Adding& to, const SheetAnswer& answer) {
  switch (answer.form) {
    case AnswerForm::kPreferNotToSay:
      ++to.totals.preferNotToSay;
      return;
    case AnswerForm::kLeftBlank:
      ++to.totals.leftBlank;
      return;
    case AnswerForm::kNotRecorded:
    case AnswerForm::kNotOffered:
      return;
    case AnswerForm::kFigure:
      to.figures.push_back(answer.figure);
      break;
    case AnswerForm::kChoice:
    case AnswerForm::kChosen:
      for (const std::string& text : answer.texts) ++to.choices[text];
      break;
    case AnswerForm::kWords:
    case AnswerForm::kRanked:
      break;
  }
  ++to.totals.answered;
}

bool lessThan(const Decimal& a, const Decimal& b) {
  std::uint8_t places = std::max(a.places, b.places);
  return scaledTo(a, places).value_or(0) < scaledTo(b, places).value_or(0);
}

Decimal trimmed(Decimal value) {
  while (value.places > 0 && value.unscaled % 10 == 0) {
    value.unscaled /= 10;
    --value.places;
  }
  return value;
}

/// Five bands of the question's own scale; one, where the scale is not recorded.
std::vector<AnswerShare> bandsOf(const Adding& from, const Decimal& lowest,
                                 const Decimal& highest) {
  const Decimal low = from.scaleLowest.value_or(lowest);
  const Decimal high = from.scaleHighest.value_or(highest);
  int bands = from.scaleLowest && from.scaleHighest ? kBands : 1;
  std::uint8_t places = std::max(low.places, high.places);
  for (const Decimal& figure : from.figures) places = std::max(places, figure.places);
  // One place more, so that a fifth of a whole scale comes out.
  if (places < kDecimalPlacesMax) ++places;
  auto first = scaledTo(low, places);
  auto last = scaledTo(high, places);
  if (!first || !last || *last <= *first) return {};
  std::int64_t width = (*last - *first) / bands;
  std::vector<AnswerShare> shares;
  for (int i = 0; i < bands; ++i) {
    std::string begin = formatDecimal(trimmed({*first + i * width, places}));
    std::int64_t end = i + 1 == bands ? *last : *first + (i + 1) * width;
    shares.push_back(
        {(i == 0 ? "" : "over ") + begin + " to " + formatDecimal(trimmed({end, places})), 0});
  }
  for (const Decimal& figure : from.figures) {
    std::int64_t value = scaledTo(figure, places).value_or(*first);
    std::int64_t band =
        value <= *first ? 0 : (value - *first - 1) / std::max<std::int64_t>(width, 1);
    ++shares[static_cast<std::size_t>(std::clamp<std::int64_t>(band, 0, bands - 1))].people;
  }
  return shares;
}

/// The options on offer in their order, then whatever else was answered.
std::vector<AnswerShare> sharesOf(const Adding& from) {
  std::vector<AnswerShare> shares;
  std::map<std::string, std::int64_t> rest = from.choices;
  for (const std::string& option : from.offered) {
    auto found = rest.find(option);
    shares.push_back({option, found == rest.end() ? 0 : found->second});
    if (found != rest.end()) rest.erase(found);
  }
  for (const auto& [option, people] : rest) shares.push_back({option, people});
  return shares;
}

void finish(Adding& adding, std::int64_t fewest, const SurveyTotals& survey) {
  QuestionTotals& totals = adding.totals;
  totals.entries = inOrder(std::move(totals.entries));
  if (totals.answered < fewest) {
    if (totals.answered > 0) {
      totals.heldBack = "held back: fewer than " + std::to_string(fewest) + " people answered";
    } else if (survey.sealedSheets > 0) {
      totals.heldBack = "sealed for you: the answers cannot be opened here";
    } else {
      totals.heldBack = "no answers are on record";
    }
    totals.answered = 0;
    totals.preferNotToSay = totals.leftBlank = 0;
    return;
  }
  std::vector<AnswerShare> choices = sharesOf(adding);
  if (!adding.figures.empty()) {
    auto [low, high] = std::minmax_element(adding.figures.begin(), adding.figures.end(), lessThan);
    totals.lowest = *low;
    totals.highest = *high;
    totals.distribution = bandsOf(adding, *low, *high);
    if (auto mean = meanOf(adding.figures)) {
      totals.mean = mean->value;
      totals.meanIsExact = mean->exact;
    }
  } else if (!adding.choices.empty()) {
    totals.distribution = std::move(choices);
    bool small = std::any_of(
        totals.distribution.begin(), totals.distribution.end(),
        [&](const AnswerShare& share) { return share.people > 0 && share.people < fewest; });
    if (adding.demographic && small) {
      totals.distribution.clear();
      totals.heldBack = "held back: the answers say who people are, and some groups are small";
    }
  }
}

using QuestionsBySurvey = std::map<std::string, std::vector<Adding>>;

QuestionsBySurvey questionsOf(Query& query, const Scope& scope) {
  QuestionsBySurvey questions;
  for (const Row& row : ask(query, report_files::surveys_sql, "questions", scope).rows) {
    Adding adding;
    adding.totals.survey = row.text("survey");
    adding.totals.question = row.text("id");
    adding.totals.wording = row.textOr("wording", "wording not recorded");
    adding.totals.entries = entriesOf(row);
    adding.type = row.text("type");
    adding.demographic = row.text("demographic") == "yes";
    adding.scaleLowest = decimalIn(row, "lowest");
    adding.scaleHighest = decimalIn(row, "highest");
    questions[adding.totals.survey].push_back(std::move(adding));
  }
  for (const Row& row : ask(query, report_files::surveys_sql, "offered", scope).rows) {
    for (Adding& adding : questions[row.text("survey")]) {
      if (adding.totals.question == row.text("question")) {
        adding.offered.push_back(row.text("value"));
      }
    }
  }
  return questions;
}

void addSheet(std::vector<Adding>& questions, SurveyTotals& survey, const Row& row,
              const OpenedSheet& sheet) {
  ++survey.sheets;
  if (sheet.state != SealState::kOpen) ++survey.sealedSheets;
  for (const SheetAnswer& answer : sheet.answers) {
    for (Adding& adding : questions) {
      if (adding.totals.question != answer.question) continue;
      add(adding, answer);
      adding.totals.provenance.add(row.text("provenance"));
      adding.totals.entries.push_back(row.count("row_entry"));
    }
  }
}

Figure responseOf(const Row& row) {
  Figure figure;
  bool told = !row.isNull("answered");
  figure.value = told ? row.text("answered") : std::string(kNotRecordedText);
  if (!row.isNull("asked")) figure.value += " of " + row.text("asked");
  if (told) figure.numerator = row.number("answered_number");
  figure.denominator = row.number("asked_number");
  figure.provenance.add(row.text("provenance"));
  figure.entries = entriesOf(row, "closed_entry");
  return figure;
}

}  // namespace

const QuestionTotals* SurveyTotals::find(const std::string& question) const {
  for (const QuestionTotals& totals : questions) {
    if (totals.question == question) return &totals;
  }
  return nullptr;
}

std::vector<SurveyTotals> surveyTotals(Query& query, const Scope& scope, const SheetOpener& open,
                                       std::int64_t fewest) {
  fewest = std::max(fewest, kFewestAnswersMin);
  QuestionsBySurvey questions = questionsOf(query, scope);
  std::vector<SurveyTotals> surveys;
  std::map<std::string, std::size_t> places;
  for (const Row& row : ask(query, report_files::surveys_sql, "surveys", scope).rows) {
    SurveyTotals survey;
    survey.id = row.text("id");
    survey.purpose = row.text("purpose");
    survey.toWhom = row.text("to_whom");
    survey.joinedPerPerson = row.text("joined_per_person") == "yes";
    survey.response = responseOf(row);
    places[survey.id] = surveys.size();
    surveys.push_back(std::move(survey));
  }
  for (const Row& row : ask(query, report_files::surveys_sql, "sheets", scope).rows) {
    auto found = places.find(row.text("survey"));
    if (found == places.end()) continue;
    addSheet(questions[found->first], surveys[found->second], row,
             open(row.count("entry"), row.text("path")));
  }
  for (SurveyTotals& survey : surveys) {
    for (Adding& adding : questions[survey.id]) {
      finish(adding, fewest, survey);
      survey.questions.push_back(std::move(adding.totals));
    }
  }
  return surveys;
}

std::int64_t fewestAnswers(Query& query, const Scope& scope, std::int64_t otherwise) {
  Rows set = ask(query, report_files::record_sql, "smallest_group", scope);
  if (set.rows.empty()) return std::max(otherwise, kFewestAnswersMin);
  auto value = parseExactDecimal(set.rows.front().text("value"));
  auto number = value ? scaledTo(*value, 0) : std::nullopt;
  return std::max(number.value_or(otherwise), kFewestAnswersMin);
}

std::optional<std::int64_t> scaledTo(const Decimal& value, std::uint8_t places) {
  std::int64_t unscaled = value.unscaled;
  for (std::uint8_t i = value.places; i < places; ++i) {
    if (__builtin_mul_overflow(unscaled, std::int64_t{10}, &unscaled)) return std::nullopt;
  }
  for (std::uint8_t i = places; i < value.places; ++i) {
    if (unscaled % 10 != 0) return std::nullopt;
    unscaled /= 10;
  }
  return unscaled;
}

std::optional<Mean> meanOf(const std::vector<Decimal>& figures) {
  if (figures.empty()) return std::nullopt;
  std::uint8_t places = 0;
  for (const Decimal& figure : figures) places = std::max(places, figure.places);
  places = static_cast<std::uint8_t>(std::min<int>(places + kExtraPlaces, kDecimalPlacesMax));
  std::int64_t sum = 0;
  for (const Decimal& figure : figures) {
    auto scaled = scaledTo(figure, places);
    if (!scaled || __builtin_add_overflow(sum, *scaled, &sum)) return std::nullopt;
  }
  auto count = static_cast<std::int64_t>(figures.size());
  Mean mean;
  mean.exact = sum % count == 0;
  std::int64_t quotient = sum / count;
  if (!mean.exact && 2 * std::abs(sum % count) >= count) quotient += sum < 0 ? -1 : 1;
  mean.value = trimmed({quotient, places});
  return mean;
}

}  // namespace minutebook

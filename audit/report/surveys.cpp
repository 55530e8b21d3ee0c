#include "audit/report/surveys.h"

#include <algorithm>
#include <map>
#include <utility>

#include "audit/report/plain_words.h"
#include "audit/report/survey_cells.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr int kBands = 5;
constexpr std::uint8_t kExtraPlaces = 3;

/// One question, while its answers are added up.
struct Adding {
  QuestionTotals totals;
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

/// Whether it says anything to the question, if only that somebody would rather not.
bool add(Adding& to, const SheetAnswer& answer) {
  switch (answer.form) {
    case AnswerForm::kPreferNotToSay:
      ++to.totals.preferNotToSay;
      return true;
    case AnswerForm::kLeftBlank:
      ++to.totals.leftBlank;
      return true;
    case AnswerForm::kNotRecorded:
    case AnswerForm::kNotOffered:
      return false;
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
  return true;
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
        {(i == 0 ? "" : "over ") + begin + " to " + formatDecimal(trimmed({end, places})), 0, ""});
  }
  for (const Decimal& figure : from.figures) {
    std::int64_t value = scaledTo(figure, places).value_or(*first);
    std::int64_t band =
        value <= *first ? 0 : (value - *first - 1) / std::max<std::int64_t>(width, 1);
    ++shares[static_cast<std::size_t>(std::clamp<std::int64_t>(band, 0, bands - 1))].people;
  }
  return shares;
}

/// The options on offer in their order, then whatever else was answered. Where the answers say who
/// people are, so would the words in which somebody answered otherwise.
std::vector<AnswerShare> sharesOf(const Adding& from) {
  std::vector<AnswerShare> shares;
  std::map<std::string, std::int64_t> rest = from.choices;
  for (const std::string& option : from.offered) {
    auto found = rest.find(option);
    shares.push_back({option, found == rest.end() ? 0 : found->second, ""});
    if (found != rest.end()) rest.erase(found);
  }
  std::int64_t others = 0;
  for (const auto& [option, people] : rest) {
    others += people;
    if (!from.totals.demographic) shares.push_back({option, people, ""});
  }
  if (from.totals.demographic) shares.push_back({"another answer", others, ""});
  return shares;
}

void finish(Adding& adding) {
  QuestionTotals& totals = adding.totals;
  totals.entries = inOrder(std::move(totals.entries));
  if (adding.figures.empty()) {
    if (!adding.choices.empty()) totals.distribution = sharesOf(adding);
    return;
  }
  auto [low, high] = std::minmax_element(adding.figures.begin(), adding.figures.end(), lessThan);
  // The lowest and the highest age are two people's ages, and so may the ends of a band be.
  bool scale = adding.scaleLowest && adding.scaleHighest;
  if (!totals.demographic || scale) totals.distribution = bandsOf(adding, *low, *high);
  if (totals.demographic) return;
  totals.lowest = *low;
  totals.highest = *high;
  if (auto mean = meanOf(adding.figures)) {
    totals.mean = mean->value;
    totals.meanIsExact = mean->exact;
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
    adding.totals.demographic = row.text("demographic") == "yes";
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
  std::int64_t entry = row.count("row_entry");
  if (sheet.state != SealState::kOpen) survey.sealedSheets.emplace(entry, row.count("entry"));
  for (const SheetAnswer& answer : sheet.answers) {
    for (Adding& adding : questions) {
      if (adding.totals.question != answer.question) continue;
      if (!add(adding, answer)) continue;
      adding.totals.provenance.add(row.text("provenance"));
      adding.totals.entries.push_back(entry);
      adding.totals.sheets.emplace(entry, row.count("entry"));
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

std::vector<SurveyTotals> countSurveys(Query& query, const Scope& scope, const SheetOpener& open) {
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
    survey.closed = !row.isNull("closed_entry");
    places[survey.id] = surveys.size();
    for (Adding& adding : questions[survey.id]) {
      if (survey.purpose == "demographics") adding.totals.demographic = true;
    }
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
      finish(adding);
      survey.questions.push_back(std::move(adding.totals));
    }
  }
  return surveys;
}

std::vector<SurveyTotals> surveyTotals(Query& query, const Scope& scope, const SheetOpener& open,
                                       std::int64_t fewest) {
  return surveyReport(query, scope, open, fewest).surveys;
}

std::int64_t fewestAnswers(Query& query, const Scope& scope, std::int64_t otherwise) {
  Rows set = ask(query, report_files::record_sql, "smallest_group", scope);
  if (set.rows.empty()) return std::max(otherwise, kFewestShownMin);
  auto value = parseExactDecimal(set.rows.front().text("value"));
  auto number = value ? scaledTo(*value, 0) : std::nullopt;
  return std::max(number.value_or(otherwise), kFewestShownMin);
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

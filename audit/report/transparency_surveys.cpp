#include <string>
#include <utility>

#include "audit/report/claims.h"
#include "audit/report/earlier_reports.h"
#include "audit/report/plain_words.h"
#include "audit/report/surveys.h"
#include "audit/report/transparency_parts.h"

namespace minutebook {

namespace {

std::string orNot(const std::string& text) {
  return text.empty() ? std::string(kNotRecordedText) : text;
}

std::string distributionText(const QuestionTotals& totals) {
  if (totals.demographic) return "in the table of who answered";
  std::string text;
  for (const AnswerShare& share : totals.distribution) {
    text += (text.empty() ? "" : "; ") + share.option + ": " + std::to_string(share.people);
  }
  return text.empty() ? "answers in words, not totalled" : text;
}

Figure held(const std::string& why) {
  Figure figure;
  figure.value = figure.heldBack = why;
  return figure;
}

Figure answeredFigure(const QuestionTotals& totals) {
  if (!totals.answeredHeldBack.empty()) return held(totals.answeredHeldBack);
  Figure answered;
  answered.value = std::to_string(totals.answered);
  answered.numerator = totals.answered;
  answered.provenance = totals.provenance;
  answered.unknowns = totals.preferNotToSay + totals.leftBlank;
  answered.entries = totals.entries;
  return answered;
}

std::string questionText(const QuestionTotals& totals) {
  return totals.survey + "@" + totals.question + ": " + totals.wording;
}

std::vector<Cell> totalsRow(const QuestionTotals& totals) {
  std::string question = questionText(totals);
  if (!totals.heldBack.empty()) {
    bool small = totals.heldBack.starts_with("held back");
    Cell answered = small ? Cell(held(totals.heldBack)) : words(std::string(kNotRecordedText));
    return {words(std::move(question), totals.entries), std::move(answered), words(""), words(""),
            words(sentence(totals.heldBack))};
  }
  std::string mean;
  if (totals.mean) mean = (totals.meanIsExact ? "" : "about ") + formatDecimal(*totals.mean);
  return {words(std::move(question)), answeredFigure(totals),
          words(totals.lowest ? formatDecimal(*totals.lowest) : ""), words(std::move(mean)),
          words(distributionText(totals))};
}

Table resultsTable(std::string caption) {
  return {std::move(caption),
          {"Question", "Answered", "Lowest", "Mean", "How many gave each answer"},
          {}};
}

void addWho(Table& table, const QuestionTotals& totals) {
  if (!totals.demographic || !totals.heldBack.empty()) return;
  for (const AnswerShare& share : totals.distribution) {
    Figure figure;
    figure.value = std::to_string(share.people);
    figure.numerator = share.people;
    figure.entries = totals.entries;
    if (!share.heldBack.empty()) figure = held(share.heldBack);
    table.rows.push_back({words(questionText(totals)), words(share.option), std::move(figure)});
  }
}

void addClaims(Section& section, const std::vector<ClaimCheck>& claims) {
  if (claims.empty()) return;
  section.blocks.push_back(Subheading{"Stated figures, worked out again"});
  Table table{"What was stated about survey answers, and what the record gives",
              {"Stated", "Value stated", "Worked out again", "Result"},
              {}};
  for (const ClaimCheck& claim : claims) {
    std::string result(verdictWords(claim.verdict));
    if (!claim.why.empty()) result += ". " + claim.why;
    table.rows.push_back({words(claim.statement + " (" + claim.question + ")", claim.entries),
                          words(orNot(claim.stated)),
                          words(claim.workedOut.empty() ? "not worked out" : claim.workedOut),
                          words(sentence(result))});
  }
  section.blocks.push_back(std::move(table));
}

std::string listed(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

void addCompared(Section& section, const Compared& compared) {
  std::vector<std::string> ids;
  for (const SurveyReport& report : compared.reports) ids.push_back(report.name);
  if (!ids.empty()) {
    section.blocks.push_back(
        plain("Numbers are compared with those in reports given out before (" + listed(ids) +
              "). What the two together would tell of a few people is held back."));
  }
  if (!compared.unknown.empty()) {
    section.blocks.push_back(plain("The record does not say from how many entries " +
                                   listed(compared.unknown) +
                                   " was made: numbers could not be compared with it."));
  }
}

}  // namespace

std::optional<Table> experienceTable(Query& query, const TransparencyOptions& options,
                                     std::int64_t& heldBack) {
  std::int64_t fewest = fewestAnswers(query, options.scope, options.fewestAnswers);
  Compared compared =
      compareWith(options.earlier, options.asOf, options.open, options.fewestAnswers);
  SurveyReport report = surveyReport(query, options.scope, options.open, fewest, compared.reports);
  Table results = resultsTable("What people said of taking part, question by question");
  for (const SurveyTotals& survey : report.surveys) {
    if (survey.purpose != "experience" && survey.purpose != "after") continue;
    for (const QuestionTotals& totals : survey.questions) {
      if (totals.demographic) continue;
      heldBack += totals.heldBack.starts_with("held back") ? 1 : 0;
      results.rows.push_back(totalsRow(totals));
    }
  }
  if (results.rows.empty()) return std::nullopt;
  return results;
}

Section surveysSection(Query& query, const TransparencyOptions& options, std::int64_t& heldBack) {
  Section section{"surveys", "What surveys found", {}};
  std::int64_t fewest = fewestAnswers(query, options.scope, options.fewestAnswers);
  Compared compared =
      compareWith(options.earlier, options.asOf, options.open, options.fewestAnswers);
  SurveyReport report = surveyReport(query, options.scope, options.open, fewest, compared.reports);
  heldBack += report.heldBack;
  if (report.surveys.empty()) {
    section.blocks.push_back(plain("No survey is on record."));
    return section;
  }
  section.blocks.push_back(
      plain("Answers are private and shown as totals only. A question that fewer than " +
            std::to_string(fewest) +
            " people answered is held back, and so is any smaller group where the answers say who "
            "people are. Nothing is shown before it is on record that the survey closed; a report "
            "that is given out after that is to be recorded, or the next cannot be judged beside "
            "it."));
  addCompared(section, compared);
  Table response{"How many were asked and answered", {"Survey", "To", "Answered"}, {}};
  Table results = resultsTable("Results, question by question");
  Table who{"Who answered", {"Question", "Answer", "How many"}, {}};
  for (const SurveyTotals& survey : report.surveys) {
    response.rows.push_back({words(survey.id + " (" + plainWords(survey.purpose) + ")"),
                             words(plainWho(survey.toWhom)), survey.response});
    for (const QuestionTotals& totals : survey.questions) {
      results.rows.push_back(totalsRow(totals));
      addWho(who, totals);
    }
  }
  section.blocks.push_back(std::move(response));
  if (!results.rows.empty()) section.blocks.push_back(std::move(results));
  if (!who.rows.empty()) section.blocks.push_back(std::move(who));
  section.blocks.push_back(
      plain("To be heard and to agree with the result are two things, and asked apart."));
  addClaims(section, claimChecks(query, options.scope, report.surveys));
  return section;
}

}  // namespace minutebook

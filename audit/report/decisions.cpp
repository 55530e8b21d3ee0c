#include "audit/report/decisions.h"

#include <map>
#include <utility>

#include "audit/report/column_words.h"
#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

Decider deciderOf(const std::string& word) {
  if (word == "all parties") return Decider::kAllParties;
  return word == "some" ? Decider::kSome : Decider::kNotRecorded;
}

std::string causeText(const Row& row) {
  std::string text = plainRef(row.text("what"));
  std::string pull = row.text("pull");
  if (pull == "spokeAgainst") text += " (spoke against it)";
  if (pull == "gaveTheOccasion") text += " (gave the occasion)";
  std::string reason = row.textOr("reason", "");
  return reason.empty() ? text + ": reason not recorded" : text + ": " + reason;
}

std::string replacedText(const Row& row) {
  std::string text = plainWords(row.text("how")) + " by " + plainWho(row.text("by_body"));
  if (!row.isNull("new_decision")) text += "; now decision " + row.text("new_decision");
  return text + ": " + row.textOr("reason", kNotRecordedText);
}

}  // namespace

std::vector<DecisionLine> decisionLines(Query& query, const Scope& scope) {
  std::map<std::int64_t, std::vector<Line>> causes;
  for (const Row& row : ask(query, report_files::decisions_sql, "causes", scope).rows) {
    causes[row.count("entry")].push_back({causeText(row), {}});
  }
  std::map<std::string, std::vector<Line>> replaced;
  for (const Row& row : ask(query, report_files::decisions_sql, "replaced", scope).rows) {
    replaced[row.text("decision")].push_back({replacedText(row), {row.count("entry")}});
  }
  std::vector<DecisionLine> decisions;
  for (const Row& row : ask(query, report_files::decisions_sql, "decisions", scope).rows) {
    DecisionLine line;
    line.id = row.text("id");
    line.entry = row.count("entry");
    line.question = row.text("question");
    line.outcome = row.text("outcome");
    line.who = row.text("who");
    line.parts = row.text("parts");
    line.decider = deciderOf(row.text("decider"));
    line.how = row.text("how");
    line.why = row.text("why");
    line.provenance = row.text("provenance");
    line.causes = std::move(causes[line.entry]);
    line.replaced = std::move(replaced[line.id]);
    decisions.push_back(std::move(line));
  }
  return decisions;
}

DeciderCounts deciderCounts(const std::vector<DecisionLine>& decisions) {
  auto count = [&](Decider which) {
    Figure figure;
    for (const DecisionLine& line : decisions) {
      if (line.decider != which) continue;
      figure.provenance.add(line.provenance);
      figure.entries.push_back(line.entry);
    }
    figure.numerator = static_cast<std::int64_t>(figure.entries.size());
    figure.denominator = static_cast<std::int64_t>(decisions.size());
    figure.value = std::to_string(*figure.numerator) + " of " + std::to_string(*figure.denominator);
    return figure;
  };
  return {count(Decider::kAllParties), count(Decider::kSome), count(Decider::kNotRecorded)};
}

std::string whoDecided(const DecisionLine& decision) {
  std::string who = decision.who.empty() ? "" : plainWhoEach(decision.who);
  if (decision.decider == Decider::kNotRecorded) {
    return who.empty() ? std::string(kNotRecordedText)
                       : std::string(kNotRecordedText) + "; the source says only " + who;
  }
  if (decision.parts.find("decided") == std::string::npos && !decision.parts.empty() &&
      decision.parts.find("agreed") == std::string::npos &&
      decision.parts.find("signedItOff") == std::string::npos) {
    return who + " (part in it: " + inManner("word", decision.parts) +
           "); who decided beyond that is not recorded";
  }
  return who;
}

std::vector<OpenMatter> openMatters(Query& query, const Scope& scope) {
  std::vector<OpenMatter> matters;
  for (const Row& row : ask(query, report_files::decisions_sql, "matters_left", scope).rows) {
    matters.push_back({row.text("id"), row.textOr("question", kNotRecordedText), row.text("result"),
                       row.text("why"), entriesOf(row, "matter_entry")});
  }
  return matters;
}

}  // namespace minutebook

#include <string>
#include <utility>

#include "audit/report/decisions.h"
#include "audit/report/findings.h"
#include "audit/report/inputs.h"
#include "audit/report/plain_words.h"
#include "audit/report/transparency_parts.h"
#include "report_files.h"

namespace minutebook {

namespace {

std::string orNot(const std::string& text) {
  return text.empty() ? std::string(kNotRecordedText) : text;
}

std::string joinedLines(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) text += (text.empty() ? "" : " ") + sentence(line.text);
  return text.empty() ? std::string(kNotRecordedText) : text;
}

}  // namespace

Section decisionsSection(Query& query, const TransparencyOptions& options) {
  Section section{"decisions", "Who decided what", {}};
  std::vector<DecisionLine> decisions = decisionLines(query, options.scope);
  if (decisions.empty()) {
    section.blocks.push_back(plain("No decision is on record."));
    return section;
  }
  DeciderCounts counts = deciderCounts(decisions);
  Table summary{"How well the record says who decided", {"Who decided", "Decisions"}, {}};
  summary.rows = {{words("All parties"), counts.allParties},
                  {words("Some people or groups"), counts.some},
                  {words("Not recorded beyond words such as \"we\""), counts.notRecorded}};
  section.blocks.push_back(std::move(summary));
  Table table{"Decisions", {"Decision", "Who decided", "Why", "Because of", "How it is known"}, {}};
  for (const DecisionLine& line : decisions) {
    std::string what = line.id + ": " + orNot(line.outcome);
    if (!line.question.empty()) what += " Question: " + line.question;
    std::vector<Line> causes = line.causes;
    causes.insert(causes.end(), line.replaced.begin(), line.replaced.end());
    table.rows.push_back({words(std::move(what), {line.entry}), words(sentence(whoDecided(line))),
                          words(orNot(line.why)), words(joinedLines(causes)),
                          words(plainProvenance(line.provenance))});
  }
  section.blocks.push_back(std::move(table));
  return section;
}

Section dissentSection(Query& query, const TransparencyOptions& options) {
  Section section{"dissent", "Who saw it otherwise", {}};
  std::vector<Line> lines;
  for (const Row& row : ask(query, report_files::decisions_sql, "dissent", options.scope).rows) {
    std::string text = plainWords(row.text("form")) + " on " +
                       plainRef(row.textOr("about", kNotRecordedText)) + ": " +
                       plainWords(row.text("answer"));
    if (!row.isNull("words")) text += ", \"" + row.text("words") + "\"";
    lines.push_back({sentence(text), entriesOf(row)});
  }
  if (lines.empty()) {
    section.blocks.push_back(
        plain("No dissent is on record. Among several groups that is worth a remark: it can mean "
              "that all agreed, or that nobody was asked, or that nobody wrote it down."));
  } else {
    section.blocks.push_back(Bullets{std::move(lines)});
  }
  std::vector<Line> against;
  for (const DecisionLine& line : decisionLines(query, options.scope)) {
    for (const Line& cause : line.causes) {
      if (cause.text.find("spoke against") == std::string::npos) continue;
      against.push_back({line.id + ": " + cause.text, {line.entry}});
    }
  }
  if (!against.empty()) {
    section.blocks.push_back(Subheading{"What spoke against decisions that were taken"});
    section.blocks.push_back(Bullets{std::move(against)});
  }
  return section;
}

Section changedSection(Query& query, const TransparencyOptions& options) {
  Section section{"changed", "What changed because of whom", {}};
  std::vector<InputLine> inputs = inputLines(query, options.scope);
  LinkCounts counts = linkCounts(inputs);
  Table summary{
      "What asked for a change or an answer, by the answer it has", {"Answer", "How many"}, {}};
  summary.rows = {{words("Stated"), counts.stated},
                  {words("Stated as unresolved"), counts.unresolved},
                  {words("Inferred, and so not counted as answered"), counts.inferred},
                  {words("None stated"), counts.noneStated}};
  section.blocks.push_back(std::move(summary));
  std::int64_t told = 0;
  std::int64_t judged = 0;
  for (const InputLine& input : inputs) {
    if (!input.asks || input.withdrawn) continue;
    told += input.told.empty() ? 0 : 1;
    judged += input.verdicts.empty() ? 0 : 1;
  }
  section.blocks.push_back(plain("Of " + std::to_string(counts.asking) + " that asked, " +
                                 std::to_string(told) +
                                 " have a message on record that told of the answer, and " +
                                 std::to_string(judged) + " have the person's own verdict on it."));
  Table table{"Changes that can be seen, and what led to them",
              {"What was said", "Who said it", "What changed", "Link"},
              {}};
  for (const InputLine& input : inputs) {
    if (input.changes.empty()) continue;
    Line change{joinedLines(input.changes), {}};
    for (const Line& one : input.changes) {
      change.entries.insert(change.entries.end(), one.entries.begin(), one.entries.end());
    }
    table.rows.push_back({words(input.id + ": " + input.text, {input.entry}), words(input.giver),
                          change, words(std::string(linkWords(input.link)))});
  }
  section.blocks.push_back(table.rows.empty() ? plain("No change is on record.")
                                              : Block(std::move(table)));
  return section;
}

Section shortcomingsSection(Query& query, const TransparencyOptions& options) {
  Section section{"shortcomings", "Shortcomings and contradictions", {}};
  std::vector<Line> admitted = shortcomings(query, options.scope);
  section.blocks.push_back(Subheading{"Shortcomings that people recorded"});
  section.blocks.push_back(
      admitted.empty()
          ? plain("None is on record, which is worth a remark: few exercises have none.")
          : Block(Bullets{std::move(admitted)}));
  std::vector<Line> unresolved;
  for (const OpenMatter& matter : openMatters(query, options.scope)) {
    unresolved.push_back(
        {sentence(plainWords(matter.result) + ": " + matter.question + " " + matter.why),
         matter.entries});
  }
  if (!unresolved.empty()) {
    section.blocks.push_back(Subheading{"Questions left without a decision"});
    section.blocks.push_back(Bullets{std::move(unresolved)});
  }
  Table table{"Contradictions: both sides stand, and neither is chosen",
              {"Contradiction", "The sides", "How it is known"},
              {}};
  std::vector<Line> rest;
  for (const FindingLine& finding : findingLines(query, options.scope)) {
    std::string sides;
    for (const std::string& side : finding.sides) sides += (sides.empty() ? "" : " | ") + side;
    std::string text = finding.id + ": " + finding.text;
    if (finding.kind == "discrepancy") {
      table.rows.push_back({words(text, {finding.entry}), words(orNot(sides)),
                            words(plainProvenance(finding.provenance))});
      continue;
    }
    for (const std::string& figure : finding.figures) text += " " + sentence(figure);
    rest.push_back({plainWords(finding.kind) + ", " + text, {finding.entry}});
  }
  section.blocks.push_back(Subheading{"Contradictions: " + std::to_string(table.rows.size())});
  section.blocks.push_back(table.rows.empty() ? plain("None is on record.")
                                              : Block(std::move(table)));
  if (!rest.empty()) {
    section.blocks.push_back(Subheading{"What a reader of the record noticed"});
    section.blocks.push_back(Bullets{std::move(rest)});
  }
  return section;
}

}  // namespace minutebook

#include "audit/report/you_said.h"

#include <algorithm>
#include <string>
#include <utility>

#include "audit/report/inputs.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"

namespace minutebook {

namespace {

Line joined(const std::vector<Line>& lines, std::string_view otherwise) {
  Line all;
  for (const Line& line : lines) {
    all.text += (all.text.empty() ? "" : " ") + line.text;
    all.entries.insert(all.entries.end(), line.entries.begin(), line.entries.end());
  }
  if (all.text.empty()) all.text = otherwise;
  all.entries = inOrder(std::move(all.entries));
  return all;
}

Line didCell(const InputLine& input) {
  std::vector<Line> lines;
  for (const InputAnswer& answer : input.answers) {
    std::string text = answer.disposition.empty() ? "" : plainWords(answer.disposition) + ": ";
    text += answer.text.empty() ? "in words not recorded" : answer.text;
    lines.push_back({sentence(text), {answer.entry}});
  }
  return joined(lines, "No answer on record.");
}

std::string reasonCell(const InputLine& input) {
  std::string text;
  for (const InputAnswer& answer : input.answers) {
    if (!answer.reason.empty()) text += (text.empty() ? "" : " ") + sentence(answer.reason);
  }
  return text.empty() ? std::string(kNotRecordedText) : text;
}

/// An answer is not the same as news of it.
std::string_view toldOtherwise(const InputLine& input) {
  return input.answers.empty() ? kNotRecordedText : "Nobody has recorded sending it.";
}

std::vector<Cell> rowOf(const InputLine& input) {
  Line said{input.id + ": " + input.text, {input.entry}};
  return {said,
          Line{input.giver, {}},
          didCell(input),
          Line{reasonCell(input), {}},
          Line{std::string(linkWords(input.link)), {}},
          joined(input.told, toldOtherwise(input)),
          joined(input.verdicts, kNotRecordedText),
          joined(input.changes, kNotRecordedText)};
}

Table tableOf(std::string caption) {
  return {std::move(caption),
          {"You said", "Who", "We did", "Why", "Link", "Told", std::string(kVerdictColumn),
           "What changed"},
          {}};
}

Table countTable(const LinkCounts& counts) {
  Table table{"How many of what asked for a change or an answer has which answer",
              {"Answer", "How many"},
              {}};
  table.rows = {
      {Line{"stated", {}}, counts.stated},
      {Line{"stated as unresolved", {}}, counts.unresolved},
      {Line{"inferred: a change is there, the connection is somebody's conclusion", {}},
       counts.inferred},
      {Line{"none stated", {}}, counts.noneStated},
  };
  return table;
}

std::string totalsLine(const LinkCounts& counts) {
  auto number = [](const Figure& figure) { return std::to_string(figure.numerator.value_or(0)); };
  return "Answer stated " + number(counts.stated) + ", stated as unresolved " +
         number(counts.unresolved) + ", inferred " + number(counts.inferred) + ", none stated " +
         number(counts.noneStated) + "; of " +
         counted(counts.asking, "input that asks", "inputs that ask") + " for something.";
}

/// Whether some answer is on record and no word that it was sent.
enum class News { kSent, kUnsent };

News newsOf(const std::vector<InputLine>& inputs) {
  bool unsent = std::any_of(inputs.begin(), inputs.end(), [](const InputLine& input) {
    return !input.answers.empty() && input.told.empty();
  });
  return unsent ? News::kUnsent : News::kSent;
}

Section totalsSection(const LinkCounts& counts, News news) {
  Section section{"totals", "In short", {}};
  section.blocks.push_back(Paragraph{{totalsLine(counts), {}}});
  section.blocks.push_back(countTable(counts));
  section.blocks.push_back(Paragraph{
      {"None stated means that nothing on record answers it, not that nobody did. An answer is not "
       "the same as news of it: whether it reached the person, and whether they found it fair, "
       "stand in columns of their own.",
       {}}});
  if (news == News::kUnsent) {
    section.blocks.push_back(Paragraph{
        {"To record that an answer was sent: minutebook record messageSent --what response "
         "--about response:ID --to WHO",
         {}}});
  }
  return section;
}

}  // namespace

Table inputTable(std::string caption, const std::vector<InputLine>& inputs) {
  Table table = tableOf(std::move(caption));
  for (const InputLine& input : inputs) table.rows.push_back(rowOf(input));
  return table;
}

Report youSaidWeDid(Query& query, const Scope& scope, const std::string& meeting) {
  std::string title = "You said, we did";
  if (!meeting.empty()) title += ": meeting " + meeting;
  Report report = startReport(query, scope, "minutebook/report-you-said/1", std::move(title));
  std::vector<InputLine> inputs = inputLines(query, scope);
  if (!meeting.empty()) {
    std::erase_if(inputs, [&](const InputLine& line) { return line.meeting != meeting; });
  }
  LinkCounts counts = linkCounts(inputs);
  report.sections.push_back(totalsSection(counts, newsOf(inputs)));
  Table waiting = tableOf("No answer stated, or stated as unresolved; the oldest first");
  Table answered = tableOf("With an answer, stated or inferred");
  Table apart = tableOf("Asked for nothing, or not recorded whether it does; withdrawn");
  for (const InputLine& input : inputs) {
    bool open = input.link == AnswerLink::kNoneStated || input.link == AnswerLink::kUnresolved;
    bool counted_ = input.asks && !input.withdrawn;
    (counted_ ? (open ? waiting : answered) : apart).rows.push_back(rowOf(input));
  }
  report.sections.push_back({"waiting", "Still without an answer", {std::move(waiting)}});
  report.sections.push_back({"answered", "With an answer", {std::move(answered)}});
  Section last{"apart", "Said, and asking for nothing", {}};
  last.blocks.push_back(
      Paragraph{{counts.askForNothing.value + " asked for nothing. " + counts.notSaid.value +
                     " where it is not recorded whether anything was asked.",
                 {}}});
  last.blocks.push_back(std::move(apart));
  report.sections.push_back(std::move(last));
  for (Section& section : report.sections) {
    std::erase_if(section.blocks, [](const Block& block) {
      auto* table = std::get_if<Table>(&block);
      return table && table->rows.empty();
    });
    if (section.blocks.empty()) section.blocks.push_back(Paragraph{{"Nothing on record.", {}}});
  }
  addCards(query, report);
  return report;
}

}  // namespace minutebook

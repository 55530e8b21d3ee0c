#include "audit/report/inputs.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

using Key = std::pair<std::string, std::string>;
using LinesByKey = std::map<Key, std::vector<Line>>;

AnswerLink linkOf(const std::string& word) {
  if (word == "stated") return AnswerLink::kStated;
  if (word == "unresolved") return AnswerLink::kUnresolved;
  return word == "inferred" ? AnswerLink::kInferred : AnswerLink::kNoneStated;
}

std::string wordsOf(const Row& row) {
  if (!row.isNull("text")) return row.text("text");
  std::string state = row.text("text_state");
  if (state == "sealed") return "(in words that stay private)";
  if (state == "prefer not to say") return "(prefers not to say)";
  return "(words not recorded)";
}

std::string giverOf(const Row& row) {
  std::string giver = row.text("giver");
  if (giver == "sealed") return "somebody whose name stays private";
  return plainWho(giver);
}

std::map<Key, std::vector<InputAnswer>> answersOf(Query& query, const Scope& scope) {
  std::map<Key, std::vector<InputAnswer>> answers;
  for (const Row& row : ask(query, report_files::inputs_sql, "answers", scope).rows) {
    InputAnswer answer{row.text("response"), row.text("disposition"), row.text("text"),
                       row.text("reason"),   row.text("by"),          row.text("provenance"),
                       row.count("entry")};
    if (!row.isNull("reason_code")) {
      std::string code = plainWords(row.text("reason_code"));
      answer.reason = answer.reason.empty() ? code : code + ": " + answer.reason;
    }
    answers[{row.text("register"), row.text("id")}].push_back(std::move(answer));
  }
  return answers;
}

LinesByKey changesOf(Query& query, const Scope& scope) {
  LinesByKey changes;
  for (const Row& row : ask(query, report_files::inputs_sql, "changes", scope).rows) {
    std::string text = row.textOr("what_changed", "Something changed; what is not recorded.");
    if (!row.isNull("version")) text += " See " + row.text("version");
    if (!row.isNull("section")) text += ", " + row.text("section");
    changes[{row.text("register"), row.text("id")}].push_back({sentence(text), entriesOf(row)});
  }
  return changes;
}

LinesByKey toldOf(Query& query, const Scope& scope) {
  LinesByKey told;
  for (const Row& row : ask(query, report_files::inputs_sql, "told", scope).rows) {
    std::string text = "Message " + row.text("message") + " (" + plainWords(row.text("what")) + ")";
    bool arrived = !row.isNull("arrived") || row.count("arrival_reported") > 0;
    bool failed = row.count("trouble_reported") > 0;
    text += arrived  ? (failed ? "; arrived, though not everywhere" : "; arrived")
            : failed ? "; it did not arrive"
                     : "; whether it arrived is not recorded";
    told[{row.text("register"), row.text("id")}].push_back({sentence(text), entriesOf(row)});
  }
  return told;
}

LinesByKey verdictsOf(Query& query, const Scope& scope) {
  LinesByKey verdicts;
  for (const Row& row : ask(query, report_files::inputs_sql, "verdicts", scope).rows) {
    std::string text = plainWords(row.text("verdict"));
    if (!row.isNull("met")) text += "; met: " + plainWords(row.text("met"));
    verdicts[{"response", row.text("response")}].push_back({sentence(text), entriesOf(row)});
  }
  return verdicts;
}

/// Each once: one message can be about what was said and about the answer to it.
void append(std::vector<Line>& to, const LinesByKey& from, const Key& key) {
  auto found = from.find(key);
  if (found == from.end()) return;
  for (const Line& line : found->second) {
    bool there = std::any_of(to.begin(), to.end(),
                             [&](const Line& said) { return said.entries == line.entries; });
    if (!there) to.push_back(line);
  }
}

/// How it is known that a line has the link it has: as its deciding answer is known, or, where
/// there is none, as what was said is known.
std::string provenanceOf(const InputLine& line) {
  for (const InputAnswer& answer : line.answers) {
    bool inferred = answer.provenance == "inferred";
    if (inferred == (line.link == AnswerLink::kInferred)) return answer.provenance;
  }
  return line.provenance;
}

}  // namespace

std::vector<InputLine> inputLines(Query& query, const Scope& scope) {
  auto answers = answersOf(query, scope);
  LinesByKey changes = changesOf(query, scope);
  LinesByKey told = toldOf(query, scope);
  LinesByKey verdicts = verdictsOf(query, scope);
  std::vector<InputLine> inputs;
  for (const Row& row : ask(query, report_files::inputs_sql, "said", scope).rows) {
    InputLine line;
    line.where = row.text("register");
    line.id = row.text("id");
    line.entry = row.count("entry");
    line.text = wordsOf(row);
    line.giver = giverOf(row);
    line.provenance = row.text("provenance");
    line.meeting = row.text("meeting");
    line.asks = row.text("asks") == "yes";
    line.asksKnown = !row.isNull("asks");
    line.withdrawn = row.count("withdrawn") > 0;
    line.link = linkOf(row.text("link"));
    Key key{line.where, line.id};
    line.answers = answers[key];
    append(line.changes, changes, key);
    append(line.told, told, key);
    for (const InputAnswer& answer : line.answers) {
      append(line.told, told, {"response", answer.response});
      append(line.verdicts, verdicts, {"response", answer.response});
    }
    inputs.push_back(std::move(line));
  }
  return inputs;
}

LinkCounts linkCounts(const std::vector<InputLine>& inputs) {
  LinkCounts counts;
  auto add = [](Figure& figure, const InputLine& line) {
    figure.provenance.add(provenanceOf(line));
    figure.entries.push_back(line.entry);
    for (const InputAnswer& answer : line.answers) figure.entries.push_back(answer.entry);
    figure.numerator = figure.numerator.value_or(0) + 1;
  };
  for (const InputLine& line : inputs) {
    if (line.withdrawn) continue;
    if (!line.asks) {
      add(line.asksKnown ? counts.askForNothing : counts.notSaid, line);
      continue;
    }
    ++counts.asking;
    switch (line.link) {
      case AnswerLink::kStated:
        add(counts.stated, line);
        break;
      case AnswerLink::kUnresolved:
        add(counts.unresolved, line);
        break;
      case AnswerLink::kInferred:
        add(counts.inferred, line);
        break;
      case AnswerLink::kNoneStated:
        add(counts.noneStated, line);
        break;
    }
  }
  for (Figure* figure : {&counts.stated, &counts.unresolved, &counts.inferred, &counts.noneStated,
                         &counts.askForNothing, &counts.notSaid}) {
    std::int64_t number = figure->numerator.value_or(0);
    bool apart = figure == &counts.askForNothing || figure == &counts.notSaid;
    figure->numerator = number;
    if (!apart) figure->denominator = counts.asking;
    figure->value = std::to_string(number);
    if (!apart) figure->value += " of " + std::to_string(counts.asking);
    figure->entries = inOrder(std::move(figure->entries));
  }
  return counts;
}

std::string_view linkWords(AnswerLink link) {
  switch (link) {
    case AnswerLink::kStated:
      return "stated";
    case AnswerLink::kUnresolved:
      return "stated as unresolved";
    case AnswerLink::kInferred:
      return "inferred";
    case AnswerLink::kNoneStated:
      return "none stated";
  }
  return "";
}

}  // namespace minutebook

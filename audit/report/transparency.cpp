#include "audit/report/transparency.h"

#include <utility>

#include "audit/report/coverage.h"
#include "audit/report/inputs.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "audit/report/promises.h"
#include "audit/report/transparency_parts.h"
#include "report_files.h"

namespace minutebook {

Block plain(std::string text) {
  return Paragraph{{std::move(text), {}}};
}

Cell words(std::string text, Entries entries) {
  return Line{std::move(text), std::move(entries)};
}

namespace {

Figure share(std::int64_t part, std::int64_t whole) {
  Figure figure;
  figure.value = std::to_string(part) + " of " + std::to_string(whole);
  figure.numerator = part;
  figure.denominator = whole;
  return figure;
}

std::string orNot(const std::string& text) {
  return text.empty() ? std::string(kNotRecordedText) : text;
}

void addLimits(Section& section, Query& query, const Scope& scope) {
  std::vector<Line> lines;
  for (const Row& row : ask(query, report_files::record_sql, "limits", scope).rows) {
    std::string text =
        row.textOr("text", row.text("limits") == "none" ? "It was said that there are no limits."
                                                        : std::string(kNotRecordedText));
    if (!row.isNull("reason")) text += " Because: " + row.text("reason");
    lines.push_back({sentence(text), entriesOf(row)});
  }
  section.blocks.push_back(Subheading{"What could not be changed"});
  if (lines.empty()) {
    section.blocks.push_back(plain("Not recorded: nobody wrote down what could not be changed."));
  } else {
    section.blocks.push_back(Bullets{std::move(lines)});
  }
}

}  // namespace

Section coverageSection(Query& query, const TransparencyOptions& options) {
  Coverage coverage = coverageOf(query, options.scope);
  const ProvenanceCount& known = coverage.provenance;
  Section section{"coverage", "How good the evidence is", {}};
  section.blocks.push_back(plain(
      "Read this first. A report can say no more than people wrote down, and some of it was worked "
      "out later rather than seen."));
  Table table{"How the entries are known", {"How it is known", "Entries"}, {}};
  auto row = [&](std::string label, std::int64_t number) {
    table.rows.push_back({words(std::move(label)), share(number, coverage.entries)});
  };
  row("Seen by whoever wrote it down", known.witnessed);
  row("Told by somebody who was there", known.attested);
  row("Taken from a file or paper, as it stands there", known.imported);
  table.rows.push_back({words("Worked out by whoever wrote it down"), coverage.inferred});
  row("How it is known is not recorded", known.notRecorded);
  row("No date recorded, not even a rough one", coverage.undated);
  table.rows.push_back({words("Put right later"), coverage.corrected});
  table.rows.push_back({words("Disputed by somebody"), coverage.disputed});
  table.rows.push_back({words("Cannot be read by this program"), coverage.unreadable});
  section.blocks.push_back(std::move(table));
  if (!coverage.nothing.empty()) {
    section.blocks.push_back(Subheading{"What the record says nothing about"});
    std::vector<Line> lines;
    for (const std::string& text : coverage.nothing) lines.push_back({sentence(text), {}});
    section.blocks.push_back(Bullets{std::move(lines)});
    section.blocks.push_back(
        plain("It may have happened all the same. Not recorded is not the same as not done."));
  }
  return section;
}

Section promisedSection(Query& query, const TransparencyOptions& options) {
  Section section{"promised", "What was promised", {}};
  for (const Row& row : ask(query, report_files::record_sql, "initiative", options.scope).rows) {
    section.blocks.push_back(Bullets{{
        {"The exercise: " + row.text("title"), entriesOf(row)},
        {"Why: " + orNot(row.text("why")), entriesOf(row)},
        {"The question: " + orNot(row.text("question")), entriesOf(row)},
        {"What people's input could change: " + orNot(row.text("what_may_change")), entriesOf(row)},
    }});
  }
  std::vector<Line> levels;
  for (const Row& row : ask(query, report_files::people_sql, "levels", options.scope).rows) {
    std::string text =
        "Declared level of " + plainRef(row.text("of")) + ": " + plainWords(row.text("level"));
    if (!row.isNull("in_plain_words")) text += ". " + row.text("in_plain_words");
    levels.push_back(
        {sentence(text) + " (" + plainProvenance(row.text("provenance")) + ")", entriesOf(row)});
  }
  if (levels.empty()) levels.push_back({"No level of participation was declared on record.", {}});
  section.blocks.push_back(Bullets{std::move(levels)});
  addLimits(section, query, options.scope);
  section.blocks.push_back(Subheading{"Promises"});
  Table table{"Every promise on record and how it stands",
              {"Promise", "By", "To", "Due", "How it stands", "How it is known"},
              {}};
  for (const PromiseLine& line : promiseLines(query, options.scope)) {
    std::string state = line.standing == PromiseStanding::kStanding ? "holds for good" : "";
    if (!line.state.empty()) state += (state.empty() ? "" : "; ") + plainWords(line.state);
    if (state.empty()) state = "open; nothing more on record";
    if (!line.stateReason.empty()) state += ": " + line.stateReason;
    if (line.stateProvenance == "inferred") {
      state = sentence(std::move(state)) + " (" + plainProvenance(line.stateProvenance) + ")";
    }
    std::string what = line.id + ": " + line.what;
    if (!line.condition.empty()) what += " Condition: " + line.condition;
    table.rows.push_back({words(std::move(what), line.entries), words(plainWho(line.by)),
                          words(plainWho(line.to)), words(orNot(line.due)), words(sentence(state)),
                          words(plainProvenance(line.provenance))});
  }
  if (table.rows.empty()) {
    section.blocks.push_back(plain("No promise is on record."));
  } else {
    section.blocks.push_back(std::move(table));
  }
  return section;
}

Section openPromisesSection(Query& query, const TransparencyOptions& options) {
  Section section{"open-promises", "Promises still open", {}};
  std::vector<PromiseLine> promises = promiseLines(query, options.scope);
  Table table{"Promises by how they stand", {"How they stand", "How many"}, {}};
  table.rows = {
      {words("Open"), countStanding(promises, PromiseStanding::kOpen)},
      {words("Kept"), countStanding(promises, PromiseStanding::kKept)},
      {words("Ended another way"), countStanding(promises, PromiseStanding::kEnded)},
      {words("Hold for good (counted apart)"), countStanding(promises, PromiseStanding::kStanding)},
  };
  section.blocks.push_back(std::move(table));
  std::vector<Line> lines;
  for (const PromiseLine& line : promises) {
    if (line.standing != PromiseStanding::kOpen) continue;
    std::string text = line.id + ": " + line.what + " Due: " + orNot(line.due) + ".";
    if (!line.stateReason.empty()) text += " " + line.stateReason;
    lines.push_back({std::move(text), line.entries});
  }
  section.blocks.push_back(lines.empty() ? plain("No open promise is on record.")
                                         : Block(Bullets{std::move(lines)}));
  return section;
}

Report transparencyReport(Query& query, const TransparencyOptions& options) {
  Report report =
      startReport(query, options.scope, "minutebook/report-transparency/1", "Transparency report");
  for (auto section : {coverageSection, promisedSection, peopleSection, decisionsSection,
                       dissentSection, changedSection}) {
    report.sections.push_back(section(query, options));
  }
  report.sections.push_back(surveysSection(query, options, report.numbersHeldBack));
  for (auto section :
       {signOffsSection, creditsSection, paySection, openPromisesSection, shortcomingsSection}) {
    report.sections.push_back(section(query, options));
  }
  addCards(query, report);
  return report;
}

}  // namespace minutebook

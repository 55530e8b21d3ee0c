#include "audit/report/conformance.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "audit/report/conformance_clause.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"

namespace minutebook {

namespace {

/// One part of the page for each word, what asks for something to be done first.
struct VerdictSection {
  Verdict verdict;
  const char* id;
  const char* title;
  bool isInFull;  ///< Clause by clause, with every case; else a table.
};

constexpr std::array<VerdictSection, 7> kSections = {{
    {Verdict::kFail, "not-kept", "Not kept", true},
    {Verdict::kWeak, "in-form-only", "Kept in form only", true},
    {Verdict::kUnknown, "cannot-tell", "What the record does not tell", true},
    {Verdict::kWaived, "excepted", "Not kept, under an approved exception", true},
    {Verdict::kPass, "kept", "Kept", false},
    {Verdict::kNotDue, "not-due", "Not due yet", false},
    {Verdict::kNotApplicable, "nothing-about", "Nothing on record that it is about", false},
}};

std::string standardSentence(const StandingStandard& standard, const ConformanceOptions& options) {
  std::string text = "Judged as of " + dayText(options.today) + " by " + standard.title + " (" +
                     standard.label + ")";
  if (standard.isAdopted) return text + ", as it was adopted and changed here.";
  return text +
         ". Nobody has adopted it in this ledger: it is used as a measure, and binds nobody.";
}

/// How many clauses came to which word, by how much they bind.
Table countTable(const std::vector<ClauseVerdict>& verdicts) {
  Table table{
      "What became of the clauses", {"What the record shows", "Must", "Should or may", "All"}, {}};
  for (const VerdictSection& section : kSections) {
    std::int64_t must = 0, all = 0;
    for (const ClauseVerdict& one : verdicts) {
      if (one.verdict != section.verdict) continue;
      ++all;
      must += one.rulesNow().obligation == "must";
    }
    table.rows.push_back({Line{section.title, {}}, Line{std::to_string(must), {}},
                          Line{std::to_string(all - must), {}}, Line{std::to_string(all), {}}});
  }
  return table;
}

Table shortTable(const std::vector<ClauseVerdict>& verdicts, const VerdictSection& section,
                 const ShownTo& shownTo) {
  Table table{section.title, {"Clause", "What it asks", "What the record shows", "Judged by"}, {}};
  for (const ClauseVerdict& one : verdicts) {
    if (one.verdict != section.verdict) continue;
    const ClauseRules& rules = one.rulesNow();
    table.rows.push_back({Line{one.clause.code, rules.entries}, Line{rules.text, {}},
                          clauseSentence(one, shownTo), Line{plainRules(rules), {}}});
  }
  return table;
}

Section sectionOf(const std::vector<ClauseVerdict>& verdicts, const VerdictSection& section,
                  const ShownTo& shownTo) {
  Section made{section.id, section.title, {}};
  if (!section.isInFull) {
    Table table = shortTable(verdicts, section, shownTo);
    if (!table.rows.empty()) made.blocks.push_back(std::move(table));
    return made;
  }
  for (const ClauseVerdict& one : verdicts) {
    if (one.verdict == section.verdict) addClause(made.blocks, one, shownTo);
  }
  return made;
}

/// Each item of the other framework, and how its clauses were kept.
Section crosswalk(const StandingStandard& standard, const std::vector<ClauseVerdict>& verdicts) {
  Table table{"What another framework asks, and the clauses that answer to it",
              {"It asks", "Clauses here", "What the record shows"},
              {}};
  for (const PackItem& item : standard.items) {
    std::string clauses, shows;
    std::map<Verdict, int> counts;
    for (const ClauseVerdict& one : verdicts) {
      const std::vector<std::string>& matches = one.clause.matches;
      if (std::find(matches.begin(), matches.end(), item.code) == matches.end()) continue;
      clauses += (clauses.empty() ? "" : ", ") + one.clause.code;
      ++counts[one.verdict];
    }
    for (const VerdictSection& section : kSections) {
      if (!counts.contains(section.verdict)) continue;
      shows += (shows.empty() ? "" : ", ") + std::to_string(counts[section.verdict]) + " " +
               plainVerdict(section.verdict);
    }
    table.rows.push_back(
        {Line{item.code + ": " + item.text, {}},
         Line{clauses.empty() ? "none: no record here shows it" : clauses, {}},
         Line{shows.empty() ? std::string(kNotRecordedText) : sentence(shows), {}}});
  }
  return {"crosswalk", "Beside another framework", {std::move(table)}};
}

}  // namespace

Report conformanceReport(Query& query, const StandingStandard& standard,
                         const std::vector<ClauseVerdict>& verdicts,
                         const ConformanceOptions& options) {
  Report report = startReport(query, options.scope, "minutebook/report-conformance/1",
                              "How our standards were kept: " + standard.title);
  Section totals{"totals", "In short", {}};
  totals.blocks.push_back(Paragraph{{standardSentence(standard, options), {}}});
  totals.blocks.push_back(countTable(verdicts));
  totals.blocks.push_back(Paragraph{
      {"No clause outweighs another, and the numbers add up to no mark. What was never recorded "
       "cannot be seen here.",
       {}}});
  report.sections.push_back(std::move(totals));
  for (const VerdictSection& section : kSections) {
    Section made = sectionOf(verdicts, section, options.shownTo);
    if (!made.blocks.empty()) report.sections.push_back(std::move(made));
  }
  if (!standard.items.empty()) report.sections.push_back(crosswalk(standard, verdicts));
  addCards(query, report);
  return report;
}

}  // namespace minutebook

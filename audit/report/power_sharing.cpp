#include "audit/report/power_sharing.h"

#include <map>
#include <string>
#include <utility>

#include "audit/report/decisions.h"
#include "audit/report/fact_lines.h"
#include "audit/report/findings.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "audit/report/transparency_parts.h"
#include "report_files.h"

namespace minutebook {

namespace {

Entries listed(const std::string& text) {
  Entries entries;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) entries.push_back(std::stoll(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return inOrder(std::move(entries));
}

std::string nameOf(const Row& level) {
  std::string name = plainRef(level.text("of"));
  return level.isNull("title") ? name : name + " (" + level.text("title") + ")";
}

std::string levelWords(const std::string& level) {
  if (level == "none") return "none of the six levels";
  return plainWords(level);
}

/// Why the first test that is not met is not.
std::string unmetWords(const Row& level) {
  if (level.isNull("unmet_test")) return "none: there is no level above it";
  std::string state = level.text("unmet_state");
  std::string text =
      plainWords(level.text("unmet_level")) + " asks that " + level.text("unmet_test");
  if (state == "unknown") return text + ". The record does not tell whether it is so";
  if (state == "inferred") return text + ". Only what somebody worked out says so";
  return text + ". That is not on record";
}

/// A level can be borne out where one below it is not: one person who chairs, and nobody answered.
std::string skippedWords(const Row& level) {
  std::int64_t skipped = level.count("skipped");
  if (skipped == 0) return "";
  return counted(skipped, "level below it is", "levels below it are") + " not";
}

std::string declaredBy(const Row& level) {
  if (level.isNull("declared")) return "nobody on record";
  return level.isNull("by") ? std::string(kNotRecordedText) : plainWho(level.text("by"));
}

std::string levelFinding(const Row& level) {
  std::string below = skippedWords(level);
  std::string shown = levelWords(level.text("level")) + (below.empty() ? "" : ", though " + below);
  if (level.isNull("declared")) {
    return sentence(nameOf(level) + ": no level was declared; the record bears out " + shown);
  }
  std::string declared = plainWords(level.text("declared"));
  std::string by =
      level.isNull("by") ? "by whom is not recorded" : "by " + plainWho(level.text("by"));
  bool isLess = level.count("level_number") < level.count("declared_number");
  std::string text = nameOf(level) + ": " + declared + " was declared, " + by;
  if (level.text("provenance") == "inferred") text += " (worked out by whoever wrote it down)";
  return sentence(text + "; the record bears out " + (isLess ? "less: " : "no less: ") + shown);
}

Table levelTable(const Rows& levels) {
  Table table{"Declared, and borne out by the record",
              {"Stage or exercise", "Declared", "By", "Borne out",
               "The first test above it that is not met"},
              {}};
  for (const Row& level : levels.rows) {
    Entries declared;
    if (auto entry = level.number("declared_entry")) declared.push_back(*entry);
    std::string said =
        level.isNull("declared") ? "no level on record" : plainWords(level.text("declared"));
    std::string below = skippedWords(level);
    table.rows.push_back({words(nameOf(level), {level.count("entry")}),
                          words(sentence(said), declared), words(declaredBy(level)),
                          words(sentence(levelWords(level.text("level"))) +
                                    (below.empty() ? "" : " " + sentence(below)),
                                listed(level.text("entries"))),
                          words(sentence(unmetWords(level)))});
  }
  return table;
}

std::string stateWords(const std::string& state) {
  if (state == "met") return "yes";
  if (state == "inferred") return "only worked out";
  return state == "unknown" ? "not recorded" : "no";
}

/// The six tests, a row for each stage.
Table testTable(Query& query, const Scope& scope) {
  Table table{"Which of the six tests the record meets",
              {"Stage or exercise", "Informed", "Consulted", "Involved", "Co-designed",
               "Co-produced", "Led"},
              {}};
  std::string last;
  for (const Row& test : ask(query, report_files::power_sharing_sql, "tests", scope).rows) {
    if (test.text("of") != last) {
      last = test.text("of");
      table.rows.push_back({words(plainRef(last))});
    }
    table.rows.back().push_back(
        words(stateWords(test.text("state")), listed(test.text("entries"))));
  }
  return table;
}

Section levelsSection(Query& query, const Scope& scope) {
  Section section{"levels", "What was declared, and what the record bears out", {}};
  Rows levels = ask(query, report_files::power_sharing_sql, "levels", scope);
  if (levels.rows.empty()) {
    section.blocks.push_back(plain("No exercise and no stage is on record."));
    return section;
  }
  Bullets findings;
  for (const Row& level : levels.rows) {
    findings.lines.push_back({levelFinding(level), {level.count("entry")}});
  }
  section.blocks.push_back(std::move(findings));
  section.blocks.push_back(levelTable(levels));
  section.blocks.push_back(testTable(query, scope));
  section.blocks.push_back(
      plain("The level borne out is the highest whose test the record meets. What somebody worked "
            "out later meets none. Not on record is not the same as not done."));
  return section;
}

/// How many decisions were taken before one kind of expertise, or one group, had anybody.
struct Joiner {
  std::string name;
  Counting early;
  std::int64_t all = 0;
  std::int64_t unknown = 0;
};

Section joinedSection(Query& query, const Scope& scope) {
  Section section{"joined", "What had been decided when people joined", {}};
  std::map<std::int64_t, Joiner> joiners;
  for (const Row& row : ask(query, report_files::power_sharing_sql, "joined", scope).rows) {
    Joiner& joiner = joiners[row.count("place")];
    joiner.name = row.count("is_kind") ? sentence(plainExpertise(row.text("name")))
                                       : "Group " + row.text("name");
    if (joiner.name.ends_with('.')) joiner.name.pop_back();
    ++joiner.all;
    if (row.text("state") == "early") joiner.early.add(row);
    if (row.text("state") == "unknown") ++joiner.unknown;
    if (joiner.all == 1 && !row.isNull("joined_entry"))
      joiner.early.rest(row.count("joined_entry"));
  }
  if (joiners.empty()) {
    section.blocks.push_back(plain("No decision is on record, other than administrative ones."));
    return section;
  }
  Table table{"Decisions, administrative ones left out, taken before the first of them came",
              {"Who", "How many of how many"},
              {}};
  for (const auto& [place, joiner] : joiners) {
    Figure figure = joiner.early.outOf(joiner.all);
    figure.unknowns = joiner.unknown;
    table.rows.push_back({words(joiner.name), std::move(figure)});
  }
  section.blocks.push_back(std::move(table));
  section.blocks.push_back(
      plain("It goes by the dates alone. Unknown are decisions where a date is missing, or too "
            "rough to tell which came first."));
  return section;
}

Figure seats(std::int64_t number, const std::string& entries) {
  Figure figure;
  figure.value = std::to_string(number);
  figure.numerator = number;
  figure.entries = listed(entries);
  return figure;
}

Section rolesSection(Query& query, const Scope& scope) {
  Section section{"roles", "Parts at meetings: planned, played and published", {}};
  Table table{"Who was to have which part, and who played it, by expertise",
              {"Meeting and part", "Expertise", "Planned", "Played"},
              {}};
  for (const Row& row : ask(query, report_files::power_sharing_sql, "roles", scope).rows) {
    std::string expertise = row.isNull("expertise") ? std::string(kNotRecordedText)
                            : row.text("expertise") == "notSaidYet"
                                ? "not said yet: the rule of the room"
                                : plainWords(row.text("expertise"));
    table.rows.push_back({words(row.text("meeting") + ", " + plainWords(row.text("role"))),
                          words(std::move(expertise)),
                          seats(row.count("planned"), row.text("planned_entries")),
                          seats(row.count("performed"), row.text("performed_entries"))});
  }
  if (table.rows.empty()) {
    section.blocks.push_back(plain("No part at a meeting is on record."));
  } else {
    section.blocks.push_back(std::move(table));
  }
  Bullets claims;
  for (const Row& row : ask(query, report_files::power_sharing_sql, "claims", scope).rows) {
    claims.lines.push_back({"Published about meeting " + row.text("meeting") + ": " +
                                row.textOr("statement", kNotRecordedText),
                            entriesOf(row)});
  }
  section.blocks.push_back(claims.lines.empty()
                               ? plain("Nothing that was published about a meeting is on record.")
                               : Block(std::move(claims)));
  section.blocks.push_back(
      plain("A plan is not what happened, and neither is what was published about it."));
  return section;
}

Section howDecidedSection(Query& query, const Scope& scope) {
  Section section{"how-decided", "How each decision was taken", {}};
  std::map<std::int64_t, Figure> positions;
  for (const Row& row : ask(query, report_files::power_sharing_sql, "seats", scope).rows) {
    Figure figure;
    figure.value = row.count("positions") == 0
                       ? "none on record"
                       : row.text("lived_positions") + " of " + row.text("positions");
    if (row.count("positions") > 0) {
      figure.numerator = row.count("lived_positions");
      figure.denominator = row.count("positions");
    }
    figure.entries = listed(row.text("position_entries"));
    positions[row.count("entry")] = std::move(figure);
  }
  Table table{"Every decision",
              {"Decision", "Who decided", "How", "Positions held by people with lived experience"},
              {}};
  for (const DecisionLine& line : decisionLines(query, scope)) {
    auto found = positions.find(line.entry);
    std::string what = line.id;
    if (!line.outcome.empty()) what += ": " + line.outcome;
    table.rows.push_back(
        {words(std::move(what), {line.entry}), words(whoDecided(line)),
         words(line.how.empty() ? std::string(kNotRecordedText) : plainWords(line.how)),
         found == positions.end() ? words("administrative: not counted") : Cell(found->second)});
  }
  if (table.rows.empty()) {
    section.blocks.push_back(plain("No decision is on record."));
    return section;
  }
  section.blocks.push_back(std::move(table));
  return section;
}

void addFacts(Section& section, Query& query, const Scope& scope, const char* statement,
              std::string heading, std::string nothing) {
  section.blocks.push_back(Subheading{std::move(heading)});
  section.blocks.push_back(
      factBlock(ask(query, report_files::power_sharing_sql, statement, scope), std::move(nothing)));
}

Section framedSection(Query& query, const Scope& scope) {
  Section section{"framed", "Who framed it, and who could undo it", {}};
  addFacts(section, query, scope, "framed", "The question", "No exercise is on record.");
  addFacts(section, query, scope, "aims", "Aims, ways of working and changes of plan",
           "No aims were agreed on record, and no plan was set.");
  addFacts(section, query, scope, "power_talk", "Talk about power",
           "No meeting is on record at which power was talked about.");
  addFacts(section, query, scope, "undone", "Decisions undone, taken over a no, or binding others",
           "No decision on record was undone, taken over a no or said to bind others.");
  return section;
}

Section fellShortSection(Query& query, const Scope& scope) {
  Section section{"fell-short", "Where people said it fell short", {}};
  std::vector<Line> lines = shortcomings(query, scope);
  if (lines.empty()) {
    section.blocks.push_back(
        plain("Nobody wrote down where sharing power fell short. That is worth asking about."));
  } else {
    section.blocks.push_back(Bullets{std::move(lines)});
  }
  return section;
}

}  // namespace

Report powerSharingReport(Query& query, const MetricPageOptions& options) {
  const Scope& scope = options.record.scope;
  Report report =
      startReport(query, scope, "minutebook/report-power-sharing/1", "How power was shared");
  auto addMetric = [&](std::string_view id) {
    for (const MetricHelp& help : allMetrics()) {
      if (help.id != id) continue;
      report.sections.push_back({help.id, help.title, metricBlocks(query, id, options)});
    }
  };
  report.sections.push_back(levelsSection(query, scope));
  addMetric("decision-share");
  report.sections.push_back(joinedSection(query, scope));
  report.sections.push_back(rolesSection(query, scope));
  report.sections.push_back(howDecidedSection(query, scope));
  for (const char* id : {"pivotality", "earliness", "agenda-origin", "dissent", "uptake",
                         "action-spread", "lateness"}) {
    addMetric(id);
  }
  report.sections.push_back(framedSection(query, scope));
  report.sections.push_back(fellShortSection(query, scope));
  addCards(query, report);
  return report;
}

}  // namespace minutebook

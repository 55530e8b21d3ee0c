#include "audit/report/who_decided.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "audit/report/decisions.h"
#include "audit/report/fact_lines.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "ledger/base/when.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr std::array<std::string_view, 6> kAnswers = {"decision", "matter", "input",
                                                      "meeting",  "work",   "workVersion"};

/// Asks about one record.
class Asker {
 public:
  Asker(Query& query, std::string_view where, std::string_view id)
      : query_(query), where_(where), id_(id) {}

  Rows rows(std::string_view statement) {
    return query_.all(namedSql(report_files::who_decided_sql, statement),
                      {{":register", where_}, {":id", id_}});
  }

  void add(Section& section, std::string title, std::string_view statement, std::string nothing) {
    section.blocks.push_back(Subheading{std::move(title)});
    section.blocks.push_back(factBlock(rows(statement), std::move(nothing)));
  }

 private:
  Query& query_;
  std::string where_;
  std::string id_;
};

std::string orNot(const std::string& text) {
  return text.empty() ? std::string(kNotRecordedText) : text;
}

/// How the day of a decision lies to the day on which a group began.
std::string orderWords(const std::string& decided, const std::string& joined) {
  Outcome<Moment> a = parseMoment(decided), b = parseMoment(joined);
  if (!a || !b) return "which came first is not recorded";
  switch (compareMoments(a.value(), b.value())) {
    case Order::kBefore:
      return "decided before they joined";
    case Order::kAfter:
      return "decided after they had joined";
    case Order::kSame:
      return "decided at the time they joined";
    case Order::kCannotTell:
      return "which came first cannot be told from these dates";
  }
  return "";
}

/// When it was decided, against when each group joined.
Bullets timesOf(Asker& asker) {
  Bullets bullets;
  Rows decided = asker.rows("when");
  if (decided.rows.empty()) return bullets;
  const Row& decision = decided.rows.front();
  std::string at = decision.text("at");
  bullets.lines.push_back({"Decided: " + sentence(orNot(at)), {decision.count("entry")}});
  for (const Row& row : asker.rows("joined").rows) {
    std::string group = "Group " + row.text("group");
    if (!row.isNull("title")) group += " (" + row.text("title") + ")";
    Line line{group + ": nobody is on record as a member.", {}};
    if (!row.isNull("entry")) {
      line.text = group + ", first member: " + orNot(row.text("at")) + "; " +
                  orderWords(at, row.text("at")) + ".";
      line.entries = {row.count("entry")};
    }
    bullets.lines.push_back(std::move(line));
  }
  return bullets;
}

Section sectionOf(Query& query, const DecisionLine& decision) {
  Section section{"decision-" + decision.id, "Decision " + decision.id, {}};
  Entries own = {decision.entry};
  section.blocks.push_back(Bullets{{
      {"Question: " + orNot(decision.question), own},
      {"Decided: " + orNot(decision.outcome), own},
      {"Who decided: " + whoDecided(decision), own},
      {"How: " + plainWords(decision.how), own},
      {"Why: " + orNot(decision.why), own},
  }});
  for (const Line& line : decision.replaced) {
    section.blocks.push_back(
        Paragraph{{"It no longer stands as it was: " + line.text, line.entries}});
  }
  Asker asker(query, "decision", decision.id);
  asker.add(section, "Who had a part in it, in which role and expertise", "parties",
            "Not recorded.");
  asker.add(section, "Tally", "tally", "No tally is recorded.");
  asker.add(section, "Positions", "positions", "No position is recorded.");
  asker.add(section, "Dissent", "dissent",
            "No dissent is on record. That is not the same as everybody agreeing.");
  asker.add(section, "Because of which inputs", "inputs", "Not recorded.");
  section.blocks.push_back(Subheading{"When, and when each group joined"});
  section.blocks.push_back(timesOf(asker));
  return section;
}

/// What is on record of the thing itself, where it is not a decision.
Section aboutSection(Asker& asker, std::string_view where) {
  Section section{"about", "What is asked about", {}};
  for (const char* statement : {"about", "version", "matter"}) {
    Rows rows = asker.rows(statement);
    if (!rows.rows.empty()) section.blocks.push_back(factBlock(rows, ""));
  }
  bool work = where == "work" || where == "workVersion";
  if (work) asker.add(section, "Who signed it", "sign_offs", "Nobody is on record as signing it.");
  return section;
}

}  // namespace

std::optional<Report> whoDecidedReport(Query& query, std::string_view where, std::string_view id) {
  bool answers = std::find(kAnswers.begin(), kAnswers.end(), where) != kAnswers.end();
  if (!answers) return std::nullopt;
  Report report = startReport(query, {}, "minutebook/report-who-decided/1",
                              "Who decided: " + plainWords(where) + " " + std::string(id));
  Asker asker(query, where, id);
  Section about = aboutSection(asker, where);
  if (!about.blocks.empty()) report.sections.push_back(std::move(about));
  std::vector<std::string> wanted;
  for (const Row& row : asker.rows("decisions_of").rows) wanted.push_back(row.text("id"));
  for (const DecisionLine& decision : decisionLines(query, {})) {
    if (std::find(wanted.begin(), wanted.end(), decision.id) == wanted.end()) continue;
    report.sections.push_back(sectionOf(query, decision));
  }
  if (wanted.empty()) {
    Section none{"decision", "The decision", {}};
    none.blocks.push_back(
        Paragraph{{"No decision on record settles this. Who decided is not recorded.", {}}});
    report.sections.push_back(std::move(none));
  }
  addCards(query, report);
  return report;
}

}  // namespace minutebook

#include "audit/report/minutes.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "audit/report/column_words.h"
#include "audit/report/decisions.h"
#include "audit/report/due_dates.h"
#include "audit/report/fact_lines.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// Whether the page may say who brings which expertise.
enum class RolesSaid { kYes, kNotYet };

class Minutes {
 public:
  Minutes(Query& query, std::string id, ShownTo shownTo)
      : query_(query), id_(std::move(id)), shownTo_(std::move(shownTo)) {}

  Rows rows(std::string_view statement) {
    return query_.all(namedSql(report_files::minutes_sql, statement), {{":id", id_}});
  }

  /// Rows without what may not be said yet.
  Rows sayable(std::string_view statement, RolesSaid said) {
    Rows found = rows(statement);
    if (said == RolesSaid::kYes) return found;
    std::erase_if(found.columns,
                  [](const std::string& name) { return columnName(name).title == "Expertise"; });
    return found;
  }

  void add(Report& report, std::string id, std::string title, std::string_view statement,
           std::string nothing) {
    report.sections.push_back(
        {std::move(id), std::move(title), {factBlock(rows(statement), std::move(nothing))}});
  }

  Section cameSection(RolesSaid said) {
    Section section{"came", "Who came", {}};
    Rows people = sayable("came", said);
    Rows seats = takeOutUnseen(people, said);
    std::erase(people.columns, "register");
    Rows counts = sayable("counted", said);
    if (!people.rows.empty()) section.blocks.push_back(factBlock(people, ""));
    if (!seats.rows.empty()) section.blocks.push_back(factBlock(seats, ""));
    if (!counts.rows.empty()) section.blocks.push_back(factBlock(counts, ""));
    if (section.blocks.empty()) section.blocks.push_back(Paragraph{{"Not recorded.", {}}});
    return section;
  }

  Section decidedSection() {
    Bullets bullets;
    std::vector<std::string> wanted;
    for (const Row& row : rows("decided").rows) wanted.push_back(row.text("id"));
    for (const DecisionLine& line : decisionLines(query_, {})) {
      if (std::find(wanted.begin(), wanted.end(), line.id) == wanted.end()) continue;
      std::string outcome = line.outcome.empty() ? std::string(kNotRecordedText) : line.outcome;
      bullets.lines.push_back({line.id + ": " + sentence(outcome) +
                                   " Who decided: " + sentence(whoDecided(line)) +
                                   " How: " + sentence(plainWords(line.how)),
                               {line.entry}});
    }
    Section section{"decided", "What was decided", {}};
    if (bullets.lines.empty()) {
      section.blocks.push_back(Paragraph{{"No decision of this meeting is on record.", {}}});
    } else {
      section.blocks.push_back(std::move(bullets));
    }
    return section;
  }

  Section beforeSection() {
    Section section{"before", "Before these go out", {}};
    std::vector<Row> people = rows("people").rows;
    if (people.empty()) {
      section.blocks.push_back(Paragraph{
          {"Nobody is on record by name as having come, so who has no action and who was not "
           "asked cannot be told.",
           {}}});
    } else {
      Bullets bullets;
      bullets.lines = {
          withAction(people, "declined", "No action; offered, and declined"),
          withAction(people, "not offered", "No action; none was offered to them"),
          withAction(people, "not recorded", "No action; not recorded whether one was offered"),
          notHeard(people, "not_asked", 1, "There, and not asked to take a part"),
          notHeard(people, "spoke", 0, "There, and nothing they said is on record"),
      };
      section.blocks.push_back(std::move(bullets));
    }
    section.blocks.push_back(quoted());
    return section;
  }

  /// The rules of the room whose time for roles has not certainly come.
  std::vector<Line> unsaid(DayNumber today) {
    std::vector<Line> lines;
    DueDates dates(query_);
    for (const Row& row : rows("room").rows) {
      std::optional<DayNumber> until = dates.days(row.text("until")).last;
      if (until && *until < today) continue;
      lines.push_back({"Who brings which expertise is left out: agreement " +
                           row.text("agreement") + " keeps roles unsaid until " +
                           row.text("until") + ".",
                       {row.count("entry")}});
    }
    return lines;
  }

 private:
  /// Takes the people out whom this reader is not shown, and counts them: by expertise, which is a
  /// seat and always shown, unless that may not be said yet.
  Rows takeOutUnseen(Rows& people, RolesSaid said) const {
    struct Seats {
      std::int64_t people = 0;
      std::int64_t entry = 0;
    };
    std::map<std::string, Seats> byExpertise;
    std::erase_if(people.rows, [&](const Row& row) {
      bool isSeen = row.text("register") != "participant" || shownTo_.maySee(row.text("head:who"));
      if (isSeen) return false;
      Seats& seats = byExpertise[said == RolesSaid::kYes ? row.text("Expertise:word") : ""];
      if (seats.people++ == 0) seats.entry = row.count("entry");
      return true;
    });
    Rows counts{{"entry", "head", "Expertise:word"}, {}};
    auto names = std::make_shared<const std::vector<std::string>>(counts.columns);
    for (const auto& [expertise, seats] : byExpertise) {
      std::string head = std::to_string(seats.people) + (seats.people == 1 ? " person" : " people");
      Value brings = expertise.empty() ? Value() : Value(expertise);
      counts.rows.emplace_back(names, std::vector<Value>{seats.entry, head, brings});
    }
    return counts;
  }

  static Line listed(std::string what, const std::vector<Row>& people) {
    Line line{std::move(what) + ": ", {}};
    for (const Row& row : people) {
      if (!line.entries.empty() || !line.text.ends_with(": ")) line.text += ", ";
      line.text += row.text("participant");
      line.entries.push_back(row.count("entry"));
    }
    if (people.empty()) line.text += "nobody";
    line.text += ".";
    line.entries = inOrder(std::move(line.entries));
    return line;
  }

  static Line withAction(std::vector<Row> people, std::string_view action, std::string what) {
    std::erase_if(people, [&](const Row& row) { return row.text("action") != action; });
    return listed(std::move(what), people);
  }

  static Line notHeard(std::vector<Row> people, std::string_view column, std::int64_t value,
                       std::string what) {
    std::erase_if(people, [&](const Row& row) { return row.count(column) != value; });
    return listed(std::move(what), people);
  }

  Block quoted() {
    Bullets bullets;
    for (const Row& row : rows("quoted").rows) {
      std::string reply = row.text("reply");
      if (reply == "given") continue;
      std::string why = reply.empty() ? "no answer to it is on record" : "it was " + reply;
      bullets.lines.push_back({"Quoted without consent: " + row.text("participant") + " in " +
                                   row.text("input") + "; " + why + ".",
                               {row.count("entry")}});
    }
    if (bullets.lines.empty()) {
      return Paragraph{{"Nobody is quoted under their pseudonym without consent.", {}}};
    }
    return bullets;
  }

  Query& query_;
  std::string id_;
  ShownTo shownTo_;
};

}  // namespace

std::optional<Report> meetingMinutes(Query& query, const std::string& id, DayNumber today,
                                     const ShownTo& shownTo) {
  Minutes minutes(query, id, shownTo);
  Rows meeting = minutes.rows("meeting");
  if (meeting.rows.empty()) return std::nullopt;
  Report report = startReport(query, {}, "minutebook/report-minutes/1", "Minutes of meeting " + id);
  Section about{"meeting", "The meeting", {factBlock(meeting, "")}};
  Rows again = minutes.rows("held_again");
  if (!again.rows.empty()) about.blocks.push_back(factBlock(again, ""));
  std::vector<Line> unsaid = minutes.unsaid(today);
  for (const Line& line : unsaid) about.blocks.push_back(Paragraph{line});
  report.sections.push_back(std::move(about));
  report.sections.push_back(
      minutes.cameSection(unsaid.empty() ? RolesSaid::kYes : RolesSaid::kNotYet));
  minutes.add(report, "agenda", "Agenda", "agenda", "No agenda is on record.");
  minutes.add(report, "said", "What was said", "said", "Nothing said there is on record.");
  report.sections.push_back(minutes.decidedSection());
  minutes.add(report, "actions", "Actions", "actions", "No action of this meeting is on record.");
  minutes.add(report, "promises", "Promises", "promises", "No promise made there is on record.");
  if (!shownTo.only) report.sections.push_back(minutes.beforeSection());
  addCards(query, report);
  return report;
}

}  // namespace minutebook

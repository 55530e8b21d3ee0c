#include <set>
#include <string>
#include <utility>

#include "audit/report/claims.h"
#include "audit/report/meetings.h"
#include "audit/report/pay.h"
#include "audit/report/people.h"
#include "audit/report/plain_words.h"
#include "audit/report/surveys.h"
#include "audit/report/transparency_parts.h"
#include "audit/report/works.h"
#include "report_files.h"

namespace minutebook {

namespace {

Table groupTable(Query& query, const Scope& scope) {
  Table table{"People in each group, by expertise", {"Group", "Who", "How many"}, {}};
  for (const GroupMakeup& group : groupMakeups(query, scope)) {
    std::string title = group.title + " (" + group.group + ")";
    for (const ExpertiseCount& count : group.byExpertise) {
      table.rows.push_back({words(title), words(plainExpertise(count.expertise)), count.people});
    }
    std::string all = "everybody";
    if (group.left > 0) all += "; " + std::to_string(group.left) + " of them have left";
    table.rows.push_back({words(title), words(all), group.total});
  }
  return table;
}

Table roleTable(Query& query, const Scope& scope) {
  Table table{"Parts that people were to play at meetings", {"Part", "Who", "How many"}, {}};
  for (const MeetingRole& role : meetingRoles(query, scope)) {
    std::string part = plainWords(role.role) + " at " + role.meeting;
    if (!role.standing.empty()) part += " (" + plainWords(role.standing) + ")";
    for (const ExpertiseCount& count : role.byExpertise) {
      table.rows.push_back({words(part), words(plainExpertise(count.expertise)), count.people});
    }
  }
  return table;
}

Table noticeTable(Query& query, const Scope& scope) {
  Table table{"What went out before meetings", {"What", "To", "Before", "Days"}, {}};
  for (const NoticeLine& line : noticeLines(query, scope)) {
    std::string what = line.where + " " + line.id + " (" + plainWords(line.sort) + ")";
    std::string days = line.days ? std::to_string(*line.days) : std::string(kNotRecordedText);
    if (line.days && *line.days < 0) days = counted(-*line.days, "day", "days") + " after it";
    table.rows.push_back({words(what, line.entries), words(plainWho(line.toWhom)),
                          words("meeting " + line.meeting), words(days)});
  }
  return table;
}

Table planTable(Query& query, const Scope& scope) {
  Table table{"How the time of meetings was planned", {"Meeting", "For what", "Minutes"}, {}};
  for (const MeetingPlan& plan : meetingPlans(query, scope)) {
    if (plan.total.minutes == 0) continue;
    for (const PlannedMinutes& kind : plan.byKind) {
      table.rows.push_back({words(plan.meeting), words(plainWords(kind.kind)), kind.figure});
    }
    table.rows.push_back({words(plan.meeting), words("in all"), plan.total.figure});
  }
  return table;
}

void addTable(Section& section, std::string heading, Table table) {
  if (table.rows.empty()) return;
  if (!heading.empty()) section.blocks.push_back(Subheading{std::move(heading)});
  section.blocks.push_back(std::move(table));
}

}  // namespace

Section peopleSection(Query& query, const TransparencyOptions& options) {
  Section section{"people", "Who took part", {}};
  section.blocks.push_back(plain(
      "Nobody is named here. People who left stay in every count. Who brings several kinds of "
      "expertise is counted in each."));
  Table groups = groupTable(query, options.scope);
  if (groups.rows.empty()) {
    section.blocks.push_back(plain("Who was in which group is not recorded."));
  } else {
    Figure lived = membersWith(query, options.scope, "livedExperience");
    Table all{"People with lived experience in all groups, each counted once",
              {"Who", "How many"},
              {{words("people with lived experience"), lived}}};
    section.blocks.push_back(std::move(groups));
    section.blocks.push_back(std::move(all));
  }
  std::vector<Line> empty;
  for (const Row& row :
       ask(query, report_files::people_sql, "groups_without_members", options.scope).rows) {
    empty.push_back({row.textOr("title", row.text("group")) + ": who was in it is not recorded.",
                     entriesOf(row)});
  }
  if (!empty.empty()) section.blocks.push_back(Bullets{std::move(empty)});
  std::set<std::string> others;
  Entries entries;
  for (const Row& row : ask(query, report_files::people_sql, "others", options.scope).rows) {
    others.insert(row.text("participant"));
    entries.push_back(row.count("entry"));
  }
  if (!others.empty()) {
    section.blocks.push_back(Paragraph{{"Outside the groups, " +
                                            counted(static_cast<std::int64_t>(others.size()),
                                                    "more person is", "more people are") +
                                            " on the register.",
                                        inOrder(std::move(entries))}});
  }
  addTable(section, "Parts at meetings", roleTable(query, options.scope));
  addTable(section, "Notice", noticeTable(query, options.scope));
  addTable(section, "Time", planTable(query, options.scope));
  return section;
}

Section signOffsSection(Query& query, const TransparencyOptions& options) {
  Section section{"sign-offs", "Who signed off", {}};
  SignOffs all = signOffs(query, options.scope);
  Table table{"Sign-offs on record", {"How it was given", "How many"}, {}};
  table.rows = {{words("By a person, for themselves"), all.individual},
                {words("Told of a group as one"), all.collective}};
  section.blocks.push_back(std::move(table));
  section.blocks.push_back(
      plain("Told of a group as one is never read as signed by each of its members. No reply is no "
            "assent."));
  if (!all.collectiveLines.empty()) section.blocks.push_back(Bullets{all.collectiveLines});
  section.blocks.push_back(all.rounds.empty()
                               ? plain("No round in which everybody is asked is on record.")
                               : Block(Bullets{all.rounds}));
  return section;
}

Section creditsSection(Query& query, const TransparencyOptions& options) {
  Section section{"credits", "Who is credited", {}};
  Table named{
      "People credited by name, by work and expertise", {"Work and place", "Who", "How many"}, {}};
  Table otherwise{"People credited otherwise, or in a form not recorded",
                  {"Work and place", "Who", "How many"},
                  {}};
  for (const CreditCount& count : creditCounts(query, options.scope)) {
    (count.byName ? named : otherwise)
        .rows.push_back({words(count.version + ", " + plainWords(count.section)),
                         words(plainExpertise(count.expertise)), count.people});
  }
  if (named.rows.empty())
    section.blocks.push_back(plain("Nobody is on record as credited by name."));
  addTable(section, "", std::move(named));
  addTable(section, "", std::move(otherwise));
  std::vector<Line> others = otherCredits(query, options.scope);
  if (!others.empty()) section.blocks.push_back(Bullets{std::move(others)});
  Table absent{
      "Members of groups who are named in no work on record", {"Group", "Who", "How many"}, {}};
  for (const NotNamed& line : peopleNotNamed(query, options.scope)) {
    absent.rows.push_back({words(line.title), words(plainExpertise(line.expertise)), line.people});
  }
  addTable(section, "People not named in the record", std::move(absent));
  section.blocks.push_back(
      plain("Not to be named can be somebody's own wish. Wishes that are on record are kept; where "
            "none is, nobody knows."));
  return section;
}

Section paySection(Query& query, const TransparencyOptions& options) {
  Section section{"pay", "What people are paid", {}};
  Pay pay = payOnRecord(query, options.scope);
  Table rates{"The pay policy on record", {"Rate", "For whom", "For what", "More"}, {}};
  for (const RateLine& rate : pay.rates) {
    rates.rows.push_back({words(rate.id + ": " + rateWords(rate), {rate.entry}),
                          words(rate.forWhom), words(rate.covers), words(rate.remark)});
  }
  if (rates.rows.empty()) section.blocks.push_back(plain("No rate of pay is on record."));
  addTable(section, "", std::move(rates));
  Table counts{"What is on record of pay", {"What", "How many"}, {}};
  counts.rows = {{words("Payments"), pay.payments}, {words("Pieces of time logged"), pay.times}};
  section.blocks.push_back(std::move(counts));
  if (pay.payments.numerator.value_or(0) == 0) {
    section.blocks.push_back(
        plain("No payment is recorded. That is not the same as nobody being paid."));
  }
  if (pay.times.numerator.value_or(0) == 0) {
    section.blocks.push_back(plain("Time is not recorded. That is not the same as none."));
  }
  return section;
}

}  // namespace minutebook

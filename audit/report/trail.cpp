#include "audit/report/trail.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "audit/report/decisions.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

constexpr int kHopsMax = 4;

using Name = std::pair<std::string, std::string>;  // Register and id.

/// What a record can rest on: these are followed backwards.
constexpr std::array<std::string_view, 19> kGrounds = {
    "input",      "concern", "matter",  "option",   "decision", "survey",  "surveyQuestion",
    "meeting",    "limit",   "finding", "analysis", "promise",  "request", "evidence",
    "conclusion", "review",  "outcome", "response", "entry"};

/// What comes of a record through another one: these are followed forwards.
constexpr std::array<std::string_view, 8> kLeadOn = {"input",  "matter",  "decision", "response",
                                                     "action", "promise", "analysis", "conclusion"};

/// Entries that come of what they name. Others (a meeting held, somebody attending) only name it.
constexpr std::array<std::string_view, 32> kConsequences = {
    "matterRaised",    "optionProposed",    "responseGiven", "responseJudged",
    "answerGiven",     "changeMade",        "decisionMade",  "decisionReplaced",
    "matterLeftOpen",  "rationaleShared",   "promiseMade",   "promiseUpdated",
    "actionOpened",    "actionUpdated",     "messageSent",   "deliveryReported",
    "versionMade",     "workPublished",     "signOffOpened", "signOffGiven",
    "signOffClosed",   "creditPublished",   "rateSet",       "planSet",
    "findingRaised",   "outcomeRecorded",   "entryDisputed", "analysisDone",
    "conclusionDrawn", "experimentStarted", "reviewHeld",    "inputRevised"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// A record that an entry names, and whether it is followed whatever it is.
struct Named {
  Name name;
  bool follow = false;
};

/// Walks the records' mentions of one another.
class Walker {
 public:
  explicit Walker(Query& query) : query_(query) {}

  std::optional<std::int64_t> registering(const Name& name) {
    auto row = query_.first(sql("registering"), {{":register", name.first}, {":id", name.second}});
    return row ? row->number("entry") : std::nullopt;
  }

  /// The entries of the records that one rests on, in the order of the log.
  std::vector<std::int64_t> backwards(std::int64_t from) {
    std::vector<std::int64_t> frontier = {from};
    std::set<std::int64_t> seen = {from};
    for (int hop = 0; hop < kHopsMax && !frontier.empty(); ++hop) {
      std::vector<std::int64_t> next;
      for (std::int64_t entry : frontier) {
        for (const Named& named : names(entry)) {
          if (!named.follow && !isOneOf(kGrounds, named.name.first)) continue;
          auto ground = registering(named.name);
          if (!ground || !seen.insert(*ground).second) continue;
          next.push_back(*ground);
        }
      }
      frontier = std::move(next);
    }
    seen.erase(from);
    return {seen.begin(), seen.end()};
  }

  /// What came of a record, in the order of the log.
  std::vector<std::int64_t> forwards(const Name& from, std::int64_t itself) {
    std::set<std::int64_t> found;
    std::set<Name> seen = {from};
    std::vector<Name> frontier = {from, {"entry", statementOf(itself)}};
    for (int hop = 0; hop < kHopsMax && !frontier.empty(); ++hop) {
      std::vector<Name> next;
      for (const Name& name : frontier) {
        for (const Row& row : namedBy(name)) {
          bool follow = row.count("follow") > 0;
          if (!follow && !isOneOf(kConsequences, row.text("kind"))) continue;
          std::int64_t entry = row.count("entry");
          if (entry == itself) continue;
          found.insert(entry);
          if (row.text("kind") == "changeMade") addVersions(entry, found);
          if (!follow && !isOneOf(kLeadOn, row.text("register"))) continue;
          for (const Name& given : {Name{row.text("register"), row.text("id")},
                                    Name{"entry", row.text("statement_id")}}) {
            if (!given.second.empty() && seen.insert(given).second) next.push_back(given);
          }
        }
      }
      frontier = std::move(next);
    }
    found.erase(itself);
    return {found.begin(), found.end()};
  }

  /// Every entry that names a record, in the order of the log.
  std::vector<std::int64_t> mentioning(const Name& name) {
    std::vector<std::int64_t> entries;
    for (const Row& row : namedBy(name)) entries.push_back(row.count("entry"));
    return entries;
  }

  std::string kindOf(std::int64_t entry) {
    auto row = query_.first(sql("step"), {{":entry", entry}});
    return row ? row->text("kind") : "";
  }

  Step step(std::int64_t entry) {
    Step step;
    step.entry = entry;
    auto row = query_.first(sql("step"), {{":entry", entry}});
    if (!row) return step;
    step.heading = sentenceStart(row->isNull("id")
                                     ? plainWords(row->text("kind"))
                                     : plainWords(row->text("register")) + " " + row->text("id"));
    step.text = row->text("words");
    remarks(step, "who");
    remarks(step, "reasons");
    return step;
  }

  std::vector<std::int64_t> dissentOn(const Name& name) {
    Value matter = std::string("nothing");
    auto row = query_.first(sql("matter_of"), {{":id", name.second}});
    if (name.first == "decision" && row && !row->isNull("matter")) {
      matter = "matter:" + row->text("matter");
    }
    std::vector<std::int64_t> entries;
    Rows rows = query_.all(sql("dissent_on"),
                           {{":about", name.first + ":" + name.second}, {":matter", matter}});
    for (const Row& found : rows.rows) entries.push_back(found.count("entry"));
    return entries;
  }

 private:
  static std::string sql(std::string_view name) { return namedSql(report_files::trail_sql, name); }

  static std::string sentenceStart(std::string text) {
    std::string whole = sentence(std::move(text));
    whole.pop_back();
    return whole;
  }

  std::vector<Named> names(std::int64_t entry) {
    std::vector<Named> found;
    for (const Row& row : query_.all(sql("names"), {{":entry", entry}}).rows) {
      found.push_back({{row.text("register"), row.text("id")}, row.count("follow") > 0});
    }
    return found;
  }

  std::string statementOf(std::int64_t entry) {
    auto row = query_.first(sql("step"), {{":entry", entry}});
    return row ? row->text("statement_id") : "";
  }

  std::vector<Row> namedBy(const Name& name) {
    return query_.all(sql("named_by"), {{":register", name.first}, {":id", name.second}}).rows;
  }

  void addVersions(std::int64_t change, std::set<std::int64_t>& found) {
    for (const auto& [name, follow] : names(change)) {
      if (name.first != "workVersion" && name.first != "action") continue;
      if (auto made = registering(name)) found.insert(*made);
    }
  }

  void remarks(Step& step, std::string_view statement) {
    for (const Row& row : query_.all(sql(statement), {{":entry", step.entry}}).rows) {
      bool who = statement == "who";
      if (!who && row.isNull("words")) continue;
      std::string words = who ? plainWho(row.text("who")) : row.text("words");
      std::string label = row.text("label");
      bool oneWord = words.find(' ') == std::string::npos && words.find('@') == std::string::npos;
      if (!who && oneWord) words = plainWords(words);
      step.remarks.push_back(label + ": " + words);
    }
  }

  Query& query_;
};

Section stepsSection(Walker& walker, std::string id, std::string title,
                     const std::vector<std::int64_t>& entries, std::string nothing) {
  Section section{std::move(id), std::move(title), {}};
  Steps steps;
  for (std::int64_t entry : entries) steps.steps.push_back(walker.step(entry));
  if (steps.steps.empty()) {
    section.blocks.push_back(Paragraph{{std::move(nothing), {}}});
  } else {
    section.blocks.push_back(std::move(steps));
  }
  return section;
}

/// A work rests on what its changes rest on; anything else on what it names.
std::vector<std::int64_t> groundsOf(Walker& walker, const Name& name, std::int64_t itself) {
  std::vector<std::int64_t> grounds = walker.backwards(itself);
  if (name.first != "work" && name.first != "workVersion") return grounds;
  for (std::int64_t entry : walker.forwards(name, itself)) {
    if (walker.kindOf(entry) != "changeMade") continue;
    for (std::int64_t ground : walker.backwards(entry)) grounds.push_back(ground);
  }
  return inOrder(std::move(grounds));
}

/// What the decision was, who took it, and each reason with what it came from.
Section decisionSection(Query& query, const std::string& id) {
  Section section{"decision", "Who decided what", {}};
  for (const DecisionLine& line : decisionLines(query, {})) {
    if (line.id != id) continue;
    auto orNot = [](const std::string& text) {
      return text.empty() ? std::string(kNotRecordedText) : text;
    };
    section.blocks.push_back(Bullets{{
        {"Question: " + orNot(line.question), {line.entry}},
        {"Decided: " + orNot(line.outcome), {line.entry}},
        {"Who decided: " + whoDecided(line), {line.entry}},
        {"How: " + plainWords(line.how), {line.entry}},
        {"Why: " + orNot(line.why), {line.entry}},
    }});
    if (!line.causes.empty()) {
      section.blocks.push_back(Subheading{"Because of"});
      section.blocks.push_back(Bullets{line.causes});
    }
    if (!line.replaced.empty()) {
      section.blocks.push_back(Subheading{"It no longer stands as it was"});
      section.blocks.push_back(Bullets{line.replaced});
    }
  }
  return section;
}

}  // namespace

std::optional<Report> trailOf(Query& query, std::string_view where, std::string_view id) {
  Walker walker(query);
  Name name{std::string(where), std::string(id)};
  auto itself = walker.registering(name);
  if (!itself) return std::nullopt;
  std::string title = plainWords(where) + " " + name.second;
  Report report = startReport(query, {}, "minutebook/report-trail/1", "The trail of " + title);
  if (name.first == "decision") report.sections.push_back(decisionSection(query, name.second));
  report.sections.push_back(stepsSection(walker, "record", "The record itself", {*itself},
                                         std::string(kNotRecordedText)));
  if (name.first == "participant") {
    report.sections.push_back(stepsSection(walker, "named", "Where this person is named",
                                           walker.mentioning(name), "Nowhere else on record."));
    addCards(query, report);
    return report;
  }
  report.sections.push_back(stepsSection(walker, "back", "Back: what it rests on",
                                         groundsOf(walker, name, *itself),
                                         "What it rests on is not recorded."));
  report.sections.push_back(
      stepsSection(walker, "dissent", "Who saw it otherwise", walker.dissentOn(name),
                   "No dissent is on record. That is not the same as everybody agreeing."));
  report.sections.push_back(stepsSection(walker, "on", "On: what came of it",
                                         walker.forwards(name, *itself),
                                         "Nothing that came of it is on record."));
  addCards(query, report);
  return report;
}

}  // namespace minutebook

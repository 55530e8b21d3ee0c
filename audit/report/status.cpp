#include "audit/report/status.h"

#include <algorithm>

#include "audit/report/due_items.h"
#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

std::optional<Row> ask(Query& query, std::string_view name) {
  return query.first(namedSql(report_files::status_sql, name));
}

/// What is said of a number only where there is one.
std::string besides(std::int64_t number, const std::string& words) {
  return number == 0 ? "" : ", " + std::to_string(number) + " " + words;
}

std::string peopleText(const Row& row) {
  return counted(row.count("present"), "person", "people") + " taking part (" +
         std::to_string(row.count("lived")) + " with lived experience, " +
         counted(row.count("practitioners"), "practitioner", "practitioners") + ", " +
         counted(row.count("technical"), "technical expert", "technical experts") +
         besides(row.count("none"), "with none of these") +
         besides(row.count("untold"), "whose expertise is not recorded") + "), " +
         std::to_string(row.count("gone")) + " left" +
         besides(row.count("unsure"), "with no record of what they left") + "; " +
         counted(row.count("groups"), "group", "groups") + ".";
}

std::string saidText(const Row& row) {
  return counted(row.count("inputs"), "input", "inputs") + ", of which " +
         std::to_string(row.count("asking")) + " asked for something; " +
         std::to_string(row.count("waiting")) + " of those without an answer" +
         besides(row.count("inferred"), "with one that is only worked out") +
         besides(row.count("unresolved"), "left unresolved") + ".";
}

std::string decidedText(const Row& row) {
  return counted(row.count("decisions"), "decision", "decisions") + ", " +
         std::to_string(row.count("unnamed")) + " that do not say by whom; " +
         counted(row.count("open"), "matter", "matters") + " without a decision.";
}

std::string owedText(const std::vector<DueItem>& items) {
  auto inState = [&](DueState state) {
    return std::count_if(items.begin(), items.end(),
                         [&](const DueItem& item) { return item.state == state; });
  };
  std::int64_t standing = inState(DueState::kStanding);
  std::int64_t owed = static_cast<std::int64_t>(items.size()) - standing;
  return counted(owed, "thing", "things") + ", " + std::to_string(inState(DueState::kLate)) +
         " late and " + std::to_string(inState(DueState::kNoDate)) +
         " without a date; minutebook due lists them.";
}

}  // namespace

std::vector<StatusLine> statusLines(Query& query, DayNumber today) {
  std::optional<Row> ledger = ask(query, "ledger");
  if (!ledger) return {};
  std::vector<StatusLine> lines;
  lines.push_back({"Ledger", ledger->text("title") + ", kept by " + ledger->text("keeper") + "; " +
                                 counted(ledger->count("entries"), "entry", "entries") +
                                 ", the last recorded " + plainTime(ledger->count("recorded_at")) +
                                 "."});
  lines.push_back({"People", peopleText(*ask(query, "people"))});
  lines.push_back({"Said", saidText(*ask(query, "said"))});
  lines.push_back({"Decided", decidedText(*ask(query, "decided"))});
  lines.push_back({"Owed", owedText(dueItems(query, {}, today))});
  return lines;
}

}  // namespace minutebook

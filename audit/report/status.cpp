#include "audit/report/status.h"

#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

std::optional<Row> ask(Query& query, std::string_view name) {
  return query.first(namedSql(report_files::status_sql, name));
}

std::string peopleText(const Row& row) {
  return counted(row.count("present"), "person", "people") + " taking part (" +
         std::to_string(row.count("lived")) + " with lived experience, " +
         counted(row.count("practitioners"), "practitioner", "practitioners") + ", " +
         counted(row.count("technical"), "technical expert", "technical experts") + "), " +
         std::to_string(row.count("gone")) + " left; " +
         counted(row.count("groups"), "group", "groups") + ".";
}

std::string saidText(const Row& row) {
  return counted(row.count("inputs"), "input", "inputs") + ", of which " +
         std::to_string(row.count("asking")) + " asked for something; " +
         std::to_string(row.count("waiting")) + " of those without an answer.";
}

std::string decidedText(const Row& row) {
  return counted(row.count("decisions"), "decision", "decisions") + ", " +
         std::to_string(row.count("unnamed")) + " that do not say by whom; " +
         counted(row.count("open"), "matter", "matters") + " open.";
}

std::string openText(const Row& row) {
  return counted(row.count("promises"), "promise", "promises") + ", " +
         counted(row.count("actions"), "action", "actions") + ", " +
         counted(row.count("rounds"), "sign-off round", "sign-off rounds") + ", " +
         counted(row.count("concerns"), "concern", "concerns") + " and " +
         counted(row.count("disputes"), "dispute", "disputes") + " without an answer.";
}

}  // namespace

std::vector<StatusLine> statusLines(Query& query) {
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
  lines.push_back({"Open", openText(*ask(query, "open"))});
  return lines;
}

}  // namespace minutebook

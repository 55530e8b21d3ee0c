#include "audit/report/history.h"

#include <algorithm>
#include <string>
#include <utility>

#include "audit/report/changes.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// "verdict:notFair" is "verdict: not fair"; several are one a line.
std::string choiceWords(std::string_view lines) {
  std::string all;
  while (!lines.empty()) {
    std::string_view line = lines.substr(0, lines.find('\n'));
    std::size_t colon = line.find(':');
    all += (all.empty() ? "" : "; ") + plainWords(line.substr(0, colon)) + ": " +
           plainWords(line.substr(colon + 1));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return all;
}

std::string headingOf(const Row& row) {
  std::string kind = plainWords(row.text("kind"));
  std::string text = sentence(row.isNull("id") ? kind : kind + " " + row.text("id"));
  text.pop_back();
  if (!row.isNull("choices")) text += " (" + choiceWords(row.text("choices")) + ")";
  return row.textOr("occurred_at", "date not recorded") + ": " + text;
}

void tellCorrection(Query& query, const Row& row, Step& step) {
  step.remarks.push_back("Puts right entry " + row.textOr("corrects", kNotRecordedText) +
                         ", because: " + row.textOr("reason", kNotRecordedText));
  Rows changes =
      query.all(namedSql(report_files::history_sql, "changes"), {{":entry", step.entry}});
  for (const Row& change : changes.rows) step.remarks.push_back("Now " + changeWords(change));
}

void tellDispute(const Row& row, Step& step) {
  bool isPrivate = row.text("what_is_wrong_state") == "sealed";
  step.remarks.push_back(
      "Disputes entry " + row.text("disputes") + ": " +
      (isPrivate ? "(kept private)" : row.textOr("what_is_wrong", kNotRecordedText)));
}

Step stepOf(Query& query, const Row& row) {
  Step step;
  step.heading = headingOf(row);
  step.text = row.text("words");
  step.entry = row.count("entry");
  if (!row.isNull("reason") || !row.isNull("corrects")) tellCorrection(query, row, step);
  if (!row.isNull("disputes")) tellDispute(row, step);
  return step;
}

}  // namespace

std::optional<Report> historyOf(Query& query, std::string_view where, std::string_view id) {
  Rows rows = query.all(namedSql(report_files::history_sql, "entries"),
                        {{":register", std::string(where)}, {":id", std::string(id)}});
  if (rows.rows.empty()) return std::nullopt;
  std::string title = "The history of " + plainWords(where) + " " + std::string(id);
  Report report = startReport(query, {}, "minutebook/report-history/1", title);
  Steps steps;
  for (const Row& row : rows.rows) steps.steps.push_back(stepOf(query, row));
  report.sections.push_back({"history", "Entry by entry", {std::move(steps)}});
  addCards(query, report);
  return report;
}

}  // namespace minutebook

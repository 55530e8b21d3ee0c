#include "audit/report/search.h"

#include <utility>

#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "ledger/view/named_sql.h"
#include "report_files.h"

namespace minutebook {

namespace {

/// In the search's own language everything but a quoted string has a meaning; nothing of ours has.
std::string asMatch(const std::vector<std::string>& words) {
  std::string match;
  for (const std::string& word : words) {
    std::string quoted = "\"";
    for (char c : word) {
      if (c == '"') continue;
      quoted += c;
    }
    match += (match.empty() ? "" : " AND ") + quoted + "\"*";
  }
  return match;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace

Report searchFor(Query& query, const std::vector<std::string>& words, const Scope& scope,
                 const WithheldWords* withheld) {
  Report report =
      startReport(query, scope, "minutebook/report-search/1", "Where it says: " + joined(words));
  Rows rows = query.all(namedSql(report_files::search_sql, "found"),
                        {{":words", asMatch(words)}, initiativeOf(scope)});
  if (withheld) {
    std::erase_if(rows.rows, [&](const Row& row) { return withheld->covers(row.count("entry")); });
  }
  Section section{"found", "Found", {}};
  Table table{counted(static_cast<std::int64_t>(rows.rows.size()), "entry", "entries"),
              {"Record", "When", "Words"},
              {}};
  for (const Row& row : rows.rows) {
    std::string record = plainWords(row.text("kind"));
    if (!row.isNull("id")) record += " " + row.text("id");
    table.rows.push_back({Line{record, entriesOf(row)},
                          Line{row.textOr("occurred_at", kNotRecordedText), {}},
                          Line{row.text("words"), {}}});
  }
  if (table.rows.empty()) {
    section.blocks.push_back(Paragraph{{"Nothing that is public says this.", {}}});
  } else {
    section.blocks.push_back(std::move(table));
  }
  std::string left = withheld ? "; nor is what one person said, where no consent of theirs to have "
                                "it repeated is in force"
                              : "";
  section.blocks.push_back(
      Paragraph{{"What people said in private is not searched" + left + ".", {}}});
  report.sections.push_back(std::move(section));
  addCards(query, report);
  return report;
}

}  // namespace minutebook

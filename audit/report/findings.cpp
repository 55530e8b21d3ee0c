#include "audit/report/findings.h"

#include <map>
#include <utility>

#include "audit/report/plain_words.h"
#include "report_files.h"

namespace minutebook {

namespace {

std::string valueText(const Row& row) {
  std::string text = row.text("in_words");
  std::string value;
  if (!row.isNull("money")) value = row.text("money");
  if (!row.isNull("figure")) value = row.text("figure");
  if (!value.empty() && !row.isNull("unit")) value += " " + row.text("unit");
  if (value.empty()) return text;
  return text.empty() ? value : value + ": " + text;
}

std::string sideText(const Row& row) {
  std::string text = valueText(row);
  std::string where = row.text("title");
  if (!row.isNull("place"))
    where += (where.empty() ? "" : ", ") + ("\"" + row.text("place") + "\"");
  if (!row.isNull("stands"))
    where += (where.empty() ? "" : "; ") + ("on record as " + plainRef(row.text("stands")));
  return where.empty() ? text : text + " (" + where + ")";
}

std::string figureText(const Row& row) {
  std::string value = valueText(row);
  return row.textOr("label", "figure") + ": " +
         (value.empty() ? std::string(kNotRecordedText) : value);
}

using TextsByEntry = std::map<std::int64_t, std::vector<std::string>>;

TextsByEntry textsOf(Query& query, const Scope& scope, std::string_view name,
                     std::string (*text)(const Row&)) {
  TextsByEntry texts;
  for (const Row& row : ask(query, report_files::record_sql, name, scope).rows) {
    texts[row.count("entry")].push_back(text(row));
  }
  return texts;
}

}  // namespace

std::vector<FindingLine> findingLines(Query& query, const Scope& scope) {
  TextsByEntry sides = textsOf(query, scope, "sides", sideText);
  TextsByEntry figures = textsOf(query, scope, "finding_figures", figureText);
  std::vector<FindingLine> findings;
  for (const Row& row : ask(query, report_files::record_sql, "findings", scope).rows) {
    FindingLine line;
    line.id = row.text("id");
    line.kind = row.text("finding_kind");
    line.text = row.textOr("text", "(in words that stay private)");
    line.provenance = row.text("provenance");
    line.entry = row.count("entry");
    line.sides = std::move(sides[line.entry]);
    line.figures = std::move(figures[line.entry]);
    findings.push_back(std::move(line));
  }
  return findings;
}

std::vector<Line> shortcomings(Query& query, const Scope& scope) {
  std::vector<Line> lines;
  for (const Row& row : ask(query, report_files::record_sql, "shortcomings", scope).rows) {
    lines.push_back(
        {sentence(plainWords(row.text("sort")) + ": " + row.text("text")), entriesOf(row)});
  }
  return lines;
}

}  // namespace minutebook

#include "audit/report/fact_lines.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include "audit/report/column_words.h"
#include "audit/report/gather.h"
#include "audit/report/plain_words.h"

namespace minutebook {

namespace {

/// The row's entry, and those that its column "other" names, parted by commas.
Entries allEntriesOf(const Rows& rows, const Row& row) {
  Entries entries = {row.count("entry")};
  bool more = std::find(rows.columns.begin(), rows.columns.end(), "other") != rows.columns.end();
  std::istringstream others(more ? row.text("other") : "");
  for (std::string one; std::getline(others, one, ',');) entries.push_back(std::stoll(one));
  return inOrder(std::move(entries));
}

Line factLine(const Rows& rows, const Row& row) {
  Line line;
  line.entries = allEntriesOf(rows, row);
  std::string facts;
  for (const std::string& column : rows.columns) {
    if (column == "entry" || column == "other" || row.isNull(column)) continue;
    ColumnName name = columnName(column);
    std::string value = inManner(name.manner, row.text(column));
    if (name.title == "head") {
      line.text = sentence(value);
    } else {
      facts += " " + std::string(name.title) + ": " + sentence(value);
    }
  }
  line.text += line.text.empty() && !facts.empty() ? facts.substr(1) : facts;
  return line;
}

}  // namespace

std::vector<Line> factLines(const Rows& rows) {
  std::vector<Line> lines;
  for (const Row& row : rows.rows) lines.push_back(factLine(rows, row));
  return lines;
}

Block factBlock(const Rows& rows, std::string nothing) {
  if (rows.rows.empty()) return Paragraph{{std::move(nothing), {}}};
  return Bullets{factLines(rows)};
}

}  // namespace minutebook

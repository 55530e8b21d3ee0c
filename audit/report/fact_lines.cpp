#include "audit/report/fact_lines.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "audit/report/gather.h"
#include "audit/report/plain_words.h"

namespace minutebook {

namespace {

/// How a value is told, and the label that is left of the column's name.
struct Label {
  std::string_view way;
  std::string_view text;
};

Label labelOf(std::string_view column) {
  std::size_t colon = column.find(':');
  if (colon == column.npos) return {"", column};
  return {column.substr(0, colon), column.substr(colon + 1)};
}

/// Each piece between commas by `tell`.
template <typename Tell>
std::string eachOf(const std::string& value, Tell tell) {
  std::string text;
  for (std::size_t from = 0; from <= value.size();) {
    std::size_t end = std::min(value.find(", ", from), value.size());
    if (!text.empty()) text += ", ";
    text += tell(std::string_view(value).substr(from, end - from));
    from = end + 2;
  }
  return text;
}

/// A choice of the schema in plain words; anything else, such as a sentence, as it stands.
std::string plainChoice(std::string_view piece) {
  bool choice =
      std::all_of(piece.begin(), piece.end(), [](unsigned char c) { return std::isalpha(c); });
  bool lower = !piece.empty() && std::islower(static_cast<unsigned char>(piece.front()));
  return choice && lower ? plainWords(piece) : std::string(piece);
}

std::string told(std::string_view way, const std::string& value) {
  if (way == "who") return plainWho(value);
  if (way == "word") return eachOf(value, plainChoice);
  if (way == "when") return plainWhen(value);
  if (way == "ref") return eachOf(value, plainRef);
  return value;
}

Line factLine(const Rows& rows, const Row& row) {
  Line line;
  bool more = std::find(rows.columns.begin(), rows.columns.end(), "other") != rows.columns.end();
  line.entries = entriesOf(row, more ? "other" : "");
  std::string facts;
  for (const std::string& column : rows.columns) {
    if (column == "entry" || column == "other" || row.isNull(column)) continue;
    Label label = labelOf(column);
    std::string value = told(label.way, row.text(column));
    if (label.text == "head") {
      line.text = sentence(value);
    } else {
      facts += " " + std::string(label.text) + ": " + sentence(value);
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

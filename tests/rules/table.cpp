#include "tests/rules/table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ledger/base/bytes.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

std::string trimmed(std::string_view text) {
  std::size_t from = text.find_first_not_of(' ');
  if (from == text.npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

[[noreturn]] void fail(int line, const std::string& why) {
  throw Fault(FaultKind::kUsage, "table line " + std::to_string(line) + ": " + why,
              "see tests/rules/table.h");
}

/// Where the remark of a line begins: a # after two spaces, or at the start.
std::size_t remarkOf(const std::string& line) {
  if (line.starts_with("#")) return 0;
  return line.find("  #");
}

std::vector<std::string> columnsOf(const std::string& line) {
  std::vector<std::string> columns;
  for (std::size_t from = line.find_first_not_of(' '); from != line.npos;) {
    std::size_t gap = line.find("  ", from);
    columns.push_back(trimmed(line.substr(from, gap - from)));
    from = gap == line.npos ? gap : line.find_first_not_of(' ', gap);
  }
  return columns;
}

/// Takes "for mel: " off the front and returns "mel"; empty if it is not there.
std::string takePrefix(std::string& what, std::string_view opening) {
  if (!what.starts_with(opening)) return "";
  std::size_t end = what.find(": ", opening.size());
  if (end == what.npos) return "";
  std::string value = what.substr(opening.size(), end - opening.size());
  what.erase(0, end + 2);
  return value;
}

std::string inParentheses(const std::string& text) {
  bool both = text.size() > 2 && text.front() == '(' && text.back() == ')';
  return both ? text.substr(1, text.size() - 2) : text;
}

void takePrefixes(TableRow& row) {
  if (row.what.starts_with("(")) {
    std::size_t end = row.what.find(") ");
    if (end == row.what.npos) fail(row.line, "a name that is not closed");
    row.name = row.what.substr(1, end - 1);
    row.what.erase(0, end + 2);
  }
  row.onBehalfOf = takePrefix(row.what, "for ");
  row.signedBy = takePrefix(row.what, "signed by ");
  row.origin = takePrefix(row.what, "to ");
  row.idOf = inParentheses(takePrefix(row.what, "with the id of "));
}

TableRow rowOf(const std::vector<std::string>& columns, int line, int minuteAbove) {
  if (columns.size() != 4) fail(line, "a row has four columns");
  TableRow row;
  row.line = line;
  row.together = columns[0] == "+";
  row.minute = minuteAbove;
  if (!row.together) {
    auto hours = parseDecimal("1" + columns[0].substr(0, 2), 199);
    auto minutes = columns[0].size() == 5 ? parseDecimal("1" + columns[0].substr(3), 199) : hours;
    if (columns[0].size() != 5 || columns[0][2] != ':' || !hours || !minutes) {
      fail(line, "\"" + columns[0] + "\" is not a time");
    }
    row.minute = static_cast<int>((*hours - 100) * 60 + (*minutes - 100));
  }
  row.who = columns[1];
  row.what = columns[2];
  row.verdict = columns[3];
  takePrefixes(row);
  return row;
}

}  // namespace

Table parseTable(std::string_view text) {
  Table table;
  std::istringstream lines{std::string(text)};
  std::vector<std::string> open;  // Columns of a row whose verdict has not come yet.
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::size_t remark = remarkOf(line);
    std::string said = trimmed(remark == line.npos ? line : line.substr(0, remark));
    if (said.empty()) continue;
    if (said.starts_with("start from ")) {
      table.startFrom = said.substr(11);
      continue;
    }
    std::vector<std::string> columns = columnsOf(said);
    if (open.empty()) {
      open = columns;
    } else {
      open[2] += " " + columns[0];
      open.insert(open.end(), columns.begin() + 1, columns.end());
    }
    if (open.size() == 3) continue;
    int above = table.rows.empty() ? 0 : table.rows.back().minute;
    table.rows.push_back(rowOf(open, number, above));
    if (remark != line.npos) table.rows.back().remark = trimmed(line.substr(line.find('#') + 1));
    open.clear();
  }
  if (!open.empty()) throw Fault(FaultKind::kUsage, "the last row has no verdict", "add it");
  return table;
}

namespace {

/// Cuts at commas that stand outside quotes and brackets.
std::vector<std::string> piecesOf(std::string_view what) {
  std::vector<std::string> pieces(1);
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < what.size(); ++i) {
    char c = what[i];
    if (quoted && c == '\\') {
      pieces.back() += c;
      c = what[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted) {
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      if (c == ',' && depth == 0) {
        pieces.emplace_back();
        continue;
      }
    }
    pieces.back() += c;
  }
  if (quoted || depth != 0) {
    throw Fault(FaultKind::kUsage, "a quote or bracket is not closed: " + std::string(what), "");
  }
  return pieces;
}

SaidField fieldOf(const std::string& piece) {
  std::string text = trimmed(piece);
  std::size_t space = text.find(' ');
  if (space == text.npos) {
    throw Fault(FaultKind::kUsage, "a field without a value: " + text, "");
  }
  return {text.substr(0, space), trimmed(std::string_view(text).substr(space))};
}

}  // namespace

Said parseSaid(std::string_view what) {
  Said said;
  std::vector<std::string> pieces = piecesOf(what);
  std::string first = trimmed(pieces[0]);
  std::size_t space = first.find(' ');
  said.kind = first.substr(0, space);
  if (space != first.npos) {
    std::string rest = trimmed(std::string_view(first).substr(space));
    if (rest.find(' ') == rest.npos) {
      said.id = rest;
    } else {
      said.fields.push_back(fieldOf(rest));
    }
  }
  for (std::size_t i = 1; i < pieces.size(); ++i) said.fields.push_back(fieldOf(pieces[i]));
  return said;
}

std::string readTableFile(const std::string& name) {
  std::ifstream file(std::string(MINUTEBOOK_SOURCE_DIR) + "/tests/rules/" + name);
  if (!file) throw Fault(FaultKind::kMissing, "no table " + name, "check the name");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> tableFiles() {
  std::vector<std::string> names;
  std::filesystem::path folder = std::string(MINUTEBOOK_SOURCE_DIR) + "/tests/rules";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ".table") names.push_back(file.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace minutebook

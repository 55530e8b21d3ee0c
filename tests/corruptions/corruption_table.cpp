#include "tests/corruptions/corruption_table.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace minutebook {

namespace {

namespace fs = std::filesystem;

/// "name  value": the name, and the value without the spaces around it.
std::pair<std::string, std::string> partsOf(const std::string& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::size_t from = line.find_first_not_of(' ', end);
  return {line.substr(0, end), from == line.npos ? "" : line.substr(from)};
}

/// False if a row has no such part.
bool takePart(Corruption& row, const std::string& name, const std::string& value) {
  if (name == "what") {
    row.what = value;
  } else if (name == "do") {
    row.steps.push_back(value);
  } else if (name == "check") {
    row.check = value;
  } else if (name == "exit") {
    row.status = std::stoi(value);
  } else if (name == "says") {
    row.says.push_back(value);
  } else if (name == "page") {
    row.page = value;
  } else if (name == "shares" && value.find(": ") != value.npos) {
    row.shares = value.substr(0, value.find(": "));
  } else if (name == "page-shares" && value.find(": ") != value.npos) {
    row.pageShares = value.substr(0, value.find(": "));
  } else {
    return false;
  }
  return true;
}

bool isWhole(const Corruption& row) {
  return !row.what.empty() && !row.steps.empty() && !row.check.empty() && row.status != 0 &&
         !row.says.empty();
}

void readTable(const fs::path& path, std::vector<Corruption>& rows) {
  std::ifstream file(path);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const auto [name, value] = partsOf(line);
    if (name == "row") {
      const bool isNew = std::none_of(rows.begin(), rows.end(),
                                      [&](const Corruption& one) { return one.name == value; });
      const bool isDone = rows.empty() || isWhole(rows.back());
      rows.emplace_back().name = value;
      if (isNew && isDone) continue;
    } else if (!rows.empty() && takePart(rows.back(), name, value)) {
      continue;
    }
    throw std::runtime_error(path.string() + ":" + std::to_string(number) +
                             ": no line of a table, or the row before it is not whole");
  }
}

}  // namespace

std::vector<Corruption> readCorruptions(const fs::path& folder) {
  std::vector<fs::path> tables;
  for (const auto& item : fs::directory_iterator(folder)) {
    if (item.path().extension() == ".table") tables.push_back(item.path());
  }
  std::sort(tables.begin(), tables.end());
  std::vector<Corruption> rows;
  for (const fs::path& table : tables) readTable(table, rows);
  return rows;
}

}  // namespace minutebook

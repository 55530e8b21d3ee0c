#include "tests/coverage/requirement_table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::string_view kNothing = "—";
constexpr std::string_view kNone = "none: ";
constexpr std::size_t kCells = 6;

std::string trimmed(std::string_view text) {
  std::size_t from = text.find_first_not_of(" `");
  if (from == text.npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" `") - from + 1));
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    std::size_t end = text.find(at);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> listed(const std::string& cell) {
  if (cell == kNothing) return {};
  return split(cell, ',');
}

}  // namespace

std::vector<Requirement> parseRequirements(std::string_view page, const std::string& name) {
  std::vector<Requirement> rows;
  std::istringstream in{std::string(page)};
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.starts_with("| R-")) continue;
    std::vector<std::string> cells = split(line, '|');
    // A row begins and ends with a bar, so an empty cell stands at either end.
    if (cells.size() != kCells + 2) {
      throw Fault(FaultKind::kUsage, name + " line " + std::to_string(number) + " has " +
                                         std::to_string(cells.size()) + " cells");
    }
    Requirement row{cells[1],
                    cells[2],
                    {},
                    "",
                    listed(cells[4]),
                    listed(cells[5]),
                    listed(cells[6]),
                    name + ":" + std::to_string(number)};
    if (cells[3].starts_with(kNone)) {
      row.whyNone = cells[3].substr(kNone.size());
    } else {
      row.servedBy = listed(cells[3]);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Requirement> allRequirements() {
  namespace fs = std::filesystem;
  std::vector<fs::path> pages;
  for (const auto& file :
       fs::directory_iterator(fs::path(MINUTEBOOK_SOURCE_DIR) / "docs" / "requirements")) {
    pages.push_back(file.path());
  }
  std::sort(pages.begin(), pages.end());
  std::vector<Requirement> rows;
  for (const fs::path& page : pages) {
    std::ifstream in(page);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    std::vector<Requirement> more = parseRequirements(text, page.filename().string());
    rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  }
  return rows;
}

}  // namespace minutebook

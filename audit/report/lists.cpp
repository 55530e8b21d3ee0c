#include "audit/report/lists.h"

#include <algorithm>
#include <utility>

#include "audit/report/column_words.h"
#include "audit/report/list_cells.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "audit/report/surveys.h"
#include "report_lists.h"

namespace minutebook {

namespace {

struct ListFile {
  std::string_view name;
  std::string_view text;
};

constexpr ListFile kLists[] = {
#include "list_files.inc"
};

/// The comment at the head of a file: the title in its first line, then what the list answers.
ListHelp helpOf(const ListFile& file) {
  ListHelp help{std::string(file.name), "", ""};
  std::string_view rest = file.text;
  while (rest.starts_with("-- ")) {
    std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line(rest.substr(3, end - 3));
    if (help.title.empty()) {
      help.title = std::move(line);
    } else {
      help.about += (help.about.empty() ? "" : " ") + line;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return help;
}

std::string cellText(const Row& row, const std::string& column) {
  if (row.isNull(column)) return std::string(kNotRecordedText);
  return inManner(columnName(column).manner, row.text(column));
}

Cell cellOf(const Row& row, const std::string& column, const std::string& held) {
  if (held.empty()) return Line{cellText(row, column), {}};
  Figure figure;
  figure.value = figure.heldBack = held;
  return figure;
}

Table tableOf(const Rows& rows, std::string caption, const ListCells& small) {
  Table table{std::move(caption), {}, {}};
  for (const std::string& column : rows.columns) {
    if (column != "entry") table.columns.emplace_back(columnName(column).title);
  }
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    const Row& row = rows.rows[r];
    std::vector<Cell> cells;
    for (const std::string& column : rows.columns) {
      if (column != "entry") cells.push_back(cellOf(row, column, small.heldAt(r, column)));
    }
    auto entry = row.number("entry");
    if (auto* first = std::get_if<Line>(&cells.front()); first && entry) first->entries = {*entry};
    table.rows.push_back(std::move(cells));
  }
  return table;
}

/// Takes the rows of a list of people that are not for `shownTo` out; how many.
std::size_t holdBack(Rows& rows, const ShownTo& shownTo) {
  auto person =
      std::find_if(rows.columns.begin(), rows.columns.end(),
                   [](const std::string& column) { return columnName(column).manner == "person"; });
  if (person == rows.columns.end()) return 0;
  return std::erase_if(rows.rows,
                       [&](const Row& row) { return !shownTo.maySee(row.text(*person)); });
}

}  // namespace

std::vector<ListHelp> allLists() {
  std::vector<ListHelp> lists;
  for (const ListFile& file : kLists) lists.push_back(helpOf(file));
  return lists;
}

std::optional<Report> listOf(Query& query, std::string_view name, const Scope& scope,
                             const ListMoment& moment, const ShownTo& shownTo) {
  auto file = std::find_if(std::begin(kLists), std::end(kLists),
                           [&](const ListFile& one) { return one.name == name; });
  if (file == std::end(kLists)) return std::nullopt;
  ListHelp help = helpOf(*file);
  Report report = startReport(query, scope, "minutebook/list-" + help.name + "/1", help.title);
  Rows rows = query.all(
      file->text, {initiativeOf(scope), {":now", moment.now}, {":today", dayText(moment.today)}});
  Section section{"list", help.title, {Paragraph{{help.about, {}}}}};
  std::size_t heldBack = holdBack(rows, shownTo);
  if (heldBack > 0) section.blocks.push_back(Paragraph{{heldBackWords(heldBack, "person"), {}}});
  if (rows.rows.empty() && heldBack > 0) {
    report.sections.push_back(std::move(section));
    return report;
  }
  if (rows.rows.empty()) {
    section.blocks.push_back(Paragraph{{"Nothing on record.", {}}});
  } else {
    ListCells small(rows, fewestAnswers(query, scope, kFewestShown));
    report.numbersHeldBack = small.countHeld();
    section.blocks.push_back(tableOf(rows, help.title, small));
  }
  report.sections.push_back(std::move(section));
  addCards(query, report);
  return report;
}

}  // namespace minutebook

#include "audit/report/lists.h"

#include <algorithm>
#include <utility>

#include "audit/report/column_words.h"
#include "audit/report/list_cells.h"
#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
#include "audit/report/surveys.h"
#include "ledger/base/embedded_file.h"
#include "ledger/view/named_sql.h"
#include "list_files.h"

namespace minutebook {

namespace {

constexpr EmbeddedFile kLists[] = {
#include "list_files.inc"
};

/// The comment at the head of a file: the title in its first line, then what the list answers.
ListHelp helpOf(const EmbeddedFile& file) {
  std::vector<std::string> lines = headingOf(file.text);
  ListHelp help{std::string(file.name), lines.at(0), ""};
  for (std::size_t i = 1; i < lines.size(); ++i) help.about += (i > 1 ? " " : "") + lines[i];
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
  for (const EmbeddedFile& file : kLists) lists.push_back(helpOf(file));
  return lists;
}

std::optional<Report> listOf(Query& query, std::string_view name, const Scope& scope,
                             const ListMoment& moment, const ShownTo& shownTo) {
  const EmbeddedFile* file = fileCalled(kLists, name);
  if (!file) return std::nullopt;
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

#include "audit/report/lists.h"

#include <algorithm>
#include <utility>

#include "audit/report/made_from.h"
#include "audit/report/plain_words.h"
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

/// A column's heading, and how its values are put into words: what follows the last colon.
struct Heading {
  std::string_view column;
  std::string title;
  std::string manner;
};

Heading headingOf(std::string_view column) {
  std::size_t colon = column.rfind(':');
  if (colon == column.npos) return {column, std::string(column), ""};
  return {column, std::string(column.substr(0, colon)), std::string(column.substr(colon + 1))};
}

/// One reference, or several with commas between: "group:WG, work:REPORT".
std::string plainRefs(std::string_view refs) {
  std::string text;
  while (!refs.empty()) {
    std::size_t end = refs.find(", ");
    text += (text.empty() ? "" : ", ") + plainRef(refs.substr(0, end));
    refs = end == refs.npos ? std::string_view() : refs.substr(end + 2);
  }
  return text;
}

/// Ids, each with a choice in brackets: "A-1 (goingOn)" is "A-1 (going on)".
std::string plainStates(std::string_view ids) {
  std::string text;
  while (true) {
    std::size_t open = ids.find('(');
    std::size_t close = open == ids.npos ? open : ids.find(')', open);
    if (close == ids.npos) return text + std::string(ids);
    text += std::string(ids.substr(0, open + 1));
    text += plainWords(ids.substr(open + 1, close - open - 1)) + ")";
    ids.remove_prefix(close + 1);
  }
}

std::string inWords(const Row& row, const Heading& heading) {
  if (row.isNull(heading.column)) return std::string(kNotRecordedText);
  if (heading.manner == "time") return plainTime(row.count(heading.column));
  std::string text = row.text(heading.column);
  if (heading.manner == "word") return plainWords(text);
  if (heading.manner == "who") return plainWho(text);
  if (heading.manner == "record") return plainRefs(text);
  if (heading.manner == "state") return plainStates(text);
  return text;
}

Table tableOf(const Rows& rows, std::string caption) {
  Table table{std::move(caption), {}, {}};
  std::vector<Heading> headings;
  for (const std::string& column : rows.columns) {
    if (column == "entry") continue;
    headings.push_back(headingOf(column));
    table.columns.push_back(headings.back().title);
  }
  for (const Row& row : rows.rows) {
    std::vector<Cell> cells;
    for (const Heading& heading : headings) cells.push_back(Line{inWords(row, heading), {}});
    if (auto entry = row.number("entry")) std::get<Line>(cells.front()).entries = {*entry};
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::vector<ListHelp> allLists() {
  std::vector<ListHelp> lists;
  for (const ListFile& file : kLists) lists.push_back(helpOf(file));
  return lists;
}

std::optional<Report> listOf(Query& query, std::string_view name, const Scope& scope,
                             std::int64_t now) {
  auto file = std::find_if(std::begin(kLists), std::end(kLists),
                           [&](const ListFile& one) { return one.name == name; });
  if (file == std::end(kLists)) return std::nullopt;
  ListHelp help = helpOf(*file);
  Report report = startReport(query, scope, "minutebook/list-" + help.name + "/1", help.title);
  Value initiative;
  if (scope.initiative) initiative = *scope.initiative;
  Rows rows = query.all(file->text, {{":initiative", initiative}, {":now", now}});
  Section section{"list", help.title, {Paragraph{{help.about, {}}}}};
  if (rows.rows.empty()) {
    section.blocks.push_back(Paragraph{{"Nothing on record.", {}}});
  } else {
    section.blocks.push_back(tableOf(rows, help.title));
  }
  report.sections.push_back(std::move(section));
  addCards(query, report);
  return report;
}

}  // namespace minutebook

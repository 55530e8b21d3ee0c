#include "cli/import/row_records.h"

#include <algorithm>
#include <cctype>

#include "cli/import/sheet_dates.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

std::string_view trimmed(std::string_view text) {
  std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// Line breaks in a cell as text has them: LF.
std::string withPlainBreaks(const std::string& cell) {
  std::string text;
  text.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\r' && i + 1 < cell.size() && cell[i + 1] == '\n') continue;
    text += cell[i];
  }
  return text;
}

/// The heading may be one long cell because another separator was used.
Refusal columnMissing(const std::string& column, const CsvRow& row) {
  std::string reason = "The heading has no column \"" + column + "\".";
  if (row.cells.size() == 1) {
    for (const char* other : {";", ",", "\t", "|"}) {
      if (row.cells[0].find(other) == std::string::npos) continue;
      return refuse("csv.column-missing", "",
                    reason + " It reads as one single column: is the separator " +
                        (*other == '\t' ? "\"tab\"" : "\"" + std::string(other) + "\"") +
                        " instead?");
    }
  }
  return refuse(
      "csv.column-missing", "", reason + [&] {
        std::string near = nearestName(column, row.cells);
        return near.empty() ? std::string() : " There is \"" + near + "\": is that the one?";
      }());
}

}  // namespace

Outcome<SheetHeading> readHeading(const CsvRow& row, const ImportMapping& mapping,
                                  std::size_t& trouble) {
  SheetHeading heading;
  heading.width = row.cells.size();
  for (const std::string& column : mapping.columns) {
    auto found = std::find(row.cells.begin(), row.cells.end(), column);
    if (found == row.cells.end()) return columnMissing(column, row);
    auto again = std::find(found + 1, row.cells.end(), column);
    if (again != row.cells.end()) {
      trouble = static_cast<std::size_t>(again - row.cells.begin()) + 1;
      return refuse("csv.column-twice", "",
                    "The heading has two columns called \"" + column + "\".");
    }
    heading.cells.push_back(static_cast<std::size_t>(found - row.cells.begin()));
  }
  return heading;
}

std::optional<Refusal> checkWidth(const CsvRow& row, const SheetHeading& heading,
                                  const ImportMapping& mapping, std::size_t& trouble) {
  std::size_t have = row.cells.size();
  if (have == heading.width) return std::nullopt;
  if (have == 1 && row.cells[0].empty()) {
    return Refusal{"csv.row-length", "", "The line is empty.", "Delete the empty line."};
  }
  trouble = std::min(have, heading.width) + 1;
  std::string counts = "The row has " + std::to_string(have) + " cells and the heading " +
                       std::to_string(heading.width);
  if (have > heading.width) {
    return Refusal{"csv.row-length", "", counts + ".",
                   "Put a cell that holds the separator in quotation marks, or take the extra "
                   "cells out."};
  }
  for (std::size_t i = 0; i < heading.cells.size(); ++i) {
    if (heading.cells[i] + 1 == trouble) counts += ": nothing stands for " + mapping.columns[i];
  }
  return Refusal{"csv.row-length", "", counts + ".",
                 "Fill the row up with separators; an unclosed quotation mark or a line break "
                 "outside quotation marks cuts a row short, too."};
}

const std::string& RowReading::cell(std::size_t column) const {
  return row_.cells[heading_.cells[column]];
}

Outcome<std::string> RowReading::key(const MappedRecord* record) {
  std::size_t column = record && record->once ? *record->once : mapping_.key;
  if (!isBlank(cell(column))) return cell(column);
  trouble_ = {heading_.cells[column] + 1, record ? record->line : 0};
  return refuse("csv.key-missing", "", "The cell \"" + mapping_.columns[column] + "\" is empty.");
}

bool RowReading::holds(const std::vector<CellCondition>& conditions) const {
  return std::all_of(conditions.begin(), conditions.end(), [&](const CellCondition& condition) {
    std::string says = isBlank(cell(condition.column)) ? "" : cell(condition.column);
    bool found =
        std::find(condition.words.begin(), condition.words.end(), says) != condition.words.end();
    return found == condition.wanted;
  });
}

namespace {

/// Whether what is mapped to this field is sealed, or has a part that is.
bool isSealed(const MappedRecord& record, const std::string& name) {
  const FieldInfo* field = record.kind->structure->find(name);
  if (!field) return false;
  if (!field->sealedAbout.empty() || !field->structure) return !field->sealedAbout.empty();
  const std::vector<FieldInfo>& parts = field->structure->fields;
  return std::any_of(parts.begin(), parts.end(),
                     [](const FieldInfo& part) { return !part.sealedAbout.empty(); });
}

/// A refusal of a cell that would have been sealed says where it is, never what it says.
Refusal withoutCell(Refusal refusal) {
  refusal.reason =
      "The cell cannot be read as the mapping says; it is to be sealed, so it is not repeated.";
  return refusal;
}

}  // namespace

Outcome<std::optional<Json>> RowReading::line(const MappedRecord& record) {
  if (!holds(record.when)) return std::optional<Json>();
  Json line = Json::object({{"kind", Json::text(record.kind->name)}});
  for (const auto& [name, mapped] : record.fields) {
    Given given = value(mapped);
    if (!given && isSealed(record, name)) return withoutCell(given.refusal());
    if (!given) return given.refusal();
    if (given.value()) line.set(name, std::move(*given.value()));
  }
  return std::optional<Json>(std::move(line));
}

RowReading::Given RowReading::value(const MappedValue& from) {
  switch (from.kind) {
    case MappedValue::Kind::kPlain:
      return std::optional<Json>(from.plain);
    case MappedValue::Kind::kList:
      return list(from);
    case MappedValue::Kind::kObject:
      return object(from);
    case MappedValue::Kind::kSplit:
      return split(from);
    case MappedValue::Kind::kChoose:
      for (const MappedValue& item : from.items) {
        if (holds(item.when)) return value(item);
      }
      return std::optional<Json>();
    case MappedValue::Kind::kText:
      break;
  }
  auto plain = text(from);
  if (!plain) return plain.refusal();
  if (!plain.value()) return std::optional<Json>();
  return std::optional<Json>(Json::text(std::move(*plain.value())));
}

RowReading::Given RowReading::list(const MappedValue& from) {
  Json list = Json::list();
  for (const MappedValue& item : from.items) {
    Given given = value(item);
    if (!given) return given;
    if (given.value()) list.add(std::move(*given.value()));
  }
  return list.items().empty() ? std::optional<Json>() : std::optional<Json>(std::move(list));
}

RowReading::Given RowReading::object(const MappedValue& from) {
  Json object = Json::object();
  for (std::size_t i = 0; i < from.items.size(); ++i) {
    Given given = value(from.items[i]);
    if (!given) return given;
    if (given.value()) object.set(from.names[i], std::move(*given.value()));
  }
  return object.members().empty() ? std::optional<Json>() : std::optional<Json>(std::move(object));
}

RowReading::Given RowReading::split(const MappedValue& from) {
  auto whole = text(from);
  if (!whole) return whole.refusal();
  if (!whole.value()) return std::optional<Json>();
  Json list = Json::list();
  std::string_view rest = *whole.value();
  while (true) {
    std::size_t end = rest.find(from.separator);
    std::string_view part = trimmed(rest.substr(0, end));
    if (!part.empty()) list.add(Json::text(std::string(part)));
    if (end == rest.npos) break;
    rest.remove_prefix(end + from.separator.size());
  }
  return list.items().empty() ? std::optional<Json>() : std::optional<Json>(std::move(list));
}

Outcome<std::optional<std::string>> RowReading::text(const MappedValue& from) {
  std::string text;
  bool hasCells = false;
  bool isFilled = false;
  for (const TextPiece& one : from.pieces) {
    if (!one.column) {
      text += one.words;
      continue;
    }
    hasCells = true;
    isFilled = isFilled || !isBlank(cell(*one.column));
    trouble_ = {heading_.cells[*one.column] + 1, from.line};
    Outcome<std::string> said = piece(one);
    if (!said) return said.refusal();
    text += said.value();
  }
  if (text.empty() || (hasCells && !isFilled)) return std::optional<std::string>();
  return std::optional<std::string>(std::move(text));
}

Outcome<std::string> RowReading::piece(const TextPiece& from) {
  const std::string& said = cell(*from.column);
  if (isBlank(said)) return std::string();
  if (from.table) {
    const WordTable& table = mapping_.tables[*from.table];
    auto found = table.words.find(said);
    if (found != table.words.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [word, meaning] : table.words) known.push_back(word);
    std::string near = nearestName(said, known);
    return refuse("csv.unknown-word", "",
                  "\"" + said + "\" is not in the table [words." + table.name + "]." +
                      (near.empty() ? "" : " Did you mean \"" + near + "\"?"));
  }
  auto form = mapping_.dates.find(*from.column);
  if (form != mapping_.dates.end()) return sheetDate(std::string(trimmed(said)), form->second);
  return withPlainBreaks(said);
}

}  // namespace minutebook

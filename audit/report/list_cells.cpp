#include "audit/report/list_cells.h"

#include <variant>
#include <vector>

#include "audit/report/column_words.h"

namespace minutebook {

ListCells::ListCells(const Rows& rows, std::int64_t fewest) : fewest_(fewest) {
  for (std::size_t row = 0; row < rows.rows.size(); ++row) addRow(rows, row);
  held_ = holdBack(table_, fewest_);
}

void ListCells::addRow(const Rows& rows, std::size_t row) {
  std::optional<std::size_t> whole;
  std::vector<std::size_t> parts;
  for (const std::string& column : rows.columns) {
    std::string_view manner = columnName(column).manner;
    bool isCell = manner == "few" || manner == "part" || manner == "whole";
    // What a list writes as a text is a count of something else.
    auto* count = isCell ? std::get_if<std::int64_t>(&rows.rows[row].value(column)) : nullptr;
    if (!count) continue;
    SmallCell cell{std::to_string(row) + ": " + column, *count, CellKind::kPeople, false, false};
    if (manner == "whole") cell.kind = CellKind::kSeats;
    std::size_t place = table_.add(std::move(cell));
    places_[{row, column}] = place;
    if (manner == "whole") whole = place;
    if (manner == "part") parts.push_back(place);
  }
  if (whole && !parts.empty()) table_.sums.push_back({*whole, std::move(parts)});
}

std::string ListCells::heldAt(std::size_t row, const std::string& column) const {
  auto found = places_.find({row, column});
  return found == places_.end() ? "" : heldWords(held_[found->second], fewest_);
}

std::int64_t ListCells::countHeld() const {
  return minutebook::countHeld(table_, held_);
}

}  // namespace minutebook

// audit/report/list_cells.h
//
// Which numbers of a list are counts of people over something private, and which of them it holds
// back. A list says so in its columns' names: docs/formats/lists.md. Private to audit/report.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "audit/report/small_cells.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The small cells of one list. `rows` need not outlive it.
class ListCells {
 public:
  /// Finds them by the manner of each column, and decides with k = `fewest`.
  ListCells(const Rows& rows, std::int64_t fewest);

  /// Why the number is not told; empty if it is shown.
  std::string heldAt(std::size_t row, const std::string& column) const;
  /// How many are not.
  std::int64_t countHeld() const;

 private:
  void addRow(const Rows& rows, std::size_t row);

  SmallCells table_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> places_;
  std::vector<Held> held_;
  std::int64_t fewest_;
};

}  // namespace minutebook

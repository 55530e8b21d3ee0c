// tests/unit/report/cell_attacker.h
//
// A reader who has kept every report of a series and works out all that can be worked out, exactly.
// Shares nothing with the code that protects: it sees what was printed, not what was counted.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/report/small_cells.h"

namespace minutebook {

/// One number of a report, as printed.
struct PrintedCell {
  std::string name;
  std::optional<std::int64_t> number;
  std::string words;    ///< Instead of it.
  bool nought = false;  ///< It is known that a nought would be printed.
  bool grows = false;
  bool together = false;
};
/// A report in the reader's hands.
struct PrintedReport {
  std::vector<PrintedCell> cells;
  std::vector<CellSum> sums;
  std::int64_t fewest = 0;
  std::int64_t size = 0;
};

/// What the printer puts on paper.
PrintedReport printed(const PublishedCells& report);

/// For each report and cell: its number if only one fits everything printed.
std::vector<std::vector<std::optional<std::int64_t>>> workedOut(
    const std::vector<PrintedReport>& series);

/// What such a reader got out of a series that should have told them nothing of it.
struct Recovered {
  std::size_t few = 0;    ///< Counts below k that were worked out.
  std::size_t moves = 0;  ///< Counts whose move by fewer than k was.
  std::size_t wrong = 0;  ///< Worked out to another number: then the reader is no good.
};

/// Judged report by report: what each adds to what could be worked out before it. What its seats
/// alone give away, it cannot hold back.
Recovered recovered(const std::vector<PublishedCells>& series);

}  // namespace minutebook

// audit/report/small_cells.h
//
// Counts of people over something private: which of them a report holds back, so that no count
// below k can be worked out from what it shows, or from what earlier reports showed. The rule, and
// what a reader is taken to know: docs/formats/reports.md.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// A count is shown only if it is at least so many; nobody may set it below kFewestShownMin.
inline constexpr std::int64_t kFewestShown = 10;
inline constexpr std::int64_t kFewestShownMin = 5;

/// What a count is about.
enum class CellKind {
  kPeople,  ///< People over something private: held back where it is small.
  kSeats,   ///< Seats, and how many were asked and answered: always shown.
  kUnseen,  ///< The rest, which no report prints: part of a sum all the same.
};

/// One count of a report.
struct SmallCell {
  std::string name;  ///< Says what it counts; the same in every report of a series.
  std::int64_t count = 0;
  CellKind kind = CellKind::kPeople;
  /// A nought says that nothing is on record, and of no person what they are: it is shown.
  bool noughtIsShown = false;
  /// Records of it are only ever added, and everybody knows that.
  bool onlyGrows = false;
};

/// cells[whole] is the sum of cells[parts].
struct CellSum {
  std::size_t whole = 0;
  std::vector<std::size_t> parts;
};

/// The counts of one report and all that they add up to. Equal counts are a sum of one part.
struct SmallCells {
  std::vector<SmallCell> cells;
  std::vector<CellSum> sums;

  /// Returns its place.
  std::size_t add(SmallCell cell);
};

/// Whether a count is shown, and what its reader is told.
enum class Held {
  kNo,
  kTooFew,     ///< It is below k.
  kGivesAway,  ///< It is k or more, but would give another away, here or beside an earlier report.
  kTogether,   ///< It may be any number: nothing of its table is shown.
};

/// A report that was given out, as its reader knows it, and what it held back.
struct PublishedCells {
  SmallCells table;
  std::int64_t fewest = kFewestShown;
  std::int64_t size = 0;   ///< Entries it was made from.
  std::vector<Held> held;  ///< One for each cell.
};

/// The first step alone: what is below `fewest`.
std::vector<Held> tooFew(const SmallCells& table, std::int64_t fewest);

/// What a report of `table`, made from `size` entries, holds back, given what was given out before:
/// counts below `fewest`, counts that moved by fewer than that, and as many others as it takes
/// until none of those can be worked out. Which others depends on their place, not on how many
/// they count: the choice says nothing of them.
std::vector<Held> holdBack(const SmallCells& table, std::int64_t fewest,
                           const std::vector<PublishedCells>& earlier = {}, std::int64_t size = 0);

/// "held back: fewer than 10", "held back: it would give another away"; empty for kNo.
std::string heldWords(Held held, std::int64_t fewest);

/// How many of them are held back, not counting what no report prints.
std::int64_t countHeld(const SmallCells& table, const std::vector<Held>& held);

}  // namespace minutebook

// audit/report/cell_knowledge.h
//
// What a careful reader of a series of reports knows about their counts, and whether a count that
// was held back could also be another number. Private to small_cells.cpp.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "audit/report/small_cells.h"

namespace minutebook {

/// The series as such a reader has it: what was shown, what adds up, and what the words "held back"
/// say about a number.
class CellKnowledge {
 public:
  /// Counts of the last report can be changed with hold(); all must outlive this.
  explicit CellKnowledge(const std::vector<const PublishedCells*>& series);

  /// A count by its report's place in the series and its own place there.
  using Place = std::pair<std::size_t, std::size_t>;

  /// Holds one more back, or shows it, as `held` says.
  void hold(Place place, Held held);

  /// Whether other counts than the true ones, with another number at `place`, fit all that the
  /// reader knows. Looks among those that differ by one step in each count; no is no proof.
  bool couldBeAnother(Place place);

 private:
  struct Cell {
    std::int64_t count = 0;
    std::int64_t fewest = 0;
    bool noughtIsShown = false;
    bool unseen = false;
    Held held = Held::kNo;
    std::int64_t change = 0;          ///< In the other world.
    std::vector<std::size_t> sums;    ///< In which it stands.
    std::vector<std::size_t> orders;  ///< In which it stands.
  };
  /// The sum of sign * change is nought.
  struct Sum {
    std::vector<std::pair<std::size_t, int>> terms;
  };
  /// The first is never more than the second.
  struct Order {
    std::size_t less = 0;
    std::size_t more = 0;
  };
  struct Step {
    std::size_t cell = 0;
    std::int64_t change = 0;
  };

  void addReport(const PublishedCells& report);
  void addOrders(const std::vector<const PublishedCells*>& series);
  std::size_t at(Place place) const { return begins_[place.first] + place.second; }
  static bool fits(const Cell& cell, std::int64_t count);
  bool canTake(const Step& step) const;
  /// The steps of which one must be taken to put this right; nothing if it is.
  std::optional<std::vector<Step>> mend(const Sum& sum, std::int64_t size) const;
  std::optional<std::vector<Step>> mend(const Order& order, std::int64_t size) const;
  /// The same for the first of all that is not; nothing if all fits as it is.
  std::optional<std::vector<Step>> choices(std::int64_t size) const;
  bool take(const Step& step, std::int64_t size);

  std::vector<Cell> cells_;
  std::vector<Sum> sums_;
  std::vector<Order> orders_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> changed_;  ///< In the other world, in the order of the steps.
  std::size_t tried_ = 0;
};

}  // namespace minutebook

#include "audit/report/cell_knowledge.h"

#include <map>
#include <string>

namespace minutebook {

namespace {

/// So many steps are tried for one answer; then it is taken for a no, and more is held back.
constexpr std::size_t kStepsMax = 1000;

}  // namespace

CellKnowledge::CellKnowledge(const std::vector<const PublishedCells*>& series) {
  for (const PublishedCells* report : series) addReport(*report);
  addOrders(series);
}

void CellKnowledge::addReport(const PublishedCells& report) {
  std::size_t begin = cells_.size();
  begins_.push_back(begin);
  for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
    const SmallCell& from = report.table.cells[i];
    Cell cell;
    cell.count = from.count;
    cell.fewest = report.fewest;
    cell.noughtIsShown = from.noughtIsShown;
    cell.unseen = from.kind == CellKind::kUnseen;
    cell.held = report.held[i];
    cells_.push_back(std::move(cell));
  }
  for (const CellSum& sum : report.table.sums) {
    Sum one;
    one.terms.emplace_back(begin + sum.whole, -1);
    for (std::size_t part : sum.parts) one.terms.emplace_back(begin + part, 1);
    for (const auto& [cell, sign] : one.terms) cells_[cell].sums.push_back(sums_.size());
    sums_.push_back(std::move(one));
  }
}

void CellKnowledge::addOrders(const std::vector<const PublishedCells*>& series) {
  std::map<std::string, std::vector<std::pair<std::int64_t, std::size_t>>> growing;
  for (std::size_t r = 0; r < series.size(); ++r) {
    const PublishedCells& report = *series[r];
    for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
      const SmallCell& cell = report.table.cells[i];
      if (cell.onlyGrows) growing[cell.name].emplace_back(report.size, at({r, i}));
    }
  }
  for (const auto& [name, seen] : growing) {
    for (const auto& [size, less] : seen) {
      for (const auto& [laterSize, more] : seen) {
        // What the record contradicts, no reader can rely on.
        if (less == more || size > laterSize || cells_[less].count > cells_[more].count) continue;
        cells_[less].orders.push_back(orders_.size());
        cells_[more].orders.push_back(orders_.size());
        orders_.push_back({less, more});
      }
    }
  }
}

void CellKnowledge::hold(Place place, Held held) {
  cells_[at(place)].held = held;
}

bool CellKnowledge::fits(const Cell& cell, std::int64_t count) {
  if (count < 0) return false;
  if (cell.unseen || cell.held == Held::kTogether) return true;
  if (cell.held == Held::kTooFew) return count < cell.fewest && (count > 0 || !cell.noughtIsShown);
  if (cell.held == Held::kGivesAway) {
    return count >= cell.fewest || (count == 0 && cell.noughtIsShown);
  }
  return false;
}

bool CellKnowledge::canTake(const Step& step) const {
  const Cell& cell = cells_[step.cell];
  return cell.change == 0 && fits(cell, cell.count + step.change);
}

std::optional<std::vector<CellKnowledge::Step>> CellKnowledge::mend(const Sum& sum,
                                                                    std::int64_t size) const {
  std::int64_t off = 0;
  for (const auto& [cell, sign] : sum.terms) off += sign * cells_[cell].change;
  if (off == 0) return std::nullopt;
  std::vector<Step> steps;
  for (const auto& [cell, sign] : sum.terms) {
    Step step{cell, off > 0 ? -sign * size : sign * size};
    if (canTake(step)) steps.push_back(step);
  }
  return steps;
}

std::optional<std::vector<CellKnowledge::Step>> CellKnowledge::mend(const Order& order,
                                                                    std::int64_t size) const {
  const Cell& less = cells_[order.less];
  const Cell& more = cells_[order.more];
  if (less.count + less.change <= more.count + more.change) return std::nullopt;
  std::vector<Step> steps;
  if (Step step{order.less, -size}; canTake(step)) steps.push_back(step);
  if (Step step{order.more, size}; canTake(step)) steps.push_back(step);
  return steps;
}

std::optional<std::vector<CellKnowledge::Step>> CellKnowledge::choices(std::int64_t size) const {
  for (std::size_t cell : changed_) {
    for (std::size_t sum : cells_[cell].sums) {
      if (auto steps = mend(sums_[sum], size)) return steps;
    }
    for (std::size_t order : cells_[cell].orders) {
      if (auto steps = mend(orders_[order], size)) return steps;
    }
  }
  return std::nullopt;
}

bool CellKnowledge::take(const Step& step, std::int64_t size) {
  if (++tried_ > kStepsMax) return false;
  cells_[step.cell].change = step.change;
  changed_.push_back(step.cell);
  bool found = true;
  if (auto next = choices(size)) {
    found = false;
    for (const Step& one : *next) {
      if (take(one, size)) {
        found = true;
        break;
      }
    }
  }
  cells_[step.cell].change = 0;
  changed_.pop_back();
  return found;
}

bool CellKnowledge::couldBeAnother(Place place) {
  std::size_t cell = at(place);
  // One at a time; or from a nought that is shown over all that is too few.
  for (std::int64_t size : {std::int64_t{1}, cells_[cell].fewest}) {
    for (std::int64_t change : {size, -size}) {
      tried_ = 0;
      Step step{cell, change};
      if (canTake(step) && take(step, size)) return true;
    }
  }
  return false;
}

}  // namespace minutebook

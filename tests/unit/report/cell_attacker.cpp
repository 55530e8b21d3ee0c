#include "tests/unit/report/cell_attacker.h"

#include <algorithm>
#include <cstdlib>

namespace minutebook {

namespace {

/// More than any count of the tests, so that it rules nothing out.
constexpr std::int64_t kMost = 150;

struct Unknown {
  std::int64_t low = 0;
  std::int64_t high = kMost;
  std::int64_t gapFrom = 0;  ///< No number from here ...
  std::int64_t gapTo = -1;   ///< ... to here.

  void leaveGap() {
    if (low >= gapFrom && low <= gapTo) low = gapTo + 1;
    if (high >= gapFrom && high <= gapTo) high = gapFrom - 1;
  }
  bool operator==(const Unknown&) const = default;
};

struct World {
  std::vector<Unknown> cells;
};

struct Puzzle {
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> sums;
  std::vector<std::pair<std::size_t, std::size_t>> orders;  ///< First at most second.
};

bool narrowed(Unknown& cell, std::int64_t low, std::int64_t high) {
  Unknown before = cell;
  cell.low = std::max(cell.low, low);
  cell.high = std::min(cell.high, high);
  cell.leaveGap();
  return !(before == cell);
}

bool narrowBySums(World& world, const Puzzle& puzzle) {
  bool any = false;
  for (const auto& [whole, parts] : puzzle.sums) {
    std::int64_t low = 0, high = 0;
    for (std::size_t part : parts) {
      low += world.cells[part].low;
      high += world.cells[part].high;
    }
    any = narrowed(world.cells[whole], low, high) || any;
    for (std::size_t part : parts) {
      Unknown& cell = world.cells[part];
      any = narrowed(cell, world.cells[whole].low - (high - cell.high),
                     world.cells[whole].high - (low - cell.low)) ||
            any;
      low = high = 0;
      for (std::size_t other : parts) {
        low += world.cells[other].low;
        high += world.cells[other].high;
      }
    }
  }
  return any;
}

/// False if nothing fits.
bool narrow(World& world, const Puzzle& puzzle) {
  bool again = true;
  while (again) {
    again = narrowBySums(world, puzzle);
    for (const auto& [less, more] : puzzle.orders) {
      again = narrowed(world.cells[less], 0, world.cells[more].high) || again;
      again = narrowed(world.cells[more], world.cells[less].low, kMost) || again;
    }
    for (const Unknown& cell : world.cells) {
      if (cell.low > cell.high) return false;
    }
  }
  return true;
}

bool solvable(World world, const Puzzle& puzzle) {
  if (!narrow(world, puzzle)) return false;
  auto open = std::find_if(world.cells.begin(), world.cells.end(),
                           [](const Unknown& cell) { return cell.low < cell.high; });
  if (open == world.cells.end()) return true;
  auto place = static_cast<std::size_t>(open - world.cells.begin());
  for (std::int64_t number = open->low; number <= open->high; ++number) {
    if (number >= open->gapFrom && number <= open->gapTo) continue;
    World guess = world;
    guess.cells[place].low = guess.cells[place].high = number;
    if (solvable(std::move(guess), puzzle)) return true;
  }
  return false;
}

Unknown firstKnowledge(const PrintedCell& cell, std::int64_t fewest) {
  Unknown unknown;
  if (cell.number) {
    unknown.low = unknown.high = *cell.number;
  } else if (cell.words == "held back: fewer than " + std::to_string(fewest)) {
    unknown.low = cell.nought ? 1 : 0;
    unknown.high = fewest - 1;
  } else if (!cell.words.empty() && !cell.together) {
    unknown.gapFrom = cell.nought ? 1 : 0;
    unknown.gapTo = fewest - 1;
    unknown.leaveGap();
  }
  return unknown;
}

std::optional<std::int64_t> onlyNumber(const World& world, const Puzzle& puzzle,
                                       std::size_t place) {
  std::optional<std::int64_t> found;
  const Unknown cell = world.cells[place];
  for (std::int64_t number = cell.low; number <= cell.high; ++number) {
    if (number >= cell.gapFrom && number <= cell.gapTo) continue;
    World guess = world;
    guess.cells[place].low = guess.cells[place].high = number;
    if (!solvable(std::move(guess), puzzle)) continue;
    if (found) return std::nullopt;
    found = number;
  }
  return found;
}

}  // namespace

PrintedReport printed(const PublishedCells& report) {
  PrintedReport page{{}, report.table.sums, report.fewest, report.size};
  for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
    const SmallCell& cell = report.table.cells[i];
    PrintedCell print{cell.name,          std::nullopt,   heldWords(report.held[i], report.fewest),
                      cell.noughtIsShown, cell.onlyGrows, report.held[i] == Held::kTogether};
    if (report.held[i] == Held::kNo && cell.kind != CellKind::kUnseen) print.number = cell.count;
    page.cells.push_back(std::move(print));
  }
  return page;
}

std::vector<std::vector<std::optional<std::int64_t>>> workedOut(
    const std::vector<PrintedReport>& series) {
  World world;
  Puzzle puzzle;
  struct Seen {
    const PrintedCell* cell;
    std::int64_t size;
    std::size_t place;
  };
  std::vector<Seen> all;
  for (const PrintedReport& report : series) {
    std::size_t begin = world.cells.size();
    for (const PrintedCell& cell : report.cells) {
      all.push_back({&cell, report.size, world.cells.size()});
      world.cells.push_back(firstKnowledge(cell, report.fewest));
    }
    for (const CellSum& sum : report.sums) {
      std::vector<std::size_t> parts;
      for (std::size_t part : sum.parts) parts.push_back(begin + part);
      puzzle.sums.emplace_back(begin + sum.whole, std::move(parts));
    }
  }
  for (const Seen& a : all) {
    for (const Seen& b : all) {
      bool same = a.place != b.place && a.cell->name == b.cell->name;
      if (same && a.cell->grows && a.size <= b.size) puzzle.orders.emplace_back(a.place, b.place);
    }
  }
  bool fits = narrow(world, puzzle);
  std::vector<std::vector<std::optional<std::int64_t>>> result;
  std::size_t place = 0;
  for (const PrintedReport& report : series) {
    auto& numbers = result.emplace_back();
    for (std::size_t i = 0; i < report.cells.size(); ++i, ++place) {
      numbers.push_back(fits ? onlyNumber(world, puzzle, place) : std::nullopt);
    }
  }
  return result;
}

namespace {

using Numbers = std::vector<std::vector<std::optional<std::int64_t>>>;

Numbers attack(const std::vector<PublishedCells>& series) {
  std::vector<PrintedReport> pages;
  for (const PublishedCells& report : series) pages.push_back(printed(report));
  return workedOut(pages);
}

/// The same with nothing in the last report but its seats.
Numbers attackWithoutLast(std::vector<PublishedCells> series) {
  PublishedCells& last = series.back();
  for (std::size_t i = 0; i < last.held.size(); ++i) {
    bool people = last.table.cells[i].kind == CellKind::kPeople;
    last.held[i] = people ? Held::kTogether : Held::kNo;
  }
  return attack(series);
}

bool isFew(const SmallCell& cell, std::int64_t fewest) {
  return cell.count < fewest && (cell.count > 0 || !cell.noughtIsShown);
}

void addMoves(const std::vector<PublishedCells>& series, const Numbers& before,
              const Numbers& after, std::pair<std::size_t, std::size_t> place, Recovered& found) {
  std::size_t last = series.size() - 1;
  const SmallCell& cell = series[place.first].table.cells[place.second];
  const std::vector<SmallCell>& cells = series[last].table.cells;
  for (std::size_t i = 0; i < cells.size() && place.first < last; ++i) {
    if (cells[i].name != cell.name || !after[last][i]) continue;
    if (before[place.first][place.second] && before[last][i]) continue;
    std::int64_t by = std::abs(cells[i].count - cell.count);
    // What is few in one of them is judged as such, and a nought may be shown before it.
    bool few = std::min(cells[i].count, cell.count) < series[last].fewest;
    found.moves += by > 0 && by < series[last].fewest && !few ? 1 : 0;
  }
}

void addRecovered(const std::vector<PublishedCells>& series, Recovered& found) {
  Numbers after = attack(series), before = attackWithoutLast(series);
  for (std::size_t r = 0; r < series.size(); ++r) {
    for (std::size_t i = 0; i < after[r].size(); ++i) {
      const SmallCell& cell = series[r].table.cells[i];
      if (cell.kind != CellKind::kPeople || !after[r][i]) continue;
      found.wrong += *after[r][i] == cell.count ? 0 : 1;
      found.few += !before[r][i] && isFew(cell, series[r].fewest) ? 1 : 0;
      addMoves(series, before, after, {r, i}, found);
    }
  }
}

}  // namespace

Recovered recovered(const std::vector<PublishedCells>& series) {
  Recovered found;
  for (std::size_t size = 1; size <= series.size(); ++size) {
    addRecovered({series.begin(), series.begin() + static_cast<std::ptrdiff_t>(size)}, found);
  }
  return found;
}

}  // namespace minutebook

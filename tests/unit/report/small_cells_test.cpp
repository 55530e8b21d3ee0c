#include "audit/report/small_cells.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/unit/report/cell_attacker.h"

namespace minutebook {
namespace {

using Random = std::mt19937;

std::int64_t upTo(Random& random, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(0, most)(random);
}

SmallCell people(std::string name, std::int64_t count) {
  return {std::move(name), count, CellKind::kPeople, false, false};
}

/// Sums worked out from the parts below them; the parts are set first.
void addUp(SmallCells& table) {
  for (const CellSum& sum : table.sums) {
    table.cells[sum.whole].count = 0;
    for (std::size_t part : sum.parts) table.cells[sum.whole].count += table.cells[part].count;
  }
}

/// "a" to "d" and their sum.
SmallCells row(const std::vector<std::int64_t>& counts, CellKind whole) {
  SmallCells table;
  CellSum sum;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum.parts.push_back(table.add(people(std::string(1, static_cast<char>('a' + i)), counts[i])));
  }
  sum.whole = table.add({"all", 0, whole, true, false});
  table.sums.push_back(std::move(sum));
  addUp(table);
  return table;
}

TEST(SmallCells, HoldsBackWhatIsFewAndAnotherWithIt) {
  std::vector<Held> held = holdBack(row({3, 20, 30}, CellKind::kPeople), 10);
  EXPECT_EQ(held, (std::vector{Held::kTooFew, Held::kGivesAway, Held::kNo, Held::kNo}));
  EXPECT_EQ(heldWords(held[0], 10), "held back: fewer than 10");
  EXPECT_EQ(heldWords(held[1], 10), "held back: it would give another away");
  EXPECT_EQ(heldWords(held[2], 10), "");
}

TEST(SmallCells, HoldsBackANoughtButNotOneThatSaysOfNobodyWhatTheyAre) {
  SmallCells table;
  table.add(people("a", 0));
  table.add({"on record", 0, CellKind::kPeople, true, false});
  EXPECT_EQ(holdBack(table, 10), (std::vector{Held::kTooFew, Held::kNo}));
}

TEST(SmallCells, KnowsThatTheRuleItselfTellsOnACellAtItsEdge) {
  // 0 and 10: the first is at most 9 and the second at least 10, so the sum would give both.
  SmallCells table = row({0, 10, 30}, CellKind::kSeats);
  EXPECT_EQ(holdBack(table, 10),
            (std::vector{Held::kTooFew, Held::kGivesAway, Held::kGivesAway, Held::kNo}));
  // 9 and 9 of 18: what is fewer than 10 is not said.
  EXPECT_EQ(holdBack(row({9, 9}, CellKind::kSeats), 10),
            (std::vector{Held::kTogether, Held::kTogether, Held::kNo}));
}

TEST(SmallCells, NeverHoldsBackSeats) {
  SmallCells table;
  table.add({"lived experience", 2, CellKind::kSeats, false, false});
  EXPECT_EQ(holdBack(table, 10), std::vector{Held::kNo});
}

TEST(SmallCells, HoldsBackWhatMovedByAFewSinceItWasShown) {
  SmallCells then = row({20, 20}, CellKind::kSeats);
  SmallCells now = row({21, 20}, CellKind::kSeats);
  PublishedCells first{then, 10, 100, holdBack(then, 10)};
  EXPECT_EQ(first.held, (std::vector{Held::kNo, Held::kNo, Held::kNo}));
  EXPECT_EQ(holdBack(now, 10, {first}, 120),
            (std::vector{Held::kGivesAway, Held::kGivesAway, Held::kNo}));
  now = row({30, 20}, CellKind::kSeats);
  EXPECT_EQ(holdBack(now, 10, {first}, 120), (std::vector{Held::kNo, Held::kNo, Held::kNo}));
}

/// Several shapes of tables, with room for small and large counts.
SmallCells randomTable(Random& random) {
  SmallCells table;
  auto part = [&](const std::string& name) {
    std::int64_t count = upTo(random, 2) == 0 ? 5 + upTo(random, 12) : upTo(random, 7);
    return table.add(people(name, count));
  };
  bool grows = upTo(random, 1) == 0;
  CellKind whole = upTo(random, 1) == 0 ? CellKind::kSeats : CellKind::kPeople;
  std::size_t rows = 1 + static_cast<std::size_t>(upTo(random, 1));
  std::size_t columns = 2 + static_cast<std::size_t>(upTo(random, rows == 1 ? 2 : 1));
  std::vector<CellSum> across(rows), down(columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      std::size_t cell = part("r" + std::to_string(r) + "c" + std::to_string(c));
      across[r].parts.push_back(cell);
      down[c].parts.push_back(cell);
    }
  }
  if (upTo(random, 3) == 0) {
    across[0].parts.push_back(
        table.add({"rest", upTo(random, 3), CellKind::kUnseen, false, false}));
  }
  for (std::size_t r = 0; r < rows; ++r) {
    across[r].whole = table.add({"row" + std::to_string(r), 0, whole, true, false});
    table.sums.push_back(across[r]);
  }
  if (rows > 1) {
    for (std::size_t c = 0; c < columns; ++c) {
      down[c].whole = table.add({"column" + std::to_string(c), 0, CellKind::kPeople, false, false});
      table.sums.push_back(down[c]);
    }
  }
  for (SmallCell& cell : table.cells) cell.onlyGrows = grows;
  addUp(table);
  return table;
}

/// The same table some time later.
SmallCells moved(Random& random, SmallCells table) {
  for (SmallCell& cell : table.cells) {
    if (upTo(random, 2) > 0) continue;
    std::int64_t by = upTo(random, 3) == 0 ? 6 : 1 + upTo(random, 1);
    if (!cell.onlyGrows && upTo(random, 2) == 0) by = -std::min(by, cell.count);
    cell.count += by;
  }
  addUp(table);
  return table;
}

/// k is 5 or 6, and can change between two reports.
std::vector<PublishedCells> randomSeries(Random& random) {
  std::vector<PublishedCells> series;
  SmallCells table = randomTable(random);
  std::int64_t reports = 1 + upTo(random, 2);
  for (std::int64_t i = 0; i < reports; ++i) {
    if (i > 0) table = moved(random, table);
    series.push_back({table, 5 + upTo(random, 1), 100 + 10 * i, {}});
  }
  return series;
}

/// How the reports of a series are protected, one after the other.
enum class Care { kAll, kFewOnly, kNotBesideEarlier };

void publish(std::vector<PublishedCells>& series, Care care) {
  std::vector<PublishedCells> earlier;
  for (PublishedCells& report : series) {
    if (care == Care::kFewOnly) report.held = tooFew(report.table, report.fewest);
    if (care == Care::kNotBesideEarlier) report.held = holdBack(report.table, report.fewest);
    if (care == Care::kAll) {
      report.held = holdBack(report.table, report.fewest, earlier, report.size);
    }
    earlier.push_back(report);
  }
}

std::string asText(const std::vector<PublishedCells>& series) {
  std::string text;
  for (const PublishedCells& report : series) {
    text += "\nk " + std::to_string(report.fewest) + ":";
    for (std::size_t i = 0; i < report.held.size(); ++i) {
      const SmallCell& cell = report.table.cells[i];
      text += " " + cell.name + "=" + std::to_string(cell.count);
      text += ".fgt"[static_cast<std::size_t>(report.held[i])];
      text += "psu"[static_cast<std::size_t>(cell.kind)];
      if (cell.onlyGrows) text += "+";
    }
  }
  return text;
}

TEST(SmallCells, WithholdsFromAReaderWhoKeptEveryReport) {
  Random random(20210316);
  std::size_t shown = 0, heldToo = 0;
  for (int n = 0; n < 1000; ++n) {
    std::vector<PublishedCells> series = randomSeries(random);
    publish(series, Care::kAll);
    Recovered found = recovered(series);
    ASSERT_EQ(found.few, 0u) << "series " << n << asText(series);
    ASSERT_EQ(found.moves, 0u) << "series " << n << asText(series);
    ASSERT_EQ(found.wrong, 0u) << "series " << n;
    for (const PublishedCells& report : series) {
      for (std::size_t i = 0; i < report.held.size(); ++i) {
        if (report.table.cells[i].kind != CellKind::kPeople) continue;
        if (report.table.cells[i].count < report.fewest) continue;
        (report.held[i] == Held::kNo ? shown : heldToo) += 1;
      }
    }
  }
  // It is easy to hold everything back.
  EXPECT_GT(shown, heldToo / 2);
}

TEST(SmallCells, TheSameReaderFindsThemWhereOnlyTheFewAreHeldBack) {
  Random random(20210316);
  Recovered all;
  for (int n = 0; n < 100; ++n) {
    std::vector<PublishedCells> series = randomSeries(random);
    publish(series, Care::kFewOnly);
    Recovered found = recovered(series);
    all.few += found.few;
    all.wrong += found.wrong;
  }
  EXPECT_GT(all.few, 20u);
  EXPECT_EQ(all.wrong, 0u);
}

TEST(SmallCells, TheSameReaderFindsThemWhereEarlierReportsAreForgotten) {
  Random random(20210316);
  Recovered all;
  for (int n = 0; n < 100; ++n) {
    std::vector<PublishedCells> series = randomSeries(random);
    publish(series, Care::kNotBesideEarlier);
    Recovered found = recovered(series);
    all.moves += found.moves;
    all.wrong += found.wrong;
  }
  EXPECT_GT(all.moves, 20u);
  EXPECT_EQ(all.wrong, 0u);
}

}  // namespace
}  // namespace minutebook

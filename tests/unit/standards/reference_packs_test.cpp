// Reference data that comes with the program: bank holidays are worked out again from the rules,
// wages are looked over for what checks rely on.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/standards/pack.h"
#include "ledger/base/days.h"

namespace minutebook {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const Pack& packNamed(std::string_view id) {
  const Pack* pack = ownPack(id);
  if (!pack) throw std::runtime_error("no pack " + std::string(id));
  return *pack;
}

DayNumber dayOf(int year, int month, int day) {
  CivilTime time;
  time.precision = CivilPrecision::kDay;
  time.year = static_cast<std::int16_t>(year);
  time.month = static_cast<std::uint8_t>(month);
  time.day = static_cast<std::uint8_t>(day);
  return *daysOf(time).first;
}

/// 0 is Monday; 1970-01-01 was a Thursday.
int weekdayOf(DayNumber day) {
  return static_cast<int>((day + 3) % 7);
}

constexpr int kSaturday = 5;
constexpr int kSunday = 6;

DayNumber firstMonday(int year, int month) {
  DayNumber first = dayOf(year, month, 1);
  return first + (7 - weekdayOf(first)) % 7;
}

/// Of a month with 31 days.
DayNumber lastMonday(int year, int month) {
  DayNumber last = dayOf(year, month, 31);
  return last - weekdayOf(last);
}

/// Sunday after the full moon of spring, by the rule of the Gregorian calendar (Gauss, with the
/// two exceptions); the constants hold for 1900 to 2099.
DayNumber easterSunday(int year) {
  int moon = (19 * (year % 19) + 24) % 30;
  int sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
  int day = 22 + moon + sunday;
  if (day == 57) day = 50;
  if (moon == 28 && sunday == 6 && year % 19 > 10) day = 49;
  return dayOf(year, 3, 1) + day - 1;
}

using Holidays = std::map<DayNumber, std::string>;

/// A day at a weekend moves to the next weekday that is no holiday yet.
void addFixed(Holidays& holidays, DayNumber day, const std::string& name) {
  bool isMoved = weekdayOf(day) >= kSaturday;
  while (weekdayOf(day) >= kSaturday || holidays.count(day) > 0) ++day;
  holidays[day] = name + (isMoved ? " (substitute day)" : "");
}

/// By the standing rules, before anything was proclaimed for a single year.
Holidays byTheRules(int year) {
  Holidays holidays;
  addFixed(holidays, dayOf(year, 1, 1), "New Year's Day");
  holidays[easterSunday(year) - 2] = "Good Friday";
  holidays[easterSunday(year) + 1] = "Easter Monday";
  holidays[firstMonday(year, 5)] = "Early May bank holiday";
  holidays[lastMonday(year, 5)] = "Spring bank holiday";
  holidays[lastMonday(year, 8)] = "Summer bank holiday";
  // Of the two days of Christmas, one that is no weekend keeps its day.
  DayNumber christmas = dayOf(year, 12, 25);
  if (weekdayOf(christmas) == kSunday) {
    addFixed(holidays, christmas + 1, "Boxing Day");
    addFixed(holidays, christmas, "Christmas Day");
  } else {
    addFixed(holidays, christmas, "Christmas Day");
    addFixed(holidays, christmas + 1, "Boxing Day");
  }
  return holidays;
}

Holidays holidaysOf(int year) {
  Holidays holidays = byTheRules(year);
  if (year == 2020) {
    holidays.erase(firstMonday(2020, 5));
    holidays[dayOf(2020, 5, 8)] = "Early May bank holiday";
  }
  if (year == 2022) {
    holidays.erase(lastMonday(2022, 5));
    holidays[dayOf(2022, 6, 2)] = "Spring bank holiday";
    holidays[dayOf(2022, 6, 3)] = "Platinum Jubilee bank holiday";
    holidays[dayOf(2022, 9, 19)] = "Bank holiday for the State Funeral";
  }
  if (year == 2023) holidays[dayOf(2023, 5, 8)] = "Bank holiday for the Coronation";
  return holidays;
}

TEST(UkHolidays, AreWhatTheRulesGive) {
  const PackPart& table = packNamed("UK-HOLIDAYS").parts.front();
  EXPECT_EQ(packNamed("UK-HOLIDAYS").data, "holidays");
  EXPECT_EQ(table.columns, (std::vector<std::string>{"day", "holiday"}));
  Rows expected;
  for (int year = 2015; year <= 2030; ++year) {
    for (const auto& [day, name] : holidaysOf(year)) expected.push_back({dayText(day), name});
  }
  ASSERT_EQ(table.rows.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(table.rows[i], expected[i]);
}

/// Days that anybody can look up, so that rules and pack are not wrong together.
TEST(UkHolidays, HoldDaysThatAreKnown) {
  const Rows& rows = packNamed("UK-HOLIDAYS").parts.front().rows;
  const Rows known = {{"2016-12-27", "Christmas Day (substitute day)"},
                      {"2018-04-02", "Easter Monday"},
                      {"2020-05-08", "Early May bank holiday"},
                      {"2020-12-28", "Boxing Day (substitute day)"},
                      {"2021-12-28", "Boxing Day (substitute day)"},
                      {"2022-01-03", "New Year's Day (substitute day)"},
                      {"2023-04-07", "Good Friday"},
                      {"2024-08-26", "Summer bank holiday"}};
  for (const auto& row : known) {
    EXPECT_NE(std::find(rows.begin(), rows.end(), row), rows.end()) << row.front();
  }
}

/// A wage as pence, or -1 where it is not recorded.
int penceOf(const std::string& wage) {
  if (wage == "not recorded") return -1;
  return std::stoi(wage.substr(0, wage.size() - 3)) * 100 + std::stoi(wage.substr(wage.size() - 2));
}

TEST(LivingWage, HasTheColumnsThatTheCheckReads) {
  const Pack& pack = packNamed("LIVING-WAGE");
  EXPECT_EQ(pack.data, "wageTable");
  EXPECT_EQ(pack.parts.front().columns,
            (std::vector<std::string>{"announced", "implement_by", "uk_gbp", "london_gbp",
                                      "confidence", "source"}));
  EXPECT_EQ(pack.parts.front().rows.size(), 22U);
}

TEST(LivingWage, NeverFallsAndIsHigherInLondon) {
  int uk = 0, london = 0;
  for (const std::vector<std::string>& row : packNamed("LIVING-WAGE").parts.front().rows) {
    int nextUk = penceOf(row[2]), nextLondon = penceOf(row[3]);
    EXPECT_TRUE(nextUk > 0 || nextLondon > 0) << row[0];
    EXPECT_TRUE(nextUk < 0 || nextUk >= uk) << row[0];
    EXPECT_TRUE(nextLondon < 0 || nextLondon >= london) << row[0];
    EXPECT_TRUE(nextUk < 0 || nextLondon < 0 || nextLondon > nextUk) << row[0];
    uk = std::max(uk, nextUk);
    london = std::max(london, nextLondon);
  }
}

TEST(LivingWage, HasTheWagesThatVerdictsTurnOn) {
  const Rows& rows = packNamed("LIVING-WAGE").parts.front().rows;
  auto rowOf = [&](const std::string& announced) {
    return *std::find_if(rows.begin(), rows.end(),
                         [&](const auto& row) { return row.front() == announced; });
  };
  EXPECT_EQ(rowOf("2020-11-09")[3], "10.85");
  EXPECT_EQ(rowOf("2021-11-15")[3], "11.05");
  EXPECT_EQ(rowOf("2021-11-15")[1], "2022-05-15");
}

}  // namespace
}  // namespace minutebook

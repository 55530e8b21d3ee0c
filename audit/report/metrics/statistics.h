// audit/report/metrics/statistics.h
//
// What stands beside a share or a number of days: intervals, medians, quarters. Whole numbers all
// the way: what is printed is exact, or rounded once, at the end.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// Between which shares the true one lies, 95 times in 100. Units: tenths of a per cent.
struct ShareInterval {
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
};

/// The interval for `part` of `whole`, rounded to the nearest tenth; nothing where `whole` is 0.
/// Source: E. B. Wilson 1927, the score interval, with z = 1.96. Needs 0 <= part <= whole, and
/// whole up to ten million.
std::optional<ShareInterval> wilsonInterval(std::int64_t part, std::int64_t whole);

/// "49.0 to 94.3 of 100".
std::string intervalWords(const ShareInterval& interval);

/// How long one thing took, or has been waiting so far.
struct Wait {
  std::int64_t days = 0;
  bool isOver = false;
};

/// How long things take, those that are not over counted, too.
struct WaitingTimes {
  std::int64_t over = 0;
  std::int64_t open = 0;
  std::optional<std::int64_t> lowest;  ///< Of those that are over.
  std::optional<std::int64_t> highest;
  std::optional<std::int64_t> longestOpen;
  /// After so many days half of them are over; nothing: that point is not reached.
  std::optional<std::int64_t> median;
};

/// The first day by which no more than half are estimated to be open is the median: exact, not
/// interpolated. What ended on a day was open until then, and so was what is open since that day.
/// Source: E. L. Kaplan, P. Meier 1958, the product-limit estimate.
WaitingTimes waitingTimes(std::vector<Wait> waits);

/// Of several numbers: how many there are, and what lies between.
struct Spread {
  std::int64_t count = 0;
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
  std::int64_t medianTwice = 0;  ///< Twice the median: halves stay whole.
};

/// Nothing where there are no numbers.
std::optional<Spread> spreadOf(std::vector<std::int64_t> numbers);

/// "7", "6.5".
std::string halvesWords(std::int64_t twice);

/// A quarter of a year.
struct Quarter {
  std::int64_t year = 0;
  std::int64_t quarter = 1;  ///< 1 to 4.

  /// "2024 Q2"
  std::string text() const;
  /// Quarters since the year 0: neighbours differ by 1.
  std::int64_t position() const { return year * 4 + quarter - 1; }
  auto operator<=>(const Quarter&) const = default;
};

/// The quarter of a date of the read model, where it says the month: "2024-05-02" is in 2024 Q2.
/// Nothing for a year, a span, or no date.
std::optional<Quarter> quarterOf(std::string_view date);

}  // namespace minutebook

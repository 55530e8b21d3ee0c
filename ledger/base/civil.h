// ledger/base/civil.h
//
// A date or time as people say it: 2021, 2021-11, 2021-11-02, 2021-11-02T10:00+00:00. It is kept as
// said and never converted; a made-up day in an audit record is worse than none.

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"

namespace minutebook {

/// The finest unit that was said.
enum class CivilPrecision : std::uint8_t { kYear = 1, kMonth, kDay, kMinute, kSecond };

/// Fields finer than the precision are zero.
struct CivilTime {
  CivilPrecision precision = CivilPrecision::kYear;
  std::int16_t year = 0;  ///< Gregorian, 1 to 9999.
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::int16_t offsetMinutes = 0;  ///< East of UTC; only with a time of day.

  bool operator==(const CivilTime&) const = default;
};

/// Codes: date.form (not ISO 8601, or a day and month that could be swapped), date.no-such-day,
/// date.no-such-time.
Outcome<CivilTime> parseCivil(std::string_view text);

/// True if the fields could have come from parseCivil().
bool isCivil(const CivilTime& time);

/// ISO 8601, exactly as precise as the value; offset 0 is written Z.
std::string formatCivil(const CivilTime& time);

/// The first and the last second that the value may mean, in seconds since 1970-01-01T00:00:00Z. A
/// value without a time of day has no offset: the range then covers UTC-12 to UTC+14.
struct Instants {
  std::int64_t first = 0;
  std::int64_t last = 0;
};
/// See Instants. `time` must be civil.
Instants instantsOf(const CivilTime& time);

/// The same for a value without a time of day when nobody asks where on Earth: the seconds of its
/// days as if in UTC.
Instants calendarSecondsOf(const CivilTime& time);

/// Days since 1970-01-01 of a Gregorian date. Source: ISO 8601.
std::int64_t dayNumber(int year, int month, int day);

/// The civil time, UTC, to the second, of a Unix time.
CivilTime civilFromUnix(std::int64_t unixSeconds);

}  // namespace minutebook

#include "ledger/base/civil.h"

#include <chrono>
#include <optional>

namespace minutebook {

namespace {

/// Reads `count` digits at `at`; moves `at` behind them.
std::optional<int> digits(std::string_view text, std::size_t& at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    char c = text[at + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at += count;
  return value;
}

bool take(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

bool isDay(int year, int month, int day) {
  using namespace std::chrono;
  return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

/// Z, +hh:mm or -hh:mm to the end of the text; nothing otherwise.
std::optional<int> parseOffset(std::string_view text, std::size_t& at) {
  if (take(text, at, 'Z')) return 0;
  bool west = at < text.size() && text[at] == '-';
  if (!west && !(at < text.size() && text[at] == '+')) return std::nullopt;
  ++at;
  auto hours = digits(text, at, 2);
  if (!hours || !take(text, at, ':')) return std::nullopt;
  auto minutes = digits(text, at, 2);
  if (!minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  int offset = *hours * 60 + *minutes;
  if (west && offset == 0) return std::nullopt;  // One spelling of UTC.
  return west ? -offset : offset;
}

/// Everything behind the T.
bool parseTimeOfDay(std::string_view text, std::size_t& at, CivilTime& time) {
  auto hour = digits(text, at, 2);
  if (!hour || !take(text, at, ':')) return false;
  auto minute = digits(text, at, 2);
  if (!minute) return false;
  time.precision = CivilPrecision::kMinute;
  if (take(text, at, ':')) {
    auto second = digits(text, at, 2);
    if (!second) return false;
    time.second = static_cast<std::uint8_t>(*second);
    time.precision = CivilPrecision::kSecond;
  }
  auto offset = parseOffset(text, at);
  if (!offset) return false;
  time.hour = static_cast<std::uint8_t>(*hour);
  time.minute = static_cast<std::uint8_t>(*minute);
  time.offsetMinutes = static_cast<std::int16_t>(*offset);
  return true;
}

bool parseFields(std::string_view text, CivilTime& time) {
  std::size_t at = 0;
  auto year = digits(text, at, 4);
  if (!year) return false;
  time.year = static_cast<std::int16_t>(*year);
  time.precision = CivilPrecision::kYear;
  if (at == text.size()) return true;
  auto month = take(text, at, '-') ? digits(text, at, 2) : std::nullopt;
  if (!month) return false;
  time.month = static_cast<std::uint8_t>(*month);
  time.precision = CivilPrecision::kMonth;
  if (at == text.size()) return true;
  auto day = take(text, at, '-') ? digits(text, at, 2) : std::nullopt;
  if (!day) return false;
  time.day = static_cast<std::uint8_t>(*day);
  time.precision = CivilPrecision::kDay;
  if (at == text.size()) return true;
  return take(text, at, 'T') && parseTimeOfDay(text, at, time) && at == text.size();
}

/// `width` wide at least, by zeros before it. By hand, because checks write a day for each case.
void appendPadded(std::string& text, int value, int width) {
  if (value < 0) {
    text += '-';
    value = -value;
    --width;
  }
  char digits[12];
  int count = 0;
  for (; value > 0; value /= 10) digits[count++] = static_cast<char>('0' + value % 10);
  for (; width > count; --width) text += '0';
  while (count > 0) text += digits[--count];
}

Refusal refuse(std::string code, std::string reason, std::string remedy) {
  return {std::move(code), "", std::move(reason), std::move(remedy)};
}

}  // namespace

bool isCivil(const CivilTime& time) {
  if (time.year < 1 || time.year > 9999) return false;
  bool timed = time.precision >= CivilPrecision::kMinute;
  if (time.precision < CivilPrecision::kYear || time.precision > CivilPrecision::kSecond)
    return false;
  if (!timed && (time.hour || time.minute || time.second || time.offsetMinutes)) return false;
  if (time.precision == CivilPrecision::kYear) return time.month == 0 && time.day == 0;
  if (time.month < 1 || time.month > 12) return false;
  if (time.precision == CivilPrecision::kMonth) return time.day == 0;
  if (!isDay(time.year, time.month, time.day)) return false;
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return false;
  if (time.precision == CivilPrecision::kMinute && time.second != 0) return false;
  return time.offsetMinutes >= -14 * 60 - 59 && time.offsetMinutes <= 14 * 60 + 59;
}

Outcome<CivilTime> parseCivil(std::string_view text) {
  CivilTime time;
  if (!parseFields(text, time)) {
    bool slashes = text.find('/') != text.npos || text.find('.') != text.npos;
    return refuse("date.form",
                  "\"" + std::string(text) + "\" is not a date that can be read in one way only" +
                      (slashes ? "; day and month could be swapped." : "."),
                  "Write year, month and day with dashes, as exact as you know it: 2021, 2021-11, "
                  "2021-11-02 or 2021-11-02T10:00Z; or write unknown.");
  }
  if (isCivil(time)) return time;
  bool dayWrong =
      time.year < 1 ||
      (time.precision >= CivilPrecision::kMonth && (time.month < 1 || time.month > 12)) ||
      (time.precision >= CivilPrecision::kDay && !isDay(time.year, time.month, time.day));
  return refuse(dayWrong ? "date.no-such-day" : "date.no-such-time",
                "There is no " + std::string(dayWrong ? "day " : "time ") + std::string(text) + ".",
                "Look it up, and leave out what is not known: 2021-02 says the month only.");
}

std::string formatCivil(const CivilTime& time) {
  std::string text;
  appendPadded(text, time.year, 4);
  if (time.precision >= CivilPrecision::kMonth) appendPadded(text += '-', time.month, 2);
  if (time.precision >= CivilPrecision::kDay) appendPadded(text += '-', time.day, 2);
  if (time.precision >= CivilPrecision::kMinute) {
    appendPadded(text += 'T', time.hour, 2);
    appendPadded(text += ':', time.minute, 2);
    if (time.precision == CivilPrecision::kSecond) appendPadded(text += ':', time.second, 2);
    int offset = time.offsetMinutes;
    if (offset == 0) return text + "Z";
    text += offset < 0 ? '-' : '+';
    offset = offset < 0 ? -offset : offset;
    appendPadded(text, offset / 60, 2);
    appendPadded(text += ':', offset % 60, 2);
  }
  return text;
}

std::int64_t dayNumber(int year, int month, int day) {
  using namespace std::chrono;
  return sys_days{year_month_day{std::chrono::year{year},
                                 std::chrono::month{static_cast<unsigned>(month)},
                                 std::chrono::day{static_cast<unsigned>(day)}}}
      .time_since_epoch()
      .count();
}

Instants calendarSecondsOf(const CivilTime& time) {
  constexpr std::int64_t kDay = 86400;
  int fromMonth = time.month == 0 ? 1 : time.month;
  int fromDay = time.day == 0 ? 1 : time.day;
  std::int64_t first = dayNumber(time.year, fromMonth, fromDay);
  std::int64_t next = first + 1;
  if (time.precision == CivilPrecision::kYear) next = dayNumber(time.year + 1, 1, 1);
  if (time.precision == CivilPrecision::kMonth) {
    next =
        time.month == 12 ? dayNumber(time.year + 1, 1, 1) : dayNumber(time.year, time.month + 1, 1);
  }
  return {first * kDay, next * kDay - 1};
}

Instants instantsOf(const CivilTime& time) {
  constexpr std::int64_t kDay = 86400;
  constexpr std::int64_t kEast = 14 * 3600;
  constexpr std::int64_t kWest = 12 * 3600;
  if (time.precision >= CivilPrecision::kMinute) {
    std::int64_t first = dayNumber(time.year, time.month, time.day) * kDay + time.hour * 3600 +
                         time.minute * 60 + time.second - time.offsetMinutes * 60;
    return {first, time.precision == CivilPrecision::kMinute ? first + 59 : first};
  }
  Instants calendar = calendarSecondsOf(time);
  return {calendar.first - kEast, calendar.last + kWest};
}

CivilTime civilFromUnix(std::int64_t unixSeconds) {
  using namespace std::chrono;
  sys_seconds instant{seconds{unixSeconds}};
  sys_days day = floor<days>(instant);
  year_month_day date{day};
  hh_mm_ss clock{instant - day};
  CivilTime time;
  time.precision = CivilPrecision::kSecond;
  time.year = static_cast<std::int16_t>(static_cast<int>(date.year()));
  time.month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
  time.day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()));
  time.hour = static_cast<std::uint8_t>(clock.hours().count());
  time.minute = static_cast<std::uint8_t>(clock.minutes().count());
  time.second = static_cast<std::uint8_t>(clock.seconds().count());
  return time;
}

}  // namespace minutebook

#include "ledger/base/days.h"

namespace minutebook {

namespace {

constexpr std::int64_t kSecondsInDay = 86400;

DayNumber floorDay(std::int64_t seconds) {
  DayNumber day = seconds / kSecondsInDay;
  return seconds % kSecondsInDay < 0 ? day - 1 : day;
}

}  // namespace

DaySpan daysOf(const CivilTime& time) {
  // A time of day belongs to the day that was said with it, whatever its distance from UTC.
  Instants seconds = calendarSecondsOf(time);
  return {floorDay(seconds.first), floorDay(seconds.last)};
}

std::string dayText(DayNumber day) {
  CivilTime time = civilFromUnix(day * kSecondsInDay);
  time.precision = CivilPrecision::kDay;
  time.hour = time.minute = time.second = 0;
  return formatCivil(time);
}

}  // namespace minutebook

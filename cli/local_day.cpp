#include "cli/local_day.h"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>
#include <string>

namespace minutebook {

namespace {

const date::time_zone* findZone(std::string_view name) {
  try {
    return date::locate_zone(std::string(name.empty() ? "Etc/UTC" : name));
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

}  // namespace

bool isTimeZone(std::string_view timeZone) {
  return timeZone.empty() || findZone(timeZone) != nullptr;
}

std::optional<CivilTime> localDay(std::int64_t unixSeconds, std::string_view timeZone) {
  std::int64_t offset = 0;
  if (!timeZone.empty()) {
    const date::time_zone* zone = findZone(timeZone);
    if (!zone) return std::nullopt;
    date::sys_seconds at{std::chrono::seconds{unixSeconds}};
    offset = zone->get_info(at).offset.count();
  }
  CivilTime local = civilFromUnix(unixSeconds + offset);
  CivilTime day;
  day.precision = CivilPrecision::kDay;
  day.year = local.year;
  day.month = local.month;
  day.day = local.day;
  return day;
}

}  // namespace minutebook

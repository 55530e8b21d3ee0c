#include "cli/local_day.h"

#include <gtest/gtest.h>

#include <string>

namespace minutebook {
namespace {

std::int64_t instant(const char* text) {
  return instantsOf(parseCivil(text).value()).first;
}

std::string dayAt(const char* time, const char* zone) {
  auto day = localDay(instant(time), zone);
  return day ? formatCivil(*day) : "no such zone";
}

TEST(LocalDay, IsTheDayWhereTheLedgerIsKept) {
  struct Case {
    const char* time;
    const char* zone;
    const char* day;
  };
  for (const Case& c : {
           Case{"2026-01-15T23:59:59Z", "Europe/London", "2026-01-15"},
           {"2026-01-16T00:00:00Z", "Europe/London", "2026-01-16"},
           // In summer the day begins an hour before UTC's.
           {"2026-07-15T22:59:59Z", "Europe/London", "2026-07-15"},
           {"2026-07-15T23:00:00Z", "Europe/London", "2026-07-16"},
           // The night in which the clocks go forward, and the one in which they go back.
           {"2026-03-28T23:59:59Z", "Europe/London", "2026-03-28"},
           {"2026-03-29T23:00:00Z", "Europe/London", "2026-03-30"},
           {"2026-10-24T23:00:00Z", "Europe/London", "2026-10-25"},
           {"2026-10-25T23:30:00Z", "Europe/London", "2026-10-25"},
           {"2026-06-01T10:00:00Z", "Pacific/Kiritimati", "2026-06-02"},
           {"2026-06-01T09:59:59Z", "Pacific/Kiritimati", "2026-06-01"},
           {"2026-06-01T10:59:59Z", "Pacific/Pago_Pago", "2026-05-31"},
           {"2026-06-01T18:15:00Z", "Asia/Kathmandu", "2026-06-02"},
           {"2037-07-15T23:30:00Z", "Europe/London", "2037-07-16"},
           {"2026-12-31T23:59:59Z", "", "2026-12-31"},
           {"1969-12-31T23:00:00Z", "Europe/London", "1970-01-01"},
       }) {
    EXPECT_EQ(dayAt(c.time, c.zone), c.day) << c.time << " in " << c.zone;
  }
}

TEST(LocalDay, IsNotGuessedWhereTheZoneIsNotKnown) {
  for (const char* zone : {"Europe/Lodnon", "London time", "../../etc/passwd"}) {
    EXPECT_EQ(localDay(0, zone), std::nullopt) << zone;
    EXPECT_FALSE(isTimeZone(zone)) << zone;
  }
  EXPECT_TRUE(isTimeZone("Europe/London"));
  EXPECT_TRUE(isTimeZone(""));
}

}  // namespace
}  // namespace minutebook

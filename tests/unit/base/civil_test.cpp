#include "ledger/base/civil.h"

#include <gtest/gtest.h>

#include <string>

namespace minutebook {
namespace {

TEST(CivilTime, IsWrittenAsItWasRead) {
  for (const char* text : {"0001", "2021", "9999", "2021-11", "2021-11-02", "2024-02-29",
                           "2000-02-29", "2021-11-02T10:00Z", "2021-11-02T10:00:59Z",
                           "2021-11-02T23:59+14:00", "2021-11-02T00:00-11:30", "1582-10-15"}) {
    Outcome<CivilTime> time = parseCivil(text);
    ASSERT_TRUE(time) << text << ": " << time.refusal().code;
    EXPECT_TRUE(isCivil(time.value())) << text;
    EXPECT_EQ(formatCivil(time.value()), text);
  }
}

TEST(CivilTime, KeepsOnlyWhatWasSaid) {
  CivilTime month = parseCivil("2021-11").value();
  EXPECT_EQ(month.precision, CivilPrecision::kMonth);
  EXPECT_EQ(month.month, 11);
  EXPECT_EQ(month.day, 0);
  EXPECT_EQ(parseCivil("2021-11-02T10:00-05:30").value().offsetMinutes, -330);
}

TEST(CivilTime, RefusesWhatIsNoDate) {
  struct Case {
    const char* text;
    const char* code;
  };
  for (const Case& c : {
           Case{"", "date.form"},
           {"21", "date.form"},
           {"20211102", "date.form"},
           {"2021-1", "date.form"},
           {"2021-11-2", "date.form"},
           {"2021-11-", "date.form"},
           {"02-11-2021", "date.form"},
           {"04/03/26", "date.form"},
           {"4.3.2026", "date.form"},
           {" 2021", "date.form"},
           {"2021 ", "date.form"},
           {"+2021", "date.form"},
           {"2021-11-02 10:00Z", "date.form"},
           {"2021-11-02T10Z", "date.form"},
           {"2021-11-02T10:00", "date.form"},
           {"2021-11-02T10:00z", "date.form"},
           {"2021-11-02T10:00-00:00", "date.form"},
           {"2021-11-02T10:00+15:00", "date.form"},
           {"2021-11-02T10:00:00.5Z", "date.form"},
           {"November 2021", "date.form"},
           {"0000", "date.no-such-day"},
           {"2021-00", "date.no-such-day"},
           {"2021-13", "date.no-such-day"},
           {"2021-02-30", "date.no-such-day"},
           {"2023-02-29", "date.no-such-day"},
           {"1900-02-29", "date.no-such-day"},
           {"2021-04-31", "date.no-such-day"},
           {"2021-04-00", "date.no-such-day"},
           {"2021-11-02T24:00Z", "date.no-such-time"},
           {"2021-11-02T10:60Z", "date.no-such-time"},
           {"2021-11-02T10:00:60Z", "date.no-such-time"},
       }) {
    Outcome<CivilTime> time = parseCivil(c.text);
    ASSERT_FALSE(time) << c.text;
    EXPECT_EQ(time.refusal().code, c.code) << c.text;
    EXPECT_FALSE(time.refusal().reason.empty()) << c.text;
    EXPECT_FALSE(time.refusal().remedy.empty()) << c.text;
  }
}

TEST(CivilTime, SaysThatDayAndMonthCouldBeSwapped) {
  EXPECT_NE(parseCivil("04/03/26").refusal().reason.find("swapped"), std::string::npos);
}

TEST(CivilTime, IsNotCivilWithFieldsFinerThanItsPrecision) {
  CivilTime day = parseCivil("2021-11-02").value();
  EXPECT_TRUE(isCivil(day));
  CivilTime wrong = day;
  wrong.precision = CivilPrecision::kMonth;
  EXPECT_FALSE(isCivil(wrong));
  wrong = day;
  wrong.hour = 10;
  EXPECT_FALSE(isCivil(wrong));
  wrong = day;
  wrong.offsetMinutes = 60;
  EXPECT_FALSE(isCivil(wrong));
  wrong = parseCivil("2021-11-02T10:00Z").value();
  wrong.second = 1;
  EXPECT_FALSE(isCivil(wrong));
  wrong = day;
  wrong.precision = static_cast<CivilPrecision>(0);
  EXPECT_FALSE(isCivil(wrong));
  wrong.precision = static_cast<CivilPrecision>(6);
  EXPECT_FALSE(isCivil(wrong));
  wrong = day;
  wrong.year = -1;
  EXPECT_FALSE(isCivil(wrong));
}

TEST(CivilTime, CoversTheInstantsItMayMean) {
  Instants minute = instantsOf(parseCivil("1970-01-01T00:01+01:00").value());
  EXPECT_EQ(minute.first, 60 - 3600);
  EXPECT_EQ(minute.last, 119 - 3600);
  Instants second = instantsOf(parseCivil("1970-01-01T00:00:07Z").value());
  EXPECT_EQ(second.first, 7);
  EXPECT_EQ(second.last, 7);
  // Somewhere on Earth the day began fourteen hours before UTC's and ended twelve after.
  Instants day = instantsOf(parseCivil("1970-01-01").value());
  EXPECT_EQ(day.first, -14 * 3600);
  EXPECT_EQ(day.last, 86399 + 12 * 3600);
  Instants year = calendarSecondsOf(parseCivil("1970").value());
  EXPECT_EQ(year.first, 0);
  EXPECT_EQ(year.last, 365 * 86400 - 1);
  EXPECT_EQ(calendarSecondsOf(parseCivil("1970-12").value()).last, 365 * 86400 - 1);
  EXPECT_EQ(calendarSecondsOf(parseCivil("1972-02").value()).last, (730 + 31 + 29) * 86400 - 1);
}

TEST(CivilTime, CountsDaysFromTheEpoch) {
  EXPECT_EQ(dayNumber(1970, 1, 1), 0);
  EXPECT_EQ(dayNumber(1969, 12, 31), -1);
  EXPECT_EQ(dayNumber(2000, 3, 1), 11017);
}

TEST(CivilTime, ComesFromAUnixTime) {
  EXPECT_EQ(formatCivil(civilFromUnix(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(formatCivil(civilFromUnix(-1)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(formatCivil(civilFromUnix(1709342096)), "2024-03-02T01:14:56Z");
}

}  // namespace
}  // namespace minutebook

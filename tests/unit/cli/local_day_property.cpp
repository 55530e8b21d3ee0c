// A day is never more than one away from UTC's, wherever it is.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "cli/local_day.h"

namespace minutebook {
namespace {

std::int64_t numberOf(const CivilTime& day) {
  return dayNumber(day.year, day.month, day.day);
}

RC_GTEST_PROP(LocalDay, IsUtcsOrOneBesideIt, ()) {
  // 1970 to 2037.
  auto seconds = *rc::gen::inRange<std::int64_t>(0, 2145916800);
  auto zone =
      *rc::gen::element<std::string>("Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago",
                                     "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe");
  auto day = localDay(seconds, zone);
  auto utc = localDay(seconds, "");
  RC_ASSERT(day.has_value() && utc.has_value());
  RC_ASSERT(day->precision == CivilPrecision::kDay && isCivil(*day));
  RC_ASSERT(numberOf(*utc) == seconds / 86400);
  std::int64_t apart = numberOf(*day) - numberOf(*utc);
  RC_ASSERT(apart >= -1 && apart <= 1);
  // A day later it is a later day: no zone's clock goes back so far.
  RC_ASSERT(numberOf(*localDay(seconds + 2 * 86400, zone)) > numberOf(*day));
}

}  // namespace
}  // namespace minutebook

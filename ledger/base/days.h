// ledger/base/days.h
//
// Whole days, as people count them: which day it is, and which days a date may mean.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/civil.h"

namespace minutebook {

/// Days since 1970-01-01 of the Gregorian calendar.
using DayNumber = std::int64_t;

/// The days that a date may mean, both ends included; an end that nobody knows is left out.
struct DaySpan {
  std::optional<DayNumber> first;
  std::optional<DayNumber> last;

  /// One day, and it is known.
  bool isOneDay() const { return first && last && *first == *last; }
  bool operator==(const DaySpan&) const = default;
};

/// The days that a date as people say it may mean: all of November for 2021-11.
DaySpan daysOf(const CivilTime& time);

/// "2024-03-02"
std::string dayText(DayNumber day);

}  // namespace minutebook

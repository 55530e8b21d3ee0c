// ledger/base/when.h
//
// When something happened, as far as anybody knows: a date of any precision, a span, a distance
// from another record, or unknown. Comparing two of them may honestly answer "cannot tell".

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "ledger/base/civil.h"
#include "ledger/base/outcome.h"

namespace minutebook {

/// Nobody knows when.
struct Unknown {
  bool operator==(const Unknown&) const = default;
};

/// Between two dates; an end left out is open, and one of the two is there.
struct DateSpan {
  std::optional<CivilTime> from;
  std::optional<CivilTime> until;

  bool operator==(const DateSpan&) const = default;
};

/// How a distance is counted, if it is.
enum class DistanceUnit : std::uint8_t { kNotSaid, kDays, kMinutes };
/// On which side of the record.
enum class DistanceSide : std::uint8_t { kBefore, kAfter };

/// So long before or after a record.
struct RecordDistance {
  DistanceUnit unit = DistanceUnit::kNotSaid;
  std::uint32_t amount = 0;  ///< 0 when the unit is kNotSaid.
  DistanceSide side = DistanceSide::kAfter;
  std::string anchor;  ///< "meeting:M-3" or "entry:<statement id>", as written.

  bool operator==(const RecordDistance&) const = default;
};

using Moment = std::variant<Unknown, CivilTime, DateSpan, RecordDistance>;

/// "unknown", a date, "A/B" (".." for an open end), "14 days before meeting:M-3", "90 minutes after
/// meeting:M-3", "after meeting:M-2". Codes: those of parseCivil(), date.span-reversed.
Outcome<Moment> parseMoment(std::string_view text);
std::string formatMoment(const Moment& moment);

/// What a comparison can honestly say.
enum class Order { kBefore, kSame, kAfter, kCannotTell };

/// How `a` lies to `b`. Dates are compared by the whole range they may mean: two without a time of
/// day on the calendar, as people do who share one, otherwise as instants (see instantsOf()).
/// Distances compare only with distances from the same anchor. kSame means the same value, not
/// merely the same day.
Order compareMoments(const Moment& a, const Moment& b);

}  // namespace minutebook

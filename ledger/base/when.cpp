#include "ledger/base/when.h"

#include <climits>

#include "ledger/base/bytes.h"

namespace minutebook {

namespace {

Refusal refuse(std::string code, std::string reason, std::string remedy) {
  return {std::move(code), "", std::move(reason), std::move(remedy)};
}

Outcome<Moment> parseSpan(std::string_view text, std::size_t slash) {
  DateSpan span;
  for (bool first : {true, false}) {
    std::string_view part = first ? text.substr(0, slash) : text.substr(slash + 1);
    if (part == "..") continue;
    Outcome<CivilTime> end = parseCivil(part);
    if (!end) {
      // 04/03/26 is no span: its parts are no dates. Say what was written, whole.
      Refusal refusal = parseCivil(text).refusal();
      return part.size() >= 4 && part.find('/') == part.npos ? end.refusal() : refusal;
    }
    (first ? span.from : span.until) = end.value();
  }
  if (!span.from && !span.until) {
    return refuse("date.form", "A span that is open at both ends says nothing.",
                  "Write unknown, or give one end: 2021-11/..");
  }
  if (span.from && span.until && compareMoments(*span.from, *span.until) == Order::kAfter) {
    return refuse("date.span-reversed", "\"" + std::string(text) + "\" ends before it begins.",
                  "Write the earlier date first.");
  }
  return Moment(span);
}

/// "14 days before X", "after X": nothing if the text is of another form.
std::optional<RecordDistance> parseDistance(std::string_view text) {
  RecordDistance distance;
  std::string_view rest = text;
  if (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
    std::size_t space = rest.find(' ');
    if (space == rest.npos) return std::nullopt;
    auto amount = parseDecimal(rest.substr(0, space), UINT32_MAX);
    if (!amount) return std::nullopt;
    distance.amount = static_cast<std::uint32_t>(*amount);
    rest.remove_prefix(space + 1);
    for (std::string_view word : {"days ", "day ", "minutes ", "minute "}) {
      if (!rest.starts_with(word)) continue;
      distance.unit = word[0] == 'd' ? DistanceUnit::kDays : DistanceUnit::kMinutes;
      rest.remove_prefix(word.size());
      break;
    }
    if (distance.unit == DistanceUnit::kNotSaid) return std::nullopt;
  }
  if (rest.starts_with("before ")) {
    distance.side = DistanceSide::kBefore;
    rest.remove_prefix(7);
  } else if (rest.starts_with("after ")) {
    distance.side = DistanceSide::kAfter;
    rest.remove_prefix(6);
  } else {
    return std::nullopt;
  }
  if (rest.find(':') == rest.npos || rest.find(' ') != rest.npos) return std::nullopt;
  distance.anchor = std::string(rest);
  return distance;
}

bool hasTimeOfDay(const CivilTime& civil) {
  return civil.precision >= CivilPrecision::kMinute;
}

bool hasTimeOfDay(const Moment& moment) {
  if (auto* civil = std::get_if<CivilTime>(&moment)) return hasTimeOfDay(*civil);
  auto* span = std::get_if<DateSpan>(&moment);
  return span &&
         ((span->from && hasTimeOfDay(*span->from)) || (span->until && hasTimeOfDay(*span->until)));
}

/// What two moments are compared on: the calendar, or instants of which a bare date covers many.
enum class Scale { kCalendar, kInstants };

Instants rangeOf(const CivilTime& civil, Scale scale) {
  return scale == Scale::kCalendar ? calendarSecondsOf(civil) : instantsOf(civil);
}

/// The seconds that a date or span may mean; open ends reach to the ends of time.
std::optional<Instants> rangeOf(const Moment& moment, Scale scale) {
  if (auto* civil = std::get_if<CivilTime>(&moment)) return rangeOf(*civil, scale);
  if (auto* span = std::get_if<DateSpan>(&moment)) {
    return Instants{span->from ? rangeOf(*span->from, scale).first : INT64_MIN,
                    span->until ? rangeOf(*span->until, scale).last : INT64_MAX};
  }
  return std::nullopt;
}

/// Signed seconds from the anchor; an unsaid length is anything on its side of it.
Instants offsetOf(const RecordDistance& distance) {
  bool before = distance.side == DistanceSide::kBefore;
  if (distance.unit == DistanceUnit::kNotSaid) {
    return before ? Instants{INT64_MIN, -1} : Instants{1, INT64_MAX};
  }
  std::int64_t unit = distance.unit == DistanceUnit::kDays ? 86400 : 60;
  std::int64_t seconds = unit * distance.amount * (before ? -1 : 1);
  return {seconds, seconds};
}

Order compareRanges(const Instants& a, const Instants& b) {
  if (a.last < b.first) return Order::kBefore;
  if (b.last < a.first) return Order::kAfter;
  return Order::kCannotTell;
}

}  // namespace

Outcome<Moment> parseMoment(std::string_view text) {
  if (text == "unknown") return Moment(Unknown{});
  if (auto distance = parseDistance(text)) return Moment(*distance);
  std::size_t slash = text.find('/');
  if (slash != text.npos) return parseSpan(text, slash);
  Outcome<CivilTime> civil = parseCivil(text);
  if (!civil) return civil.refusal();
  return Moment(civil.value());
}

std::string formatMoment(const Moment& moment) {
  if (auto* civil = std::get_if<CivilTime>(&moment)) return formatCivil(*civil);
  if (auto* span = std::get_if<DateSpan>(&moment)) {
    return (span->from ? formatCivil(*span->from) : "..") + "/" +
           (span->until ? formatCivil(*span->until) : "..");
  }
  if (auto* distance = std::get_if<RecordDistance>(&moment)) {
    std::string text;
    if (distance->unit != DistanceUnit::kNotSaid) {
      const char* unit = distance->unit == DistanceUnit::kDays ? "day" : "minute";
      text = std::to_string(distance->amount) + " " + unit + (distance->amount == 1 ? " " : "s ");
    }
    return text + (distance->side == DistanceSide::kBefore ? "before " : "after ") +
           distance->anchor;
  }
  return "unknown";
}

Order compareMoments(const Moment& a, const Moment& b) {
  auto* left = std::get_if<RecordDistance>(&a);
  auto* right = std::get_if<RecordDistance>(&b);
  if (left && right && left->anchor == right->anchor) {
    bool exact = left->unit != DistanceUnit::kNotSaid && right->unit != DistanceUnit::kNotSaid;
    if (exact && offsetOf(*left).first == offsetOf(*right).first) return Order::kSame;
    return compareRanges(offsetOf(*left), offsetOf(*right));
  }
  if (left || right) return Order::kCannotTell;
  if (std::holds_alternative<CivilTime>(a) && a == b) return Order::kSame;
  Scale scale = hasTimeOfDay(a) || hasTimeOfDay(b) ? Scale::kInstants : Scale::kCalendar;
  std::optional<Instants> first = rangeOf(a, scale);
  std::optional<Instants> second = rangeOf(b, scale);
  if (!first || !second) return Order::kCannotTell;
  return compareRanges(*first, *second);
}

}  // namespace minutebook

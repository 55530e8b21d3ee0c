// Laws of dates and sums that nobody chose: one spelling each, and comparisons that never say more
// than is known.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "ledger/base/decimal.h"
#include "ledger/base/money.h"
#include "ledger/base/when.h"

namespace minutebook {
namespace {

bool coin() {
  return *rc::gen::arbitrary<bool>();
}

/// A date near others, so that comparisons are close: within two years, offsets from the far east
/// to the far west.
CivilTime anyCivil() {
  CivilTime civil;
  civil.precision = static_cast<CivilPrecision>(*rc::gen::inRange(1, 6));
  civil.year = static_cast<std::int16_t>(*rc::gen::inRange(2020, 2022));
  if (civil.precision >= CivilPrecision::kMonth) {
    civil.month = static_cast<std::uint8_t>(*rc::gen::element(1, 2, 12));
  }
  if (civil.precision >= CivilPrecision::kDay) {
    civil.day = static_cast<std::uint8_t>(*rc::gen::element(1, 2, 28));
  }
  if (civil.precision >= CivilPrecision::kMinute) {
    civil.hour = static_cast<std::uint8_t>(*rc::gen::element(0, 12, 23));
    civil.minute = static_cast<std::uint8_t>(*rc::gen::element(0, 59));
    civil.offsetMinutes = static_cast<std::int16_t>(*rc::gen::element(-720, -60, 0, 330, 840));
  }
  if (civil.precision == CivilPrecision::kSecond) {
    civil.second = static_cast<std::uint8_t>(*rc::gen::element(0, 59));
  }
  return civil;
}

Moment anySpan() {
  DateSpan span;
  if (coin()) span.from = anyCivil();
  if (!span.from || coin()) span.until = anyCivil();
  bool reversed =
      span.from && span.until && compareMoments(*span.from, *span.until) == Order::kAfter;
  if (reversed) std::swap(span.from, span.until);
  return span;
}

Moment anyDistance() {
  RecordDistance distance;
  distance.unit = static_cast<DistanceUnit>(*rc::gen::inRange(0, 3));
  bool said = distance.unit != DistanceUnit::kNotSaid;
  if (said) distance.amount = *rc::gen::element<std::uint32_t>(0, 1, 2, 1440, 4294967295);
  distance.side = coin() ? DistanceSide::kBefore : DistanceSide::kAfter;
  distance.anchor = coin() ? "meeting:M-3" : "meeting:M-4";
  return distance;
}

Moment anyMoment() {
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return Unknown{};
    case 1:
      return anySpan();
    case 2:
    case 3:
      return anyDistance();
    default:
      return anyCivil();
  }
}

Order mirrored(Order order) {
  if (order == Order::kBefore) return Order::kAfter;
  return order == Order::kAfter ? Order::kBefore : order;
}

/// A date within `civil` that says one thing more, at the offset of UTC.
CivilTime moreExact(CivilTime civil) {
  switch (civil.precision) {
    case CivilPrecision::kYear:
      civil.precision = CivilPrecision::kMonth;
      civil.month = static_cast<std::uint8_t>(*rc::gen::element(1, 6, 12));
      return civil;
    case CivilPrecision::kMonth:
      civil.precision = CivilPrecision::kDay;
      civil.day = static_cast<std::uint8_t>(*rc::gen::element(1, 15, 28));
      return civil;
    case CivilPrecision::kDay:
      civil.precision = CivilPrecision::kMinute;
      civil.hour = static_cast<std::uint8_t>(*rc::gen::element(0, 23));
      return civil;
    default:
      return civil;
  }
}

RC_GTEST_PROP(Moments, HaveOneSpelling, ()) {
  Moment moment = anyMoment();
  Outcome<Moment> again = parseMoment(formatMoment(moment));
  RC_ASSERT(static_cast<bool>(again));
  RC_ASSERT(again.value() == moment);
}

RC_GTEST_PROP(Moments, CompareTheSameFromBothSides, ()) {
  Moment a = anyMoment();
  Moment b = anyMoment();
  RC_ASSERT(compareMoments(b, a) == mirrored(compareMoments(a, b)));
}

RC_GTEST_PROP(Moments, AreTheSameOnlyAsThemselves, ()) {
  Moment a = anyMoment();
  Moment b = coin() ? a : anyMoment();
  if (compareMoments(a, b) != Order::kSame) return;
  // A day and 1440 minutes are one length, and no other two spellings are one date.
  RC_ASSERT(a == b || std::holds_alternative<RecordDistance>(a));
}

// Of several moments all threes are tried, for few of them lie in a row.
RC_GTEST_PROP(Moments, WhatLiesBetweenOrdersWhatLiesOutside, ()) {
  std::vector<Moment> moments;
  for (int i = 0; i < 10; ++i) moments.push_back(anyMoment());
  auto notAfter = [](Order order) { return order == Order::kBefore || order == Order::kSame; };
  int inARow = 0;
  for (const Moment& a : moments) {
    for (const Moment& b : moments) {
      Order first = compareMoments(a, b);
      if (!notAfter(first)) continue;
      for (const Moment& c : moments) {
        Order second = compareMoments(b, c);
        if (!notAfter(second)) continue;
        bool same = first == Order::kSame && second == Order::kSame;
        RC_ASSERT(compareMoments(a, c) == (same ? Order::kSame : Order::kBefore));
        ++inARow;
      }
    }
  }
  RC_CLASSIFY(inARow > 20);
}

RC_GTEST_PROP(Moments, ToldApartStaySoWhenMoreIsKnown, ()) {
  for (int i = 0; i < 20; ++i) {
    CivilTime a = anyCivil();
    CivilTime b = anyCivil();
    if (compareMoments(a, b) != Order::kBefore) continue;
    for (int more = 0; more < 3; ++more) {
      a = moreExact(a);
      b = moreExact(b);
    }
    RC_ASSERT(compareMoments(a, b) == Order::kBefore);
  }
}

RC_GTEST_PROP(Moments, OfAnUnknownDateOrAnotherRecordCannotBeTold, ()) {
  Moment other = anyMoment();
  RC_ASSERT(compareMoments(Unknown{}, other) == Order::kCannotTell);
  RecordDistance distance;
  distance.anchor = "meeting:M-9";
  RC_ASSERT(compareMoments(distance, other) == Order::kCannotTell);
}

RC_GTEST_PROP(UnixTime, IsOneCivilSecondAndBack, ()) {
  // From the year 1 to the year 9999.
  auto seconds = *rc::gen::inRange<std::int64_t>(-62135596800, 253402300800);
  CivilTime civil = civilFromUnix(seconds);
  RC_ASSERT(isCivil(civil));
  Instants instants = instantsOf(civil);
  RC_ASSERT(instants.first == seconds && instants.last == seconds);
  std::int64_t day = dayNumber(civil.year, civil.month, civil.day);
  RC_ASSERT(seconds - day * 86400 == civil.hour * 3600 + civil.minute * 60 + civil.second);
}

RC_GTEST_PROP(Amounts, HaveOneSpellingInTheirCurrency, ()) {
  Amount amount;
  amount.minor = *rc::gen::arbitrary<std::int64_t>();
  RC_PRE(amount.minor != INT64_MIN);
  amount.currency = *rc::gen::element<std::string>("GBP", "JPY", "BHD", "EUR");
  std::string text = formatMoney(amount);
  Outcome<Amount> again = parseMoney(text);
  RC_ASSERT(static_cast<bool>(again));
  RC_ASSERT(again.value() == amount);
  // Never a float: a digit more than the currency has is refused, not rounded.
  std::string finer = text.substr(0, text.find(' '));
  if (finer.find('.') == finer.npos) finer += ".";
  RC_ASSERT(parseMoney(finer + "1 " + amount.currency).refusal().code == "money.too-fine" ||
            finer.size() > 18);
}

RC_GTEST_PROP(Decimals, HaveOneSpelling, ()) {
  Decimal decimal;
  decimal.unscaled = *rc::gen::arbitrary<std::int64_t>();
  decimal.places = static_cast<std::uint8_t>(*rc::gen::inRange(0, 10));
  RC_PRE(decimal.unscaled != INT64_MIN);
  auto again = parseExactDecimal(formatDecimal(decimal));
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == decimal);
}

}  // namespace
}  // namespace minutebook

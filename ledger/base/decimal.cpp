#include "ledger/base/decimal.h"

#include "ledger/base/bytes.h"

namespace minutebook {

std::optional<Decimal> parseExactDecimal(std::string_view text) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  std::size_t point = text.find('.');
  std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == text.npos ? std::string_view() : text.substr(point + 1);
  if (point != text.npos && (fraction.empty() || fraction.size() > kDecimalPlacesMax)) {
    return std::nullopt;
  }
  std::optional<std::uint64_t> value = parseDecimal(whole, INT64_MAX);
  if (!value) return std::nullopt;
  for (char c : fraction) {
    if (c < '0' || c > '9') return std::nullopt;
    auto digit = static_cast<std::uint64_t>(c - '0');
    if (*value > (static_cast<std::uint64_t>(INT64_MAX) - digit) / 10) return std::nullopt;
    value = *value * 10 + digit;
  }
  auto unscaled = static_cast<std::int64_t>(*value);
  if (negative && unscaled == 0) return std::nullopt;  // One spelling of nought.
  return Decimal{negative ? -unscaled : unscaled, static_cast<std::uint8_t>(fraction.size())};
}

std::string formatDecimal(const Decimal& value) {
  bool negative = value.unscaled < 0;
  // Negating in unsigned arithmetic is defined for the smallest number too.
  auto magnitude = static_cast<std::uint64_t>(value.unscaled);
  if (negative) magnitude = 0 - magnitude;
  std::string digits = std::to_string(magnitude);
  if (digits.size() <= value.places) digits.insert(0, value.places + 1 - digits.size(), '0');
  if (value.places > 0) digits.insert(digits.size() - value.places, ".");
  return (negative ? "-" : "") + digits;
}

}  // namespace minutebook

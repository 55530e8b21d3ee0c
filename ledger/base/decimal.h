// ledger/base/decimal.h
//
// Exact decimals. Nothing here or anywhere else in the ledger is a float.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minutebook {

/// unscaled / 10^places: 78.125 is {78125, 3}.
struct Decimal {
  std::int64_t unscaled = 0;
  std::uint8_t places = 0;  ///< 0 to kDecimalPlacesMax.

  bool operator==(const Decimal&) const = default;
};

inline constexpr std::uint8_t kDecimalPlacesMax = 9;

/// `[-]digits[.digits]`: no plus sign, no exponent, no leading zeros, no lone point, at most nine
/// digits after it and within 64 bits; nothing otherwise. Trailing zeros are kept: 80.0 has one
/// place.
std::optional<Decimal> parseExactDecimal(std::string_view text);

/// The inverse of parseExactDecimal().
std::string formatDecimal(const Decimal& value);

}  // namespace minutebook

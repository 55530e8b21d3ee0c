// ledger/base/money.h
//
// Amounts in minor units of a currency that is named. Sums of two currencies do not exist.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"

namespace minutebook {

/// Minor units (pence, cents) and three letters. Source: ISO 4217.
struct Amount {
  std::int64_t minor = 0;
  std::string currency;

  bool operator==(const Amount&) const = default;
};

/// Digits after the point in `currency` (GBP 2, JPY 0, BHD 3); nothing for an unknown code.
std::optional<std::uint8_t> currencyDecimals(std::string_view currency);

/// "11.00 GBP". Fewer decimals than the currency has are filled up ("11 GBP"); more are refused,
/// and so are unknown codes, signs other than a minus, leading zeros, and what does not fit 64
/// bits. Codes: money.form, money.currency, money.too-fine, money.too-large.
Outcome<Amount> parseMoney(std::string_view text);

/// The same without a code: "33.00" in a currency known from elsewhere.
Outcome<std::int64_t> parseMinorUnits(std::string_view number, std::string_view currency);

/// Always with all its decimals: "11.00 GBP". An unknown currency shows its minor units plainly.
std::string formatMoney(const Amount& amount);

}  // namespace minutebook

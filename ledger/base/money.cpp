#include "ledger/base/money.h"

#include <algorithm>
#include <array>

#include "ledger/base/decimal.h"

namespace minutebook {

namespace {

struct Currency {
  char code[4];
  std::uint8_t decimals;
};

/// ISO 4217 codes in circulation, by code; funds, metals and test codes are left out.
constexpr auto kCurrencies = std::to_array<Currency>({
    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"ANG", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2},
    {"AWG", 2}, {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0},
    {"BMD", 2}, {"BND", 2}, {"BOB", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYN", 2},
    {"BZD", 2}, {"CAD", 2}, {"CDF", 2}, {"CHF", 2}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2},
    {"CUP", 2}, {"CVE", 2}, {"CZK", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2},
    {"ERN", 2}, {"ETB", 2}, {"EUR", 2}, {"FJD", 2}, {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2},
    {"GIP", 2}, {"GMD", 2}, {"GNF", 0}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HTG", 2},
    {"HUF", 2}, {"IDR", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2}, {"ISK", 0}, {"JMD", 2},
    {"JOD", 3}, {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2}, {"KRW", 0},
    {"KWD", 3}, {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2},
    {"LYD", 3}, {"MAD", 2}, {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2},
    {"MRU", 2}, {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2},
    {"NGN", 2}, {"NIO", 2}, {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2},
    {"PGK", 2}, {"PHP", 2}, {"PKR", 2}, {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2},
    {"RUB", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2}, {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2},
    {"SHP", 2}, {"SLE", 2}, {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2}, {"SYP", 2},
    {"SZL", 2}, {"THB", 2}, {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRY", 2}, {"TTD", 2},
    {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2}, {"UZS", 2}, {"VED", 2},
    {"VES", 2}, {"VND", 0}, {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2}, {"XOF", 0}, {"XPF", 0},
    {"YER", 2}, {"ZAR", 2}, {"ZMW", 2},
});

/// True for digits with at most one point among them, whatever their size.
bool looksLikeANumber(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  std::size_t point = text.find('.');
  std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == text.npos ? "0" : text.substr(point + 1);
  auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.find_first_of("123456789") == text.npos) return false;  // -0: nought has one spelling.
  return !whole.empty() && !fraction.empty() && (whole.size() == 1 || whole[0] != '0') &&
         std::all_of(whole.begin(), whole.end(), isDigit) &&
         std::all_of(fraction.begin(), fraction.end(), isDigit);
}

Refusal wrong(std::string code, std::string reason, std::string remedy) {
  return {std::move(code), "", std::move(reason), std::move(remedy)};
}

Refusal tooFine(std::string_view number, std::string_view currency) {
  int decimals = currencyDecimals(currency).value_or(0);
  return wrong("money.too-fine",
               std::string(number) + " " + std::string(currency) + " has more decimals than the " +
                   std::to_string(decimals) + " that this currency has.",
               "Round it to whole minor units (pence, cents) and say how you rounded.");
}

Refusal tooLarge(std::string_view number) {
  return wrong("money.too-large", "\"" + std::string(number) + "\" is too large an amount.",
               "Check the number; amounts have at most eighteen digits.");
}

}  // namespace

std::optional<std::uint8_t> currencyDecimals(std::string_view currency) {
  auto found = std::find_if(kCurrencies.begin(), kCurrencies.end(),
                            [&](const Currency& known) { return currency == known.code; });
  if (found == kCurrencies.end()) return std::nullopt;
  return found->decimals;
}

Outcome<std::int64_t> parseMinorUnits(std::string_view number, std::string_view currency) {
  std::optional<std::uint8_t> decimals = currencyDecimals(currency);
  if (!decimals) {
    return wrong("money.currency",
                 "\"" + std::string(currency) + "\" is not a currency that this ledger knows.",
                 "Write the three capital letters of the currency, for example GBP.");
  }
  std::optional<Decimal> value = parseExactDecimal(number);
  if (!value) {
    std::size_t point = number.find('.');
    bool fine = point != number.npos && number.size() - point - 1 > kDecimalPlacesMax;
    if (looksLikeANumber(number)) return fine ? tooFine(number, currency) : tooLarge(number);
    return wrong("money.form",
                 "\"" + std::string(number) + "\" is not an amount that can be read exactly.",
                 "Write digits and a point only, for example 11.00 GBP.");
  }
  if (value->places > *decimals) return tooFine(number, currency);
  std::int64_t minor = value->unscaled;
  for (std::uint8_t place = value->places; place < *decimals; ++place) {
    if (minor > INT64_MAX / 10 || minor < INT64_MIN / 10) return tooLarge(number);
    minor *= 10;
  }
  return minor;
}

Outcome<Amount> parseMoney(std::string_view text) {
  std::size_t space = text.find(' ');
  if (space == text.npos || text.find(' ', space + 1) != text.npos) {
    return wrong("money.form",
                 "\"" + std::string(text) + "\" does not say an amount and a currency.",
                 "Write the amount, a space and the currency, for example 11.00 GBP.");
  }
  std::string_view currency = text.substr(space + 1);
  Outcome<std::int64_t> minor = parseMinorUnits(text.substr(0, space), currency);
  if (!minor) return minor.refusal();
  return Amount{minor.value(), std::string(currency)};
}

std::string formatMoney(const Amount& amount) {
  std::uint8_t decimals = currencyDecimals(amount.currency).value_or(0);
  return formatDecimal({amount.minor, decimals}) + " " + amount.currency;
}

}  // namespace minutebook

#include "ledger/base/money.h"

#include <gtest/gtest.h>

#include <string>

namespace minutebook {
namespace {

TEST(Amount, IsReadInMinorUnitsOfItsCurrency) {
  struct Case {
    const char* text;
    Amount amount;
    const char* written;
  };
  for (const Case& c : {
           Case{"11.00 GBP", {1100, "GBP"}, "11.00 GBP"},
           {"11 GBP", {1100, "GBP"}, "11.00 GBP"},
           {"11.5 GBP", {1150, "GBP"}, "11.50 GBP"},
           {"0 GBP", {0, "GBP"}, "0.00 GBP"},
           {"0.05 GBP", {5, "GBP"}, "0.05 GBP"},
           {"-0.05 GBP", {-5, "GBP"}, "-0.05 GBP"},
           {"500 JPY", {500, "JPY"}, "500 JPY"},
           {"1.234 BHD", {1234, "BHD"}, "1.234 BHD"},
           {"92233720368547758.07 GBP", {INT64_MAX, "GBP"}, "92233720368547758.07 GBP"},
       }) {
    Outcome<Amount> amount = parseMoney(c.text);
    ASSERT_TRUE(amount) << c.text << ": " << amount.refusal().reason;
    EXPECT_EQ(amount.value(), c.amount) << c.text;
    EXPECT_EQ(formatMoney(amount.value()), c.written);
  }
}

TEST(Amount, IsRefusedWithTheReason) {
  struct Case {
    const char* text;
    const char* code;
  };
  for (const Case& c : {
           Case{"", "money.form"},
           {"11.00", "money.form"},
           {"GBP", "money.form"},
           {"GBP 11.00", "money.currency"},
           {"11.00  GBP", "money.form"},
           {"11.00 GBP ", "money.form"},
           {"11,00 GBP", "money.form"},
           {"1e3 GBP", "money.form"},
           {"+1 GBP", "money.form"},
           {"010 GBP", "money.form"},
           {"-0 GBP", "money.form"},
           {"-0.00 GBP", "money.form"},
           {"1. GBP", "money.form"},
           {".5 GBP", "money.form"},
           {"1.2.3 GBP", "money.form"},
           {"11.00 gbp", "money.currency"},
           {"11.00 XYZ", "money.currency"},
           {"11.00 GB", "money.currency"},
           {"0.015 GBP", "money.too-fine"},
           {"1.5 JPY", "money.too-fine"},
           {"1.2345 BHD", "money.too-fine"},
           {"1.0123456789 GBP", "money.too-fine"},
           {"92233720368547758.08 GBP", "money.too-large"},
           {"9223372036854775807 GBP", "money.too-large"},
           {"9223372036854775808 JPY", "money.too-large"},
           {"-99999999999999999999999 GBP", "money.too-large"},
       }) {
    Outcome<Amount> amount = parseMoney(c.text);
    ASSERT_FALSE(amount) << c.text;
    EXPECT_EQ(amount.refusal().code, c.code) << c.text;
    EXPECT_FALSE(amount.refusal().reason.empty()) << c.text;
    EXPECT_FALSE(amount.refusal().remedy.empty()) << c.text;
  }
}

TEST(Amount, IsReadInACurrencyKnownFromElsewhere) {
  EXPECT_EQ(parseMinorUnits("33.00", "GBP").value(), 3300);
  EXPECT_EQ(parseMinorUnits("33.00", "JPY").refusal().code, "money.too-fine");
  EXPECT_EQ(parseMinorUnits("33", "").refusal().code, "money.currency");
}

TEST(Amount, ShowsMinorUnitsOfAnUnknownCurrency) {
  EXPECT_EQ(formatMoney({1100, "XYZ"}), "1100 XYZ");
  EXPECT_EQ(formatMoney({INT64_MIN, "GBP"}), "-92233720368547758.08 GBP");
}

TEST(Amount, KnowsTheDecimalsOfCurrencies) {
  EXPECT_EQ(currencyDecimals("GBP"), 2);
  EXPECT_EQ(currencyDecimals("JPY"), 0);
  EXPECT_EQ(currencyDecimals("BHD"), 3);
  EXPECT_EQ(currencyDecimals("XAU"), std::nullopt);
  EXPECT_EQ(currencyDecimals("GBPX"), std::nullopt);
}

}  // namespace
}  // namespace minutebook

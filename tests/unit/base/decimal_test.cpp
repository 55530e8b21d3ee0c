#include "ledger/base/decimal.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(Decimal, IsWrittenAsItWasRead) {
  struct Case {
    const char* text;
    Decimal value;
  };
  for (const Case& c : {
           Case{"0", {0, 0}},
           {"0.0", {0, 1}},
           {"78.125", {78125, 3}},
           {"80.0", {800, 1}},
           {"-0.05", {-5, 2}},
           {"0.000000001", {1, 9}},
           {"9223372036854775807", {INT64_MAX, 0}},
           {"-9223372036854775807", {-INT64_MAX, 0}},
           {"9223372036.854775807", {INT64_MAX, 9}},
       }) {
    std::optional<Decimal> value = parseExactDecimal(c.text);
    ASSERT_TRUE(value) << c.text;
    EXPECT_EQ(*value, c.value) << c.text;
    EXPECT_EQ(formatDecimal(*value), c.text);
  }
}

TEST(Decimal, HasOneSpelling) {
  for (const char* text : {"",
                           "-",
                           ".",
                           "1.",
                           ".5",
                           "-.5",
                           "+1",
                           "01",
                           "-01",
                           "00.5",
                           "1e3",
                           "1,5",
                           "1 ",
                           " 1",
                           "--1",
                           "-0",
                           "-0.00",
                           "0x10",
                           "1.2.3",
                           "1.0000000000",
                           "9223372036854775808",
                           "9223372036.8547758079",
                           "99999999999999999999",
                           "NaN",
                           "inf"}) {
    EXPECT_FALSE(parseExactDecimal(text)) << text;
  }
}

TEST(Decimal, WritesTheSmallestNumber) {
  EXPECT_EQ(formatDecimal({INT64_MIN, 0}), "-9223372036854775808");
  EXPECT_EQ(formatDecimal({INT64_MIN, 20}), "-0.09223372036854775808");
}

}  // namespace
}  // namespace minutebook

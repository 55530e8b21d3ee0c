// tests/unit/base/bytes_test.cpp

#include "ledger/base/bytes.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(Hex, ReadsWhatItWrites) {
  const Bytes bytes{0x00, 0x0f, 0xf0, 0xff, 0x5a};
  EXPECT_EQ(toHex(bytes), "000ff0ff5a");
  EXPECT_EQ(fromHex("000ff0ff5a"), bytes);
  EXPECT_EQ(fromHex(""), Bytes{});
}

TEST(Hex, RefusesEveryOtherSpelling) {
  for (const char* text : {"0", "0F", "0g", " 00", "00 ", "0x00", "000"}) {
    EXPECT_FALSE(fromHex(text)) << text;
  }
}

// RFC 4648 section 10.
TEST(Base64, AgreesWithRfc4648) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"f", "Zg=="},
                                                       {"fo", "Zm8="},
                                                       {"foo", "Zm9v"},
                                                       {"foob", "Zm9vYg=="},
                                                       {"fooba", "Zm9vYmE="},
                                                       {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, encoded] : cases) {
    EXPECT_EQ(toBase64(asBytes(plain)), encoded);
    const auto decoded = fromBase64(encoded);
    ASSERT_TRUE(decoded) << encoded;
    EXPECT_EQ(asText(*decoded), plain);
  }
}

TEST(Base64, RefusesEveryOtherSpelling) {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Zg= =", "Z===", "====",
                           "Zg==Zg==", "Zm-_", "=", "Zg=a", "Zm9v=", "Zm9vZ"}) {
    EXPECT_FALSE(fromBase64(text)) << text;
  }
}

TEST(Base64, SurvivesEveryByteAtEveryPlace) {
  for (int value = 0; value < 256; ++value) {
    for (std::size_t place = 0; place < 3; ++place) {
      Bytes bytes{1, 2, 3};
      bytes[place] = static_cast<std::uint8_t>(value);
      ASSERT_EQ(fromBase64(toBase64(bytes)), bytes);
    }
  }
}

TEST(Integers, AreBigEndian) {
  Bytes bytes;
  appendU8(bytes, 0x01);
  appendU16(bytes, 0x0203);
  appendU32(bytes, 0x04050607);
  appendU64(bytes, 0x08090a0b0c0d0e0f);
  EXPECT_EQ(toHex(bytes), "0102030405060708090a0b0c0d0e0f");
  const ByteView view = bytes;
  EXPECT_EQ(readU16(view.subspan(1)), 0x0203);
  EXPECT_EQ(readU32(view.subspan(3)), 0x04050607u);
  EXPECT_EQ(readU64(view.subspan(7)), 0x08090a0b0c0d0e0fu);
}

TEST(Decimal, ReadsPlainNumbersUpToTheMaximum) {
  EXPECT_EQ(parseDecimal("0"), 0u);
  EXPECT_EQ(parseDecimal("18446744073709551615"), UINT64_MAX);
  EXPECT_EQ(parseDecimal("255", 255), 255u);
  EXPECT_EQ(parseDecimal("0", 0), 0u);
  EXPECT_EQ(parseDecimal("5", 5), 5u);
}

TEST(Decimal, RefusesEverythingElse) {
  for (const char* text : {"", "00", "01", "+1", "-1", " 1", "1 ", "1.0", "0x1", "1e3",
                           "18446744073709551616", "99999999999999999999"}) {
    EXPECT_FALSE(parseDecimal(text)) << text;
  }
  EXPECT_FALSE(parseDecimal("256", 255));
  EXPECT_FALSE(parseDecimal("6", 5));
  EXPECT_FALSE(parseDecimal("1", 0));
  EXPECT_FALSE(parseDecimal("10", 9));
}

TEST(Hash, HasExactly32Bytes) {
  EXPECT_TRUE(Hash::of(Bytes(32)));
  EXPECT_FALSE(Hash::of(Bytes(31)));
  EXPECT_FALSE(Hash::of(Bytes(33)));
  EXPECT_FALSE(Hash::of({}));
}

TEST(SameBytes, ComparesLengthAndContent) {
  EXPECT_TRUE(sameBytes({}, {}));
  EXPECT_TRUE(sameBytes(asBytes("ab"), asBytes("ab")));
  EXPECT_FALSE(sameBytes(asBytes("ab"), asBytes("abc")));
  EXPECT_FALSE(sameBytes(asBytes("ab"), asBytes("ac")));
}

}  // namespace
}  // namespace minutebook

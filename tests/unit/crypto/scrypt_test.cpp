// tests/unit/crypto/scrypt_test.cpp

#include "ledger/crypto/scrypt.h"

#include <gtest/gtest.h>

#include "tests/support/fault_of.h"

namespace minutebook {
namespace {

// RFC 7914 section 12.
TEST(Scrypt, AgreesWithRfc7914) {
  EXPECT_EQ(toHex(scrypt({}, {}, {16, 1, 1}, 64).view()),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
            "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
  EXPECT_EQ(toHex(scrypt(asBytes("password"), asBytes("NaCl"), {1024, 8, 16}, 64).view()),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
  EXPECT_EQ(
      toHex(scrypt(asBytes("pleaseletmein"), asBytes("SodiumChloride"), {16384, 8, 1}, 64).view()),
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
      "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
}

TEST(Scrypt, RefusesACostThatIsNoneOrTooMuch) {
  for (const ScryptCost& cost :
       {ScryptCost{0, 8, 1}, ScryptCost{1, 8, 1}, ScryptCost{1000, 8, 1}, ScryptCost{16, 0, 1},
        ScryptCost{16, 8, 0}, ScryptCost{std::uint64_t{1} << 40, 8, 1}}) {
    EXPECT_EQ(faultOf([&] { scrypt({}, {}, cost, 32); }), FaultKind::kConfig) << cost.n;
  }
}

}  // namespace
}  // namespace minutebook

// tests/unit/crypto/hmac_test.cpp

#include "ledger/crypto/hmac.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

// RFC 4231 sections 4.2, 4.3, 4.4 and 4.7.
TEST(HmacSha256, AgreesWithRfc4231) {
  EXPECT_EQ(toHex(HmacSha256(Bytes(20, 0x0b)).of(asBytes("Hi There")).view()),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(toHex(HmacSha256(asBytes("Jefe")).of(asBytes("what do ya want for nothing?")).view()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(toHex(HmacSha256(Bytes(20, 0xaa)).of(Bytes(50, 0xdd)).view()),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  EXPECT_EQ(toHex(HmacSha256(Bytes(131, 0xaa))
                      .of(asBytes("Test Using Larger Than Block-Size Key - Hash Key First"))
                      .view()),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(HmacSha256, KeepsItsKeyForTheNextMessage) {
  HmacSha256 hmac(asBytes("Jefe"));
  const Hash first = hmac.of(asBytes("what do ya want for nothing?"));
  hmac.of(asBytes("another message"));
  EXPECT_EQ(hmac.of(asBytes("what do ya "), asBytes("want for nothing?")), first);
}

// The code of nothing under an empty key, as computed by Python's hmac module.
TEST(HmacSha256, TakesAnEmptyKey) {
  HmacSha256 hmac({});
  const char expected[] = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad";
  EXPECT_EQ(toHex(hmac.of().view()), expected);
  EXPECT_EQ(toHex(hmac.of().view()), expected);
}

}  // namespace
}  // namespace minutebook

// tests/unit/crypto/ed25519_test.cpp

#include "ledger/crypto/ed25519.h"

#include <gtest/gtest.h>

#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"

namespace minutebook {
namespace {

struct KnownAnswer {
  const char* seed;
  const char* publicKey;
  const char* message;
  const char* signature;
};

// RFC 8032 section 7.1, tests 1 to 3.
constexpr KnownAnswer kKnownAnswers[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
     "b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
     "1d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d"
     "c6594a7c15e9716ed28dc027beceea1ec40a"},
};

Bytes hex(const char* text) {
  return fromHex(text).value();
}

TEST(SigningKey, AgreesWithRfc8032) {
  for (const KnownAnswer& known : kKnownAnswers) {
    const SigningKey key = SigningKey::fromSeed(hex(known.seed));
    EXPECT_EQ(toHex(key.publicKey().view()), known.publicKey);
    EXPECT_EQ(toHex(key.seed()), known.seed);
    EXPECT_EQ(toHex(key.sign(hex(known.message)).view()), known.signature);
  }
}

TEST(VerifyKey, AgreesWithRfc8032AndRefusesEveryOtherMessage) {
  for (const KnownAnswer& known : kKnownAnswers) {
    const VerifyKey key(PublicKey::of(hex(known.publicKey)).value());
    const Signature signature = Signature::of(hex(known.signature)).value();
    EXPECT_TRUE(key.verify(hex(known.message), signature));
    EXPECT_TRUE(verify(key.publicKey(), hex(known.message), signature));
    Bytes longer = hex(known.message);
    longer.push_back(0);
    EXPECT_FALSE(key.verify(longer, signature));
  }
}

TEST(VerifyKey, RefusesASignatureWithAnyBitFlipped) {
  FixedRandom random;
  const SigningKey key = SigningKey::generate(random);
  const VerifyKey verifier(key.publicKey());
  const Signature good = key.sign(asBytes("message"));
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature bad = good;
    bad.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << (bit % 8));
    ASSERT_FALSE(verifier.verify(asBytes("message"), bad)) << bit;
  }
  EXPECT_TRUE(verifier.verify(asBytes("message"), good));
}

// RFC 8032 section 5.1.7: S must be below the group order, or one signature would have two forms.
TEST(VerifyKey, RefusesSPlusTheGroupOrder) {
  Signature signature = Signature::of(hex(kKnownAnswers[1].signature)).value();
  const Bytes order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  unsigned carry = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    carry += signature.bytes[32 + i] + order[i];
    signature.bytes[32 + i] = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
  EXPECT_FALSE(
      verify(PublicKey::of(hex(kKnownAnswers[1].publicKey)).value(), hex("72"), signature));
}

TEST(VerifyKey, RefusesWhatNoCurvePointIs) {
  PublicKey nobody;
  nobody.bytes.fill(0xff);
  EXPECT_FALSE(verify(nobody, asBytes("message"), Signature{}));
}

TEST(SigningKey, ASeedHas32Bytes) {
  EXPECT_EQ(faultOf([] { SigningKey::fromSeed(Bytes(31)); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([] { SigningKey::fromSeed(Bytes(33)); }), FaultKind::kBug);
}

TEST(PublicKey, HasExactly32Bytes) {
  EXPECT_TRUE(PublicKey::of(Bytes(32)));
  EXPECT_FALSE(PublicKey::of(Bytes(31)));
  EXPECT_FALSE(Signature::of(Bytes(63)));
  EXPECT_FALSE(Signature::of(Bytes(65)));
}

}  // namespace
}  // namespace minutebook

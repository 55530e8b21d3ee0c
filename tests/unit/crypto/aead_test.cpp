// tests/unit/crypto/aead_test.cpp

#include "ledger/crypto/aead.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"

namespace minutebook {
namespace {

struct KnownAnswer {
  const char* key;
  const char* nonce;
  const char* context;
  const char* plaintext;
  const char* ciphertextAndTag;
};

// The AES-256 cases 13, 14 and 16 of the GCM specification that NIST SP 800-38D rests on.
constexpr KnownAnswer kKnownAnswers[] = {
    {"0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000",
     "", "", "530f8afbc74536b9a963b4f1c4cb738b"},
    {"0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000",
     "", "00000000000000000000000000000000",
     "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"},
    {"feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
     "feedfacedeadbeeffeedfacedeadbeefabaddad2",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6"
     "b525b16aedf5aa0de657ba637b39",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b105682"
     "8838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"},
};

Bytes hex(const char* text) {
  return fromHex(text).value();
}

TEST(Aead, AgreesWithTheNistCases) {
  Aead aead;
  for (const KnownAnswer& known : kKnownAnswers) {
    AeadNonce nonce;
    std::ranges::copy(hex(known.nonce), nonce.begin());
    const Bytes box =
        aead.sealWithNonce(hex(known.key), nonce, hex(known.context), hex(known.plaintext));
    EXPECT_EQ(toHex(box), std::string(known.nonce) + known.ciphertextAndTag);
    const auto opened = aead.open(hex(known.key), hex(known.context), box);
    ASSERT_TRUE(opened);
    EXPECT_EQ(toHex(opened->view()), known.plaintext);
  }
}

class AeadTest : public ::testing::Test {
 protected:
  Aead aead_;
  FixedRandom random_;
  Bytes key_ = Bytes(kAeadKeyBytes, 7);
  Bytes box_ = aead_.seal(key_, asBytes("context"), asBytes("a secret"), random_);
};

TEST_F(AeadTest, ABoxIsLongerByNonceAndTag) {
  EXPECT_EQ(box_.size(), 8 + kAeadOverheadBytes);
}

TEST_F(AeadTest, OpensNothingThatWasChangedByABit) {
  for (std::size_t bit = 0; bit < box_.size() * 8; ++bit) {
    Bytes changed = box_;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1 << (bit % 8));
    ASSERT_FALSE(aead_.open(key_, asBytes("context"), changed)) << bit;
  }
  EXPECT_TRUE(aead_.open(key_, asBytes("context"), box_)) << "after failures it still opens";
}

TEST_F(AeadTest, OpensNothingUnderAnotherKeyOrContext) {
  EXPECT_FALSE(aead_.open(Bytes(kAeadKeyBytes, 8), asBytes("context"), box_));
  EXPECT_FALSE(aead_.open(key_, asBytes("contexT"), box_));
  EXPECT_FALSE(aead_.open(key_, {}, box_));
}

TEST_F(AeadTest, OpensNothingThatIsTooShort) {
  for (std::size_t length = 0; length < box_.size(); ++length) {
    ASSERT_FALSE(aead_.open(key_, asBytes("context"), ByteView(box_).first(length))) << length;
  }
}

TEST_F(AeadTest, NeverSealsTwiceAlike) {
  EXPECT_NE(aead_.seal(key_, asBytes("context"), asBytes("a secret"), random_), box_);
}

TEST_F(AeadTest, AKeyHas32Bytes) {
  EXPECT_EQ(faultOf([&] { aead_.seal(Bytes(16), {}, {}, random_); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { (void)aead_.open(Bytes(33), {}, box_); }), FaultKind::kBug);
}

}  // namespace
}  // namespace minutebook

// tests/unit/crypto/random_test.cpp

#include "ledger/crypto/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "ledger/crypto/secret_bytes.h"

namespace minutebook {
namespace {

TEST(SystemRandom, NeverRepeatsAcrossItsBlocks) {
  SystemRandom random;
  std::set<std::array<std::uint8_t, 16>> seen;
  for (int i = 0; i < 1000; ++i) {  // 16,000 bytes: some four blocks.
    std::array<std::uint8_t, 16> id{};
    random.fill(id);
    EXPECT_TRUE(seen.insert(id).second);
  }
}

TEST(SystemRandom, FillsMoreThanABlockAtOnce) {
  SystemRandom random;
  std::vector<std::uint8_t> bytes(10000);
  random.fill(bytes);
  // 10,000 random bytes without a run of 16 zeros: only an unfilled part would have one.
  const std::vector<std::uint8_t> zeros(16);
  EXPECT_EQ(std::search(bytes.begin(), bytes.end(), zeros.begin(), zeros.end()), bytes.end());
  random.fill({});
}

TEST(SystemRandom, TwoSourcesDiffer) {
  SystemRandom first;
  SystemRandom second;
  std::array<std::uint8_t, 32> a{};
  std::array<std::uint8_t, 32> b{};
  first.fill(a);
  second.fill(b);
  EXPECT_NE(a, b);
}

TEST(SecretBytes, MovesAndClones) {
  SecretBytes secret(asBytes("secret"));
  SecretBytes copy = secret.clone();
  SecretBytes moved = std::move(secret);
  EXPECT_EQ(asText(moved.view()), "secret");
  EXPECT_EQ(asText(copy.view()), "secret");
  EXPECT_EQ(SecretBytes(3).view()[2], 0);
  EXPECT_EQ(SecretBytes().size(), 0u);
}

TEST(SecretBytes, WipeLeavesZeros) {
  std::array<std::uint8_t, 4> bytes{1, 2, 3, 4};
  wipe(bytes);
  EXPECT_EQ(bytes, (std::array<std::uint8_t, 4>{}));
}

}  // namespace
}  // namespace minutebook

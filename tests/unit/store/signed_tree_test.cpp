// tests/unit/store/signed_tree_test.cpp

#include "ledger/store/signed_tree.h"

#include <gtest/gtest.h>

#include "ledger/crypto/merkle.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

class SignedTreeTest : public testing::Test {
 protected:
  /// The submission of `count` organisations that begins at `first`.
  void leadsToTheSignature(std::uint64_t first, std::uint32_t count) {
    Sha256 hasher;
    std::vector<Hash> leaves;
    Bytes signature;
    ledger_.store->reader().forEach(first, first + count, [&](std::uint64_t, ByteView bytes) {
      const EntryParts entry = decodeEntry(bytes).value();
      if (entry.ordinal == 0) signature = entry.signature;
      leaves.push_back(leafHash(hasher, entry.statement));
    });
    const Hash root = rootOf(hasher, leaves);
    SignedTree tree(*ledger_.store, first, count);
    EXPECT_EQ(tree.first(), first);
    EXPECT_EQ(tree.signature(), signature);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::vector<Hash> path = proveInclusion(tree, hasher, {i, count});
      ASSERT_TRUE(verifyInclusion(hasher, leaves[i], {i, count}, path, root)) << i;
    }
  }

  StoredLedger ledger_;
};

TEST_F(SignedTreeTest, LeadsFromEveryStatementToWhatWasSigned) {
  std::uint64_t first = 1;
  int next = 0;
  for (const int count : {1, 31, 32, 33, 64, 100, 211}) {
    ledger_.organisations(next, count);
    const bool isKept = ledger_.store->findFact(signedTreeFact(first)).has_value();
    EXPECT_EQ(isKept, count > 32) << count;
    leadsToTheSignature(first, static_cast<std::uint32_t>(count));
    first += static_cast<std::uint64_t>(count);
    next += count;
  }
}

TEST_F(SignedTreeTest, ReadsTheEntriesWhereNothingIsKept) {
  ledger_.organisations(0, 100);
  ledger_.store->forgetFacts();
  EXPECT_EQ(ledger_.store->findFact(signedTreeFact(1)), std::nullopt);
  leadsToTheSignature(1, 100);
}

TEST_F(SignedTreeTest, IsMadeAgainFromTheEntries) {
  ledger_.organisations(0, 100);
  const auto before = ledger_.store->findFact(signedTreeFact(1));
  ledger_.store->forgetFacts();
  ledger_.close();
  ledger_.open();
  EXPECT_EQ(ledger_.store->findFact(signedTreeFact(1)), before);
}

}  // namespace
}  // namespace minutebook

#include "ledger/store/threads.h"

#include <gtest/gtest.h>

#include "ledger/crypto/merkle.h"
#include "ledger/rules/admit.h"
#include "tests/support/fault_of.h"

namespace minutebook {
namespace {

Hash filled(std::uint8_t byte) {
  Hash hash;
  hash.bytes.fill(byte);
  return hash;
}

// Recomputed by hand from the definition in docs/formats/threads.md.
TEST(ThreadHead, ChainsTheBytesThatTheFormatNames) {
  Sha256 hasher;
  ThreadHead head;
  extendThread(hasher, head, 7, filled(0xaa));
  Bytes message(1, 0x02);
  message.resize(33, 0);
  append(message, Bytes{0, 0, 0, 0, 0, 0, 0, 7});
  append(message, filled(0xaa).view());
  EXPECT_EQ(head.chain, sha256(message));
  EXPECT_EQ(head.count, 1u);
}

TEST(ThreadHead, TellsWhenAnEntryIsLeftOutOrMoved) {
  Sha256 hasher;
  auto chained = [&](std::vector<std::uint64_t> indices) {
    ThreadHead head;
    for (const std::uint64_t index : indices) extendThread(hasher, head, index, filled(1));
    return head;
  };
  EXPECT_NE(chained({1, 2, 3}), chained({1, 3}));
  EXPECT_NE(chained({1, 2, 3}).chain, chained({1, 3, 2}).chain);
  EXPECT_NE(chained({1, 2, 3}).chain, chained({1, 2, 4}).chain);
}

TEST(ThreadHead, IsStoredInFortyBytesAndReadBackStrictly) {
  const ThreadHead head{14, filled(9)};
  EXPECT_EQ(head.stored().size(), 40u);
  EXPECT_EQ(ThreadHead::parse(head.stored()), head);
  EXPECT_EQ(ThreadHead::parse(head.stored() + "x"), std::nullopt);
  EXPECT_EQ(ThreadHead::parse(head.stored().substr(1)), std::nullopt);
  EXPECT_EQ(ThreadHead::parse(ThreadHead{0, filled(9)}.stored()), std::nullopt);
}

TEST(ThreadMap, IsTheTreeOverTheSortedHeads) {
  ThreadMap map;
  EXPECT_EQ(map.root(), kEmptyRoot);
  Sha256 hasher;
  std::vector<Hash> leaves;
  for (std::uint8_t i = 1; i <= 5; ++i) {
    const ThreadHead head{i, filled(static_cast<std::uint8_t>(i * 3))};
    map.add(filled(i), head);
    Bytes leaf = toBytes(filled(i).view());
    append(leaf, asBytes(head.stored()));
    leaves.push_back(leafHash(hasher, leaf));
  }
  EXPECT_EQ(map.count(), 5u);
  EXPECT_EQ(map.root(), rootOf(hasher, leaves));
  EXPECT_EQ(faultOf([&] { map.add(filled(5), {1, filled(0)}); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { map.add(filled(4), {1, filled(0)}); }), FaultKind::kBug);
}

}  // namespace
}  // namespace minutebook

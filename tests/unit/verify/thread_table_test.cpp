// tests/unit/verify/thread_table_test.cpp

#include "audit/verify/thread_table.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace minutebook {
namespace {

TEST(ThreadTable, HasTheRootOfAMapKeptPlainly) {
  Sha256 hasher;
  ThreadTable table;
  EXPECT_EQ(table.root(), kEmptyRoot);
  std::map<Hash, ThreadHead> plain;
  for (std::uint64_t i = 0; i < 5000; ++i) {
    const Hash key = sha256(asBytes(std::to_string(i * 7919 % 3001)));
    table.expect(key);
    extendThread(hasher, table.head(key), i, sha256(asBytes("entry")));
    extendThread(hasher, plain[key], i, sha256(asBytes("entry")));
  }
  EXPECT_EQ(table.size(), plain.size());
  ThreadMap map;
  for (const auto& [key, head] : plain) {
    ASSERT_EQ(table.head(key), head);
    map.add(key, head);
  }
  EXPECT_EQ(table.root(), map.root());
}

TEST(ThreadTable, SortsKeysThatFindNoPlaceAtItsEnd) {
  ThreadTable table;
  std::map<Hash, ThreadHead> plain;
  for (std::uint8_t i = 0; i < 200; ++i) {
    Hash key;
    // Half of them belong to the last slot, the others to the first.
    key.bytes.fill(i % 2 == 0 ? 0xff : 0x00);
    key.bytes[9] = i;
    table.head(key).count = plain[key].count = i + 1u;
  }
  ThreadMap map;
  for (const auto& [key, head] : plain) map.add(key, head);
  EXPECT_EQ(table.root(), map.root());
}

TEST(ThreadTable, TellsKeysApartThatBeginAlike) {
  Hash one, other, last;
  other.bytes[31] = 1;  // The same place and the same mark.
  last.bytes[3] = 1;    // The same place only.
  ThreadTable table;
  table.head(one).count = 1;
  table.head(other).count = 2;
  table.head(last).count = 3;
  EXPECT_EQ(table.head(one).count, 1u);
  EXPECT_EQ(table.head(other).count, 2u);
  EXPECT_EQ(table.head(last).count, 3u);
  EXPECT_EQ(table.size(), 3u);
}

}  // namespace
}  // namespace minutebook

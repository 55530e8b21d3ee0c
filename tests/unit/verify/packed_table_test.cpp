// tests/unit/verify/packed_table_test.cpp

#include "audit/verify/packed_table.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/fault_of.h"

namespace minutebook {
namespace {

TEST(PackedTable, FindsWhatWasSetLast) {
  PackedTable table;
  EXPECT_EQ(table.find("a"), std::nullopt);
  table.set("a", "1");
  table.set("b", "");
  table.set("a", "2");
  table.set("b", "longer than before");
  EXPECT_EQ(table.find("a"), "2");
  EXPECT_EQ(table.find("b"), "longer than before");
  EXPECT_EQ(table.size(), 2u);
}

TEST(PackedTable, AgreesWithAMapOverManyBlocks) {
  PackedTable table;
  std::map<std::string, std::string> map;
  for (unsigned i = 0; i < 30000; ++i) {
    std::string key = "key " + std::to_string(i * 7919 % 20011);
    std::string value(i % 97, static_cast<char>('a' + i % 26));
    table.set(key, value);
    map[key] = value;
  }
  EXPECT_EQ(table.size(), map.size());
  for (const auto& [key, value] : map) ASSERT_EQ(table.find(key), value);
  EXPECT_EQ(table.find("key"), std::nullopt);
}

TEST(PackedTable, TakesWhatSixteenBitsCanSayAndNoMore) {
  PackedTable table;
  table.set(std::string(65535, 'k'), std::string(65535, 'v'));
  EXPECT_EQ(table.find(std::string(65535, 'k')), std::string(65535, 'v'));
  EXPECT_EQ(faultOf([&] { table.set(std::string(65536, 'k'), ""); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { table.set("", std::string(65536, 'v')); }), FaultKind::kBug);
}

}  // namespace
}  // namespace minutebook

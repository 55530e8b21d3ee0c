#include "ledger/store/fact_table.h"

#include <gtest/gtest.h>

#include "ledger/store/store_parts.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

using Seen = std::vector<std::pair<std::string, std::string>>;

class FactTableTest : public testing::Test {
 protected:
  FactTableTest() { EntryStore::create(temp_.path()); }
  std::unique_ptr<Rocks> rocks() {
    return std::make_unique<Rocks>(temp_.path() / "log", RocksMode::kWrite, nullptr);
  }
  static Seen all(const FactTable& table, std::string_view prefix) {
    Seen seen;
    table.forEach(prefix, [&](std::string_view key, std::string_view value) {
      seen.emplace_back(key, value);
    });
    return seen;
  }
  TempDirectory temp_;
};

TEST_F(FactTableTest, FindsWhatIsStagedWrittenAndReplaced) {
  const auto db = rocks();
  FactTable table(*db);
  table.stage("a", "1");
  table.stage("b", "1");
  table.reach(5);
  table.writeTail();
  table.stage("b", "2");
  table.stage("c", "3");
  EXPECT_EQ(table.find("a"), "1");
  EXPECT_EQ(table.find("b"), "2");
  EXPECT_EQ(table.find("c"), "3");
  EXPECT_EQ(table.find("d"), std::nullopt);
  EXPECT_EQ(all(table, ""), (Seen{{"a", "1"}, {"b", "2"}, {"c", "3"}}));
}

TEST_F(FactTableTest, EmptiesNoTableThatAKilledProcessLeftUnderTheScratchName) {
  const std::filesystem::path log = temp_.path() / "log";
  {
    const auto db = rocks();
    FactTable table(*db);
    table.stage("a", "1");
    table.reach(1);
    table.writeTail();
  }
  std::filesystem::path ingested;
  for (const auto& file : std::filesystem::directory_iterator(log)) {
    if (file.path().extension() == ".sst") ingested = file.path();
  }
  // What a kill leaves that comes after the file was taken in and before its first name was given
  // up.
  std::filesystem::create_hard_link(ingested, log / "facts-to-ingest");
  const auto bytes = std::filesystem::file_size(ingested);
  {
    const auto db = rocks();
    FactTable table(*db);
    table.stage("b", "2");
    table.reach(2);
    table.writeTail();
  }
  EXPECT_EQ(std::filesystem::file_size(ingested), bytes);
  const auto db = rocks();
  const FactTable table(*db);
  EXPECT_EQ(all(table, ""), (Seen{{"a", "1"}, {"b", "2"}}));
}

TEST_F(FactTableTest, VisitsOnePrefixInOrder) {
  const auto db = rocks();
  FactTable table(*db);
  for (const char* key : {"ta", "tc", "u", "s"}) table.stage(key, "disk");
  table.writeTail();
  for (const char* key : {"tb", "td", "tc", "v", "t"}) table.stage(key, "memory");
  EXPECT_EQ(
      all(table, "t"),
      (Seen{
          {"t", "memory"}, {"ta", "disk"}, {"tb", "memory"}, {"tc", "memory"}, {"td", "memory"}}));
}

TEST_F(FactTableTest, ReachesOnDiskExactlyAsFarAsItsFacts) {
  {
    const auto db = rocks();
    FactTable table(*db);
    table.stage("a", "1");
    table.reach(5);
    table.writeTail();
    table.stage("b", "1");
    table.reach(9);  // Lost with the process.
  }
  {
    const auto db = rocks();
    FactTable table(*db);
    EXPECT_EQ(table.upTo(), 5u);
    EXPECT_EQ(table.find("b"), std::nullopt);
    table.stage("b", "1");
    table.reach(9);
    table.writeTailBeforeFlush();
    db->flush();
  }
  const auto db = rocks();
  FactTable table(*db);
  EXPECT_EQ(table.upTo(), 9u);
  EXPECT_EQ(table.find("b"), "1");
}

TEST_F(FactTableTest, NewerFilesWinOverOlderOnes) {
  const auto db = rocks();
  FactTable table(*db);
  for (int i = 0; i < 12; ++i) {
    table.stage("key", std::to_string(i));
    table.reach(static_cast<std::uint64_t>(i));
    if (i % 2 == 0) {
      table.writeTail();
    } else {
      table.writeTailBeforeFlush();
      db->flush();
    }
    EXPECT_EQ(table.find("key"), std::to_string(i));
  }
}

TEST_F(FactTableTest, ForgetsEverythingAndStartsAgain) {
  const auto db = rocks();
  FactTable table(*db);
  table.stage("a", "1");
  table.reach(5);
  table.writeTail();
  table.stage("b", "1");
  table.forget();
  EXPECT_EQ(table.upTo(), 0u);
  EXPECT_TRUE(all(table, "").empty());
  table.stage("a", "2");
  table.reach(1);
  table.writeTail();
  EXPECT_EQ(all(FactTable(*db), ""), (Seen{{"a", "2"}}));
}

}  // namespace
}  // namespace minutebook

#include "ledger/store/entry_store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/store/store_recipe.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

class EntryStoreTest : public testing::Test {
 protected:
  EntryStoreTest() { EntryStore::create(ledger_); }

  std::unique_ptr<EntryStore> open(StoreAccess access = StoreAccess::kWrite) {
    return EntryStore::open(ledger_, access, "process 1 (test)");
  }
  void fill(std::uint64_t batches, std::uint64_t perBatch) {
    const auto store = open();
    LogAppender appender(*store);
    for (std::uint64_t i = 0; i < batches; ++i) appendRecipe(*store, appender, perBatch);
  }

  TempDirectory temp_;
  fs::path ledger_ = temp_.path() / "ledger";
};

TEST_F(EntryStoreTest, StartsEmpty) {
  const auto store = open();
  EXPECT_EQ(store->size(), 0u);
  EXPECT_EQ(store->head().newestTime, INT64_MIN);
  EXPECT_EQ(store->findFact("x"), std::nullopt);
}

TEST_F(EntryStoreTest, IsNotMadeTwice) {
  EXPECT_EQ(faultOf([&] { EntryStore::create(ledger_); }), FaultKind::kConfig);
}

TEST_F(EntryStoreTest, IsMadeAgainAfterACrashWhileMaking) {
  const fs::path other = temp_.path() / "other";
  fs::create_directories(other / "log.making");
  std::ofstream(other / "log.making" / "CURRENT") << "half";
  EntryStore::create(other);
  EXPECT_EQ(EntryStore::open(other, StoreAccess::kRead, "")->size(), 0u);
}

TEST_F(EntryStoreTest, SaysWhenThereIsNone) {
  EXPECT_EQ(faultOf([&] { EntryStore::open(temp_.path(), StoreAccess::kRead, ""); }),
            FaultKind::kMissing);
}

TEST_F(EntryStoreTest, KeepsEntriesOpeningsTilesAndHead) {
  fill(3, 300);
  for (const StoreAccess access : {StoreAccess::kRead, StoreAccess::kWrite}) {
    const auto store = open(access);
    EXPECT_EQ(store->size(), 900u);
    EXPECT_EQ(checkRecipe(*store), "");
    EXPECT_EQ(store->reader().entry(899), recipeEntry(899));
    EXPECT_EQ(faultOf([&] { store->reader().entry(900); }), FaultKind::kBug);
    EXPECT_EQ(store->reader().tile(0, 3, 132), std::nullopt);
    EXPECT_EQ(store->reader().tile(0, 2, 7)->size(), 7u * 32);
    store->verifyChecksums();
  }
}

TEST_F(EntryStoreTest, VisitsEveryOpeningInOrder) {
  fill(1, 20);
  std::vector<std::uint64_t> seen;
  open(StoreAccess::kRead)->forEachOpening([&](std::uint64_t index, const Opening& opening) {
    seen.push_back(index);
    EXPECT_EQ(opening.box.size(), 80u);
  });
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{0, 0, 3, 6, 9, 9, 12, 15, 18, 18}));
}

TEST_F(EntryStoreTest, ACleanCloseLeavesNothingToReplay) {
  fill(2, 10);
  std::uintmax_t logBytes = 0;
  for (const auto& file : fs::directory_iterator(ledger_ / "log")) {
    if (file.path().extension() == ".log") logBytes += file.file_size();
  }
  EXPECT_EQ(logBytes, 0u);
}

TEST_F(EntryStoreTest, TellsASecondWriterWhoTheFirstIs) {
  const auto first = EntryStore::open(ledger_, StoreAccess::kWrite, "process 812 (import)");
  try {
    open();
    FAIL() << "two writers";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.kind(), FaultKind::kBusy);
    EXPECT_NE(std::string(fault.what()).find("process 812 (import)"), std::string::npos);
  }
}

TEST_F(EntryStoreTest, IsReadBesideAWriterAsItWasAtOpening) {
  const auto writer = open();
  LogAppender appender(*writer);
  appendRecipe(*writer, appender, 300);
  const auto reader = open(StoreAccess::kRead);
  appendRecipe(*writer, appender, 300);
  EXPECT_EQ(reader->size(), 300u);
  EXPECT_EQ(checkRecipe(*reader), "");
  EXPECT_EQ(open(StoreAccess::kRead)->size(), 600u);
}

TEST_F(EntryStoreTest, IsReadWithoutWritingAnything) {
  fill(1, 10);
  auto listing = [&] {
    std::vector<std::string> names;
    for (const auto& file : fs::recursive_directory_iterator(ledger_)) {
      names.push_back(file.path().string() + " " +
                      std::to_string(file.is_regular_file() ? file.file_size() : 0));
    }
    std::sort(names.begin(), names.end());
    return names;
  };
  const auto before = listing();
  EXPECT_EQ(open(StoreAccess::kRead)->size(), 10u);
  EXPECT_EQ(listing(), before);
}

TEST_F(EntryStoreTest, RefusesAHeadThatDoesNotFollowFromTheEntries) {
  fill(1, 10);
  {
    Rocks rocks(ledger_ / "log", RocksMode::kWrite, nullptr);
    const Bytes changed = recipeEntry(77);
    ASSERT_TRUE(
        rocks.db().Put({}, rocks.family(Family::kEntry), slice(indexKey(4)), slice(changed)).ok());
    rocks.flush();
  }
  EXPECT_EQ(faultOf([&] { open(); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { open(StoreAccess::kRead); }), FaultKind::kCorrupt);
}

TEST_F(EntryStoreTest, RefusesEntriesBeyondTheHead) {
  fill(1, 10);
  {
    Rocks rocks(ledger_ / "log", RocksMode::kWrite, nullptr);
    ASSERT_TRUE(
        rocks.db()
            .Put({}, rocks.family(Family::kEntry), slice(indexKey(10)), slice(recipeEntry(10)))
            .ok());
    rocks.flush();
  }
  EXPECT_EQ(faultOf([&] { open(); }), FaultKind::kCorrupt);
}

TEST_F(EntryStoreTest, RefusesAFormatItDoesNotKnow) {
  {
    Rocks rocks(ledger_ / "log", RocksMode::kWrite, nullptr);
    ASSERT_TRUE(rocks.db()
                    .Put({}, rocks.family(Family::kMeta), slice(kFormatKey), "minutebook/store/v9")
                    .ok());
    rocks.flush();
  }
  EXPECT_EQ(faultOf([&] { open(); }), FaultKind::kConfig);
}

}  // namespace
}  // namespace minutebook

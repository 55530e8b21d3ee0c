#include "ledger/store/lookups.h"

#include <gtest/gtest.h>

#include <map>

#include "ledger/rules/fact_keys.h"
#include "tests/support/fault_of.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

class LookupsTest : public testing::Test {
 protected:
  LookupsTest() { ledger_.organisations(0, 200); }

  /// Everything that is derived, as it is on disk, by an opening that derives nothing.
  std::map<std::string, std::string> facts() {
    const auto store = EntryStore::open(ledger_.path(), StoreAccess::kRead, "");
    std::map<std::string, std::string> facts;
    store->forEachFact(
        "", [&](std::string_view key, std::string_view value) { facts.emplace(key, value); });
    EXPECT_EQ(store->factsUpTo(), store->size());
    return facts;
  }
  /// As no command does it: straight into the database.
  void put(std::string_view key, std::string_view value) {
    Rocks& rocks = ledger_.store->parts().rocks;
    rocksdb::WriteOptions how;
    how.sync = true;
    check(rocks.db().Put(how, rocks.family(Family::kFact), slice(key), slice(value)), "tampering");
  }
  void remove(std::string_view key) {
    Rocks& rocks = ledger_.store->parts().rocks;
    rocksdb::WriteOptions how;
    how.sync = true;
    check(rocks.db().Delete(how, rocks.family(Family::kFact), slice(key)), "tampering");
  }
  LookupsMade make() {
    ledger_.close();
    return makeLookupsAgain(ledger_.path(), "test", theCatalogue());
  }
  static std::string organisation(const std::string& id) {
    return fact::record(schema::Register::ORGANISATION, id);
  }

  StoredLedger ledger_;
};

TEST_F(LookupsTest, LeavesWhatIsRightAsItIs) {
  ledger_.close();
  const auto before = facts();
  const LookupsMade made = make();
  EXPECT_TRUE(made.isSame());
  EXPECT_EQ(made.lookups, before.size());
  EXPECT_EQ(made.leftWhy, "");
  EXPECT_EQ(facts(), before);
}

TEST_F(LookupsTest, MendsWhatWasChangedAddedAndTakenAway) {
  ledger_.close();
  const auto before = facts();
  ledger_.open();
  put(organisation("ORG-7"), fact::index(3));
  put(organisation("ORG-7000"), fact::index(3));
  remove(organisation("ORG-8"));
  remove(organisation("ORG-9"));
  const LookupsMade made = make();
  EXPECT_FALSE(made.isSame());
  EXPECT_EQ(made.otherwise, 2u);
  EXPECT_EQ(made.missing, 2u);
  EXPECT_EQ(facts(), before);
  EXPECT_TRUE(make().isSame());
}

TEST_F(LookupsTest, StaysMendedWhenTablesAreWrittenAgainAndMoreIsRecorded) {
  put("zzz", "never said");
  EXPECT_EQ(make().otherwise, 1u);
  ledger_.open();
  ledger_.store->parts().rocks.dropDeleted(Family::kFact);
  ledger_.organisations(200, 10);
  ledger_.close();
  const auto after = facts();
  EXPECT_FALSE(after.contains("zzz"));
  EXPECT_TRUE(after.contains(organisation("ORG-0")));
  EXPECT_TRUE(after.contains(organisation("ORG-209")));
  EXPECT_TRUE(make().isSame());
}

TEST_F(LookupsTest, MendsWhatKeepsEverybodyElseFromOpening) {
  ledger_.close();
  const auto before = facts();
  ledger_.open();
  put(std::string_view("\0reach", 6), "far");
  ledger_.close();
  EXPECT_EQ(faultOf([&] { ledger_.open(); }), FaultKind::kCorrupt);
  EXPECT_EQ(make().otherwise, 1u);
  EXPECT_EQ(facts(), before);
}

TEST_F(LookupsTest, FinishesWhatACrashLeftBehind) {
  ledger_.store->parts().writeFailed = true;  // Then nothing is flushed, as in a killed process.
  const LookupsMade made = make();
  EXPECT_GT(made.missing, 200u);
  EXPECT_EQ(made.missing, facts().size() + 1);
  EXPECT_TRUE(make().isSame());
}

TEST_F(LookupsTest, NeedsToBeTheOnlyWriter) {
  EXPECT_EQ(faultOf([&] { makeLookupsAgain(ledger_.path(), "test", theCatalogue()); }),
            FaultKind::kBusy);
}

}  // namespace
}  // namespace minutebook

#include "ledger/store/thread_map.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ledger/rules/admit.h"
#include "ledger/store/threads.h"
#include "tests/support/fault_of.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

class ThreadMapFileTest : public testing::Test {
 protected:
  ThreadMapFileTest() { ledger_.organisations(0, 37); }

  void rootThreads() {
    minutebook::rootThreads(*ledger_.submitter, ledger_.clerk, ledger_.moment());
  }

  Hash key(const std::string& id) {
    return threadKey(hasher_, {schema::Register::ORGANISATION, id});
  }

  /// Whether each of the leaves leads to the root that the clerk counted.
  bool hold(const std::vector<MapLeaf>& leaves) {
    const ThreadCount count = newestThreadCount(*ledger_.store);
    for (const MapLeaf& leaf : leaves) {
      if (!verifyInclusion(hasher_, threadLeaf(hasher_, leaf.key, leaf.head),
                           {leaf.place, count.threads}, leaf.path, count.root)) {
        return false;
      }
    }
    return true;
  }

  /// Every organisation is found, and one that there is not stands between its neighbours.
  void expectAllFound() {
    for (int i = 0; i < 37; ++i) {
      const auto found = findInThreadMap(*ledger_.store, key("ORG-" + std::to_string(i)));
      ASSERT_EQ(found.size(), 1u) << i;
      EXPECT_EQ(found[0].key, key("ORG-" + std::to_string(i)));
      EXPECT_EQ(found[0].head, findThread(*ledger_.store, found[0].key)) << i;
      EXPECT_TRUE(hold(found)) << i;
    }
    for (int i = 100; i < 300; ++i) {
      const Hash absent = key("ORG-" + std::to_string(i));
      const auto beside = findInThreadMap(*ledger_.store, absent);
      ASSERT_FALSE(beside.empty());
      EXPECT_TRUE(hold(beside)) << i;
      if (beside.size() == 1) continue;
      EXPECT_LT(beside[0].key, absent);
      EXPECT_LT(absent, beside[1].key);
      EXPECT_EQ(beside[0].place + 1, beside[1].place);
    }
  }

  fs::path file() const { return ledger_.path() / kThreadMapFile; }

  Sha256 hasher_;
  StoredLedger ledger_;
};

TEST_F(ThreadMapFileTest, FindsEveryThreadAndTheNeighboursOfAllOthers) {
  rootThreads();
  keepThreadMap(*ledger_.store);
  EXPECT_TRUE(fs::exists(file()));
  expectAllFound();
}

TEST_F(ThreadMapFileTest, IsMadeAgainWhenItIsGoneDamagedOrOld) {
  rootThreads();
  expectAllFound();
  fs::remove(file());
  expectAllFound();
  for (const auto size : {fs::file_size(file()) - 1, std::uintmax_t{100}, std::uintmax_t{0}}) {
    fs::resize_file(file(), size);
    expectAllFound();
  }
  std::fstream(file(), std::ios::in | std::ios::out | std::ios::binary).seekp(120) << "damaged";
  expectAllFound();
  ledger_.organisations(37, 5);
  rootThreads();
  expectAllFound();
  EXPECT_EQ(findInThreadMap(*ledger_.store, key("ORG-41")).size(), 1u);
}

TEST_F(ThreadMapFileTest, IsTheSameAfterARebuildOfAllLookups) {
  rootThreads();
  keepThreadMap(*ledger_.store);
  const auto before = findInThreadMap(*ledger_.store, key("ORG-0"));
  ledger_.store->forgetFacts();
  ledger_.close();
  ledger_.open();
  fs::remove(file());
  EXPECT_EQ(findInThreadMap(*ledger_.store, key("ORG-0")), before);
}

TEST_F(ThreadMapFileTest, IsForACountedLedgerOnly) {
  EXPECT_EQ(faultOf([&] { keepThreadMap(*ledger_.store); }), FaultKind::kBug);
}

}  // namespace
}  // namespace minutebook

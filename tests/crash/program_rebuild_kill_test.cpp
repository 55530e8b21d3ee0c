// `rebuild`, killed: readers have the old read model or the new one, lookups are the old ones or
// the new ones, and the next run completes.

#include <gtest/gtest.h>

#include "ledger/store/store_parts.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

/// Kills spread over all write-side calls.
constexpr std::uint64_t kKills = 16;
constexpr std::uint64_t kInputs = 20;

class RebuildKill {
 public:
  RebuildKill() {
    const ProgramEnd end = ledger_.run({"import", ledger_.recordFile(kInputs)});
    if (!end.isDone()) throw std::runtime_error("import: " + end.err);
  }

  ProgramCall call() const { return ledger_.call({"rebuild"}); }
  ProgramRunner& runner() { return ledger_.runner(); }

  /// A lookup that no entry gives, so that there is something to put in its place.
  void spoilLookups() {
    const auto store = EntryStore::open(ledger_.book(), StoreAccess::kWrite, "test");
    Rocks& rocks = store->parts().rocks;
    rocksdb::WriteOptions how;
    how.sync = true;
    check(rocks.db().Put(how, rocks.family(Family::kFact), "zzz", "never said"), "spoiling");
  }

  void checkKilled() {
    const ProgramEnd read = ledger_.run({"sql", "SELECT count(*) AS n FROM input_received"});
    ASSERT_TRUE(read.isDone()) << read.err;
    EXPECT_NE(read.out.find(std::to_string(kInputs)), read.out.npos) << read.out;
    const ProgramEnd found = ledger_.run({"show", "I-7"});
    EXPECT_TRUE(found.isDone()) << found.err;
    const Verified verified = ledger_.verify();
    EXPECT_TRUE(verified.isGood) << verified.said;
  }

  void checkCompletes() {
    const ProgramEnd again = ledger_.run({"rebuild"});
    ASSERT_TRUE(again.isDone()) << again.out << again.err;
    EXPECT_NE(again.out.find("held exactly"), again.out.npos) << again.out;
    const auto store = EntryStore::open(ledger_.book(), StoreAccess::kRead, "");
    EXPECT_FALSE(store->findFact("zzz").has_value());
    EXPECT_EQ(store->factsUpTo(), store->size());
  }

 private:
  ProgramLedger ledger_;
};

TEST(KilledRebuild, LeavesTheOldOneOrTheNewOneInUse) {
  RebuildKill trial;
  trial.spoilLookups();
  const auto whole = trial.runner().runAndKillAtCall(trial.call(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  EXPECT_NE(whole->out.find("1 said something else"), whole->out.npos) << whole->out;
  std::uint64_t killed = 0;
  for (std::uint64_t kill = 1; kill <= kKills; ++kill) {
    const std::uint64_t call = std::max<std::uint64_t>(1, kill * whole->writeCalls / kKills);
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    trial.spoilLookups();
    const auto end = trial.runner().runAndKillAtCall(trial.call(), call);
    ASSERT_TRUE(end.has_value());
    if (end->wasKilled()) ++killed;
    trial.checkKilled();
    if (testing::Test::HasFatalFailure()) return;
    trial.checkCompletes();
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GE(killed, kKills - 2);
}

}  // namespace
}  // namespace minutebook

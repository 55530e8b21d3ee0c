// `backup` and `restore`, killed at calls that change files: what has the name that was asked for
// is whole, and otherwise nothing has it; the ledger is as it was.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "ledger/store/entry_store.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kParts = 4;
/// RocksDB makes hundreds of calls that are much alike: of each part as many are tried as this.
constexpr std::uint64_t kTriesEach = 14;

/// A ledger with sealed text that has been published and then grew.
class BackupKill {
 public:
  BackupKill() {
    done(ledger_.run({"import", ledger_.recordFile(300)}));
    done(ledger_.publish(ledger_.place("published")));
    done(ledger_.run({"import", ledger_.recordFile(3)}));
    done(ledger_.run({"backup", path("whole"), "--keys", path("whole-keys")}));
  }

  ProgramRunner& runner() { return ledger_.runner(); }
  std::string path(const std::string& name) const { return ledger_.place(name).string(); }
  std::string fresh(const std::string& name) { return name + "-" + std::to_string(++names_); }

  ProgramCall backup(const std::string& name) const {
    return ledger_.call({"backup", path(name), "--keys", path(name + "-keys")});
  }
  ProgramCall restore(const std::string& name) const {
    return {{"restore", path("whole"), path(name), "--keys", path("whole-keys")}, ""};
  }

  /// A name that stands is of something that restores; the keys may have come to stand or not.
  void checkBackup(const std::string& name) {
    if (!fs::exists(path(name))) return;
    const std::string again = fresh("restored");
    const ProgramEnd end = runner().run({{"restore", path(name), path(again)}, ""});
    ASSERT_TRUE(end.isDone()) << end.out << end.err;
  }
  /// A ledger that stands is one that verifies and can be written.
  void checkRestored(const std::string& name) {
    if (!fs::exists(path(name))) return;
    ProgramCall verify{{"--ledger", path(name), "verify"}, ""};
    const ProgramEnd end = runner().run(verify);
    ASSERT_TRUE(end.isDone()) << end.out << end.err;
    EXPECT_NE(end.out.find("303 opened and as committed"), end.out.npos) << end.out;
    ProgramCall write{{"--ledger", path(name), "record", "inputReceived", "-"},
                      inputLine(900, 40) + "\n"};
    const ProgramEnd wrote = runner().run(write);
    EXPECT_TRUE(wrote.isDone()) << wrote.err;
  }
  void checkLedger() {
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
  }
  static void done(const ProgramEnd& end) {
    if (!end.isDone()) throw std::runtime_error(end.out + end.err);
  }

 private:
  ProgramLedger ledger_;
  int names_ = 0;
};

class KilledBackup : public testing::TestWithParam<unsigned> {};

TEST_P(KilledBackup, LeavesNothingThatLooksWhole) {
  BackupKill trial;
  const auto whole = trial.runner().runAndKillAtCall(trial.backup("counted"), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  const std::uint64_t step = std::max<std::uint64_t>(kParts, whole->writeCalls / kTriesEach);
  for (std::uint64_t call = 1 + GetParam() * step / kParts; call <= whole->writeCalls;
       call += step) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    const std::string name = trial.fresh("copy");
    const auto killed = trial.runner().runAndKillAtCall(trial.backup(name), call);
    ASSERT_TRUE(killed);
    trial.checkBackup(name);
    if (testing::Test::HasFatalFailure()) return;
  }
  trial.checkLedger();
}

INSTANTIATE_TEST_SUITE_P(Part, KilledBackup, testing::Range(0u, kParts));

/// The last calls are the ones that give the names: all of them are tried.
TEST(KilledBackupAtItsEnd, LeavesNothingThatLooksWhole) {
  BackupKill trial;
  const auto whole = trial.runner().runAndKillAtCall(trial.backup("counted"), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_GT(whole->writeCalls, 24u);
  bool wasWhole = false;
  bool wasNot = false;
  for (std::uint64_t call = whole->writeCalls - 24; call <= whole->writeCalls; ++call) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    const std::string name = trial.fresh("copy");
    ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.backup(name), call));
    (fs::exists(trial.path(name)) ? wasWhole : wasNot) = true;
    trial.checkBackup(name);
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_TRUE(wasWhole && wasNot);
}

class KilledRestore : public testing::TestWithParam<unsigned> {};

TEST_P(KilledRestore, LeavesAWholeLedgerOrNone) {
  BackupKill trial;
  const auto whole = trial.runner().runAndKillAtCall(trial.restore("counted"), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  const std::uint64_t step = std::max<std::uint64_t>(kParts, whole->writeCalls / kTriesEach);
  for (std::uint64_t call = 1 + GetParam() * step / kParts; call <= whole->writeCalls;
       call += step) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    const std::string name = trial.fresh("book");
    ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.restore(name), call));
    trial.checkRestored(name);
    if (testing::Test::HasFatalFailure()) return;
    // The backup is still one.
    const std::string again = trial.fresh("again");
    const ProgramEnd end = trial.runner().run(trial.restore(again));
    ASSERT_TRUE(end.isDone()) << end.err;
  }
}

INSTANTIATE_TEST_SUITE_P(Part, KilledRestore, testing::Range(0u, kParts));

/// What is copied beside a writer is a moment of its ledger, and all that was acknowledged by then.
TEST(BackupBesideAWriter, IsABeginningOfTheLedger) {
  ProgramLedger ledger;
  ProgramLedger elsewhere;  // Another process has its own surroundings.
  const std::string file = ledger.recordFile(60000);
  const fs::path copy = ledger.place("copy");
  std::optional<ProgramEnd> backup;
  std::uint64_t acknowledged = 0;
  const auto writer = ledger.runner().runAndKillWhen(ledger.call({"import", file}), [&] {
    const auto batches = acknowledgedBatches(ledger.runner().saidSoFar());
    if (batches.empty()) return false;
    acknowledged = batches.rbegin()->first + batches.rbegin()->second;
    backup =
        elsewhere.runner().run({{"--ledger", ledger.book().string(), "backup", copy.string()}, ""});
    return true;
  });
  ASSERT_TRUE(backup) << writer.out << writer.err;
  ASSERT_TRUE(backup->isDone()) << backup->err;
  const fs::path again = ledger.place("again");
  const ProgramEnd end = ledger.runner().run({{"restore", copy.string(), again.string()}, ""});
  ASSERT_EQ(end.status, 6) << "Nothing was signed, so nothing to compare with: " << end.err;
  const auto whole = EntryStore::open(ledger.book(), StoreAccess::kRead, "");
  const auto part = EntryStore::open(again, StoreAccess::kRead, "");
  EXPECT_GE(part->size(), acknowledged);
  ASSERT_LE(part->size(), whole->size());
  for (std::uint64_t i = 0; i < part->size(); i += 97) {
    ASSERT_EQ(part->reader().entry(i), whole->reader().entry(i)) << i;
  }
}

}  // namespace
}  // namespace minutebook

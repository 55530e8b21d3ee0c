// `import` and `record`, killed: what was acknowledged is there whole, what was not is there whole
// or not at all, and doing it again completes it without doubling.

#include <gtest/gtest.h>

#include <random>

#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLines = 25;  // In each file, which is one batch.

/// A ledger as `init` left it, put back before each kill.
class ImportKill {
 public:
  explicit ImportKill(std::uint64_t files) : files_(files) {
    words_ = {"import"};
    for (std::uint64_t i = 0; i < files; ++i) words_.push_back(ledger_.recordFile(kLines));
    fs::copy(ledger_.book(), ledger_.place("first"), fs::copy_options::recursive);
  }

  void startAgain() {
    fs::remove_all(ledger_.book());
    fs::copy(ledger_.place("first"), ledger_.book(), fs::copy_options::recursive);
  }
  ProgramCall import() const { return ledger_.call(words_); }
  ProgramRunner& runner() { return ledger_.runner(); }

  /// After a kill: whole batches, and among them every acknowledged one.
  void checkKilled(const ProgramEnd& killed) {
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
    const std::uint64_t imported = verified.entries - ProgramLedger::kFirstEntries;
    EXPECT_EQ(imported % kLines, 0u) << "half a batch: " << imported;
    EXPECT_EQ(verified.submissions, ProgramLedger::kFirstEntries + imported / kLines);
    for (const auto& [first, count] : acknowledgedBatches(killed.out)) {
      EXPECT_EQ(count, kLines) << killed.out;
      EXPECT_LE(first + count, verified.entries) << "acknowledged and lost: " << killed.out;
    }
  }

  /// Importing again completes the work.
  void checkCompletes() {
    const ProgramEnd again = runner().run(import());
    ASSERT_TRUE(again.isDone()) << again.err;
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
    EXPECT_EQ(verified.entries, ProgramLedger::kFirstEntries + files_ * kLines);
  }

  void checkOnceMoreAddsNothing() {
    const ProgramEnd once = runner().run(import());
    EXPECT_TRUE(once.isDone()) << once.err;
    const std::string already = "0 added, " + std::to_string(files_ * kLines) + " already there.";
    EXPECT_NE(once.err.find(already), once.err.npos) << once.err;
  }

  void checkPublishes() {
    // The guard remembers the ledger that was published in the trial before; this is another.
    fs::remove_all(ledger_.guardDirectory());
    const fs::path published = ledger_.place("published");
    fs::remove_all(published);
    const ProgramEnd done = ledger_.publish(published);
    ASSERT_TRUE(done.isDone()) << done.err;
    const ProgramEnd verified = ledger_.verifyPublished(published);
    EXPECT_TRUE(verified.isDone()) << verified.out << verified.err;
    fs::remove_all(ledger_.guardDirectory());
  }

 private:
  ProgramLedger ledger_;
  std::uint64_t files_;
  std::vector<std::string> words_;
};

class KilledImport : public testing::TestWithParam<unsigned> {};

TEST_P(KilledImport, AtAnyMomentLosesAndDoublesNothing) {
  ImportKill trial(8);
  const std::uint64_t length = trial.runner().run(trial.import()).microseconds;
  std::mt19937 random(20240611 + GetParam());
  int killed = 0;
  // 26 kills, for every third time what mends the first one is killed as well.
  for (int moment = 0; moment < 19; ++moment) {
    SCOPED_TRACE("moment " + std::to_string(moment));
    trial.startAgain();
    for (int kill = 0; kill < (moment % 3 == 0 ? 2 : 1); ++kill) {
      const ProgramEnd end = trial.runner().runAndKill(trial.import(), random() % length);
      killed += end.wasKilled() ? 1 : 0;
      trial.checkKilled(end);
      if (testing::Test::HasFatalFailure()) return;
    }
    trial.checkCompletes();
    if (moment % 4 == 0) trial.checkOnceMoreAddsNothing();
    trial.checkPublishes();
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GT(killed, 0);
}

INSTANTIATE_TEST_SUITE_P(Quarter, KilledImport, testing::Range(0u, 4u));

class KilledImportAtACall : public testing::TestWithParam<unsigned> {};

TEST_P(KilledImportAtACall, LosesAndDoublesNothing) {
  ImportKill trial(3);
  const auto whole = trial.runner().runAndKillAtCall(trial.import(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  ASSERT_GT(whole->writeCalls, 10u);
  RecordProperty("calls", static_cast<int>(whole->writeCalls));
  for (std::uint64_t call = 1 + GetParam(); call <= whole->writeCalls; call += 4) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    trial.startAgain();
    const auto end = trial.runner().runAndKillAtCall(trial.import(), call);
    ASSERT_TRUE(end);
    trial.checkKilled(*end);
    if (testing::Test::HasFatalFailure()) return;
    trial.checkCompletes();
    if (testing::Test::HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Quarter, KilledImportAtACall, testing::Range(0u, 4u));

/// The line of trial `number`, under an id that makes it repeatable.
std::string repeatableLine(std::uint64_t number) {
  std::string line = inputLine(number, 40);
  const std::string digits = std::to_string(1000 + number);
  line.insert(1, R"("statementId": "01920000-0000-7000-8000-00000000)" + digits + R"(", )");
  return line;
}

/// A ledger in which one thing after the other is recorded, each killed first.
class RecordKill {
 public:
  ProgramCall next() {
    return ledger_.call({"record", "inputReceived", "--json", "-"}, repeatableLine(++number_));
  }
  ProgramRunner& runner() { return ledger_.runner(); }

  void check(const ProgramEnd& killed) {
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
    const bool isThere = verified.entries == entries_ + 1;
    EXPECT_TRUE(isThere || verified.entries == entries_) << verified.said;
    const bool isAcknowledged = killed.out.find(R"("recorded": "now")") != killed.out.npos;
    EXPECT_TRUE(isThere || !isAcknowledged) << "acknowledged and lost: " << killed.out;
    const ProgramEnd again =
        ledger_.run({"record", "inputReceived", "--json", "-"}, repeatableLine(number_));
    ASSERT_TRUE(again.isDone()) << again.err;
    EXPECT_EQ(again.out.find(R"("recorded": "already")") != again.out.npos, isThere) << again.out;
    const std::string where = "\"entry\": " + std::to_string(entries_++) + ",";
    EXPECT_NE(again.out.find(where), again.out.npos) << again.out;
  }

 private:
  ProgramLedger ledger_;
  std::uint64_t number_ = 0;
  std::uint64_t entries_ = ProgramLedger::kFirstEntries;
};

TEST(KilledRecord, AtAnyMomentIsThereWholeOrNotAtAll) {
  RecordKill trial;
  const ProgramEnd whole = trial.runner().run(trial.next());
  ASSERT_TRUE(whole.isDone()) << whole.err;
  trial.check(whole);
  std::mt19937 random(20240612);
  for (int moment = 0; moment < 20; ++moment) {
    SCOPED_TRACE("moment " + std::to_string(moment));
    trial.check(trial.runner().runAndKill(trial.next(), random() % whole.microseconds));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(KilledRecord, AtEveryCallIsThereWholeOrNotAtAll) {
  RecordKill trial;
  const auto whole = trial.runner().runAndKillAtCall(trial.next(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  trial.check(*whole);
  RecordProperty("calls", static_cast<int>(whole->writeCalls));
  for (std::uint64_t call = 1; call <= whole->writeCalls; ++call) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    const auto end = trial.runner().runAndKillAtCall(trial.next(), call);
    ASSERT_TRUE(end);
    trial.check(*end);
    if (testing::Test::HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace minutebook

// `key rotate-log` and `key retire-log`, killed at every call that changes a file: at any moment a
// key that readers have signs what is published, and the next call does what is left.

#include <gtest/gtest.h>

#include <filesystem>

#include "ledger/crypto/key_ring.h"
#include "ledger/store/log_keys.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

constexpr unsigned kParts = 6;

/// A ledger whose key for checkpoints changes again and again, and a reader who follows.
class LogKeyKill {
 public:
  LogKeyKill() { readersKey_ = vkeys().front(); }

  ProgramRunner& runner() { return ledger_.runner(); }
  ProgramCall rotation() const { return ledger_.call({"key", "rotate-log"}); }
  ProgramCall retirement() const { return ledger_.call({"key", "retire-log"}); }

  /// In force, by the record; the newest first.
  std::vector<std::string> vkeys() const {
    const auto store = EntryStore::open(ledger_.book(), StoreAccess::kRead, "test");
    std::vector<std::string> vkeys;
    for (const KeyInRecord& key : keysInRecord(*store, schema::KeyPurpose::LOG)) {
      if (key.isActive) vkeys.push_back(logVkey(ProgramLedger::kOrigin, key.key));
    }
    return vkeys;
  }

  /// What is published now is signed by the key that the reader has.
  void checkReaderFollows() {
    const ProgramEnd published = ledger_.publish(ledger_.place("published"));
    ASSERT_TRUE(published.isDone()) << published.err;
    const ProgramEnd seen =
        ledger_.run({"verify", ledger_.place("published").string(), "--vkey", readersKey_});
    ASSERT_TRUE(seen.isDone()) << seen.out << seen.err;
  }
  /// A rotation that was cut short is done by the next one, or was done already.
  void checkRotates() {
    if (vkeys().size() == 1) {
      const ProgramEnd end = runner().run(rotation());
      ASSERT_TRUE(end.isDone()) << end.err;
    }
    ASSERT_EQ(vkeys().size(), 2u);
    EXPECT_EQ(filesOfTheLog(), 2u) << "a key that was made and not enrolled is used, not left";
    checkReaderFollows();
    readersKey_ = vkeys().front();
  }
  /// The same for a retirement; no secret half of the old key is left.
  void checkRetires() {
    checkReaderFollows();
    const bool wasRecorded = vkeys().size() == 1;
    const ProgramEnd end = runner().run(retirement());
    ASSERT_TRUE(end.isDone() || (wasRecorded && filesOfTheLog() == 1)) << end.err;
    ASSERT_EQ(vkeys().size(), 1u);
    EXPECT_EQ(filesOfTheLog(), 1u);
    EXPECT_FALSE(std::filesystem::exists(ledger_.book() / "keys" / kDyingFile));
    checkReaderFollows();
  }
  void checkVerifies() {
    const Verified verified = ledger_.verify();
    EXPECT_TRUE(verified.isGood) << verified.said;
  }

 private:
  std::size_t filesOfTheLog() const {
    const Directory keys = Directory::open(ledger_.book() / "keys", Readers::kOwner);
    std::size_t count = 0;
    for (const ListedKey& key : listKeys(keys)) {
      if (keyNumber(kLogKeyName, key.name)) ++count;
    }
    return count;
  }

  ProgramLedger ledger_;
  std::string readersKey_;
};

class KilledLogKeyAtACall : public testing::TestWithParam<unsigned> {};

TEST_P(KilledLogKeyAtACall, LeavesAKeyThatReadersHave) {
  LogKeyKill trial;
  const auto rotation = trial.runner().runAndKillAtCall(trial.rotation(), UINT64_MAX);
  if (!rotation) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(rotation->isDone()) << rotation->err;
  trial.checkRotates();
  const auto retirement = trial.runner().runAndKillAtCall(trial.retirement(), UINT64_MAX);
  ASSERT_TRUE(retirement && retirement->isDone()) << retirement->err;
  EXPECT_GT(rotation->writeCalls, 10u);
  EXPECT_GT(retirement->writeCalls, 10u);
  const std::uint64_t most = std::max(rotation->writeCalls, retirement->writeCalls);
  for (std::uint64_t call = 1 + GetParam(); call <= most; call += kParts) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(most));
    ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.rotation(), call));
    trial.checkReaderFollows();
    if (testing::Test::HasFatalFailure()) return;
    trial.checkRotates();
    if (testing::Test::HasFatalFailure()) return;
    ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.retirement(), call));
    trial.checkRetires();
    if (testing::Test::HasFatalFailure()) return;
  }
  trial.checkVerifies();
}

INSTANTIATE_TEST_SUITE_P(Part, KilledLogKeyAtACall, testing::Range(0u, kParts));

}  // namespace
}  // namespace minutebook

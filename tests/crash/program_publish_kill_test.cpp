// `publish`, killed: what readers see always verifies, it can simply be run again, and no two roots
// are ever signed for one size.

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "ledger/crypto/sha256.h"
#include "ledger/store/entry_store.h"
#include "ledger/store/guard.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// A ledger that grows by a batch before each publish.
class PublishKill {
 public:
  PublishKill() {
    const ProgramEnd first = ledger_.publish(published_);
    if (!first.isDone()) throw std::runtime_error("publish: " + first.err);
  }

  void grow(std::uint64_t lines) {
    const ProgramEnd end = ledger_.run({"import", ledger_.recordFile(lines)});
    ASSERT_TRUE(end.isDone()) << end.err;
  }
  /// Every so often into an empty directory, so that all tiles are written again.
  void moveOn() { published_ = ledger_.place("published-" + std::to_string(++places_)); }
  ProgramCall publish() const { return ledger_.call({"publish", published_.string()}); }
  ProgramRunner& runner() { return ledger_.runner(); }

  void checkKilled() {
    noteSigned();
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
    if (fs::exists(published_ / "checkpoint")) {
      const ProgramEnd seen = ledger_.verifyPublished(published_);
      ASSERT_TRUE(seen.isDone()) << seen.out << seen.err;
    }
  }
  void checkCompletes() {
    const ProgramEnd again = ledger_.publish(published_);
    ASSERT_TRUE(again.isDone()) << again.err;
    noteSigned();
    const ProgramEnd seen = ledger_.verifyPublished(published_);
    ASSERT_TRUE(seen.isDone()) << seen.out << seen.err;
  }

  /// Every head that was ever signed is one of the ledger's own.
  void checkHistory() {
    const auto store = EntryStore::open(ledger_.book(), StoreAccess::kRead, "");
    Sha256 hasher;
    TileHashes hashes(store->reader(), store->size());
    for (const auto& [size, root] : signed_) {
      ASSERT_LE(size, store->size());
      EXPECT_EQ(toBase64(rootAt(hashes, hasher, size).view()), root) << size;
    }
  }
  std::size_t heads() const { return signed_.size(); }

 private:
  /// What the guard and the published checkpoint say has been signed.
  void noteSigned() {
    const Guard guard(ledger_.guardDirectory(), ProgramLedger::kOrigin);
    if (const auto last = guard.last()) note(last->size, toBase64(last->root.view()));
    std::ifstream checkpoint(published_ / "checkpoint");
    std::string origin, size, root;
    if (!std::getline(checkpoint, origin)) return;
    ASSERT_TRUE(std::getline(checkpoint, size) && std::getline(checkpoint, root));
    EXPECT_EQ(origin, ProgramLedger::kOrigin);
    note(std::stoull(size), root);
  }
  void note(std::uint64_t size, const std::string& root) {
    EXPECT_EQ(signed_.try_emplace(size, root).first->second, root)
        << "two roots were signed for size " << size;
  }

  ProgramLedger ledger_;
  int places_ = 0;
  fs::path published_ = ledger_.place("published-0");
  std::map<std::uint64_t, std::string> signed_;
};

class KilledPublish : public testing::TestWithParam<unsigned> {};

TEST_P(KilledPublish, AtAnyMomentSignsOneHistoryThatVerifies) {
  PublishKill trial;
  std::mt19937 random(20240613 + GetParam());
  trial.grow(300);
  const std::uint64_t length = trial.runner().run(trial.publish()).microseconds;
  // 26 kills, for every third time what mends the first one is killed as well, after a record or
  // without.
  for (int moment = 0; moment < 19; ++moment) {
    SCOPED_TRACE("moment " + std::to_string(moment));
    if (moment % 8 == 7) trial.moveOn();
    trial.grow(1 + random() % 40);
    for (int kill = 0; kill < (moment % 3 == 0 ? 2 : 1); ++kill) {
      trial.runner().runAndKill(trial.publish(), random() % length);
      trial.checkKilled();
      if (testing::Test::HasFatalFailure()) return;
      if (moment % 6 == 0) trial.grow(1);
    }
    trial.checkCompletes();
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GE(trial.heads(), 19u);
  trial.checkHistory();
}

INSTANTIATE_TEST_SUITE_P(Quarter, KilledPublish, testing::Range(0u, 4u));

class KilledPublishAtACall : public testing::TestWithParam<unsigned> {};

TEST_P(KilledPublishAtACall, SignsOneHistoryThatVerifies) {
  PublishKill trial;
  trial.grow(1);
  const auto whole = trial.runner().runAndKillAtCall(trial.publish(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  RecordProperty("calls", static_cast<int>(whole->writeCalls));
  for (std::uint64_t call = 1 + GetParam(); call <= whole->writeCalls; call += 4) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    trial.grow(1);
    ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.publish(), call));
    trial.checkKilled();
    if (testing::Test::HasFatalFailure()) return;
    if (call % 3 == 0) trial.grow(1);
    trial.checkCompletes();
    if (testing::Test::HasFatalFailure()) return;
  }
  trial.checkHistory();
}

INSTANTIATE_TEST_SUITE_P(Quarter, KilledPublishAtACall, testing::Range(0u, 4u));

}  // namespace
}  // namespace minutebook

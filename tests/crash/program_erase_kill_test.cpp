// `erase`, killed: either nothing has begun, or the next command that writes finishes it. Whoever
// was acknowledged as erased is gone, and nobody else is touched.

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/store/entry_store.h"
#include "tests/support/files.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTheirs = "Canary of seven, to be forgotten";
constexpr const char* kOthers = "Canary of eight, to be kept";
/// Kills in each quarter, spread over all calls, so that the test takes bounded time.
constexpr std::uint64_t kKillsMax = 30;

/// A ledger with two people, one of whom has asked to be forgotten; put back before each kill.
class EraseKill {
 public:
  EraseKill() {
    record("participantJoined", R"({"id": "P-7", "name": ")" + std::string(kTheirs) + R"("})");
    record("participantJoined", R"({"id": "P-8", "name": ")" + std::string(kOthers) + R"("})");
    record("erasureRequested", R"({"participant": "P-7", "what": {"everything": null}})");
    const auto store = EntryStore::open(ledger_.book(), StoreAccess::kRead, "test");
    theirs_ = store->openingsOf(ProgramLedger::kFirstEntries).front();
    fs::copy(ledger_.book(), ledger_.place("first"), fs::copy_options::recursive);
  }

  void startAgain() {
    fs::remove_all(ledger_.book());
    // The guard's side remembers what was erased; here the erasure has not happened yet.
    fs::remove_all(ledger_.guardDirectory());
    fs::copy(ledger_.place("first"), ledger_.book(), fs::copy_options::recursive);
    written_ = 0;
  }
  ProgramCall erase() const { return ledger_.call({"erase", "P-7", "--confirm", "P-7"}); }
  ProgramCall write() {
    return ledger_.call({"record", "inputReceived", "--json", "-"}, inputLine(++written_, 8));
  }
  ProgramRunner& runner() { return ledger_.runner(); }

  /// Before anybody has written: all is well, or it is said that an erasure has not ended.
  void checkRead() {
    const Verified verified = ledger_.verify();
    EXPECT_TRUE(verified.isGood || verified.said.find("has not ended") != verified.said.npos)
        << verified.said;
    EXPECT_TRUE(said({"show", "P-8"}, kOthers));
  }

  /// After the next command that writes: whole, and gone if it was acknowledged.
  void checkWritten(const ProgramEnd& killed) {
    const ProgramEnd wrote = runner().run(write());
    ASSERT_TRUE(wrote.isDone()) << wrote.err;
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
    const bool isGone = !said({"show", "P-7"}, kTheirs);
    const bool isAcknowledged = killed.out.find("Erased, and recorded") != killed.out.npos;
    EXPECT_TRUE(isGone || !isAcknowledged) << "acknowledged and still there";
    const ProgramEnd again = runner().run(erase());
    EXPECT_EQ(again.status, isGone ? 1 : 0) << again.out << again.err;
  }

  void checkErased() {
    const ProgramEnd check = ledger_.run({"erase", "--check"});
    ASSERT_TRUE(check.isDone()) << check.out << check.err;
    EXPECT_NE(check.out.find("1 erasure on record, of 1 data key;"), check.out.npos) << check.out;
    const Verified verified = ledger_.verify();
    ASSERT_TRUE(verified.isGood) << verified.said;
    EXPECT_FALSE(said({"show", "P-7"}, kTheirs));
    EXPECT_TRUE(said({"show", "P-8"}, kOthers));
    EXPECT_EQ(holding(kTheirs), std::vector<std::string>());
    // Without compaction the ciphertext would still lie in a table or a write-ahead log.
    EXPECT_EQ(holding(asText(theirs_.box)), std::vector<std::string>());
  }

  /// Files of the ledger and of the guard's side that hold `bytes`.
  std::vector<std::string> holding(std::string_view bytes) const {
    std::vector<std::string> found;
    for (const fs::path& place : {ledger_.book(), ledger_.guardDirectory()}) {
      if (!fs::exists(place)) continue;
      for (const auto& file : fs::recursive_directory_iterator(place)) {
        if (!file.is_regular_file()) continue;
        const bool holds = readFile(file.path()).find(bytes) != std::string::npos;
        if (holds) found.push_back(file.path().string());
      }
    }
    return found;
  }
  /// What is sealed about P-7, as it lies in the log.
  const Opening& theirs() const { return theirs_; }

 private:
  void record(const std::string& kind, const std::string& line) {
    const ProgramEnd end = ledger_.run({"record", kind, "-"}, line);
    if (!end.isDone()) throw std::runtime_error(kind + ": " + end.err);
  }
  bool said(std::vector<std::string> words, const std::string& text) {
    const ProgramEnd end = ledger_.run(std::move(words));
    return end.out.find(text) != end.out.npos;
  }

  ProgramLedger ledger_;
  Opening theirs_;
  std::uint64_t written_ = 0;
};

TEST(ErasedCiphertext, LiesInTheLedgerUntilTheErasure) {
  EraseKill trial;
  EXPECT_FALSE(trial.holding(asText(trial.theirs().box)).empty());
  ASSERT_TRUE(trial.runner().run(trial.erase()).isDone());
  trial.checkErased();
}

class KilledEraseAtACall : public testing::TestWithParam<unsigned> {};

TEST_P(KilledEraseAtACall, IsFinishedByTheNextWriter) {
  EraseKill trial;
  const auto whole = trial.runner().runAndKillAtCall(trial.erase(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  ASSERT_GT(whole->writeCalls, 10u);
  RecordProperty("calls", static_cast<int>(whole->writeCalls));
  const std::uint64_t step = 4 * (1 + whole->writeCalls / (4 * kKillsMax));
  for (std::uint64_t call = 1 + GetParam(); call <= whole->writeCalls; call += step) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    trial.startAgain();
    const auto end = trial.runner().runAndKillAtCall(trial.erase(), call);
    ASSERT_TRUE(end);
    if (call % 2 == 0) trial.checkRead();
    // What finishes the first one is killed as well.
    if (call % 3 == 0) {
      ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.write(), 1 + call % 60));
    }
    trial.checkWritten(*end);
    if (testing::Test::HasFatalFailure()) return;
    trial.checkErased();
    if (testing::Test::HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Quarter, KilledEraseAtACall, testing::Range(0u, 4u));

}  // namespace
}  // namespace minutebook

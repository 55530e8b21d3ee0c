// `key rotate-master`, killed at every call that changes a file: either the old passphrase opens
// everything or the new one does, and the next command that writes leaves nothing of the other.

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/crypto/rotation.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

/// Each opening of the keys costs a scrypt; a part is short enough for a test.
constexpr unsigned kParts = 8;

/// A ledger with sealed text, under the first of two passphrases.
class RotationKill {
 public:
  RotationKill() {
    for (int i = 0; i < 2; ++i) std::ofstream(passphrase(i)) << "four plain words " << i << "\n";
    done(run({"import", ledger_.recordFile(3)}));
    done(run({"key", "rotate-master", "--new-passphrase-file", passphrase(0)}));
  }

  ProgramCall rotation() const {
    return ledger_.call({"key", "rotate-master", "--passphrase-file", passphrase(now_),
                         "--new-passphrase-file", passphrase(1 - now_)});
  }
  ProgramRunner& runner() { return ledger_.runner(); }

  /// One passphrase opens the sealed text and the other nothing. Notes which it is.
  void checkKilled() {
    const bool opens[] = {opensWith(0), opensWith(1)};
    ASSERT_NE(opens[0], opens[1]);
    now_ = opens[0] ? 0 : 1;
  }
  /// Writing works, and cleans up.
  void checkNextWriting() {
    done(run({"import", ledger_.recordFile(1), "--passphrase-file", passphrase(now_)}));
    EXPECT_FALSE(hasRotationLeftovers(ledger_.book()));
  }
  void checkRotatesAgain() {
    const ProgramEnd end = runner().run(rotation());
    ASSERT_TRUE(end.isDone()) << end.err;
    EXPECT_FALSE(hasRotationLeftovers(ledger_.book()));
    checkKilled();
  }
  void checkVerifies() {
    const Verified verified = ledger_.verify();
    EXPECT_TRUE(verified.isGood) << verified.said;
  }

 private:
  std::string passphrase(int which) const {
    return ledger_.place("passphrase-" + std::to_string(which)).string();
  }
  ProgramEnd run(std::vector<std::string> words) { return ledger_.run(std::move(words)); }
  static void done(const ProgramEnd& end) { ASSERT_TRUE(end.isDone()) << end.out << end.err; }
  bool opensWith(int which) {
    const ProgramEnd end = run({"show", "I-1", "--passphrase-file", passphrase(which)});
    // The sealed text of I-1: 40 hex digits that nothing else in its page has.
    return end.isDone() && end.out.find(text_) != end.out.npos;
  }

  ProgramLedger ledger_;
  const std::string text_ = textOfInput(1, 40);
  int now_ = 0;
};

class KilledRotationAtACall : public testing::TestWithParam<unsigned> {};

TEST_P(KilledRotationAtACall, LeavesOneOfTheTwoPassphrasesInForce) {
  RotationKill trial;
  const auto whole = trial.runner().runAndKillAtCall(trial.rotation(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  trial.checkKilled();
  EXPECT_GT(whole->writeCalls, 40u);
  for (std::uint64_t call = 1 + GetParam(); call <= whole->writeCalls; call += kParts) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    const auto killed = trial.runner().runAndKillAtCall(trial.rotation(), call);
    ASSERT_TRUE(killed && killed->wasKilled());
    trial.checkKilled();
    if (testing::Test::HasFatalFailure()) return;
    // What mends it is the next writing or the next rotation.
    if (call / kParts % 2 == 0) trial.checkNextWriting();
    trial.checkRotatesAgain();
    if (testing::Test::HasFatalFailure()) return;
  }
  trial.checkVerifies();
}

INSTANTIATE_TEST_SUITE_P(Part, KilledRotationAtACall, testing::Range(0u, kParts));

}  // namespace
}  // namespace minutebook

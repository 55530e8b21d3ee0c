// An import of the real exercise, killed midway: no private text lies anywhere then, nor after it
// was finished.

#include <gtest/gtest.h>

#include "tests/canary/canary_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// Kills, spread over all write-side calls of the import.
constexpr std::uint64_t kKills = 7;

/// Every file that the program keeps: the ledger, the guard's side, and what it said.
std::set<const Canary*> everywhere(CanaryLedger& book, const ProgramEnd& end) {
  std::set<const Canary*> found = book.in(end.out + end.err);
  found.merge(book.below(book.ledger().book()));
  if (fs::exists(book.ledger().place("home"))) found.merge(book.below(book.ledger().place("home")));
  return found;
}

TEST(Canaries, OfAnImportThatWasKilledAreNowhereAndStillOpen) {
  CanaryLedger book(CanarySource::kThriving, CanaryStart::kPlanted);
  const fs::path first = book.ledger().place("first");
  fs::copy(book.ledger().book(), first, fs::copy_options::recursive);
  const auto whole = book.ledger().runner().runAndKillAtCall(book.import(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  ASSERT_GT(whole->writeCalls, 2 * kKills);
  for (std::uint64_t kill = 1; kill <= kKills; ++kill) {
    const std::uint64_t call = kill * whole->writeCalls / (kKills + 1);
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    fs::remove_all(book.ledger().book());
    fs::copy(first, book.ledger().book(), fs::copy_options::recursive);
    const auto killed = book.ledger().runner().runAndKillAtCall(book.import(), call);
    ASSERT_TRUE(killed && killed->wasKilled());
    EXPECT_EQ(inWords(everywhere(book, *killed)), "");
    const ProgramEnd again = book.ledger().runner().run(book.import());
    ASSERT_TRUE(again.isDone()) << again.err;
    EXPECT_EQ(inWords(everywhere(book, again)), "");
  }
  EXPECT_GT(book.in(book.revealAll("coordinators")).size(), 5u);
  EXPECT_TRUE(book.run({"verify"}).isDone());
}

}  // namespace
}  // namespace minutebook

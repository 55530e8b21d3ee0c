#include "ledger/store/guard.h"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/support/memory_log.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

Hash hashOf(std::uint8_t byte) {
  Hash hash;
  hash.bytes.fill(byte);
  return hash;
}

class GuardTest : public testing::Test {
 protected:
  TempDirectory temp_;
  Guard guard_{temp_.path() / "state" / "guard", "example.org/log"};

  void writeFile(const std::string& content) {
    std::ofstream(guard_.directory() / "signed", std::ios::binary) << content;
  }
  std::string readFile() {
    std::ifstream file(guard_.directory() / "signed", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

TEST_F(GuardTest, KnowsNothingBeforeTheFirstSignature) {
  EXPECT_EQ(guard_.last(), std::nullopt);
  EXPECT_FALSE(std::filesystem::exists(guard_.directory()));
}

TEST_F(GuardTest, RemembersTheLastHead) {
  guard_.advance(std::nullopt, {3, hashOf(1)});
  guard_.advance(SignedHead{3, hashOf(1)}, {5, hashOf(2)});
  EXPECT_EQ(guard_.last(), (SignedHead{5, hashOf(2)}));
  EXPECT_EQ(Guard(guard_.directory(), "example.org/log").last(), guard_.last());
}

TEST_F(GuardTest, AllowsTheSameHeadAgain) {
  guard_.advance(std::nullopt, {3, hashOf(1)});
  guard_.advance(SignedHead{3, hashOf(1)}, {3, hashOf(1)});
  EXPECT_EQ(guard_.last(), (SignedHead{3, hashOf(1)}));
}

TEST_F(GuardTest, RefusesASecondRootForOneSizeAndASmallerSize) {
  guard_.advance(std::nullopt, {3, hashOf(1)});
  const SignedHead last{3, hashOf(1)};
  EXPECT_EQ(faultOf([&] { guard_.advance(last, {3, hashOf(2)}); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { guard_.advance(last, {2, hashOf(1)}); }), FaultKind::kCorrupt);
  EXPECT_EQ(guard_.last(), last);
}

TEST_F(GuardTest, RefusesWhenAnotherProcessHasMovedOn) {
  guard_.advance(std::nullopt, {3, hashOf(1)});
  EXPECT_EQ(faultOf([&] { guard_.advance(std::nullopt, {9, hashOf(3)}); }), FaultKind::kBusy);
  EXPECT_EQ(faultOf([&] {
              guard_.advance(SignedHead{2, hashOf(1)}, {9, hashOf(3)});
            }),
            FaultKind::kBusy);
}

TEST_F(GuardTest, RefusesAFileWithAnyByteChanged) {
  guard_.advance(std::nullopt, {3, hashOf(1)});
  const std::string good = readFile();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    writeFile(bad);
    EXPECT_EQ(faultOf([&] { guard_.last(); }), FaultKind::kCorrupt) << i;
    writeFile(good.substr(0, i));
    EXPECT_EQ(faultOf([&] { guard_.last(); }), FaultKind::kCorrupt) << i;
  }
}

TEST_F(GuardTest, RefusesTheGuardOfAnotherOrigin) {
  guard_.advance(std::nullopt, {3, hashOf(1)});
  const Guard other(guard_.directory(), "example.org/other");
  EXPECT_EQ(faultOf([&] { other.last(); }), FaultKind::kCorrupt);
}

TEST_F(GuardTest, ComparesALogThatHoldsAllThatIsBehindAndThatContradicts) {
  MemoryLog log;
  EXPECT_EQ(compareWithGuard(guard_, log), GuardAnswer::kNotCompared);
  for (int i = 0; i < 5; ++i) log.append(asBytes("entry " + std::to_string(i)));
  guard_.advance(std::nullopt, {5, log.root()});
  log.append(asBytes("one more"));
  EXPECT_EQ(compareWithGuard(guard_, log), GuardAnswer::kHolds);

  MemoryLog behind;
  for (int i = 0; i < 4; ++i) behind.append(asBytes("entry " + std::to_string(i)));
  EXPECT_EQ(faultOf([&] { compareWithGuard(guard_, behind); }), FaultKind::kCorrupt);
  behind.append(asBytes("another"));
  EXPECT_EQ(faultOf([&] { compareWithGuard(guard_, behind); }), FaultKind::kCorrupt);
}

TEST(GuardDirectory, LiesOutsideTheLedgerAndIsNamedByTheOrigin) {
  ::setenv("XDG_STATE_HOME", "/srv/state", 1);
  const auto one = defaultGuardDirectory("example.org/one");
  EXPECT_EQ(one.parent_path(), "/srv/state/minutebook");
  EXPECT_EQ(one.filename().string(), toHex(sha256(asBytes("example.org/one")).view()));
  ::setenv("XDG_STATE_HOME", "relative", 1);
  ::setenv("HOME", "/srv/keeper", 1);
  EXPECT_EQ(defaultGuardDirectory("o").parent_path(), "/srv/keeper/.local/state/minutebook");
  ::unsetenv("XDG_STATE_HOME");
  ::unsetenv("HOME");
  EXPECT_EQ(faultOf([] { defaultGuardDirectory("o"); }), FaultKind::kConfig);
}

}  // namespace
}  // namespace minutebook

// No room left: a sentence and the documented status, nothing acknowledged is lost, and it goes on
// when there is room again.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include "tests/crash/small_disk.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

constexpr int kMachineTrouble = 5;  // docs/formats/exit-status.md
constexpr int kPartly = 6;          // Restored, and not compared with anything.
constexpr std::uint64_t kLines = 200;
constexpr std::uint64_t kFiles = 6;
constexpr std::uint64_t kAll = ProgramLedger::kFirstEntries + kLines * kFiles;
constexpr std::uint64_t kDiskBytes = std::uint64_t{16} << 20;

std::vector<std::string> importOf(ProgramLedger& ledger) {
  std::vector<std::string> words = {"import"};
  for (std::uint64_t i = 0; i < kFiles; ++i) words.push_back(ledger.recordFile(kLines, 400));
  return words;
}

/// After trouble: verified, whole batches only, and every acknowledged one.
void checkKept(ProgramLedger& ledger, const ProgramEnd& end) {
  const Verified verified = ledger.verify();
  ASSERT_TRUE(verified.isGood) << verified.said;
  EXPECT_EQ((verified.entries - ProgramLedger::kFirstEntries) % kLines, 0u) << verified.said;
  for (const auto& [first, count] : acknowledgedBatches(end.out)) {
    EXPECT_LE(first + count, verified.entries) << "acknowledged and lost: " << end.out;
  }
}

void checkGoesOn(ProgramLedger& ledger, const std::vector<std::string>& import) {
  const ProgramEnd done = ledger.run(import);
  ASSERT_TRUE(done.isDone()) << done.err;
  const Verified verified = ledger.verify();
  EXPECT_TRUE(verified.isGood) << verified.said;
  EXPECT_EQ(verified.entries, kAll);
}

class FullDisk : public testing::Test {
 protected:
  void SetUp() override {
    if (!disk_.trouble().empty()) GTEST_SKIP() << disk_.trouble();
    ledger_.emplace(disk_.path() / "book");
  }

  TempDirectory temp_;
  SmallDisk disk_{temp_.path(), kDiskBytes};
  std::optional<ProgramLedger> ledger_;
};

TEST_F(FullDisk, StopsAnImportWithASentenceAndKeepsWhatWasAcknowledged) {
  const std::vector<std::string> import = importOf(*ledger_);
  const fs::path first = ledger_->place("first");
  fs::copy(ledger_->book(), first, fs::copy_options::recursive);
  std::size_t batchesMost = 0;
  for (const std::uint64_t roomKiB : {900, 700, 500, 300, 100, 20, 0}) {
    SCOPED_TRACE("room for " + std::to_string(roomKiB) + " KiB");
    fs::remove_all(ledger_->book());
    fs::copy(first, ledger_->book(), fs::copy_options::recursive);
    disk_.fillBut(roomKiB << 10);
    const ProgramEnd end = ledger_->run(import);
    EXPECT_EQ(end.status, kMachineTrouble) << end.out << end.err;
    EXPECT_NE(end.err.find("space"), end.err.npos) << end.err;
    batchesMost = std::max(batchesMost, acknowledgedBatches(end.out).size());
    checkKept(*ledger_, end);  // While it is full still.
    disk_.giveBack();
    checkKept(*ledger_, end);
    checkGoesOn(*ledger_, import);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(batchesMost, 0u);
}

TEST_F(FullDisk, StopsARecordAndAPublishAndTheyGoOn) {
  const std::vector<std::string> import = importOf(*ledger_);
  ASSERT_TRUE(ledger_->run(import).isDone());
  const fs::path published = disk_.path() / "published";
  disk_.fillBut(0);
  const ProgramEnd record = ledger_->run({"record", "inputReceived", "--id", "I-late"});
  EXPECT_EQ(record.status, kMachineTrouble) << record.out << record.err;
  EXPECT_NE(record.err.find("space"), record.err.npos) << record.err;
  EXPECT_EQ(ledger_->verify().entries, kAll);
  disk_.giveBack();
  for (const std::uint64_t roomKiB : {16, 64, 256}) {
    SCOPED_TRACE("room for " + std::to_string(roomKiB) + " KiB");
    disk_.fillBut(roomKiB << 10);
    const ProgramEnd publish = ledger_->publish(published);
    EXPECT_EQ(publish.status, kMachineTrouble) << publish.out << publish.err;
    EXPECT_NE(publish.err.find("space"), publish.err.npos) << publish.err;
    disk_.giveBack();
  }
  ASSERT_TRUE(ledger_->run({"record", "inputReceived", "--id", "I-late"}).isDone());
  const ProgramEnd done = ledger_->publish(published);
  ASSERT_TRUE(done.isDone()) << done.err;
  const ProgramEnd seen = ledger_->verifyPublished(published);
  EXPECT_TRUE(seen.isDone()) << seen.out << seen.err;
}

/// No name stands for half a copy, the ledger is as it was, and with room again it is made.
TEST_F(FullDisk, StopsABackupWithASentenceAndLeavesNoHalfOfOne) {
  ASSERT_TRUE(ledger_->run({"import", ledger_->recordFile(kAll, 3000)}).isDone());
  const std::uint64_t all = ledger_->verify().entries;
  const fs::path copies = disk_.path() / "copies";
  fs::create_directory(copies);
  const std::string copy = (copies / "whole").string();
  const std::string archive = (copies / "whole.tar").string();
  const std::string keys = (copies / "keys").string();
  for (const std::uint64_t roomKiB : {3000, 2000, 1500, 1100, 600, 100, 0}) {
    SCOPED_TRACE("room for " + std::to_string(roomKiB) + " KiB");
    disk_.fillBut(roomKiB << 10);
    for (const std::string& to : {copy, archive}) {
      const ProgramEnd end = ledger_->run({"backup", to, "--keys", keys});
      EXPECT_EQ(end.status, kMachineTrouble) << end.out << end.err;
      EXPECT_NE(end.err.find("space"), end.err.npos) << end.err;
      EXPECT_FALSE(fs::exists(to));
      EXPECT_FALSE(fs::exists(keys));
    }
    EXPECT_TRUE(fs::is_empty(copies)) << fs::directory_iterator(copies)->path();
    EXPECT_EQ(ledger_->verify().entries, all);
    disk_.giveBack();
  }
  const ProgramEnd made = ledger_->run({"backup", copy, "--keys", keys});
  ASSERT_TRUE(made.isDone()) << made.err;
  const ProgramEnd restored = ledger_->runner().run(
      {{"restore", copy, (disk_.path() / "again").string(), "--keys", keys}, ""});
  EXPECT_EQ(restored.status, kPartly) << restored.out << restored.err;
}

/// The same without a disk of our own: files may not grow beyond a limit.
TEST(FileSizeLimit, StopsAnImportWithASentenceAndKeepsWhatWasAcknowledged) {
  ProgramLedger ledger;
  const std::vector<std::string> import = importOf(ledger);
  const auto limited = [] {
    const rlimit limit = {400 << 10, 400 << 10};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);  // Then writing fails instead, with EFBIG.
  };
  const ProgramEnd end = ledger.runner().run(ledger.call(import), limited);
  EXPECT_EQ(end.status, kMachineTrouble) << end.out << end.err;
  EXPECT_GT(acknowledgedBatches(end.out).size(), 0u) << end.out << end.err;
  EXPECT_NE(end.err.find("too large"), end.err.npos) << end.err;
  checkKept(ledger, end);
  checkGoesOn(ledger, import);
}

}  // namespace
}  // namespace minutebook

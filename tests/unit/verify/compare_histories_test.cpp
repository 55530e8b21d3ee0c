// tests/unit/verify/compare_histories_test.cpp

#include "audit/verify/compare_histories.h"

#include <gtest/gtest.h>

#include "tests/support/memory_log.h"

namespace minutebook {
namespace {

Checkpoint headOf(MemoryLog& log) {
  return {"example.org/lakeside", log.size(), log.root(), {}};
}

class CompareHistoriesTest : public testing::Test {
 protected:
  CompareHistoriesTest() {
    for (std::uint8_t i = 0; i < 12; ++i) {
      log_.append(Bytes{i});
      fork_.append(i == 7 ? Bytes{99} : Bytes{i});
      heads_.push_back(headOf(log_));
      forkHeads_.push_back(headOf(fork_));
    }
  }
  HistoryCheck compare(const Checkpoint& one, const Checkpoint& other,
                       std::vector<const LogReader*> logs) {
    return compareHistories(one, other, logs);
  }

  MemoryLog log_;
  MemoryLog fork_;
  std::vector<Checkpoint> heads_;  // Of 1 to 12 entries.
  std::vector<Checkpoint> forkHeads_;
};

TEST_F(CompareHistoriesTest, OfOneSizeNeedsNoFiles) {
  EXPECT_EQ(compare(heads_[8], heads_[8], {}).answer, HistoryAnswer::kSame);
  const HistoryCheck check = compare(heads_[8], forkHeads_[8], {});
  EXPECT_EQ(check.answer, HistoryAnswer::kContradicts);
  EXPECT_EQ(check.finding->code(), "history.rewritten");
}

TEST_F(CompareHistoriesTest, ProvesGrowthInEitherOrder) {
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    for (std::size_t j = 0; j < heads_.size(); ++j) {
      const HistoryAnswer expected = i == j ? HistoryAnswer::kSame : HistoryAnswer::kGrew;
      EXPECT_EQ(compare(heads_[i], heads_[j], {&log_}).answer, expected) << i << ", " << j;
    }
  }
}

TEST_F(CompareHistoriesTest, FindsAnotherHistoryFromTheFirstEntryThatDiffers) {
  for (std::size_t i = 0; i < heads_.size() - 1; ++i) {
    const HistoryAnswer expected = i < 7 ? HistoryAnswer::kGrew : HistoryAnswer::kContradicts;
    EXPECT_EQ(compare(forkHeads_[i], heads_[11], {&log_}).answer, expected) << i;
  }
}

TEST_F(CompareHistoriesTest, CannotTellWithoutTheFilesOfTheLonger) {
  EXPECT_EQ(compare(heads_[3], heads_[9], {}).answer, HistoryAnswer::kCannotTell);
  MemoryLog shorter;
  for (std::uint8_t i = 0; i < 9; ++i) shorter.append(Bytes{i});
  EXPECT_EQ(compare(heads_[3], heads_[9], {&shorter}).answer, HistoryAnswer::kCannotTell);
  EXPECT_FALSE(compare(heads_[3], heads_[9], {&shorter}).finding);
  EXPECT_EQ(compare(heads_[3], heads_[9], {&shorter, &log_}).answer, HistoryAnswer::kGrew);
}

TEST_F(CompareHistoriesTest, FindsAnotherLog) {
  Checkpoint other = heads_[3];
  other.origin = "example.org/hillside";
  const HistoryCheck check = compare(other, heads_[9], {&log_});
  EXPECT_EQ(check.answer, HistoryAnswer::kOtherLog);
  EXPECT_EQ(check.finding->code(), "history.other-origin");
}

}  // namespace
}  // namespace minutebook

// tests/unit/verify/compare_checkpoints_test.cpp

#include "audit/verify/compare_checkpoints.h"

#include <gtest/gtest.h>

#include "tests/support/memory_log.h"

namespace minutebook {
namespace {

class CompareCheckpointsTest : public testing::Test {
 protected:
  CompareCheckpointsTest() {
    for (std::uint8_t i = 0; i < 13; ++i) {
      log_.append(Bytes{i});
      heads_.push_back({"example.org/lakeside", log_.size(), log_.root(), {}});
    }
  }
  std::string compare(const Checkpoint& earlier, const Checkpoint& later) {
    const auto finding = compareCheckpoints(log_, {earlier, later});
    return finding ? std::string(finding->code()) : "";
  }

  MemoryLog log_;
  std::vector<Checkpoint> heads_;
  Checkpoint empty_{"example.org/lakeside", 0, kEmptyRoot, {}};
};

TEST_F(CompareCheckpointsTest, EveryLaterOneContinuesEveryEarlierOne) {
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    EXPECT_EQ(compare(empty_, heads_[i]), "");
    for (std::size_t j = i; j < heads_.size(); ++j) EXPECT_EQ(compare(heads_[i], heads_[j]), "");
  }
}

TEST_F(CompareCheckpointsTest, FindsAnotherLog) {
  Checkpoint other = heads_[3];
  other.origin = "example.org/hillside";
  EXPECT_EQ(compare(other, heads_[5]), "history.other-origin");
}

TEST_F(CompareCheckpointsTest, FindsEntriesGone) {
  EXPECT_EQ(compare(heads_[5], heads_[4]), "history.shorter");
}

TEST_F(CompareCheckpointsTest, FindsAnotherHistory) {
  Checkpoint wrong = heads_[4];
  wrong.root.bytes[0] ^= 1;
  EXPECT_EQ(compare(wrong, heads_[4]), "history.rewritten");
  EXPECT_EQ(compare(wrong, heads_[9]), "history.rewritten");
  EXPECT_EQ(compare(heads_[2], wrong), "history.rewritten");
  Checkpoint nothing = empty_;
  nothing.root.bytes[0] ^= 1;
  EXPECT_EQ(compare(nothing, heads_[9]), "history.rewritten");
}

}  // namespace
}  // namespace minutebook

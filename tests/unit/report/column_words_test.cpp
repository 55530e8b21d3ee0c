#include "audit/report/column_words.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(ColumnWords, SplitANameAtItsLastColon) {
  EXPECT_EQ(columnName("Said by:who").title, "Said by");
  EXPECT_EQ(columnName("Said by:who").manner, "who");
  EXPECT_EQ(columnName("Ratio 1:2:word").title, "Ratio 1:2");
  EXPECT_EQ(columnName("Words").title, "Words");
  EXPECT_EQ(columnName("Words").manner, "");
}

TEST(ColumnWords, PutChoicesIntoPlainWordsAndLeaveSentences) {
  EXPECT_EQ(inManner("word", "livedExperience, practitioner and technicalExpert"),
            "lived experience, practitioner and technical expert");
  EXPECT_EQ(inManner("word", "livedExperience; none"), "lived experience; none");
  EXPECT_EQ(inManner("word", "Held in the townHall today"), "Held in the townHall today");
}

TEST(ColumnWords, TellWhoRecordsStatesAndTimes) {
  EXPECT_EQ(inManner("who", "group:WG"), "group WG");
  EXPECT_EQ(inManner("record", "input:I-7, work:R"), "input I-7, work R");
  EXPECT_EQ(inManner("state", "A-1 (goingOn), A-2"), "A-1 (going on), A-2");
  EXPECT_EQ(inManner("time", "0"), "1970-01-01 00:00 UTC");
  EXPECT_EQ(inManner("", "input:I-7"), "input:I-7");
}

}  // namespace
}  // namespace minutebook

#include "audit/report/plain_words.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(PlainWords, SplitTheSchemasNames) {
  EXPECT_EQ(plainWords("technicalExpert"), "technical expert");
  EXPECT_EQ(plainWords("coProduced"), "co-produced");
  EXPECT_EQ(plainWords(""), "not recorded");
  EXPECT_EQ(plainExpertise("livedExperience"), "people with lived experience");
  EXPECT_EQ(plainExpertise(""), "people whose expertise is not recorded");
}

TEST(PlainWho, KeepsTheSourcesOwnWordsWhole) {
  EXPECT_EQ(plainWho("LE-1, group:WG, words: we, the authors"),
            "LE-1, group WG, \"we, the authors\"");
  EXPECT_EQ(plainWho("outside: survey respondents (about 1571)"),
            "survey respondents (about 1571)");
  EXPECT_EQ(plainWho("organisation:TURN2US"), "organisation TURN2US");
  EXPECT_EQ(plainWho(""), "not recorded");
}

TEST(PlainRef, NamesARecordAsPeopleDo) {
  EXPECT_EQ(plainRef("input:I-7"), "input I-7");
  EXPECT_EQ(plainRef("workVersion:REPORT@2"), "version of a work REPORT@2");
  EXPECT_EQ(plainRef("entry:01920000-0000-7000-8000-000000000001"), "an entry");
}

TEST(ProvenanceSentence, LeavesOutWhatIsNone) {
  ProvenanceCount count;
  EXPECT_EQ(provenanceSentence(count), "");
  count.add("imported");
  count.add("inferred");
  count.add("");
  EXPECT_EQ(provenanceSentence(count),
            "1 from a file or paper, 1 worked out, 1 with no word on how it is known");
  EXPECT_EQ(count.total(), 3);
}

TEST(Sentence, EndsOnce) {
  EXPECT_EQ(sentence("going on"), "Going on.");
  EXPECT_EQ(sentence("he said \"no.\""), "He said \"no.\"");
  EXPECT_EQ(sentence("one (and another)"), "One (and another).");
  EXPECT_EQ(sentence(""), "");
}

TEST(PlainTime, SaysThatItIsUtc) {
  EXPECT_EQ(plainTime(1640995200), "2022-01-01 00:00 UTC");
  EXPECT_EQ(counted(1, "entry", "entries"), "1 entry");
  EXPECT_EQ(counted(0, "entry", "entries"), "0 entries");
}

TEST(PlainWhen, NamesTheRecordThatADateHangsOn) {
  EXPECT_EQ(plainWhen("14 days before meeting:M-3"), "14 days before meeting M-3");
  EXPECT_EQ(plainWhen("after meeting:M-2"), "after meeting M-2");
  EXPECT_EQ(plainWhen("2021-11-02T10:00Z"), "2021-11-02T10:00Z");
}

TEST(PlainWhoEach, TellsSeveralApart) {
  EXPECT_EQ(plainWhoEach("P-7\ngroup:WG"), "P-7; group WG");
  EXPECT_EQ(plainWhoEach(""), "not recorded");
}

}  // namespace
}  // namespace minutebook

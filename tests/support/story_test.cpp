#include "tests/support/story.h"

#include <gtest/gtest.h>

#include "tests/support/story_run.h"

namespace minutebook {
namespace {

using Lines = std::vector<std::string>;

TEST(MatchesLine, TakesEqualLinesOnly) {
  EXPECT_TRUE(matchesLine("one entry", "one entry"));
  EXPECT_FALSE(matchesLine("one entry", "one entry "));
  EXPECT_FALSE(matchesLine("", "x"));
}

TEST(MatchesLine, LetsBracketedDotsStandForAnything) {
  EXPECT_TRUE(matchesLine("entry [..] of 7", "entry 3 of 7"));
  EXPECT_TRUE(matchesLine("entry[..]", "entry"));
  EXPECT_TRUE(matchesLine("[..]a[..]b", "xxaxxabb"));
  EXPECT_FALSE(matchesLine("entry [..] of 7", "entry 3 of 8"));
  EXPECT_FALSE(matchesLine("[..]a[..]b", "xxbxxa"));
}

TEST(MatchesLines, LetsDotsStandForAnyNumberOfLines) {
  EXPECT_TRUE(matchesLines({"a", "...", "d"}, {"a", "b", "c", "d"}));
  EXPECT_TRUE(matchesLines({"a", "...", "d"}, {"a", "d"}));
  EXPECT_TRUE(matchesLines({"..."}, {}));
  EXPECT_FALSE(matchesLines({"a", "...", "d"}, {"a", "b"}));
  EXPECT_FALSE(matchesLines({"a", "...", "b", "c"}, {"a", "b", "x", "c"}));
}

TEST(MatchesLines, RefusesMissingAndExtraLines) {
  EXPECT_FALSE(matchesLines({"a", "b"}, {"a"}));
  EXPECT_FALSE(matchesLines({"a"}, {"a", "b"}));
  EXPECT_FALSE(matchesLines({}, {"a"}));
}

TEST(MatchesLines, ReadsAnEscapedLineLiterally) {
  EXPECT_TRUE(matchesLines({"\\# Report", "\\..."}, {"# Report", "..."}));
  EXPECT_FALSE(matchesLines({"\\..."}, {"anything"}));
}

TEST(MatchesLines, LeavesBlankLinesAtTheEndOut) {
  EXPECT_TRUE(matchesLines({"a", ""}, {"a"}));
  EXPECT_FALSE(matchesLines({"a", "", "b"}, {"a", "b"}));
}

TEST(ParseStory, TellsTheMarksApart) {
  const auto story = parseStory(
      "# A title.\n@ 2024-03-02T00:00:00Z\n< in/a.json\n{}\n<<<\n$ run \\\n> --more\nout\n\nmore\n"
      "! err\n!\n? 3\n\n$ next\n",
      StoryForm::kPlain);
  ASSERT_EQ(story.trouble, "");
  ASSERT_EQ(story.items.size(), 6u);
  EXPECT_EQ(story.items[1].text, "2024-03-02T00:00:00Z");
  EXPECT_EQ(story.items[2].text, "in/a.json");
  EXPECT_EQ(story.items[2].body, "{}\n");
  EXPECT_EQ(story.items[3].text, "run \\\n--more");
  EXPECT_EQ(story.items[3].expected, (StoryOutput{{"out", "", "more"}, {"err", ""}, 3}));
  EXPECT_EQ(story.items[4].kind, StoryItem::Kind::kText);
  EXPECT_EQ(story.items[5].text, "next");
  EXPECT_EQ(story.items[5].number, 15);
}

TEST(ParseStory, KeepsEveryLineOfTheFile) {
  const std::string text = "# T\n\n$ a\nx\n\n\n# c\n$ b\n! e\n? 1\n";
  const auto story = parseStory(text, StoryForm::kPlain);
  std::string again;
  for (const StoryItem& item : story.items) {
    for (const std::string& line : item.lines) again += line + "\n";
  }
  EXPECT_EQ(again, text);
}

TEST(ParseStory, ReadsOnlyMarkedFencesOfMarkdown) {
  const auto story =
      parseStory("# Title\n\ntext\n\n```sh\n$ not this\n```\n\n```story\n$ this\nout\n```\nmore\n",
                 StoryForm::kMarkdown);
  ASSERT_EQ(story.trouble, "");
  Lines commands;
  for (const StoryItem& item : story.items) {
    if (item.kind == StoryItem::Kind::kCommand) commands.push_back(item.text);
  }
  EXPECT_EQ(commands, (Lines{"this"}));
}

TEST(ParseStory, SaysWhichLineItCannotRead) {
  EXPECT_NE(parseStory("$ a\n? one\n", StoryForm::kPlain).trouble.find("line 2"),
            std::string::npos);
  EXPECT_NE(parseStory("stray\n", StoryForm::kPlain).trouble.find("line 1"), std::string::npos);
  EXPECT_NE(parseStory("< f\nbody\n", StoryForm::kPlain).trouble.find("not closed"),
            std::string::npos);
}

TEST(DescribeDifference, ShowsWhatWasExpectedAndWhatCame) {
  const auto story = parseStory("$ run\nsame\nold\n? 1\n", StoryForm::kPlain);
  const auto text = describeDifference(story.items[0], {{"same", "new"}, {}, 0});
  EXPECT_EQ(text,
            "line 1: $ run\n  standard output:\n      same\n    - old\n    + new\n"
            "  exit status:\n    - 1\n    + 0\n");
}

TEST(Rewritten, KeepsPatternsThatStillMatch) {
  const auto story = parseStory("$ run\nid [..]\nold\n! gone\n? 2\n", StoryForm::kPlain);
  EXPECT_EQ(rewritten(story.items[0], {{"# new", "id 77"}, {}, 1}),
            (Lines{"$ run", "\\# new", "id [..]", "? 1"}));
}

/// The shell stands for the program under test: these tests are about the runner.
StoryResult play(const std::string& text) {
  return runStory(parseStory(text, StoryForm::kPlain), {"/bin/sh", "/nowhere"});
}

TEST(RunStory, HoldsWhenEverythingIsAsTold) {
  const std::string text =
      "@ 2024-03-02T00:00:00Z\n< in/a.txt\nhello\n<<<\n$ cat in/a.txt; echo oh >&2; exit 3\nhello\n"
      "! oh\n? 3\n$ minutebook -c 'echo $MINUTEBOOK_TEST_CLOCK $MINUTEBOOK_TEST_SEED'\n"
      "2024-03-02T00:00:00Z 2\n$ pwd; echo $HOME\n{tmp}/desk\n{tmp}/home\n";
  const StoryResult result = play(text);
  EXPECT_EQ(result.differences, "");
  EXPECT_EQ(result.updated, text);
}

TEST(RunStory, TellsOutputStatusAndSignalsThatDiffer) {
  const StoryResult result = play("$ echo b\na\n$ exit 4\n$ kill -9 $$\n");
  EXPECT_NE(result.differences.find("    - a\n    + b\n"), std::string::npos);
  EXPECT_NE(result.differences.find("    - 0\n    + 4\n"), std::string::npos);
  EXPECT_EQ(result.updated, "$ echo b\nb\n$ exit 4\n? 4\n$ kill -9 $$\n? 137\n");
}

}  // namespace
}  // namespace minutebook

// tests/unit/verify/finding_test.cpp

#include "audit/verify/finding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace minutebook {
namespace {

TEST(Finding, EveryKindHasItsOwnCodeAndASentence) {
  std::set<std::string_view> codes;
  for (FindingKind kind : findingKinds()) {
    EXPECT_THAT(std::string(textOf(kind).code), testing::MatchesRegex("[a-z]+\\.[a-z-]+"));
    EXPECT_TRUE(textOf(kind).what.ends_with('.')) << textOf(kind).what;
    codes.insert(textOf(kind).code);
  }
  EXPECT_EQ(codes.size(), findingKinds().size());
  EXPECT_EQ(findingKinds().back(), FindingKind::kCheckpointRevokedKey);
  EXPECT_EQ(textOf(FindingKind::kHistoryRewritten).code, "history.rewritten");
  EXPECT_EQ(textOf(FindingKind::kStoreDamaged).code, "store.damaged");
  EXPECT_EQ(textOf(FindingKind::kGuardContradicted).code, "guard.contradicted");
  EXPECT_EQ(textOf(FindingKind::kRulesRefused).code, "rules.refused");
  EXPECT_EQ(textOf(FindingKind::kVkeyMissing).code, "vkey.missing");
}

TEST(Finding, EveryKindStandsInTheFormatsPageAsItIs) {
  std::ifstream page(MINUTEBOOK_SOURCE_DIR "/docs/formats/verify.md");
  const std::string text{std::istreambuf_iterator<char>(page), {}};
  for (FindingKind kind : findingKinds()) {
    const FindingText said = textOf(kind);
    const std::string row =
        "| `" + std::string(said.code) + "` | " + std::string(said.what) + " |\n";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
}

TEST(FindingList, KeepsTheFirstPlaceOfAKindAndCountsTheRest) {
  FindingList list;
  list.add(FindingKind::kTileWrong, 9, "nine");
  list.add(FindingKind::kTileWrong, 4, "four");
  list.add(FindingKind::kTileWrong, 6, "six");
  ASSERT_EQ(list.sorted().size(), 1u);
  EXPECT_EQ(list.sorted()[0], (Finding{FindingKind::kTileWrong, 4, 3, "four"}));
}

TEST(FindingList, PutsTheLowestIndexFirstAndWhatHasNoneBeforeIt) {
  FindingList list;
  list.add(FindingKind::kEntryMalformed, 7, "");
  list.add(FindingKind::kRootWrong, std::nullopt, "");
  list.add(FindingKind::kTileWrong, 2, "");
  std::vector<std::string_view> codes;
  for (const Finding& finding : list.sorted()) codes.push_back(finding.code());
  EXPECT_THAT(codes, testing::ElementsAre("root.wrong", "tile.wrong", "entry.malformed"));
}

}  // namespace
}  // namespace minutebook

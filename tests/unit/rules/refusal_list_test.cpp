#include "ledger/rules/refusal_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "ledger/base/fault.h"

namespace minutebook {
namespace {

/// Every text in our own sources that could be a code: "family.slug" with a family of the list.
std::set<std::string> codesInSources() {
  std::set<std::string> families;
  for (const ListedRefusal& refusal : refusalList()) {
    families.emplace(refusal.code.substr(0, refusal.code.find('.')));
  }
  std::set<std::string> codes;
  const std::regex quoted("\"([a-z-]+)\\.([a-z0-9-]+)\"");
  std::filesystem::path root = std::string(MINUTEBOOK_SOURCE_DIR) + "/ledger";
  for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
    if (file.path().extension() != ".cpp") continue;
    std::ifstream in(file.path());
    std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at) {
      if (families.contains((*at)[1])) codes.insert((*at)[1].str() + "." + (*at)[2].str());
    }
  }
  return codes;
}

TEST(RefusalList, HoldsEveryCodeThatTheSourcesUse) {
  for (const std::string& code : codesInSources()) EXPECT_TRUE(refusalRank(code)) << code;
}

TEST(RefusalList, HoldsNoCodeThatNothingUses) {
  std::set<std::string> used = codesInSources();
  for (const ListedRefusal& refusal : refusalList()) {
    EXPECT_TRUE(used.contains(std::string(refusal.code))) << refusal.code;
  }
}

TEST(RefusalList, NamesEachCodeOnce) {
  std::set<std::string_view> seen;
  for (const ListedRefusal& refusal : refusalList()) {
    EXPECT_TRUE(seen.insert(refusal.code).second) << refusal.code;
  }
}

TEST(RefusalList, SaysInSentencesWhatCollidedAndWhatToDo) {
  for (const ListedRefusal& refusal : refusalList()) {
    EXPECT_TRUE(refusal.when.ends_with('.')) << refusal.code;
    EXPECT_TRUE(refusal.remedy.ends_with('.')) << refusal.code;
    EXPECT_NE(refusal.when, refusal.remedy) << refusal.code;
  }
}

TEST(RefusalList, StandsFormFirstAndDoorLast) {
  RefusalClass before = RefusalClass::kForm;
  for (const ListedRefusal& refusal : refusalList()) {
    EXPECT_GE(refusal.kind, before) << refusal.code;
    before = refusal.kind;
  }
}

TEST(RefusalList, GivesTheRemedyOfTheList) {
  Refusal refusal = refuse("id.in-use", "id", "There is an input I-1 already.");
  EXPECT_EQ(refusal.code, "id.in-use");
  EXPECT_EQ(refusal.field, "id");
  EXPECT_EQ(refusal.reason, "There is an input I-1 already.");
  EXPECT_THAT(refusal.remedy, testing::HasSubstr("another id"));
}

TEST(RefusalList, IsClosed) {
  EXPECT_FALSE(refusalRank("no.such-code"));
  EXPECT_THROW(refuse("no.such-code", "", "Never."), Fault);
}

}  // namespace
}  // namespace minutebook

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

constexpr char kCode[] = "\"([a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*)\"";

/// The text of every source file under a folder of the tree.
std::vector<std::string> sourcesUnder(const std::string& folder) {
  std::vector<std::string> texts;
  std::filesystem::path root = std::string(MINUTEBOOK_SOURCE_DIR) + "/" + folder;
  for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
    if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
    std::ifstream in(file.path());
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

void addMatches(const std::string& text, const std::regex& pattern, std::set<std::string>& to) {
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    to.insert((*at)[1]);
  }
}

/// Codes where a refusal is made: Refusal{"...", refuse("...", or a braced value that begins so.
std::set<std::string> codesOfRefusals() {
  const std::regex made(R"((?:Refusal\s*\{|refuse\s*\(|return\s*\{)\s*)" + std::string(kCode) +
                        R"(\s*,)");
  std::set<std::string> codes;
  for (const char* folder : {"ledger", "audit", "cli"}) {
    for (const std::string& text : sourcesUnder(folder)) addMatches(text, made, codes);
  }
  return codes;
}

/// Other texts in the ledger that could be a code: those with a family of the list. Some refusals
/// choose between two codes, or hand theirs to a function of the file.
std::set<std::string> codesOfFamilies() {
  std::set<std::string> families;
  for (const ListedRefusal& refusal : refusalList()) {
    families.emplace(refusal.code.substr(0, refusal.code.find('.')));
  }
  std::set<std::string> quoted;
  for (const std::string& text : sourcesUnder("ledger")) {
    addMatches(text, std::regex(kCode), quoted);
  }
  std::erase_if(quoted, [&](const std::string& text) {
    return !families.contains(text.substr(0, text.find('.')));
  });
  return quoted;
}

std::set<std::string> codesInSources() {
  std::set<std::string> codes = codesOfRefusals();
  codes.merge(codesOfFamilies());
  return codes;
}

TEST(RefusalList, HoldsEveryCodeThatTheSourcesUse) {
  std::set<std::string> used = codesInSources();
  EXPECT_GT(codesOfRefusals().size(), 100u);  // The pattern still finds them.
  for (const std::string& code : used) EXPECT_TRUE(refusalRank(code)) << code;
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

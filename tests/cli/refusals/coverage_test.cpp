// Every way of saying no is provoked through the command line, in a story; the few that cannot be
// stand in from-elsewhere.txt with the reason.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "ledger/rules/refusal_list.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

const fs::path kStories = fs::path(MINUTEBOOK_SOURCE_DIR) / "tests" / "cli";

std::vector<std::string> linesOf(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// "! refused: CODE", and what is said in the two lines under it; or a finding that ends "(CODE)".
struct Told {
  std::string code;
  std::string where;
  bool explained = false;
};

std::vector<Told> toldIn(const fs::path& file) {
  static const std::regex refused("^! refused: ([a-z0-9.-]+).*");
  static const std::regex found("^        .*\\(([a-z0-9.-]+)\\)$");
  std::vector<Told> told;
  std::vector<std::string> lines = linesOf(file);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string where = file.filename().string() + " line " + std::to_string(i + 1);
    std::smatch match;
    if (std::regex_match(lines[i], match, refused)) {
      bool explained = i + 2 < lines.size() && lines[i + 1].starts_with("!   ") &&
                       lines[i + 2].starts_with("!   ");
      told.push_back({match[1], where, explained});
    } else if (std::regex_match(lines[i], match, found)) {
      told.push_back({match[1], where, true});
    }
  }
  return told;
}

std::vector<Told> toldInAllStories() {
  std::vector<Told> told;
  for (const auto& file : fs::recursive_directory_iterator(kStories)) {
    if (file.path().extension() != ".test") continue;
    for (Told& one : toldIn(file.path())) told.push_back(std::move(one));
  }
  return told;
}

std::set<std::string> fromElsewhere() {
  std::set<std::string> codes;
  for (const std::string& line : linesOf(kStories / "refusals" / "from-elsewhere.txt")) {
    if (!line.empty() && !line.starts_with("#")) codes.insert(line);
  }
  return codes;
}

TEST(RefusalStories, ProvokeEveryRefusal) {
  std::set<std::string> told;
  for (const Told& one : toldInAllStories()) told.insert(one.code);
  std::set<std::string> elsewhere = fromElsewhere();
  std::vector<std::string> missing;
  for (const ListedRefusal& refusal : refusalList()) {
    std::string code(refusal.code);
    if (!told.contains(code) && !elsewhere.contains(code)) missing.push_back(code);
  }
  EXPECT_THAT(missing, testing::IsEmpty());
}

TEST(RefusalStories, ExceptOnlyWhatNoStoryTells) {
  std::set<std::string> told;
  for (const Told& one : toldInAllStories()) told.insert(one.code);
  for (const std::string& code : fromElsewhere()) {
    EXPECT_TRUE(refusalRank(code)) << code << " is no refusal";
    EXPECT_FALSE(told.contains(code)) << code << " is told in a story";
  }
}

TEST(RefusalStories, GiveAReasonAndARemedyEveryTime) {
  std::vector<Told> told = toldInAllStories();
  EXPECT_GT(told.size(), 150u);  // The patterns still find them.
  for (const Told& one : told) EXPECT_TRUE(one.explained) << one.where << ": " << one.code;
}

}  // namespace
}  // namespace minutebook

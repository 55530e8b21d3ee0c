// Every corruption in the tables is refused by the real program, each in words of its own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "tests/corruptions/desk.h"
#include "tests/corruptions/spoil.h"
#include "tests/corruptions/spoiled_desk.h"
#include "tests/support/files.h"

namespace minutebook {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

constexpr std::size_t kRowsMin = 60;

/// What the program said, and how it ended.
struct Said {
  int status = 0;
  std::string text;
};

Said verify(const fs::path& desk, const std::string& words) {
  const std::string command =
      "cd '" + desk.string() + "' && '" MINUTEBOOK_VERIFIER "' " + unescaped(words) + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  Said said;
  std::array<char, 4096> part{};
  for (std::size_t got = 0; (got = fread(part.data(), 1, part.size(), pipe)) > 0;) {
    said.text.append(part.data(), got);
  }
  const int ended = pclose(pipe);
  said.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128;
  return said;
}

/// What was found wrong, without what was found right and what to do.
std::string messageIn(const std::string& text) {
  std::string message;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool isSaid = line.starts_with("FAILED") || line.starts_with("Failed: ") ||
                        line.starts_with("        ") || line.starts_with("minutebook: ");
    const bool isAboutTheFile = line.ends_with(" does not prove what it says.");
    if (isSaid && !isAboutTheFile) message += line + "\n";
  }
  return message;
}

/// A finding says what to do in a line of its own; a mistake in the line below it.
bool saysWhatToDo(const std::string& text) {
  return text.find("What to do: ") != text.npos || text.find("\n  ") != text.npos;
}

class Corruptions : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    desk_ = std::make_unique<SpoiledDesk>();
    rows_ = readCorruptions(MINUTEBOOK_SOURCE_DIR "/tests/corruptions");
  }
  static void TearDownTestSuite() { desk_.reset(); }

  /// The row's message; what is wrong with it is said.
  static std::string checkRow(const Corruption& row) {
    SCOPED_TRACE(row.name + ": " + row.what);
    const fs::path desk = desk_->spoiledBy(row);
    const Said said = verify(desk, row.check);
    EXPECT_EQ(said.status, row.status) << said.text;
    for (const std::string& sentence : row.says) EXPECT_THAT(said.text, HasSubstr(sentence));
    EXPECT_TRUE(saysWhatToDo(said.text)) << said.text;
    if (!row.page.empty()) checkPage(row, desk);
    return messageIn(said.text);
  }

  /// The same in the page: refused there, too, whatever its script would say.
  static void checkPage(const Corruption& row, const fs::path& desk) {
    const std::string receipt = receiptOf(row);
    std::ofstream(desk / (receipt + ".html"), std::ios::binary | std::ios::trunc) << pageWith(
        readFile(desk_->good() / (receipt + ".html")), readFile(desk / (receipt + ".json")));
    const Said said = verify(desk, receipt + ".html --vkey {vkey}");
    EXPECT_EQ(said.status, 4) << said.text;
  }

  static inline std::unique_ptr<SpoiledDesk> desk_;
  static inline std::vector<Corruption> rows_;
};

TEST_F(Corruptions, AreManyAndOfEveryForm) {
  EXPECT_GE(rows_.size(), kRowsMin);
  std::set<std::string> forms;
  for (const Corruption& row : rows_) forms.insert(row.check.substr(0, row.check.find(' ')));
  for (const std::string form :
       {"published", "bundle", "checkpoint", "cosigned", "entry.json", "entry.txt", "entry.html",
        "all.json", "none.json", "one.tlog-proof", "misbehaviour", "stamped", "disclosure.json"}) {
    EXPECT_TRUE(forms.contains(form)) << form;
  }
}

TEST_F(Corruptions, StartFromOriginalsThatPass) {
  std::set<std::string> checks;
  for (const Corruption& row : rows_) checks.insert(row.check);
  std::size_t passed = 0;
  for (const std::string& check : checks) {
    // A second history, a second policy and such are made by the row itself.
    const bool isMade = check.find("made-") != check.npos;
    if (isMade) continue;
    const Said said = verify(desk_->good(), check);
    EXPECT_EQ(said.status, 0) << check << "\n" << said.text;
    ++passed;
  }
  EXPECT_GT(passed, 10u);
}

TEST_F(Corruptions, AreRefusedEachInItsOwnWords) {
  std::map<std::string, std::string> rowOf;
  std::map<std::string, std::string> messageOf;
  for (const Corruption& row : rows_) {
    const std::string message = checkRow(row);
    EXPECT_FALSE(message.empty()) << row.name;
    messageOf[row.name] = message;
    if (!row.shares.empty()) {
      EXPECT_EQ(message, messageOf[row.shares]) << row.name << " need not share";
      continue;
    }
    const auto [other, isNew] = rowOf.emplace(message, row.name);
    EXPECT_TRUE(isNew) << row.name << " and " << other->second << " both say\n" << message;
  }
}

TEST_F(Corruptions, AreRefusedByPagesEachInItsOwnWords) {
  std::map<std::string, std::string> rowOf;
  for (const Corruption& row : rows_) {
    if (row.page.empty() || !row.pageShares.empty()) continue;
    const auto [other, isNew] = rowOf.emplace(row.page, row.name);
    EXPECT_TRUE(isNew) << row.name << " and " << other->second << ": " << row.page;
  }
  EXPECT_GT(rowOf.size(), 15u);
}

}  // namespace
}  // namespace minutebook

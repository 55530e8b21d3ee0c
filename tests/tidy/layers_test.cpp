#include "tests/tidy/layers.h"

#include <gtest/gtest.h>

namespace minutebook::tidy {
namespace {

/// Runs a check over the C++ of the whole tree; fails with each finding on a line of its own.
template <typename Check>
void expectNoneInTree(Check check) {
  Findings all;
  for (const SourceFile& file : readTree(MINUTEBOOK_SOURCE_DIR)) {
    if (!isCpp(file.path)) continue;
    const Findings some = check(file);
    all.insert(all.end(), some.begin(), some.end());
  }
  EXPECT_TRUE(all.empty()) << joined(all);
}

TEST(Layers, NoArrowTurnsRound) {
  expectNoneInTree(findWrongIncludes);
}

TEST(Layers, TheClockIsReadInCliOnly) {
  expectNoneInTree(findClockReadings);
}

TEST(Layers, TroubleIsCaughtAtItsDoorOnly) {
  expectNoneInTree(findWrongCatches);
}

TEST(Layers, AuditLinksNothingItMayNotInclude) {
  Findings all;
  for (const SourceFile& file : readTree(MINUTEBOOK_SOURCE_DIR)) {
    if (!file.path.ends_with("CMakeLists.txt")) continue;
    const Findings some = findWrongLinks(file);
    all.insert(all.end(), some.begin(), some.end());
  }
  EXPECT_TRUE(all.empty()) << joined(all);
}

TEST(Layers, EveryFolderOfTheProgramIsInTheTable) {
  for (const SourceFile& file : readTree(MINUTEBOOK_SOURCE_DIR)) {
    const bool ships = file.path.starts_with("ledger/") || file.path.starts_with("audit/");
    if (ships && isCpp(file.path)) {
      EXPECT_NE(layerOf(file.path), "") << file.path;
    }
  }
}

// The checks themselves, on planted mistakes.

TEST(WrongIncludes, FindsAnArrowThatTurnsRound) {
  const SourceFile file{"ledger/base/bytes.cpp", "#include \"ledger/crypto/sha256.h\"\n"};
  EXPECT_EQ(joined(findWrongIncludes(file)),
            "ledger/base/bytes.cpp:1: ledger/base may not include ledger/crypto\n");
}

TEST(WrongIncludes, FindsTheStoreInAnAudit) {
  const SourceFile file{"audit/verify/verify.cpp",
                        "#include <string>\n#include \"ledger/store/sequencer.h\"\n"};
  EXPECT_EQ(findWrongIncludes(file).size(), 1u);
}

TEST(WrongIncludes, FindsALibraryBehindTheWrongDoor) {
  EXPECT_EQ(findWrongIncludes({"cli/a.cpp", "#include <rocksdb/db.h>\n"}).size(), 1u);
  EXPECT_EQ(findWrongIncludes({"ledger/rules/a.cpp", "#include <sqlite3.h>\n"}).size(), 1u);
  EXPECT_EQ(findWrongIncludes({"ledger/tlog/a.h", "#include <openssl/evp.h>\n"}).size(), 1u);
}

TEST(WrongIncludes, LetsAllowedOnesBe) {
  EXPECT_TRUE(findWrongIncludes({"ledger/crypto/a.cpp",
                                 "#include <openssl/evp.h>\n#include \"ledger/base/bytes.h\"\n"
                                 "#include \"ledger/crypto/a.h\"\n"})
                  .empty());
  EXPECT_TRUE(findWrongIncludes({"cli/a.cpp", "#include \"ledger/store/sequencer.h\"\n"}).empty());
}

TEST(ClockReadings, FindsEachWayToAsk) {
  EXPECT_EQ(findClockReadings({"ledger/store/a.cpp", "auto t = std::time(nullptr);\n"}).size(), 1u);
  EXPECT_EQ(findClockReadings({"audit/verify/a.cpp", "system_clock::now();\n"}).size(), 1u);
  EXPECT_TRUE(findClockReadings({"cli/clock.cpp", "system_clock::now();\n"}).empty());
  EXPECT_TRUE(findClockReadings({"ledger/store/a.cpp", "// system_clock\nx.time(0);\n"}).empty());
}

TEST(WrongCatches, FindsOneOutsideTheDoors) {
  EXPECT_EQ(findWrongCatches({"ledger/rules/a.cpp", "try { f(); } catch (...) {}\n"}).size(), 1u);
  EXPECT_TRUE(findWrongCatches({"cli/run_told.cpp", "try { f(); } catch (...) {}\n"}).empty());
  EXPECT_TRUE(findWrongCatches({"ledger/rules/a.cpp", "// nothing to catch (here)\n"}).empty());
}

TEST(WrongLinks, FindsTheStoreInAnAudit) {
  const std::string text = "minutebook_library(verify\n  PUBLIC rules store)  # not store\n";
  EXPECT_EQ(findWrongLinks({"audit/verify/CMakeLists.txt", text}).size(), 1u);
  EXPECT_TRUE(findWrongLinks({"ledger/store/CMakeLists.txt", text}).empty());
}

TEST(CodeOf, BlanksCommentsAndLiteralsAndKeepsLines) {
  EXPECT_EQ(codeOf("a; // b\n\"c\\\"d\" e /* f\n */ g"), "a;     \n\"    \" e     \n    g");
  EXPECT_EQ(codeOf("1'000 'x' R\"(y)\" z"), "1'000 ' '        z");
}

}  // namespace
}  // namespace minutebook::tidy

#include "tests/tidy/docs.h"

#include <gtest/gtest.h>

namespace minutebook::tidy {
namespace {

class Docs : public testing::Test {
 protected:
  /// Runs a check over the Markdown files of the tree, golden ones aside: they are outputs.
  template <typename Check>
  void expectNoneInMarkdown(Check check) const {
    Findings all;
    for (const SourceFile& file : tree_) {
      if (!file.path.ends_with(".md") || file.path.starts_with("tests/golden/")) continue;
      const Findings some = check(file);
      all.insert(all.end(), some.begin(), some.end());
    }
    EXPECT_TRUE(all.empty()) << joined(all);
  }

  const std::vector<SourceFile> tree_ = readTree(MINUTEBOOK_SOURCE_DIR);
};

TEST_F(Docs, EachHasOneTitle) {
  expectNoneInMarkdown(findWrongTitles);
}

TEST_F(Docs, EveryLinkResolves) {
  expectNoneInMarkdown([&](const SourceFile& file) { return findBrokenLinks(file, tree_); });
}

TEST_F(Docs, EveryPathTheyNameExists) {
  const auto paths = pathsOf(tree_);
  expectNoneInMarkdown([&](const SourceFile& file) { return findMissingPaths(file, paths); });
}

TEST_F(Docs, NothingPointsAtOneMachine) {
  Findings all;
  for (const SourceFile& file : tree_) {
    if (file.path == "tests/tidy/docs_test.cpp") continue;  // It plants one below.
    const Findings some = findMachinePaths(file);
    all.insert(all.end(), some.begin(), some.end());
  }
  EXPECT_TRUE(all.empty()) << joined(all);
}

TEST_F(Docs, ThePagesEveryoneLooksForAreThere) {
  const auto paths = pathsOf(tree_);
  for (const char* page : {"README.md", "CONTRIBUTING.md", "LICENSE", "docs/ARCHITECTURE.md",
                           "docs/TESTING.md", "docs/glossary.md", "docs/dependencies.md"}) {
    EXPECT_EQ(paths.count(page), 1u) << page;
  }
}

// The checks themselves, on planted mistakes.

TEST(WrongTitles, FindsNoneAndTwo) {
  EXPECT_EQ(findWrongTitles({"a.md", "text\n"}).size(), 1u);
  EXPECT_EQ(findWrongTitles({"a.md", "# One\n\n# Two\n"}).size(), 1u);
  EXPECT_TRUE(findWrongTitles({"a.md", "# One\n```sh\n# a comment\n```\n## Two\n"}).empty());
}

TEST(BrokenLinks, FollowsFilesFoldersAndHeadings) {
  const SourceFile from{"docs/a.md", "# A\n[x](b.md#two-words) [y](../src/) [z](https://x.org)\n"};
  const std::vector<SourceFile> tree = {from, {"docs/b.md", "# B\n## Two words\n"}, {"src/c", ""}};
  EXPECT_EQ(joined(findBrokenLinks(from, tree)), "");
  const SourceFile wrong{"docs/a.md", "# A\n[x](c.md)\n[y](b.md#three)\n"};
  EXPECT_EQ(joined(findBrokenLinks(wrong, tree)),
            "docs/a.md:2: there is no docs/c.md\ndocs/a.md:3: docs/b.md has no heading #three\n");
}

TEST(MissingPaths, FindsAFileThatWasRenamed) {
  const std::set<std::string> paths = {"ledger", "ledger/base"};
  EXPECT_TRUE(findMissingPaths({"a.md", "`ledger/base/` and `tests/*.cpp`\n"}, paths).empty());
  EXPECT_EQ(findMissingPaths({"a.md", "`ledger/bose`\n"}, paths).size(), 1u);
}

TEST(MachinePaths, FindsAHomeAndAWayOut) {
  EXPECT_EQ(findMachinePaths({"a.md", "see /home/ada/notes\n"}).size(), 1u);
  EXPECT_EQ(findMachinePaths({"a.md", std::string("see ../") + "shared/x\n"}).size(), 1u);
  EXPECT_TRUE(findMachinePaths({"a.md", "build/home/x and https://x.org/home/y\n"}).empty());
}

}  // namespace
}  // namespace minutebook::tidy

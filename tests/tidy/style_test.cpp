#include "tests/tidy/style.h"

#include <gtest/gtest.h>

#include "tests/tidy/functions.h"

namespace minutebook::tidy {
namespace {

/// Functions that were over the limit when it came. Shorten one and take it off; never add one.
const std::vector<LongFunction>& longFunctions() {
  static const std::vector<LongFunction> known = {};
  return known;
}

/// Fails with each finding on a line of its own.
void expectNone(const Findings& findings) {
  EXPECT_TRUE(findings.empty()) << joined(findings);
}

/// Runs a check over the whole tree.
template <typename Check>
void expectNoneInTree(Check check) {
  Findings all;
  for (const SourceFile& file : readTree(MINUTEBOOK_SOURCE_DIR)) {
    const Findings some = check(file);
    all.insert(all.end(), some.begin(), some.end());
  }
  expectNone(all);
}

std::string times(int count, const std::string& text) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

TEST(Style, LinesStayWithinAHundredColumns) {
  expectNoneInTree([](const SourceFile& file) {
    return isProgramText(file) ? findLongLines(file) : Findings{};
  });
}

TEST(Style, FilesStayShort) {
  expectNoneInTree(findLongFile);
}

TEST(Style, FunctionsStayShort) {
  expectNoneInTree([](const SourceFile& file) { return findLongFunctions(file, longFunctions()); });
}

TEST(Style, TheListOfLongFunctionsOnlyShrinks) {
  expectNone(findStaleRatchet(readTree(MINUTEBOOK_SOURCE_DIR), longFunctions()));
}

TEST(Style, NothingIsLeftHalfDone) {
  expectNoneInTree(findUnfinished);
}

TEST(Style, EverySourceIsBuilt) {
  expectNone(findUnlistedSources(readTree(MINUTEBOOK_SOURCE_DIR)));
}

TEST(Style, EveryPublicDeclarationHasItsSentence) {
  expectNoneInTree([](const SourceFile& file) {
    const bool ships = file.path.starts_with("ledger/") || file.path.starts_with("audit/");
    return ships && file.path.ends_with(".h") ? findUndocumented(file) : Findings{};
  });
}

// The checks themselves, on planted mistakes.

TEST(LongLines, CountsCharactersNotBytes) {
  EXPECT_TRUE(findLongLines({"a.cpp", times(100, "é") + "\n"}).empty());
  EXPECT_EQ(findLongLines({"a.cpp", "\n" + times(101, "x")}).size(), 1u);
}

TEST(LongLines, LetsALiteralThatCannotBeCutBe) {
  EXPECT_TRUE(findLongLines({"a.capnp", "$help(\"" + times(101, "x") + "\");"}).empty());
  EXPECT_EQ(findLongLines({"a.cpp", "f(\"" + times(101, "x") + "\");"}).size(), 1u);
}

TEST(LongFile, AllowsTestsMore) {
  EXPECT_TRUE(findLongFile({"ledger/a.cpp", times(400, "\n")}).empty());
  EXPECT_EQ(findLongFile({"ledger/a.cpp", times(401, "\n")}).size(), 1u);
  EXPECT_TRUE(findLongFile({"tests/a.cpp", times(401, "\n")}).empty());
}

TEST(LongFunctions, MeasuresFromHeadToClosingBrace) {
  const std::string longest = "void f() {\n" + times(68, "  g();\n") + "}\n";
  const std::string tooLong =
      "namespace a {\nvoid A::f() {\n" + times(69, "  g({1});\n") + "}\n}\n";
  EXPECT_TRUE(findLongFunctions({"a.cpp", longest}, {}).empty());
  EXPECT_EQ(joined(findLongFunctions({"a.cpp", tooLong}, {})),
            "a.cpp:2: A::f has 71 lines; 70 is its limit\n");
  EXPECT_TRUE(findLongFunctions({"a.cpp", tooLong}, {{"a.cpp", "A::f", 71}}).empty());
  EXPECT_EQ(findLongFunctions({"a.cpp", tooLong}, {{"a.cpp", "A::f", 70}}).size(), 1u);
}

TEST(StaleRatchet, NamesWhatIsShortNow) {
  EXPECT_EQ(findStaleRatchet({{"a.cpp", "void f() {\n}\n"}}, {{"a.cpp", "f", 90}}).size(), 1u);
  EXPECT_EQ(findStaleRatchet({}, {{"a.cpp", "f", 90}}).size(), 1u);
}

TEST(Unfinished, FindsAMark) {
  EXPECT_EQ(findUnfinished({"a.md", std::string("x\n- TO") + "DO: write\n"}).size(), 1u);
  EXPECT_TRUE(findUnfinished({"a.md", "to do\n"}).empty());
}

TEST(UnlistedSources, FindsWhatNoListNames) {
  const SourceFile list{"a/CMakeLists.txt", "minutebook_library(a SOURCES one.cpp)  # two.cpp\n"};
  const Findings found =
      findUnlistedSources({list, {"a/one.cpp", ""}, {"a/two.cpp", ""}, {"a/ne.cpp", ""}});
  EXPECT_EQ(joined(found),
            "a/two.cpp: no CMake list names it, so nothing builds it\n"
            "a/ne.cpp: no CMake list names it, so nothing builds it\n");
  EXPECT_TRUE(
      findUnlistedSources({{"a/more.cmake", "add(x ${here}/a/one.cpp)\n"}, {"a/one.cpp", ""}})
          .empty());
}

TEST(Declarations, TellsTypesFunctionsAndValuesApart) {
  const auto all = declarationsOf(
      "#define X {\nnamespace n {\nclass A : public B {\n public:\n  A(int a) : a_{a}, b_(1) {\n"
      "    if (a) { }\n  }\n\n private:\n  int a_ = 0;\n};\ntemplate <class T>\nT f(T t = {});\n"
      "const int kTable[] = {1, 2};\nenum class E { kOne };\n}\n");
  std::string told;
  for (const Declaration& one : all) {
    told += (one.kind == Declaration::Kind::kType       ? "type "
             : one.kind == Declaration::Kind::kFunction ? "function "
                                                        : "other ") +
            std::to_string(one.firstLine) + "-" + std::to_string(one.lastLine) +
            (one.isPublic ? " public\n" : " private\n");
  }
  EXPECT_EQ(told,
            "type 3-3 public\nfunction 5-7 public\nother 10-10 private\nfunction 12-13 public\n"
            "other 14-14 public\ntype 15-15 public\n");
}

TEST(Declarations, NamesTestsByTheirSentence) {
  EXPECT_EQ(nameOf(declarationsOf("TEST(Tree, Grows) {\n}\n").at(0)), "TEST(Tree, Grows)");
  EXPECT_EQ(nameOf(declarationsOf("template <typename T>\nvoid A<T>::f(int) {}").at(0)).back(),
            'f');
}

TEST(Undocumented, FindsTypesAndFunctionsWithoutASentence) {
  const SourceFile header{"ledger/a.h",
                          "namespace n {\nclass Forward;\nclass A {\n public:\n  void f();\n"
                          "  int g() const { return 1; }\n  int h = 0;\n};\n\nvoid loose();\n}\n"};
  EXPECT_EQ(joined(findUndocumented(header)),
            "ledger/a.h:3: no `///` sentence: class A\n"
            "ledger/a.h:5: no `///` sentence: void f()\n"
            "ledger/a.h:10: no `///` sentence: void loose()\n");
}

TEST(Undocumented, LetsARunShareASentence) {
  const SourceFile header{"ledger/a.h",
                          "/// A.\nclass A {\n public:\n  /// Makes and copies.\n  A();\n"
                          "  A(int,\n    int);\n  A(const A&) = delete;\n  A(long);\n\n"
                          " private:\n  void f();\n};\n/// G.\nvoid g();\nvoid h();  ///< H.\n"};
  EXPECT_EQ(joined(findUndocumented(header)), "");
}

}  // namespace
}  // namespace minutebook::tidy

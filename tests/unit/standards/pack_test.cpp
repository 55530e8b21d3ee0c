#include "audit/standards/pack.h"

#include <gtest/gtest.h>

#include "audit/standards/check_file.h"

namespace minutebook {
namespace {

const std::string kHead = "id = \"OURS\"\nversion = \"1\"\ntitle = \"Ours\"\n";

std::string reasonOf(const std::string& text) {
  Outcome<Pack> pack = readPack(text);
  return pack ? "taken" : pack.refusal().reason;
}

TEST(Pack, IsItsHeadAndPartsCharacterForCharacter) {
  const std::string text = kHead +
                           "# a remark\n\n[[clause]]\ncode = \"A\" # one\ntext = \"B\"\n"
                           "obligation = \"must\"\nby_a_person = true\n\n"
                           "[[clause]]\ncode = \"C\"\ntext = \"D\"\nobligation = \"may\"\n"
                           "sql = \"SELECT 1\"";
  Pack pack = readPack(text).value();
  ASSERT_EQ(pack.parts.size(), 2U);
  EXPECT_EQ(pack.head + pack.parts[0].packText + pack.parts[1].packText, text);
  EXPECT_EQ(pack.parts[0].decided, PackPart::Decided::kByAPerson);
  EXPECT_EQ(pack.parts[1].decided, PackPart::Decided::kByOwnSql);
  EXPECT_EQ(pack.label(), "OURS@1");
}

TEST(Pack, TakesWhatItLeavesOutFromThePackBelow) {
  Pack pack = readPack(kHead +
                       "based_on = \"BASE@1\"\n[[clause]]\nuses = \"PR-01\"\n"
                       "parameters = { n = \"10\" }\n")
                  .value();
  const PackPart* below = ownPack("BASE")->part("PR-01");
  const PackPart& part = pack.parts.front();
  EXPECT_EQ(part.text, below->text);
  EXPECT_EQ(part.check, below->check);
  ASSERT_EQ(part.parameters.size(), 1U);
  EXPECT_EQ(part.parameters.front().value, "10");
  EXPECT_EQ(part.parameters.front().unit, below->parameters.front().unit);
  EXPECT_NE(parameterHash(part.parameters), parameterHash(below->parameters));
}

TEST(Pack, HashesParametersWhateverTheirOrder) {
  EXPECT_EQ(parameterHash({{"a", "1", ""}, {"b", "2", ""}}),
            parameterHash({{"b", "2", "days"}, {"a", "1", "days"}}));
  EXPECT_NE(parameterHash({{"a", "12", ""}}), parameterHash({{"a", "1", ""}, {"2", "", ""}}));
}

TEST(Pack, IsRefusedWithTheLineAndWhatIsWrong) {
  const std::string clause = "[[clause]]\ncode = \"A\"\ntext = \"B\"\nobligation = \"must\"\n";
  const std::string table = "[[table]]\ncode = \"T\"\ncolumns = [\"a\"]\n";
  struct Wrong {
    std::string text;
    std::string reason;
  };
  const std::vector<Wrong> wrongs = {
      {"id = ", "Line 1: "},
      {"version = \"1\"\n", "Line 1: id is missing."},
      {kHead, "Line 1: it has no clause and no table."},
      {kHead + "colour = \"red\"\n" + clause, "Line 4: there is no setting \"colour\"."},
      {kHead + "based_on = \"NONE@1\"\n" + clause, "this program has no pack NONE@1"},
      {kHead + clause, "A needs check, sql or by_a_person."},
      {kHead + clause + "check = \"none\"\n", "this program has no check none."},
      {kHead + clause + "sql = \"x\"\nby_a_person = true\n", "in more than one way."},
      {kHead + clause + "by_a_person = \"yes\"\n", "by_a_person has to be true or false."},
      {kHead + "[[clause]]\ncode = \"A\"\ntext = \"B\"\nobligation = \"ought\"\nsql = \"x\"\n",
       "obligation of A has to be must, should or may."},
      {kHead + "[[clause]]\ntext = \"B\"\n", "a clause needs its code."},
      {kHead + "[[clause]]\ncode = \"A\"\n", "A needs its text."},
      {kHead + "[[clause]]\nuses = \"PR-01\"\n", "based_on, which is missing."},
      {kHead + "based_on = \"BASE@1\"\n[[clause]]\nuses = \"XX-9\"\n", "BASE@1 has no XX-9."},
      {kHead + clause + "sql = \"x\"\n" + clause + "sql = \"x\"\n", "there is a second A."},
      {kHead + clause + "sql = \"x\"\nmatches = [\"UK-1\"]\n", "no [[item]] is called so."},
      {kHead + clause + "sql = \"x\"\nmatches = \"UK-1\"\n", "matches has to be a list of texts."},
      {kHead + clause + "sql = \"x\"\nmatches = [1]\n", "matches holds more than texts."},
      {kHead + clause + "check = \"papers_in_time\"\nparameters = { m = \"1\" }\n",
       "the check papers_in_time has no parameter m."},
      {kHead + clause + "check = \"papers_in_time\"\nparameters = { n = 14 }\n",
       "n has to be a text in quotes."},
      {kHead + clause + "check = \"papers_in_time\"\nparameters = 14\n",
       "parameters has to be { n = \"14\" }."},
      {kHead + clause + "sql = \"x\"\n" + table + "rows = []\n", "go into packs of their own."},
      {kHead + table, "T needs its rows."},
      {kHead + table + "rows = [[\"a\", \"b\"]]\n", "a row of T has as many texts as columns."},
      {kHead + table + "rows = [[1]]\n", "a cell has to be a text."},
      {kHead + "clause = [1]\n", "write [[clause]]."},
      {kHead + "clause = 1\n", "write [[clause]]."},
      {kHead + "clause = [{ code = \"A\", text = \"B\", obligation = \"may\", sql = \"x\" }]\n",
       "each [[clause]] or [[table]] begins a line of its own"},
  };
  for (const Wrong& wrong : wrongs) {
    std::string reason = reasonOf(wrong.text);
    EXPECT_NE(reason.find(wrong.reason), reason.npos) << reason << "\nin\n" << wrong.text;
    EXPECT_TRUE(reason.starts_with("Line ")) << reason;
  }
}

TEST(OwnPacks, NameOnlyChecksThatThereAre) {
  for (const Pack& pack : ownPacks()) {
    EXPECT_EQ(ownPack(pack.id), &pack);
    EXPECT_EQ(ownPack(pack.label()), &pack);
    for (const PackPart& part : pack.parts) {
      bool isKnown = part.decided != PackPart::Decided::kByCheck || checkNamed(part.check);
      EXPECT_TRUE(isKnown) << part.check;
    }
    for (const PackItem& item : pack.items) {
      bool isAnswered = std::any_of(pack.parts.begin(), pack.parts.end(), [&](const auto& part) {
        return std::find(part.matches.begin(), part.matches.end(), item.code) != part.matches.end();
      });
      EXPECT_TRUE(isAnswered) << pack.id << ": no clause answers to " << item.code;
    }
  }
  EXPECT_EQ(ownPack("NONE"), nullptr);
}

}  // namespace
}  // namespace minutebook

// What the tables together have to show: every refusal that is not about form, and the order in
// which refusals are told.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ledger/rules/refusal_list.h"
#include "tests/rules/table_run.h"

namespace minutebook {
namespace {

std::set<std::string> verdictsOfAllTables() {
  std::set<std::string> verdicts;
  for (const std::string& file : tableFiles()) {
    for (const TableRow& row : parseTable(readTableFile(file)).rows) verdicts.insert(row.verdict);
  }
  return verdicts;
}

TEST(RuleTables, ShowEveryRefusalOfRulesAndDoor) {
  std::set<std::string> shown = verdictsOfAllTables();
  std::vector<std::string> missing;
  for (const ListedRefusal& refusal : refusalList()) {
    if (refusal.kind == RefusalClass::kForm) continue;
    std::string code(refusal.code);
    // Asked of whoever records, before the rules: tests/unit/cli/private_door_test.cpp.
    if (code == "door.looks-private") continue;
    if (!shown.contains(code)) missing.push_back(code);
  }
  EXPECT_THAT(missing, testing::IsEmpty());
}

TEST(RuleTables, NameOnlyListedRefusals) {
  for (const std::string& verdict : verdictsOfAllTables()) {
    if (verdict == "admitted" || verdict == "-") continue;
    EXPECT_TRUE(refusalRank(verdict)) << verdict;
  }
}

// A row of precedence.table breaks two rules. Its remark names the other one: "rather than CODE".
TEST(RuleTables, TellTheRefusalThatStandsFirstInTheList) {
  constexpr std::string_view kMark = "rather than ";
  int compared = 0;
  for (const TableRow& row : parseTable(readTableFile("precedence.table")).rows) {
    std::size_t at = row.remark.find(kMark);
    if (at == row.remark.npos) continue;
    auto told = refusalRank(row.verdict);
    auto other = refusalRank(row.remark.substr(at + kMark.size()));
    ASSERT_TRUE(told && other) << row.line;
    EXPECT_LT(*told, *other) << "line " << row.line;
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

// For each kind that is somebody's own act: written down by another it needs a basis, for the same
// person, and then it is admitted; the person needs none.
TEST(RuleTables, TryEveryOwnActFourWays) {
  std::map<std::string, std::set<std::string>> tried;
  for (const TableRow& row : parseTable(readTableFile("own-acts.table")).rows) {
    std::string how = row.verdict;
    if (how == "admitted") how += row.onBehalfOf.empty() ? " alone" : " with a basis";
    tried[parseSaid(row.what).kind].insert(how);
  }
  Catalogue catalogue;
  for (const KindInfo& kind : catalogue.kinds()) {
    if (kind.belongsTo.empty()) continue;
    EXPECT_THAT(tried[kind.name],
                testing::IsSupersetOf({"on-behalf.missing", "on-behalf.other-person",
                                       "admitted with a basis", "admitted alone"}))
        << kind.name;
  }
}

// A rule that refuses too much shows where nothing of its kind comes in.
TEST(RuleTables, AdmitSomethingOfEveryKindThatTheyRefuse) {
  std::set<std::string> admitted;
  std::set<std::string> refused;
  for (const std::string& file : tableFiles()) {
    for (const TableRow& row : parseTable(readTableFile(file)).rows) {
      std::string kind = parseSaid(row.what).kind;
      (refusalRank(row.verdict) ? refused : admitted).insert(kind);
    }
  }
  refused.erase("rulesChanged");  // This program knows one version of the rules, so none is higher.
  EXPECT_THAT(admitted, testing::IsSupersetOf(refused));
}

// Principle 1. The one refused row is there to show that a reference to nothing is no bad practice.
TEST(RuleTables, AdmitAllBadPractice) {
  int admitted = 0;
  std::vector<std::string> refused;
  for (const TableRow& row : parseTable(readTableFile("bad-practice.table")).rows) {
    if (refusalRank(row.verdict)) refused.push_back(row.verdict);
    if (row.verdict == "admitted") ++admitted;
  }
  EXPECT_GT(admitted, 100);
  EXPECT_THAT(refused, testing::ElementsAre("reference.unknown"));
}

TEST(RuleTables, GiveTheSameFactsEveryTime) {
  Catalogue catalogue;
  TableRun first(catalogue);
  TableRun second(catalogue);
  Table table = parseTable(readTableFile("bad-practice.table"));
  first.run(table);
  second.run(table);
  EXPECT_EQ(first.facts().all(), second.facts().all());
  EXPECT_EQ(first.facts().threadsRoot(), second.facts().threadsRoot());
}

}  // namespace
}  // namespace minutebook

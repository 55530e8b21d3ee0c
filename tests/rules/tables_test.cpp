// One test for each table: every row gets the verdict that stands in it.

#include <gtest/gtest.h>

#include "tests/rules/table_run.h"

namespace minutebook {
namespace {

class RuleTable : public testing::TestWithParam<std::string> {};

TEST_P(RuleTable, GivesTheVerdictsThatStandInIt) {
  Catalogue catalogue;
  TableRun ledger(catalogue);
  for (const RowResult& result : ledger.run(parseTable(readTableFile(GetParam())))) {
    EXPECT_EQ(result.verdict, result.row.verdict)
        << GetParam() << " line " << result.row.line << ": " << result.row.who << " "
        << result.row.what << "\n  " << result.field << ": " << result.reason;
    bool refused = result.verdict != "admitted" && result.verdict != "-";
    EXPECT_EQ(refused, !result.remedy.empty()) << result.verdict;
    EXPECT_EQ(refused, !result.reason.empty()) << result.verdict;
  }
}

std::string nameOfTest(const testing::TestParamInfo<std::string>& file) {
  std::string name = file.param.substr(0, file.param.find('.'));
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Tables, RuleTable, testing::ValuesIn(tableFiles()), nameOfTest);

}  // namespace
}  // namespace minutebook

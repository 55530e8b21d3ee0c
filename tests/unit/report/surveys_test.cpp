#include "audit/report/surveys.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "audit/report/claims.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

/// A survey of one scale and one choice, with as many sheets as there are figures.
class Survey : public testing::Test {
 protected:
  void open(const std::vector<std::string>& figures, const std::string& demographic = "no") {
    ledger_.add(R"({"kind": "surveyOpened", "id": "S", "asked": 12, "questions": [
        {"id": "Q1", "type": "scale", "lowest": "0", "highest": "100"},
        {"id": "Q2", "type": "oneOf", "options": ["Yes", "No"], "demographic": ")" +
                demographic + R"("}]})");
    int n = 0;
    for (const std::string& figure : figures) {
      ++n;
      ledger_.add(R"({"kind": "surveyAnswered", "survey": "S", "label": "S-)" + std::to_string(n) +
                  R"(", "answers": {"answers": [{"question": "Q1", "answer": {"figure": ")" +
                  figure + R"("}}, {"question": "Q2", "answer": {"choice": ")" +
                  (n == 1 ? "No" : "Yes") + R"("}}]}})");
    }
  }

  SurveyTotals totals(std::int64_t fewest) {
    ReadModel model = ledger_.model();
    Query query = model.query();
    return surveyTotals(query, {}, sheetOpener(ledger_), fewest).front();
  }

  ExampleLedger ledger_;
};

TEST_F(Survey, ShowsLowestAndDistributionWithAMean) {
  open({"51", "100", "80", "93", "50", "90", "77", "100"});
  SurveyTotals survey = totals(8);
  const QuestionTotals& first = survey.questions[0];
  EXPECT_EQ(first.heldBack, "");
  EXPECT_EQ(first.answered, 8);
  EXPECT_EQ(formatDecimal(*first.mean), "80.125");
  EXPECT_TRUE(first.meanIsExact);
  EXPECT_EQ(formatDecimal(*first.lowest), "50");
  ASSERT_EQ(first.distribution.size(), 5u);
  EXPECT_EQ(first.distribution[0].option, "0 to 20");
  EXPECT_EQ(first.distribution[2].people, 2);  // 51 and 50
  EXPECT_EQ(first.distribution[3].people, 2);  // 80 and 77
  EXPECT_EQ(first.distribution[4].people, 4);
  EXPECT_EQ(survey.questions[1].distribution[1].option, "No");
  EXPECT_EQ(survey.questions[1].distribution[1].people, 1);
  EXPECT_EQ(survey.response.value, "not recorded of 12");
}

TEST_F(Survey, HoldsBackWhatFewerPeopleAnswered) {
  open({"51", "100", "80", "93", "50", "90", "77"});
  SurveyTotals survey = totals(8);
  EXPECT_EQ(survey.questions[0].heldBack, "held back: fewer than 8 people answered");
  EXPECT_FALSE(survey.questions[0].mean);
  EXPECT_TRUE(survey.questions[0].distribution.empty());
  EXPECT_EQ(survey.questions[0].answered, 0);
}

TEST_F(Survey, NeverGoesBelowFive) {
  open({"51", "100", "80", "93"});
  EXPECT_EQ(totals(1).questions[0].heldBack, "held back: fewer than 5 people answered");
}

TEST_F(Survey, HoldsBackSmallCellsOfWhoPeopleAre) {
  open({"1", "2", "3", "4", "5", "6"}, "yes");
  SurveyTotals survey = totals(5);
  EXPECT_TRUE(survey.questions[1].distribution.empty());
  EXPECT_NE(survey.questions[1].heldBack, "");
}

TEST_F(Survey, SaysSealedToThoseWhoMayNotOpenIt) {
  open({"51", "100", "80", "93", "50"});
  ReadModel model = ledger_.model();
  Query query = model.query();
  SurveyTotals survey = surveyTotals(query, {}, nothingOpened(), 5).front();
  EXPECT_EQ(survey.sealedSheets, 5);
  EXPECT_EQ(survey.questions[0].heldBack, "sealed for you: the answers cannot be opened here");
}

TEST_F(Survey, TakesTheNumberFromTheRecordedChangeOfTheStandard) {
  open({"1"});
  ledger_.add(R"({"kind": "standardChanged", "standard": "BASE@1", "clause": "BASE-PV-01",
      "change": {"parameter": {"name": "k", "value": "8", "unit": "people"}}})");
  ReadModel model = ledger_.model();
  Query query = model.query();
  EXPECT_EQ(fewestAnswers(query, {}, 10), 8);
}

TEST_F(Survey, ChecksWhatWasStatedAboutIt) {
  open({"99", "90", "90", "90", "91"});
  auto claim = [&](const std::string& label, const std::string& figure, const std::string& more) {
    ledger_.add(
        R"({"kind": "claimPublished", "statement": "A claim", "about": ["surveyQuestion:S@Q1"],
        "values": [{"label": ")" +
        label + R"(", "figure": ")" + figure + "\"" + more + "}]}");
  };
  claim("average", "92", "");
  claim("average", "90", R"(, "rounding": "nearest", "roundedTo": "10")");
  claim("lowest answer", "89", "");
  claim("how they felt", "3", "");
  ReadModel model = ledger_.model();
  Query query = model.query();
  auto checks = claimChecks(query, {}, surveyTotals(query, {}, sheetOpener(ledger_), 5));
  ASSERT_EQ(checks.size(), 4u);
  EXPECT_EQ(checks[0].verdict, ClaimVerdict::kAgrees);
  EXPECT_EQ(checks[1].verdict, ClaimVerdict::kAgreesRounded);
  EXPECT_EQ(checks[2].verdict, ClaimVerdict::kDiffers);
  EXPECT_EQ(checks[2].workedOut, "90");
  EXPECT_EQ(checks[3].verdict, ClaimVerdict::kNotConfirmed);
}

TEST(MeanOf, IsExactWhereItComesOutAndSaysSoWhereNot) {
  auto thirds = meanOf({{1, 0}, {0, 0}, {0, 0}});
  EXPECT_EQ(formatDecimal(thirds->value), "0.333");
  EXPECT_FALSE(thirds->exact);
  auto half = meanOf({{15, 1}, {2, 0}});
  EXPECT_EQ(formatDecimal(half->value), "1.75");
  EXPECT_TRUE(half->exact);
  EXPECT_FALSE(meanOf({}));
  EXPECT_FALSE(meanOf({{INT64_MAX, 0}, {INT64_MAX, 0}}));
}

TEST(ParseSheet, RefusesBytesThatAreNoSheet) {
  EXPECT_FALSE(parseSheet({}));
  EXPECT_FALSE(parseSheet(Bytes(7, 1)));
  EXPECT_FALSE(parseSheet(Bytes(16, 0xff)));
}

}  // namespace
}  // namespace minutebook

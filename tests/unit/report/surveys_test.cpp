#include "audit/report/surveys.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "audit/report/claims.h"
#include "audit/report/forms.h"
#include "audit/report/transparency.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

/// A survey of one scale and one choice, with as many sheets as there are figures.
class Survey : public testing::Test {
 protected:
  enum class Closes { kYes, kNotYet };

  void open(const std::vector<std::string>& figures, const std::string& demographic = "no",
            Closes closes = Closes::kYes) {
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
    if (closes == Closes::kYes) ledger_.add(R"({"kind": "surveyClosed", "survey": "S"})");
  }

  /// One more, that says nothing to the second question.
  void addSheet(const std::string& figure) {
    ledger_.add(R"({"kind": "surveyAnswered", "survey": "S", "label": "T-)" +
                std::to_string(ledger_.log().size()) +
                R"(", "answers": {"answers": [{"question": "Q1", "answer": {"figure": ")" + figure +
                R"("}}]}})");
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

TEST_F(Survey, ShowsNothingWhileItIsOpen) {
  open({"51", "100", "80", "93", "50", "90", "77", "100"}, "no", Closes::kNotYet);
  SurveyTotals survey = totals(8);
  EXPECT_EQ(survey.questions[0].heldBack,
            "held back: the survey is open, as far as the record says");
  EXPECT_FALSE(survey.questions[0].mean);
  EXPECT_TRUE(survey.questions[0].distribution.empty());
  EXPECT_EQ(survey.questions[0].answered, 0);
  EXPECT_EQ(survey.questions[0].entries, Entries{0});  // That it was opened.
  ledger_.add(R"({"kind": "surveyClosed", "survey": "S"})");
  EXPECT_EQ(totals(8).questions[0].answered, 8);
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
  const QuestionTotals& who = survey.questions[1];
  EXPECT_EQ(who.heldBack, "");
  EXPECT_EQ(who.answered, 6);
  ASSERT_EQ(who.distribution.size(), 5u);
  EXPECT_EQ(who.distribution[0].option, "Yes");
  EXPECT_EQ(who.distribution[0].people, 5);
  EXPECT_EQ(who.distribution[1].heldBack, "held back: fewer than 5");
  EXPECT_EQ(who.distribution[1].people, 0);
  // Without it, six who answered would give the one No.
  EXPECT_EQ(who.distribution[2].option, "another answer");
  EXPECT_EQ(who.distribution[2].heldBack, "held back: fewer than 5");
  // Which sheets say something to it is as telling as how many.
  EXPECT_EQ(who.entries.size(), 1u);
  EXPECT_EQ(who.provenance.total(), 0);
}

TEST_F(Survey, KeepsNothingOfAQuestionThatIsHeldBack) {
  open({"51", "100", "80"});
  QuestionTotals held = totals(5).questions[0];
  EXPECT_EQ(held.entries.size(), 1u);
  EXPECT_EQ(held.provenance.total(), 0);
}

TEST_F(Survey, HoldsBackALowestAndHighestAge) {
  ledger_.add(R"({"kind": "surveyOpened", "id": "S", "purpose": "demographics", "questions": [
      {"id": "Q1", "type": "number"}]})");
  for (int n = 0; n < 6; ++n) addSheet(std::to_string(30 + n));
  ledger_.add(R"({"kind": "surveyClosed", "survey": "S"})");
  const QuestionTotals age = totals(5).questions[0];
  EXPECT_FALSE(age.lowest || age.highest || age.mean);
  EXPECT_EQ(age.distribution.size(), 2u);  // Who would rather not say, and who said nothing.
}

/// A report after 8 answers, given out, and what is made later.
class SurveySeries : public Survey {
 protected:
  void openAndGive(const std::string& audience = "public") {
    open({"51", "100", "80", "93", "50", "90", "77", "100"});
    give("RP-1", audience);
  }

  void give(const std::string& id, const std::string& audience) {
    auto size = std::to_string(ledger_.log().size());
    ledger_.add(R"({"kind": "reportPublished", "id": ")" + id +
                R"(", "reportKind": "transparency", "audience": ")" + audience +
                R"(", "ledgerSize": )" + size +
                R"(, "parameters": [{"name": "k", "value": "8"}]})");
  }

  Report report() {
    ReadModel model = ledger_.model();
    Query query = model.query();
    TransparencyOptions options;
    options.open = sheetOpener(ledger_);
    options.fewestAnswers = 8;
    options.earlier = earlierReports(query);
    options.asOf = [&](std::int64_t size) -> std::optional<ReadModel> {
      return ReadModel::inMemoryUpTo(ledger_.log(), static_cast<std::uint64_t>(size),
                                     theCatalogue());
    };
    return transparencyReport(query, options);
  }
};

TEST_F(SurveySeries, ShowsAgainWhatNobodyAddedTo) {
  openAndGive();
  Report made = report();
  EXPECT_EQ(made.numbersHeldBack, 0);
  EXPECT_NE(textForm(made).find("80.125"), std::string::npos);
}

TEST_F(SurveySeries, HoldsBackWhatAFewAnsweredSinceAnEarlierReport) {
  openAndGive();
  addSheet("3");
  Report made = report();
  EXPECT_EQ(made.numbersHeldBack, 1);  // Nobody answered the second question since.
  std::string text = textForm(made), json = jsonForm(made);
  for (const std::string& form : {text, json, htmlForm(made), markdownForm(made)}) {
    EXPECT_NE(form.find("beside RP-1 it would tell what fewer than 8 people answered"),
              std::string::npos);
    EXPECT_EQ(form.find("71.556"), std::string::npos);  // The new mean.
  }
  EXPECT_NE(text.find("1 number is held back."), std::string::npos);
  EXPECT_NE(json.find(R"("numerator":null,"heldBack":"held back: beside RP-1)"), std::string::npos);
  // Not even a reader who takes what is few for the same in both learns what P-9 said.
  give("RP-2", "public");
  for (int n = 0; n < 7; ++n) addSheet("60");
  EXPECT_EQ(report().numbersHeldBack, 0);  // Eight since RP-1, and RP-2 showed nothing of it.
}

TEST_F(SurveySeries, TakesASheetThatIsErasedForOneThatWasCounted) {
  openAndGive();
  for (int n = 0; n < 4; ++n) addSheet("60");
  ReadModel model = ledger_.model();
  Query query = model.query();
  SheetOpener all = sheetOpener(ledger_);
  bool erased = false;
  SheetOpener open = [&](std::int64_t index, std::string_view path) {
    return erased && index == 1 ? OpenedSheet{SealState::kErased, {}} : all(index, path);
  };
  auto shown = [&](const std::vector<SurveyReport>& earlier) {
    return surveyReport(query, {}, open, 8, earlier).surveys.front().questions[0].heldBack;
  };
  erased = true;
  EXPECT_EQ(shown({}), "");
  // Of the eight that RP-1 told of, seven can be opened: as few, it would not be told again.
  auto asOf = [&](std::int64_t size) -> std::optional<ReadModel> {
    return ReadModel::inMemoryUpTo(ledger_.log(), static_cast<std::uint64_t>(size), theCatalogue());
  };
  Compared compared = compareWith(earlierReports(query), asOf, open, 8);
  ASSERT_EQ(compared.reports.size(), 1u);
  EXPECT_EQ(shown(compared.reports),
            "held back: beside RP-1 it would tell what fewer than 8 people answered");
}

TEST_F(SurveySeries, SaysWithWhichReportsItCouldNotBeCompared) {
  openAndGive();
  ledger_.add(R"({"kind": "reportPublished", "id": "RP-2", "audience": "public"})");
  std::string text = textForm(report());
  EXPECT_NE(text.find("from how many entries RP-2 was made"), std::string::npos);
}

TEST_F(SurveySeries, IsJudgedBesideTheReportsThatOthersHad) {
  openAndGive("coordinators");
  addSheet("3");
  EXPECT_EQ(report().numbersHeldBack, 0);
}

TEST_F(Survey, SaysSealedToThoseWhoMayNotOpenIt) {
  open({"51", "100", "80", "93", "50"});
  ReadModel model = ledger_.model();
  Query query = model.query();
  SurveyTotals survey = surveyTotals(query, {}, nothingOpened(), 5).front();
  EXPECT_EQ(survey.sealedSheets.size(), 5u);
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

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "audit/report/earlier_reports.h"
#include "tests/unit/report/cell_attacker.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

using Random = std::mt19937;

std::int64_t upTo(Random& random, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(0, most)(random);
}

std::string randomAnswer(Random& random) {
  std::int64_t pick = upTo(random, 19);
  if (pick == 0) return R"({"preferNotToSay": null})";
  const char* option = pick < 9 ? "North" : pick < 16 ? "South" : pick < 19 ? "East" : "West";
  return std::string(R"({"choice": ")") + option + R"("})";
}

/// A ledger that grows by sheets and reports, and the reports as they were given out.
class Life {
 public:
  explicit Life(unsigned seed) : random_(seed) {
    ledger_.add(R"({"kind": "surveyOpened", "id": "S", "questions": [{"id": "Q1", "type": "oneOf",
        "options": ["North", "South", "East"], "demographic": "yes"}]})");
  }

  void answer(std::int64_t sheets) {
    for (std::int64_t i = 0; i < sheets; ++i) {
      ledger_.add(R"({"kind": "surveyAnswered", "survey": "S", "label": "S-)" +
                  std::to_string(ledger_.log().size()) +
                  R"(", "answers": {"answers": [{"question": "Q1", "answer": )" +
                  randomAnswer(random_) + "}]}}");
    }
  }

  void close() { ledger_.add(R"({"kind": "surveyClosed", "survey": "S"})"); }

  /// Makes a report; `recorded` says whether the record tells that it was given out.
  void publish(bool besideEarlier, bool recorded = true) {
    ReadModel model = ledger_.model();
    Query query = model.query();
    auto asOf = [&](std::int64_t size) -> std::optional<ReadModel> {
      return ReadModel::inMemoryUpTo(ledger_.log(), static_cast<std::uint64_t>(size),
                                     theCatalogue());
    };
    SheetOpener open = sheetOpener(ledger_);
    Compared compared;
    if (besideEarlier) compared = compareWith(earlierReports(query), asOf, open, 5);
    SurveyReport report = surveyReport(query, {}, open, 5, compared.reports);
    for (const QuestionTotals& totals : report.surveys.front().questions) {
      shown += totals.heldBack.empty() ? 1 : 0;
    }
    given.push_back(std::move(report.cells));
    if (!recorded) return;
    std::string size = std::to_string(ledger_.log().size());
    ledger_.add(R"({"kind": "reportPublished", "id": "RP-)" + size +
                R"(", "reportKind": "transparency", "audience": "public", "ledgerSize": )" + size +
                R"(, "parameters": [{"name": "k", "value": "5"}]})");
  }

  std::vector<PublishedCells> given;
  int shown = 0;  ///< Questions, over all reports.

 private:
  Random random_;
  ExampleLedger ledger_;
};

Recovered fromLives(bool besideEarlier) {
  Recovered all;
  for (unsigned seed = 1; seed <= 6; ++seed) {
    Life life(seed);
    // While it is open, of which nobody keeps a record.
    for (std::int64_t more : {11, 1, 2}) {
      life.answer(more);
      life.publish(besideEarlier, false);
    }
    EXPECT_EQ(life.shown, 0);
    life.close();
    life.publish(besideEarlier);
    for (std::int64_t late : {6, 2}) {
      life.answer(late);
      life.publish(besideEarlier);
    }
    EXPECT_GT(life.shown, 0);
    Recovered found = recovered(life.given);
    all.few += found.few;
    all.moves += found.moves;
    all.wrong += found.wrong;
  }
  return all;
}

TEST(SurveyReports, TellNothingOfAFewOverTheLifeOfALedger) {
  Recovered found = fromLives(true);
  EXPECT_EQ(found.few, 0u);
  EXPECT_EQ(found.moves, 0u);
  EXPECT_EQ(found.wrong, 0u);
}

TEST(SurveyReports, WouldTellIfEarlierOnesWereForgotten) {
  Recovered found = fromLives(false);
  EXPECT_GT(found.moves, 0u);
  EXPECT_EQ(found.wrong, 0u);
}

}  // namespace
}  // namespace minutebook

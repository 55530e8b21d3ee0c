#include "ledger/view/table_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace minutebook {
namespace {

class TablePlanTest : public testing::Test {
 protected:
  const TablePlan* table(const std::string& name) {
    for (const KindInfo& kind : catalogue_.kinds()) {
      for (const TablePlan& table : plan_.kind(kind.number)->tables) {
        if (table.name == name) return &table;
      }
    }
    return nullptr;
  }

  std::string columns(const std::string& name, std::size_t from) {
    const TablePlan* found = table(name);
    if (!found) return "no such table";
    std::string text;
    for (std::size_t i = from; i < found->columns.size(); ++i) {
      text += (i > from ? " " : "") + found->columns[i].name;
    }
    return text;
  }

  Catalogue catalogue_;
  ModelPlan plan_{catalogue_};
};

TEST_F(TablePlanTest, HasATableForEveryKindOfTheSchema) {
  ASSERT_GT(catalogue_.kinds().size(), 100u);
  for (const KindInfo& kind : catalogue_.kinds()) {
    EXPECT_EQ(plan_.kind(kind.number)->tables.front().name, snakeCase(kind.name));
  }
  EXPECT_EQ(plan_.kind(0), nullptr);
  EXPECT_EQ(plan_.kind(static_cast<std::uint16_t>(catalogue_.kinds().size() + 1)), nullptr);
}

TEST_F(TablePlanTest, BeginsEveryKindsTableWithTheEnvelope) {
  std::string promise = columns("promise_updated", 0);
  EXPECT_TRUE(promise.starts_with(
      "entry recorded_at occurred_at occurred_at_precision occurred_at_first occurred_at_last "
      "occurred_at_distance occurred_at_anchor author on_behalf_of on_behalf_of_basis provenance "
      "initiative stage statement_id corrected_by promise state by reason"))
      << promise;
}

TEST_F(TablePlanTest, GivesEachCommonTypeItsColumns) {
  std::string rate = columns("rate_set", kEnvelopeColumns);
  EXPECT_TRUE(rate.starts_with("id basis amount amount_minor amount_currency for_whom")) << rate;
  std::string closed = columns("survey_closed", kEnvelopeColumns);
  EXPECT_NE(closed.find("asked asked_min asked_max"), closed.npos) << closed;
  EXPECT_NE(closed.find("against against_unscaled against_places"), closed.npos) << closed;
  std::string input = columns("input_received", kEnvelopeColumns);
  EXPECT_NE(input.find("text text_state private_text_state"), input.npos) << input;
  std::string level = columns("level_declared", kEnvelopeColumns);
  EXPECT_TRUE(level.starts_with("of of_register of_id level")) << level;
}

TEST_F(TablePlanTest, NamesTheActiveMemberOfAUnionBesideItsColumns) {
  std::string decision = columns("decision_made", kEnvelopeColumns);
  EXPECT_NE(decision.find(" options options_single evidence "), decision.npos) << decision;
  EXPECT_NE(table("decision_made__options_considered"), nullptr);
}

TEST_F(TablePlanTest, PutsListsAndWhoIntoTablesOfTheirOwn) {
  EXPECT_EQ(columns("response_given__inputs", 0), "entry nth value");
  EXPECT_EQ(columns("response_given__by", 0),
            "entry nth register id description how_many how_many_min how_many_max words");
  EXPECT_EQ(columns("decision_made__because_of", 0),
            "entry nth what what_register what_id reason pull");
}

TEST_F(TablePlanTest, KeysAListInAListByBothPlaces) {
  EXPECT_TRUE(
      columns("decision_made__deciders__who", 0).starts_with("entry deciders_nth nth register id"));
  EXPECT_EQ(table("decision_made__deciders__who")->keys, 3u);
  EXPECT_TRUE(columns("survey_closed__results__by_group__distribution", 0)
                  .starts_with("entry results_nth by_group_nth nth option"));
}

TEST_F(TablePlanTest, HasNoColumnForAValueThatIsSealed) {
  std::string joined = columns("participant_joined", kEnvelopeColumns);
  EXPECT_NE(joined.find("name_state"), joined.npos) << joined;
  EXPECT_EQ(joined.find("name "), joined.npos) << joined;
}

TEST_F(TablePlanTest, WritesStrictTables) {
  EXPECT_TRUE(table("promise_made")->createSql().ends_with(") STRICT;\n"));
  EXPECT_TRUE(table("promise_made__about")
                  ->createSql()
                  .ends_with("PRIMARY KEY(\"entry\", \"nth\")) STRICT, WITHOUT ROWID;\n"));
}

TEST(SnakeCase, TakesCamelCaseApart) {
  EXPECT_EQ(snakeCase("responseGiven"), "response_given");
  EXPECT_EQ(snakeCase("id"), "id");
  EXPECT_EQ(snakeCase("couldBeMet2"), "could_be_met2");
}

}  // namespace
}  // namespace minutebook

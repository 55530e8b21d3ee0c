#include "ledger/view/query.h"

#include <gtest/gtest.h>

#include "ledger/view/read_model.h"
#include "tests/support/fault_of.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

class QueryTest : public testing::Test {
 protected:
  QueryTest() {
    ledger_.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "Reply", "by": "words: we"})");
    ledger_.append(R"({"kind": "promiseMade", "id": "PR-2", "what": "Return"})");
  }
  ReadModel model() {
    return ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  }
  SmallLedger ledger_;
};

TEST_F(QueryTest, GivesTypedValuesByColumnName) {
  ReadModel made = model();
  Query query = made.query();
  Rows rows = query.all("SELECT entry, id, \"by\", due FROM promise_made ORDER BY entry");
  ASSERT_EQ(rows.rows.size(), 2u);
  EXPECT_EQ(rows.columns, (std::vector<std::string>{"entry", "id", "by", "due"}));
  EXPECT_EQ(rows.rows[0].number("entry"), 1);
  EXPECT_EQ(rows.rows[0].text("by"), "words: we");
  EXPECT_TRUE(rows.rows[1].isNull("by"));
  EXPECT_EQ(rows.rows[1].textOr("due", "unknown"), "unknown");
  EXPECT_EQ(rows.rows[1].number("id"), std::nullopt);
}

TEST_F(QueryTest, BindsNamedParameters) {
  ReadModel made = model();
  Query query = made.query();
  auto row = query.first("SELECT what FROM promise_made WHERE id = :id OR entry = :entry",
                         {{":id", "PR-2"}, {":entry", std::int64_t{99}}});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->text("what"), "Return");
  EXPECT_FALSE(query.first("SELECT what FROM promise_made WHERE id = :id", {{":id", "PR-3"}}));
  EXPECT_EQ(query.count("SELECT count(*) FROM promise_made"), 2);
}

TEST_F(QueryTest, TreatsAValueAsAValueWhateverItSays) {
  ReadModel made = model();
  Query query = made.query();
  EXPECT_EQ(
      query.count("SELECT count(*) FROM promise_made WHERE id = :id", {{":id", "PR-1' OR '1'='1"}}),
      0);
}

TEST_F(QueryTest, ThrowsABugForAMistakeOfOurs) {
  ReadModel made = model();
  Query query = made.query();
  EXPECT_EQ(faultOf([&] { query.all("SELECT no_such_column FROM promise_made"); }),
            FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { query.all("SELECT * FROM promise_made WHERE id = :id"); }),
            FaultKind::kBug);
  Rows rows = query.all("SELECT id FROM promise_made");
  EXPECT_EQ(faultOf([&] { rows.rows[0].text("what"); }), FaultKind::kBug);
}

TEST_F(QueryTest, CannotChangeAnything) {
  ReadModel made = model();
  Query query = made.query();
  EXPECT_TRUE(faultOf([&] { query.all("DELETE FROM promise_made"); }));
  EXPECT_EQ(query.count("SELECT count(*) FROM promise_made"), 2);
}

}  // namespace
}  // namespace minutebook

#include "ledger/view/sql_guard.h"

#include <gtest/gtest.h>

#include "ledger/view/read_model.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

class SqlGuardTest : public testing::Test {
 protected:
  SqlGuardTest() {
    ledger_.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "Reply"})");
    model_.catchUp(ledger_.log());
  }

  /// The reason why `sql` may not run, or what it gives, rows as text.
  std::string run(std::string_view sql, const SqlLimits& limits = {}) {
    Outcome<Rows> rows = model_.readOnlySql(sql, limits);
    if (!rows) {
      EXPECT_EQ(rows.refusal().code, "sql.refused");
      EXPECT_FALSE(rows.refusal().remedy.empty());
      return "refused: " + rows.refusal().reason;
    }
    std::string text;
    for (const Row& row : rows.value().rows) {
      for (const std::string& column : rows.value().columns) text += row.text(column) + "|";
    }
    return text;
  }
  bool isRefused(std::string_view sql) { return run(sql).starts_with("refused: "); }

  SmallLedger ledger_;
  TempDirectory directory_;
  ReadModel model_{directory_.path() / "view.sqlite", ledger_.catalogue()};
};

TEST_F(SqlGuardTest, AnswersASelectOverTablesAndViews) {
  EXPECT_EQ(run("SELECT id, what FROM promise_made"), "PR-1|Reply|");
  EXPECT_EQ(run("SELECT promise, is_open FROM promise_state;  -- with a comment"), "PR-1|1|");
  EXPECT_EQ(run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) "
                "SELECT sum(i) AS s FROM n"),
            "6|");
  EXPECT_EQ(run("SELECT name FROM sqlite_schema WHERE name = 'promise_made'"), "promise_made|");
}

TEST_F(SqlGuardTest, RefusesEverythingThatIsNoSelect) {
  for (const char* sql :
       {"DELETE FROM promise_made", "INSERT INTO promise_made(entry) VALUES(9)",
        "UPDATE promise_made SET what = 'x'", "DROP TABLE promise_made", "CREATE TABLE x(y)",
        "CREATE TEMP TABLE x(y)", "ATTACH 'other.sqlite' AS other", "PRAGMA query_only",
        "PRAGMA writable_schema=ON", "VACUUM", "VACUUM INTO 'copy.sqlite'", "BEGIN", "REINDEX",
        "ANALYZE", "EXPLAIN DELETE FROM promise_made", "DETACH main", "SAVEPOINT s"}) {
    EXPECT_TRUE(isRefused(sql)) << sql;
  }
  EXPECT_EQ(run("SELECT what FROM promise_made"), "Reply|");
}

TEST_F(SqlGuardTest, RefusesFunctionsAndTablesThatReachOutside) {
  for (const char* sql :
       {"SELECT load_extension('x.so')", "SELECT randomblob(1000000000)", "SELECT zeroblob(9)",
        "SELECT * FROM pragma_database_list", "SELECT * FROM pragma_table_info('entry')",
        "SELECT * FROM dbstat", "SELECT * FROM sqlite_dbpage", "SELECT * FROM temp.sqlite_master",
        "SELECT readfile('/etc/hostname')", "SELECT edit('x')", "SELECT random()",
        "SELECT sqlite_compileoption_get(0)"}) {
    EXPECT_TRUE(isRefused(sql)) << sql;
  }
}

TEST_F(SqlGuardTest, RefusesMoreThanOneStatementAndNoneAtAll) {
  EXPECT_EQ(run("SELECT 1; SELECT 2"), "refused: There is more than one statement in this.");
  EXPECT_TRUE(isRefused("SELECT 1; DROP TABLE entry"));
  EXPECT_EQ(run("  -- nothing"), "refused: There is no SQL in this.");
  EXPECT_TRUE(isRefused(""));
  EXPECT_TRUE(isRefused(std::string_view("SELECT 1\0, 2", 12)));
}

TEST_F(SqlGuardTest, SaysWhatIsWrongInSqlitesWords) {
  EXPECT_EQ(run("SELECT nowhere FROM promise_made"),
            "refused: This SQL cannot be run: no such column: nowhere.");
  EXPECT_TRUE(isRefused("SELECT FROM"));
}

TEST_F(SqlGuardTest, StopsWhatTakesTooLong) {
  SqlLimits limits;
  limits.stepsMax = 200'000;
  EXPECT_EQ(run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                "SELECT count(*) FROM n",
                limits),
            "refused: This SQL was stopped: it takes too long.");
}

TEST_F(SqlGuardTest, StopsWhatGivesTooMuchOrNeedsTooMuchMemory) {
  SqlLimits limits;
  limits.rowsMax = 10;
  std::string many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) ";
  EXPECT_EQ(run(many + "SELECT i FROM n", limits),
            "refused: This SQL was stopped: it gives more than 10 rows.");
  limits = {};
  limits.bytesMax = 1 << 20;
  EXPECT_TRUE(run(many + "SELECT printf('%.1000c', 'x') AS long FROM n ORDER BY long", limits)
                  .starts_with("refused: This SQL was stopped: "));
  EXPECT_NE(run("SELECT length(printf('%.2000000c', 'x')) > 1048576 AS long"), "1|");
}

TEST_F(SqlGuardTest, LeavesTheModelAsItWas) {
  ReadModel memory =
      ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  EXPECT_FALSE(memory.readOnlySql("PRAGMA user_version"));
  Query query = memory.query();
  EXPECT_EQ(query.count("SELECT count(*) FROM pragma_table_list WHERE name = 'entry'"), 1);
  ledger_.append(R"({"kind": "promiseMade", "id": "PR-2", "what": "Return"})");
  EXPECT_EQ(model_.catchUp(ledger_.log()).applied, 1u);
}

}  // namespace
}  // namespace minutebook

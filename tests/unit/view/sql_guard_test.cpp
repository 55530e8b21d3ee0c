#include "ledger/view/sql_guard.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <future>
#include <stdexcept>

#include "ledger/view/read_model.h"
#include "ledger/view/sqlite.h"
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
  std::string run(std::string_view sql, const SqlLimits& limits = {},
                  const RevealField& reveal = {}) {
    Outcome<Rows> rows = model_.guardedQuery(limits).all(sql, {}, reveal);
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

TEST_F(SqlGuardTest, WritesDaysAndCountsInWords) {
  EXPECT_EQ(run("SELECT day_text(first_day('2024-03')) AS a, day_text(last_day('2024-03')) AS b, "
                "first_day('unknown') AS c"),
            "2024-03-01|2024-03-31||");
  EXPECT_EQ(run("SELECT count_text(1, 'day', 'days') AS a, count_text(14, 'day', 'days') AS b, "
                "count_text(0, 'day', 'days') AS c, count_text(NULL, 'day', 'days') AS d"),
            "1 day|14 days|0 days||");
  EXPECT_EQ(run("SELECT count_text('1', 'day was', 'days were') AS a, "
                "count_text('0.1', 'was', 'were') AS b, count_text(-1, 'day', 'days') AS c"),
            "1 day was|0.1 were|-1 days|");
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

TEST_F(SqlGuardTest, CountsNoMemoryOfAnotherThread) {
  const std::string many =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) ";
  const std::string large = "SELECT DISTINCT printf('%.1000c%d', 'x', i) FROM n";
  SqlLimits little;
  little.bytesMax = 1 << 20;
  EXPECT_EQ(run(many + "SELECT count(*) FROM (" + large + ")", little),
            "refused: This SQL was stopped: it needs too much memory.");
  GuardedQuery here = model_.guardedQuery(little);
  GuardedQuery there = model_.guardedQuery();
  std::promise<void> isLarge;
  std::promise<void> isEnough;
  std::future<std::size_t> other;
  const auto useMuch = [&] {
    std::size_t rows = 0;
    EXPECT_TRUE(there.each(many + large, {}, {}, [&](const auto&, auto&) {
      if (++rows != 10'000) return;
      isLarge.set_value();
      isEnough.get_future().wait();
    }));
    return rows;
  };
  const auto answer = here.each(many + "SELECT i FROM n", {}, {}, [&](const auto&, auto&) {
    if (other.valid()) return;
    other = std::async(std::launch::async, useMuch);
    isLarge.get_future().wait();
  });
  isEnough.set_value();
  EXPECT_TRUE(answer);
  EXPECT_EQ(other.get(), 20'000u);
}

/// Opens the field "secret" of every entry.
std::optional<std::string> openSecret(std::int64_t entry, std::string_view field) {
  if (field != "secret") return std::nullopt;
  return "CANARY " + std::to_string(entry);
}

TEST_F(SqlGuardTest, OpensASealedFieldOrGivesNothing) {
  EXPECT_EQ(run("SELECT reveal(3, 'secret') AS a, reveal(3, 'other') AS b", {}, openSecret),
            "CANARY 3||");
  EXPECT_EQ(run("SELECT reveal(NULL, 'secret') AS a, reveal('3', 'secret') AS b, "
                "reveal(3, NULL) AS c",
                {}, openSecret),
            "|||");
  EXPECT_EQ(run("SELECT Reveal(entry, 'secret') AS a FROM promise_made", {}, openSecret),
            "CANARY 1|");
  EXPECT_TRUE(isRefused("SELECT reveal(3, 'secret')"));
}

TEST_F(SqlGuardTest, HasRevealOnlyWhileTheStatementRuns) {
  ReadModel memory =
      ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  EXPECT_TRUE(memory.guardedQuery().all("SELECT reveal(3, 'secret')", {}, openSecret));
  EXPECT_FALSE(memory.guardedQuery().all("SELECT reveal(3, 'secret')"));
  Query query = memory.query();
  EXPECT_EQ(query.count("SELECT count(*) FROM pragma_function_list WHERE name = 'reveal'"), 0);
}

TEST_F(SqlGuardTest, LetsNoViewOpenAnything) {
  std::string file = (directory_.path() / "planted.sqlite").string();
  Database planted(file, Database::Access::kCreate);
  planted.execute("CREATE VIRTUAL TABLE entry_text USING fts5(words)");
  planted.execute("CREATE VIEW leak AS SELECT reveal(3, 'secret') AS words");
  std::size_t taken = 0;
  const TakeRow take = [&](const auto&, auto&) { ++taken; };
  auto rows = guardedSql(planted.raw(), "SELECT words FROM leak", {}, {}, openSecret, take);
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.refusal().reason, "This SQL cannot be run: unsafe use of reveal().");
  EXPECT_EQ(taken, 0u);
  EXPECT_TRUE(guardedSql(planted.raw(), "SELECT reveal(3, 'secret')", {}, {}, openSecret, take));
  EXPECT_EQ(taken, 1u);
}

TEST_F(SqlGuardTest, NeverRepeatsWhatWasOpenedInARefusal) {
  for (const char* sql :
       {"SELECT * FROM entry_text WHERE entry_text MATCH reveal(3, 'secret') || ' \"'",
        "SELECT json_extract('{}', reveal(3, 'secret'))", "SELECT json(reveal(3, 'secret'))"}) {
    EXPECT_EQ(run(sql, {}, openSecret), "refused: This SQL failed while it opened sealed values.")
        << sql;
  }
}

TEST_F(SqlGuardTest, HandsOnWhatGoesWrongWhileOpening) {
  RevealField damaged = [](std::int64_t, std::string_view) -> std::optional<std::string> {
    throw std::runtime_error("damaged");
  };
  EXPECT_THROW(run("SELECT reveal(3, 'secret')", {}, damaged), std::runtime_error);
}

TEST_F(SqlGuardTest, CopiesNothingThatWasOpenedElsewhere) {
  for (const char* sql :
       {"CREATE TABLE x AS SELECT reveal(3, 'secret')", "VACUUM INTO 'copy.sqlite'",
        "INSERT INTO promise_made(entry, what) SELECT 9, reveal(3, 'secret')",
        "ATTACH reveal(3, 'secret') AS other", "CREATE TEMP TABLE x AS SELECT reveal(3, 'secret')",
        "SELECT writefile('copy', reveal(3, 'secret'))"}) {
    EXPECT_TRUE(run(sql, {}, openSecret).starts_with("refused: ")) << sql;
  }
}

/// Sees files come into being in a folder for SQLite's temporary ones, though they are unlinked at
/// once.
class TemporaryFiles {
 public:
  explicit TemporaryFiles(const std::string& folder)
      : watch_(inotify_init1(IN_NONBLOCK)), before_(sqlite3_temp_directory) {
    inotify_add_watch(watch_, folder.c_str(), IN_CREATE);
    folder_ = folder;
    sqlite3_temp_directory = folder_.data();
  }
  ~TemporaryFiles() {
    sqlite3_temp_directory = before_;
    close(watch_);
  }
  TemporaryFiles(const TemporaryFiles&) = delete;
  TemporaryFiles& operator=(const TemporaryFiles&) = delete;

  bool wereMade() {
    char events[4096];
    return read(watch_, events, sizeof events) > 0;
  }

 private:
  int watch_;
  char* before_;
  std::string folder_;
};

TEST_F(SqlGuardTest, SortsWhatWasOpenedInMemoryOnly) {
  std::string folder = (directory_.path() / "temporary").string();
  std::filesystem::create_directory(folder);
  TemporaryFiles files(folder);
  const std::string many =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) ";
  std::string padded(1000, 'x');
  RevealField big = [&](std::int64_t entry, std::string_view) -> std::optional<std::string> {
    return std::to_string(entry * 7919 % 20011) + padded;
  };
  EXPECT_NE(
      run(many + "SELECT i FROM n ORDER BY reveal(i, 'secret') LIMIT 1 OFFSET 19000", {}, big), "");
  EXPECT_NE(
      run(many + "SELECT count(*) AS c FROM (SELECT DISTINCT reveal(i, 'secret') FROM n)", {}, big),
      "");
  EXPECT_FALSE(files.wereMade());
  // The watch would have seen it: the same sort where temporary tables may be files.
  Database careless((folder + ".sqlite").c_str(), Database::Access::kCreate);
  careless.execute("PRAGMA temp_store=FILE");
  careless.execute(many + "SELECT i FROM n ORDER BY printf('%.1000c', 'x') || (i * 7919 % 20011)");
  EXPECT_TRUE(files.wereMade());
}

TEST_F(SqlGuardTest, LeavesTheModelAsItWas) {
  ReadModel memory =
      ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  EXPECT_FALSE(memory.guardedQuery().all("PRAGMA user_version"));
  Query query = memory.query();
  EXPECT_EQ(query.count("SELECT count(*) FROM pragma_table_list WHERE name = 'entry'"), 1);
  ledger_.append(R"({"kind": "promiseMade", "id": "PR-2", "what": "Return"})");
  EXPECT_EQ(model_.catchUp(ledger_.log()).applied, 1u);
}

}  // namespace
}  // namespace minutebook

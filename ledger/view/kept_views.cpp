#include "ledger/view/kept_views.h"

#include <sqlite3.h>

#include <string>
#include <string_view>
#include <vector>

#include "ledger/view/named_sql.h"
#include "ledger/view/query.h"
#include "ledger/view/sqlite.h"
#include "view_files.h"

namespace minutebook {

namespace {

void execute(sqlite3* connection, const std::string& sql) {
  check(connection, sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), "keep views");
}

bool isThere(sqlite3* connection, std::string_view name) {
  return Prepared(connection, namedSql(view_sql::apply_sql, name)).step();
}

/// The first column of each row.
std::vector<std::string> textsOf(sqlite3* connection, std::string_view name) {
  std::vector<std::string> texts;
  Prepared rows(connection, namedSql(view_sql::apply_sql, name));
  while (rows.step()) texts.push_back(std::get<std::string>(rows.value(0)));
  return texts;
}

/// Every view once more, temporary: what they read is then looked for there first.
void makeTemporaryViews(sqlite3* connection) {
  constexpr std::string_view kCreate = "CREATE ";
  for (std::string& sql : textsOf(connection, "views")) {
    execute(connection, sql.insert(kCreate.size(), "TEMP "));
  }
}

/// `sql` with every `from` as `to`.
std::string replaced(std::string sql, std::string_view from, std::string_view to) {
  for (std::size_t at = sql.find(from); at != sql.npos; at = sql.find(from, at + to.size())) {
    sql.replace(at, from.size(), to);
  }
  return sql;
}

/// Puts the table that keeps a view in the place of the temporary view.
void readKept(sqlite3* connection, const std::string& view) {
  execute(connection, replaced(namedSql(view_sql::apply_sql, "read_kept"), "VIEW_NAME", view));
}

enum class Where { kInFile, kTemporary };

void workOut(sqlite3* connection, Where where) {
  for (const std::string& view : namesIn(view_sql::kept_views_sql)) {
    std::string sql = namedSql(view_sql::kept_views_sql, view);
    if (where == Where::kTemporary) sql = replaced(sql, "CREATE TABLE", "CREATE TEMP TABLE");
    execute(connection, sql);
    readKept(connection, view);
  }
}

}  // namespace

void keepViewsInFile(sqlite3* connection) {
  if (isThere(connection, "are_kept_in_file")) return;
  execute(connection, namedSql(view_sql::apply_sql, "cache_for_many"));
  execute(connection, "BEGIN IMMEDIATE");
  execute(connection, namedSql(view_sql::apply_sql, "forget_kept"));
  for (const std::string& table : textsOf(connection, "kept_in_file")) {
    execute(connection, "DROP TABLE main." + table);
  }
  makeTemporaryViews(connection);
  workOut(connection, Where::kInFile);
  execute(connection, namedSql(view_sql::apply_sql, "note_kept"));
  execute(connection, "COMMIT");
}

void keepViews(sqlite3* connection) {
  if (isThere(connection, "has_kept_views")) return;
  execute(connection, namedSql(view_sql::apply_sql, "cache_for_many"));
  // The connection may be in a transaction already, to stay at a state of the model.
  execute(connection, "SAVEPOINT kept");
  makeTemporaryViews(connection);
  if (isThere(connection, "are_kept_in_file")) {
    for (const std::string& view : namesIn(view_sql::kept_views_sql)) readKept(connection, view);
  } else {
    workOut(connection, Where::kTemporary);
  }
  execute(connection, "RELEASE kept");
}

void GuardedQuery::keepViews() {
  minutebook::keepViews(connection_.get());
}

}  // namespace minutebook

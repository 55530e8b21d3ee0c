#include "ledger/view/kept_views.h"

#include <sqlite3.h>

#include <string>
#include <vector>

#include "ledger/view/named_sql.h"
#include "ledger/view/query.h"
#include "ledger/view/sqlite.h"
#include "view_files.h"

namespace minutebook {

namespace {

/// The text of every view, made temporary.
std::vector<std::string> temporaryViews(sqlite3* connection) {
  constexpr std::string_view kCreate = "CREATE ";
  std::vector<std::string> made;
  Prepared views(connection, namedSql(view_sql::apply_sql, "views"));
  while (views.step()) {
    std::string sql = std::get<std::string>(views.value(0));
    made.push_back(sql.insert(kCreate.size(), "TEMP "));
  }
  return made;
}

void execute(sqlite3* connection, const std::string& sql) {
  check(connection, sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), "keep views");
}

}  // namespace

void keepViews(sqlite3* connection) {
  Prepared kept(connection, namedSql(view_sql::apply_sql, "has_kept_views"));
  if (kept.step()) return;
  std::vector<std::string> views = temporaryViews(connection);
  execute(connection, "BEGIN");
  for (const std::string& view : views) execute(connection, view);
  execute(connection, std::string(view_sql::kept_views_sql));
  execute(connection, "COMMIT");
}

void GuardedQuery::keepViews() {
  minutebook::keepViews(connection_.get());
}

}  // namespace minutebook

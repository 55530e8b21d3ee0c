#include "ledger/view/sql_guard.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "ledger/view/sqlite.h"
#include "ledger/view/sqlite_memory.h"

namespace minutebook {

namespace {

constexpr int kStepsBetweenLooks = 1000;

// Left out: whatever touches files, loads code, makes huge values or is not repeatable.
constexpr std::array<std::string_view, 90> kFunctions = {"abs",
                                                         "avg",
                                                         "bm25",
                                                         "ceil",
                                                         "ceiling",
                                                         "char",
                                                         "coalesce",
                                                         "count",
                                                         "count_text",
                                                         "cume_dist",
                                                         "date",
                                                         "datetime",
                                                         "day_text",
                                                         "dense_rank",
                                                         "first_day",
                                                         "first_value",
                                                         "floor",
                                                         "format",
                                                         "glob",
                                                         "group_concat",
                                                         "hex",
                                                         "highlight",
                                                         "ifnull",
                                                         "iif",
                                                         "instr",
                                                         "json",
                                                         "json_array",
                                                         "json_array_length",
                                                         "json_each",
                                                         "json_extract",
                                                         "json_group_array",
                                                         "json_group_object",
                                                         "json_object",
                                                         "json_quote",
                                                         "json_tree",
                                                         "json_type",
                                                         "json_valid",
                                                         "julianday",
                                                         "lag",
                                                         "last_day",
                                                         "last_value",
                                                         "lead",
                                                         "length",
                                                         "like",
                                                         "likelihood",
                                                         "likely",
                                                         "lower",
                                                         "ltrim",
                                                         "match",
                                                         "max",
                                                         "min",
                                                         "mod",
                                                         "nth_value",
                                                         "ntile",
                                                         "nullif",
                                                         "percent_rank",
                                                         "pow",
                                                         "power",
                                                         "printf",
                                                         "quote",
                                                         "rank",
                                                         "replace",
                                                         "round",
                                                         "row_number",
                                                         "rtrim",
                                                         "sign",
                                                         "snippet",
                                                         "sqrt",
                                                         "strftime",
                                                         "string_agg",
                                                         "substr",
                                                         "substring",
                                                         "sum",
                                                         "time",
                                                         "total",
                                                         "trim",
                                                         "trunc",
                                                         "typeof",
                                                         "unicode",
                                                         "unixepoch",
                                                         "unlikely",
                                                         "upper",
                                                         "->",
                                                         "->>",
                                                         "ln",
                                                         "log",
                                                         "log10",
                                                         "log2",
                                                         "exp",
                                                         "sqlite_version"};

bool isHarmless(const char* function) {
  std::string name(function ? function : "");
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return std::find(kFunctions.begin(), kFunctions.end(), name) != kFunctions.end();
}

/// SQLite's own virtual tables look into pages, settings and statements.
bool isOrdinaryTable(const char* table) {
  std::string_view name(table ? table : "");
  if (name == "sqlite_master" || name == "sqlite_schema") return true;
  return !name.starts_with("sqlite_") && !name.starts_with("pragma_") && name != "dbstat";
}

/// The model itself, or the views of it that keepViews() has worked out.
bool isOurs(const char* database) {
  std::string_view name(database ? database : "main");
  return name == "main" || name == "temp";
}

/// What a running statement has to do with reveal().
struct Revealing {
  const RevealField& reveal;
  bool called = false;             ///< Something may have been opened.
  std::exception_ptr thrown = {};  ///< Carried past SQLite, which knows no exceptions.
};

bool isReveal(const char* function) {
  return std::string_view(function ? function : "") == "reveal";
}

int authorize(void* data, int action, const char* first, const char* second, const char* database,
              const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      return isOrdinaryTable(first) && isOurs(database) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:  // The full text index asks whether the file has changed.
      return std::string_view(first ? first : "") == "data_version" && !second ? SQLITE_OK
                                                                               : SQLITE_DENY;
    case SQLITE_FUNCTION:
      if (isReveal(second)) {
        return static_cast<const Revealing*>(data)->reveal ? SQLITE_OK : SQLITE_DENY;
      }
      return isHarmless(second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

/// Counts what a statement has cost so far.
struct Meter {
  SqlLimits limits;
  std::uint64_t looks = 0;
  std::int64_t memoryBefore = 0;
  const char* exceeded = nullptr;
};

int look(void* data) {
  auto& meter = *static_cast<Meter*>(data);
  if (++meter.looks * kStepsBetweenLooks > meter.limits.stepsMax) {
    meter.exceeded = "it takes too long";
  } else if (memoryTaken() - meter.memoryBefore >
             static_cast<std::int64_t>(meter.limits.bytesMax)) {
    meter.exceeded = "it needs too much memory";
  }
  return meter.exceeded ? 1 : 0;
}

/// reveal(entry, 'field'): the words, or NULL.
void revealInSql(sqlite3_context* context, int, sqlite3_value** values) {
  auto& revealing = *static_cast<Revealing*>(sqlite3_user_data(context));
  bool asked = sqlite3_value_type(values[0]) == SQLITE_INTEGER &&
               sqlite3_value_type(values[1]) == SQLITE_TEXT;
  if (!asked) return sqlite3_result_null(context);
  auto* field = reinterpret_cast<const char*>(sqlite3_value_text(values[1]));
  auto length = static_cast<std::size_t>(sqlite3_value_bytes(values[1]));
  revealing.called = true;
  try {
    auto words = revealing.reveal(sqlite3_value_int64(values[0]), {field, length});
    if (!words) return sqlite3_result_null(context);
    sqlite3_result_text64(context, words->data(), words->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    std::fill(words->begin(), words->end(), '\0');
  } catch (...) {
    revealing.thrown = std::current_exception();
    sqlite3_result_error(context, "reveal", -1);
  }
}

/// Fences a connection in for as long as it lives.
class Fence {
 public:
  Fence(sqlite3* connection, Meter& meter, Revealing& revealing) : connection_(connection) {
    queryOnly("ON");
    if (revealing.reveal) giveReveal(&revealing, revealInSql);
    setLimit(SQLITE_LIMIT_LENGTH, 1 << 20);
    setLimit(SQLITE_LIMIT_SQL_LENGTH, 100'000);
    setLimit(SQLITE_LIMIT_COLUMN, 500);
    setLimit(SQLITE_LIMIT_EXPR_DEPTH, 200);
    setLimit(SQLITE_LIMIT_COMPOUND_SELECT, 50);
    setLimit(SQLITE_LIMIT_VDBE_OP, 250'000);
    setLimit(SQLITE_LIMIT_ATTACHED, 0);
    setLimit(SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    meter.memoryBefore = memoryTaken();
    sqlite3_progress_handler(connection_, kStepsBetweenLooks, look, &meter);
    sqlite3_set_authorizer(connection_, authorize, &revealing);
  }
  ~Fence() {
    sqlite3_set_authorizer(connection_, nullptr, nullptr);
    sqlite3_progress_handler(connection_, 0, nullptr, nullptr);
    for (auto [limit, value] : limitsBefore_) sqlite3_limit(connection_, limit, value);
    giveReveal(nullptr, nullptr);
    queryOnly("OFF");
  }
  Fence(const Fence&) = delete;
  Fence& operator=(const Fence&) = delete;

 private:
  void setLimit(int limit, int value) {
    limitsBefore_.emplace_back(limit, sqlite3_limit(connection_, limit, value));
  }

  /// Not deterministic, so that it is never worked out beforehand; DIRECTONLY, so that no view, no
  /// index and no default can call it.
  void giveReveal(Revealing* data, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    sqlite3_create_function_v2(connection_, "reveal", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, data,
                               function, nullptr, nullptr, nullptr);
  }

  void queryOnly(const char* onOrOff) {
    std::string pragma = std::string("PRAGMA query_only=") + onOrOff;
    sqlite3_exec(connection_, pragma.c_str(), nullptr, nullptr, nullptr);
  }

  sqlite3* connection_;
  std::vector<std::pair<int, int>> limitsBefore_;
};

Refusal refused(std::string reason) {
  return {"sql.refused", "", std::move(reason),
          "Ask with one SELECT over the tables and views; minutebook sql --help lists them."};
}

/// A compiled statement that is one SELECT and no more, or why not.
Outcome<Prepared> prepareOne(sqlite3* connection, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  const char* tail = nullptr;
  int code =
      sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), 0, &made, &tail);
  Prepared statement = Prepared::own(made);
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) check(connection, code, "prepare");
  if (code != SQLITE_OK) {
    return refused(std::string("This SQL cannot be run: ") + sqlite3_errmsg(connection) + ".");
  }
  if (!made) return refused("There is no SQL in this.");
  if (!sqlite3_stmt_readonly(made)) return refused("This SQL would change something.");
  sqlite3_stmt* second = nullptr;
  auto rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
  sqlite3_prepare_v3(connection, rest.data(), static_cast<int>(rest.size()), 0, &second, nullptr);
  bool more = second != nullptr || sqlite3_errcode(connection) != SQLITE_OK;
  sqlite3_finalize(second);
  if (more) return refused("There is more than one statement in this.");
  return statement;
}

/// Whoever wrote the SQL may leave out parameters, and name some that nobody gives.
void bindNamed(Prepared& statement, const std::vector<Parameter>& parameters) {
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement.raw()); ++i) {
    const char* name = sqlite3_bind_parameter_name(statement.raw(), i);
    for (const Parameter& one : parameters) {
      if (name && one.first == name) statement.bind(i, one.second);
    }
  }
}

std::size_t bytesOf(const std::vector<Value>& row) {
  std::size_t bytes = 0;
  for (const Value& value : row) {
    auto* text = std::get_if<std::string>(&value);
    bytes += sizeof(Value) + (text ? text->size() : 0);
  }
  return bytes;
}

/// The full text index, json_each and json_tree make themselves known to a connection when they are
/// first named, with statements that no stranger may run: so they are named before the fence goes
/// up.
void connectVirtualTables(sqlite3* connection) {
  for (const char* sql : {"SELECT rowid FROM entry_text", "SELECT 1 FROM json_each('[]')",
                          "SELECT 1 FROM json_tree('[]')"}) {
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v3(connection, sql, -1, 0, &made, nullptr);
    sqlite3_finalize(made);
  }
}

}  // namespace

Outcome<std::vector<std::string>> guardedSql(sqlite3* connection, std::string_view sql,
                                             const std::vector<Parameter>& parameters,
                                             const SqlLimits& limits, const RevealField& reveal,
                                             const TakeRow& take) {
  if (sql.find('\0') != sql.npos) return refused("There is a zero byte in this SQL.");
  if (sql.size() > 100'000) return refused("This SQL is longer than 100,000 bytes.");
  Meter meter{limits, 0, 0, nullptr};
  connectVirtualTables(connection);
  Revealing revealing{reveal};
  Fence fence(connection, meter, revealing);
  Outcome<Prepared> prepared = prepareOne(connection, sql);
  if (!prepared) return prepared.refusal();
  Prepared& statement = prepared.value();
  bindNamed(statement, parameters);
  std::vector<std::string> columns;
  for (int i = 0; i < statement.columns(); ++i) columns.push_back(statement.columnName(i));
  std::vector<Value> row(columns.size());
  std::size_t rows = 0;
  std::size_t bytes = 0;
  while (true) {
    int code = sqlite3_step(statement.raw());
    if (code == SQLITE_DONE) return columns;
    if (revealing.thrown) std::rethrow_exception(revealing.thrown);
    if (meter.exceeded)
      return refused(std::string("This SQL was stopped: ") + meter.exceeded + ".");
    if ((code & 0xff) == SQLITE_CORRUPT) check(connection, code, "step");
    if (code != SQLITE_ROW) {
      // SQLite's words may repeat a value that was opened.
      if (revealing.called) return refused("This SQL failed while it opened sealed values.");
      return refused(std::string("This SQL failed: ") + sqlite3_errmsg(connection) + ".");
    }
    if (++rows > limits.rowsMax) {
      return refused("This SQL was stopped: it gives more than " + std::to_string(limits.rowsMax) +
                     " rows.");
    }
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = statement.value(static_cast<int>(i));
    if ((bytes += bytesOf(row)) > limits.bytesMax) {
      return refused("This SQL was stopped: its answer is too large.");
    }
    take(columns, row);
  }
}

Outcome<std::vector<std::string>> GuardedQuery::each(std::string_view sql,
                                                     const std::vector<Parameter>& parameters,
                                                     const RevealField& reveal,
                                                     const TakeRow& take) {
  return guardedSql(connection_.get(), sql, parameters, limits_, reveal, take);
}

Outcome<Rows> GuardedQuery::all(std::string_view sql, const std::vector<Parameter>& parameters,
                                const RevealField& reveal) {
  Rows answer;
  std::shared_ptr<const std::vector<std::string>> names;
  auto columns = each(sql, parameters, reveal, [&](const auto& columnNames, auto& values) {
    if (!names) names = std::make_shared<const std::vector<std::string>>(columnNames);
    answer.rows.emplace_back(names, std::move(values));
    values.resize(columnNames.size());
  });
  if (!columns) return columns.refusal();
  answer.columns = std::move(columns.value());
  return answer;
}

}  // namespace minutebook

#include "ledger/view/sqlite.h"

#include <sqlite3.h>

#include "ledger/view/day_functions.h"
#include "ledger/view/sqlite_memory.h"

namespace minutebook {

void check(sqlite3* connection, int code, std::string_view doing) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  std::string what = "read model, " + std::string(doing) + ": ";
  what += connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      throw DamagedModel(what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Fault(FaultKind::kBusy, what, "Try again when the other command has ended.");
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_SCHEMA:
      throw Fault(FaultKind::kBug, what);
    default:
      throw Fault(FaultKind::kIo, what, "Check that the disk has room and may be written to.");
  }
}

bool mayBeOnThreads() {
  return sqlite3_threadsafe() != 0;
}

void Prepared::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Prepared::Prepared(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  statement_.reset(made);
  check(database, code, sql.substr(0, 60));
}

Prepared Prepared::own(sqlite3_stmt* statement) {
  Prepared owner;
  owner.statement_.reset(statement);
  return owner;
}

void Prepared::bind(int parameter, const Value& value) {
  if (auto* number = std::get_if<std::int64_t>(&value)) return bind(parameter, *number);
  if (auto* text = std::get_if<std::string>(&value)) {
    return bind(parameter, std::string_view(*text));
  }
  check(sqlite3_db_handle(raw()), sqlite3_bind_null(raw(), parameter), "bind");
}

void Prepared::bind(int parameter, std::int64_t value) {
  check(sqlite3_db_handle(raw()), sqlite3_bind_int64(raw(), parameter, value), "bind");
}

void Prepared::bind(int parameter, std::string_view value) {
  const char* data = value.data() ? value.data() : "";
  check(sqlite3_db_handle(raw()),
        sqlite3_bind_text64(raw(), parameter, data, value.size(), SQLITE_STATIC, SQLITE_UTF8),
        "bind");
}

bool Prepared::step() {
  int code = sqlite3_step(raw());
  if (code == SQLITE_ROW) return true;
  check(sqlite3_db_handle(raw()), code, "step");
  return false;
}

void Prepared::run() {
  while (step()) {
  }
  reset();
}

void Prepared::reset() {
  sqlite3_reset(raw());
}

int Prepared::columns() const {
  return sqlite3_column_count(raw());
}

std::string Prepared::columnName(int column) const {
  const char* name = sqlite3_column_name(raw(), column);
  return name ? name : "";
}

Value Prepared::value(int column) const {
  switch (sqlite3_column_type(raw(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(raw(), column));
    default: {
      // A division or a blob in somebody's own SQL comes out as its text.
      auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw(), column));
      auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(raw(), column));
      return std::string(text ? text : "", text ? bytes : 0);
    }
  }
}

std::int64_t Prepared::integer(int column) const {
  return sqlite3_column_int64(raw(), column);
}

std::vector<Value> Prepared::row() const {
  std::vector<Value> values;
  values.reserve(static_cast<std::size_t>(columns()));
  for (int i = 0; i < columns(); ++i) values.push_back(value(i));
  return values;
}

Database::Database(const std::string& file, Access access) {
  int flags = SQLITE_OPEN_READONLY;
  if (access == Access::kReadWrite) flags = SQLITE_OPEN_READWRITE;
  if (access == Access::kCreate) flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  countMemoryByThread();
  sqlite3* made = nullptr;
  int code = sqlite3_open_v2(file.c_str(), &made, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  connection_.reset(made, [](sqlite3* connection) { sqlite3_close_v2(connection); });
  check(made, code, "open " + file);
  sqlite3_extended_result_codes(made, 1);
  sqlite3_busy_timeout(made, 5000);
  // Temporary tables never reach a disk, and views can call nothing but SQLite's own functions.
  sqlite3_db_config(made, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(made, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(made, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  execute("PRAGMA temp_store=MEMORY");
  giveDayFunctions(made);
}

void Database::execute(const std::string& sql) {
  const char* rest = sql.c_str();
  while (*rest != '\0') {
    sqlite3_stmt* made = nullptr;
    int code = sqlite3_prepare_v2(raw(), rest, -1, &made, &rest);
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(made, &sqlite3_finalize);
    check(raw(), code, sql.substr(0, 60));
    if (!made) break;  // Nothing but spaces or a comment is left.
    do {
      code = sqlite3_step(made);
    } while (code == SQLITE_ROW);
    check(raw(), code, sqlite3_sql(made));
  }
}

}  // namespace minutebook

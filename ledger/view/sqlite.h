// ledger/view/sqlite.h
//
// SQLite, as far as the read model needs it. Its codes end at one door, check(); nothing outside
// ledger/view includes this file or sqlite3.h.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/view/query.h"

struct sqlite3;
struct sqlite3_stmt;

namespace minutebook {

/// The file is no database, or not whole. The read model is thrown away and rebuilt for it; from a
/// running query it reaches main() as any other Fault.
class DamagedModel : public Fault {
 public:
  /// `what` names the damage; the advice to rebuild is added to it.
  explicit DamagedModel(const std::string& what)
      : Fault(FaultKind::kCorrupt, what, "Run minutebook rebuild: nothing is lost by it.") {}
};

/// A compiled statement. Moved, never copied; must not outlive its Database.
class Prepared {
 public:
  Prepared() = default;
  /// Compiles the first statement of `sql`. Throws as check() does.
  Prepared(sqlite3* database, std::string_view sql);
  /// Takes over what SQLite made; null is fine.
  static Prepared own(sqlite3_stmt* statement);

  explicit operator bool() const { return statement_ != nullptr; }
  /// Parameters count from 1. Texts are not copied: they must live until the next reset().
  void bind(int parameter, const Value& value);
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view value);
  void bind(int parameter, const std::string& value) { bind(parameter, std::string_view(value)); }
  /// True while there is a row.
  bool step();
  /// step() to the end, then reset().
  void run();
  void reset();

  int columns() const;
  /// The name of a column of the answer, as the statement has it; columns count from 0.
  std::string columnName(int column) const;
  /// What the current row has in a column: value() by its type, integer() 0 for nothing.
  Value value(int column) const;
  std::int64_t integer(int column) const;
  std::vector<Value> row() const;
  sqlite3_stmt* raw() const { return statement_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection. One thread at a time.
class Database {
 public:
  /// How the file is opened; only kCreate makes it if it is not there.
  enum class Access { kReadOnly, kReadWrite, kCreate };

  Database() = default;
  /// ":memory:" is a database in memory. Throws kIo, kBusy, DamagedModel.
  Database(const std::string& file, Access access);

  explicit operator bool() const { return connection_ != nullptr; }
  /// Runs one or more statements that return nothing of interest.
  void execute(const std::string& sql);
  Prepared prepare(std::string_view sql) { return Prepared(connection_.get(), sql); }
  sqlite3* raw() const { return connection_.get(); }
  std::shared_ptr<sqlite3> share() const { return connection_; }
  void close() { connection_.reset(); }

 private:
  std::shared_ptr<sqlite3> connection_;
};

/// Whether connections may be used at the same time, by a thread each. Some builds of SQLite are
/// for one thread.
bool mayBeOnThreads();

/// Throws what a SQLite code means: DamagedModel, kBusy, kIo, or kBug for a mistake of ours.
/// SQLITE_OK, SQLITE_ROW and SQLITE_DONE return.
void check(sqlite3* connection, int code, std::string_view doing);

}  // namespace minutebook

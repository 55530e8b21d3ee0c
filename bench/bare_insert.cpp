#include "bench/bare_insert.h"

#include <chrono>
#include <string>
#include <vector>

#include "bench_files.h"
#include "ledger/view/named_sql.h"
#include "ledger/view/sqlite.h"

namespace minutebook::bench {

namespace {

constexpr std::size_t kRowsAtOnce = 20'000;

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

std::string copySql(std::string_view name) {
  return std::string(namedSql(bench_files::copy_sql, name));
}

std::string textOf(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : "";
}

/// Copies one table; only the inserting counts.
class Table {
 public:
  Table(Database& from, Database& to, const std::string& name) {
    Prepared columns = from.prepare(copySql("columns"));
    columns.bind(1, name);
    columns.step();
    const bool isText = name == "entry_text";  // Its rowid says which entry it is of.
    read_ = from.prepare((isText ? "SELECT rowid, words FROM " : "SELECT * FROM ") + name);
    insert_ = to.prepare("INSERT INTO " + name + (isText ? "(rowid, words)" : "") + " VALUES(" +
                         (isText ? "?,?" : textOf(columns.value(0))) + ")");
  }

  void copy(BareInsert& cost) {
    bool more = true;
    while (more) {
      std::vector<std::vector<Value>> rows;
      while (rows.size() < kRowsAtOnce && (more = read_.step())) rows.push_back(read_.row());
      const Clock::time_point began = Clock::now();
      for (const std::vector<Value>& row : rows) insert(row);
      cost.seconds += secondsSince(began);
      cost.rows += rows.size();
    }
  }

 private:
  void insert(const std::vector<Value>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) insert_.bind(static_cast<int>(i) + 1, row[i]);
    insert_.run();
  }

  Prepared read_;
  Prepared insert_;
};

void timed(BareInsert& cost, Database& database, const std::string& sql) {
  const Clock::time_point began = Clock::now();
  database.execute(sql);
  cost.seconds += secondsSince(began);
}

}  // namespace

BareInsert insertAgain(const std::filesystem::path& from, const std::filesystem::path& to) {
  Database source(from.string(), Database::Access::kReadOnly);
  Database target(to.string(), Database::Access::kCreate);
  target.execute(copySql("settings"));
  BareInsert cost;
  timed(cost, target, "BEGIN");
  Prepared tables = source.prepare(copySql("tables"));
  while (tables.step()) {
    timed(cost, target, textOf(tables.value(1)));
    Table(source, target, textOf(tables.value(0))).copy(cost);
  }
  Prepared indexes = source.prepare(copySql("indexes"));
  while (indexes.step()) timed(cost, target, textOf(indexes.value(0)));
  timed(cost, target, "COMMIT");
  return cost;
}

}  // namespace minutebook::bench

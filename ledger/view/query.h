// ledger/view/query.h
//
// Asking the read model: one prepared statement, named parameters, rows of typed values. Reports,
// checks and the command line read through here and never see SQLite.

#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/base/outcome.h"

struct sqlite3;

namespace minutebook {

/// A value of the read model: nothing ("not recorded"), a whole number, or a text. There are no
/// floats in it.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

/// ":input" and its value; the colon is part of the name.
using Parameter = std::pair<std::string_view, Value>;

/// One row of an answer. Columns are asked for by name; a misspelt one throws kBug.
class Row {
 public:
  /// `names` are the columns, shared by all rows of an answer; `values` follow their order.
  Row(std::shared_ptr<const std::vector<std::string>> names, std::vector<Value> values)
      : names_(std::move(names)), values_(std::move(values)) {}

  /// Whether nothing is recorded in this column.
  bool isNull(std::string_view column) const;
  /// Empty if nothing is recorded; a number is written out.
  std::string text(std::string_view column) const;
  /// `instead` if nothing is recorded.
  std::string textOr(std::string_view column, std::string_view instead) const;
  std::optional<std::int64_t> number(std::string_view column) const;
  /// 0 if nothing is recorded: for counts, which always are.
  std::int64_t count(std::string_view column) const;
  const Value& value(std::string_view column) const;
  const std::vector<Value>& values() const { return values_; }

 private:
  std::shared_ptr<const std::vector<std::string>> names_;
  std::vector<Value> values_;
};

/// The answer to a query, whole.
struct Rows {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

/// A read-only connection to a read model, for the program's own statements. Values go in as
/// parameters, never as text. A resource: moved, not copied; one thread at a time; it keeps seeing
/// the model it was opened on until it is destroyed.
class Query {
 public:
  /// Every row. Throws kBug if the statement is wrong or names a parameter that it is not given,
  /// kIo or kCorrupt if the file cannot be read.
  Rows all(std::string_view sql, std::initializer_list<Parameter> parameters = {});
  Rows all(std::string_view sql, const std::vector<Parameter>& parameters);
  /// The first row, or nothing.
  std::optional<Row> first(std::string_view sql, std::initializer_list<Parameter> parameters = {});
  /// The first column of the first row as a number; 0 if there is none.
  std::int64_t count(std::string_view sql, std::initializer_list<Parameter> parameters = {});

 private:
  friend class ReadModel;
  explicit Query(std::shared_ptr<sqlite3> connection) : connection_(std::move(connection)) {}
  std::shared_ptr<sqlite3> connection_;
};

/// Opens the sealed field called `field` of an entry for whoever asks, as words; nothing for
/// everybody else. Entry and field as in the table sealed_field.
using RevealField =
    std::function<std::optional<std::string>(std::int64_t entry, std::string_view field)>;

/// Takes one row of an answer with these columns; the values may be moved away.
using TakeRow =
    std::function<void(const std::vector<std::string>& columns, std::vector<Value>& values)>;

/// What a stranger's SQL may cost.
struct SqlLimits {
  std::uint64_t stepsMax = 500'000'000;  ///< Of SQLite's virtual machine: some ten seconds.
  std::size_t rowsMax = 100'000;
  std::size_t bytesMax = std::size_t{256} << 20;  ///< Memory while it runs, the answer included.
};

/// A connection to a read model for SQL that somebody else wrote, or that opens sealed values: one
/// SELECT at a time, read-only, with nothing but tables, views and harmless functions, within
/// limits. As Query it is moved, not copied, and keeps seeing the model it was opened on.
class GuardedQuery {
 public:
  /// Every row. `parameters` are those that the statement may name; one that it names and is not
  /// given is NULL. With `reveal` there is reveal(entry, 'field'), too, as guardedSql() has it.
  /// Code: sql.refused, with SQLite's own words where it has some.
  Outcome<Rows> all(std::string_view sql, const std::vector<Parameter>& parameters = {},
                    const RevealField& reveal = {});

  /// As all(), but gives the rows to `take` one by one and returns the columns. A refusal may come
  /// after some rows. What `take` throws comes out of here.
  Outcome<std::vector<std::string>> each(std::string_view sql,
                                         const std::vector<Parameter>& parameters,
                                         const RevealField& reveal, const TakeRow& take);

  /// Puts what ReadModel::keepViews() has worked out in the place of the views, or works it out for
  /// this connection alone, as the model is now: whoever asks a whole standard saves most of its
  /// time by it. A model that grows later is not followed by them.
  void keepViews();

 private:
  friend class ReadModel;
  GuardedQuery(std::shared_ptr<sqlite3> connection, const SqlLimits& limits)
      : connection_(std::move(connection)), limits_(limits) {}
  std::shared_ptr<sqlite3> connection_;
  SqlLimits limits_;
};

}  // namespace minutebook

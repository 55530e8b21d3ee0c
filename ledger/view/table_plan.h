// ledger/view/table_plan.h
//
// Which tables and columns the schema calls for: worked out by reflection, so a new field needs no
// change here. The rules are written down in docs/formats/read-model.md.

#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// The SQLite type that a column's values have; there are no floats.
enum class ColumnType { kText, kInteger };

/// One column of a table of the model.
struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
};

struct TablePlan;

/// Where a field's values go.
struct FieldPlan {
  const FieldInfo* field = nullptr;
  std::size_t column = 0;            ///< Its first column; unused where it has none.
  const TablePlan* child = nullptr;  ///< Of a list or a Who.
  std::vector<FieldPlan> members;    ///< Of a struct or group.
};

/// A table of the model. The first `keys` columns are the entry and, in a child table, the places
/// in the lists on the way.
struct TablePlan {
  std::string name;
  std::vector<Column> columns;
  std::size_t keys = 1;
  std::vector<FieldPlan> fields;  ///< Of a struct; a single one for a list of plain values.
  std::string listName;           ///< Of a child: the list, as its place is called further down.
  std::string indexedColumn;      ///< The column with the record's own id; empty: none.

  std::string createSql() const;
  /// INSERT of all columns, in order.
  std::string insertSql() const;
  /// All rows of one entry, and their removal; the entry is the parameter.
  std::string selectSql() const;
  std::string deleteSql() const;
};

/// The tables of one kind; tables[0] is the kind's own.
struct KindPlan {
  KindPlan() = default;
  KindPlan(const KindPlan&) = delete;  // Its tables point to each other.
  KindPlan& operator=(const KindPlan&) = delete;

  const KindInfo* kind = nullptr;
  std::deque<TablePlan> tables;
};

/// The columns that every kind's own table begins with, before its fields.
inline constexpr std::size_t kEnvelopeColumns = 16;

/// All tables that follow from the schema. Immutable; the catalogue must outlive it.
class ModelPlan {
 public:
  /// Plans the tables of every kind in the catalogue.
  explicit ModelPlan(const Catalogue& catalogue);
  ModelPlan(const ModelPlan&) = delete;
  ModelPlan& operator=(const ModelPlan&) = delete;

  const Catalogue& catalogue() const { return catalogue_; }
  /// Null for a kind that this schema does not know.
  const KindPlan* kind(std::uint16_t number) const;
  /// The table of the statement's sources.
  const TablePlan& sources() const { return sources_.tables.front(); }

  /// CREATE TABLE of everything, in order.
  std::string tablesSql() const;
  /// CREATE INDEX of everything: after the rows, where there are many.
  std::string indexesSql() const;

 private:
  const Catalogue& catalogue_;
  std::deque<KindPlan> kinds_;
  KindPlan sources_;
};

/// "responseGiven" is "response_given".
std::string snakeCase(std::string_view camelCase);

/// A name in double quotes.
std::string quotedName(const std::string& name);

}  // namespace minutebook

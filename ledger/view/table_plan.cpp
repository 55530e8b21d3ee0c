#include "ledger/view/table_plan.h"

#include <set>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kNestingMax = 8;

/// The columns of a value that is no struct: its text, and what a query may want to compare.
std::vector<Column> scalarColumns(const FieldInfo& field, const std::string& name) {
  auto text = ColumnType::kText;
  auto integer = ColumnType::kInteger;
  switch (field.type) {
    case FieldType::kNumber:
      return {{name, integer}};
    case FieldType::kVoid:
      return {};
    case FieldType::kWhen:
      return {{name, text},
              {name + "_precision", text},
              {name + "_first", integer},
              {name + "_last", integer},
              {name + "_distance", integer},
              {name + "_anchor", text}};
    case FieldType::kMoney:
      return {{name, text}, {name + "_minor", integer}, {name + "_currency", text}};
    case FieldType::kCount:
      return {{name, text}, {name + "_min", integer}, {name + "_max", integer}};
    case FieldType::kFigure:
      return {{name, text}, {name + "_unscaled", integer}, {name + "_places", integer}};
    case FieldType::kWords:
      return {{name, text}, {name + "_state", text}};
    case FieldType::kSealed:
      return {{name + "_state", text}};
    case FieldType::kRef:
      return {{name, text}, {name + "_register", text}, {name + "_id", text}};
    case FieldType::kVersion: {
      std::vector<Column> columns = {{name, text}};
      for (const FieldInfo& part : field.structure->fields) {
        columns.push_back({name + "_" + snakeCase(part.name), text});
      }
      return columns;
    }
    case FieldType::kRecord:
      return {{name + "_kind", text}};
    default:
      return {{name, text}};
  }
}

/// Builds the tables of one kind, depth first.
class Planner {
 public:
  explicit Planner(KindPlan& plan) : plan_(plan) {}

  void addMembers(TablePlan& table, std::vector<FieldPlan>& into, const StructInfo& structure,
                  const std::string& prefix) {
    if (++depth_ > kNestingMax) throw Fault(FaultKind::kBug, "schema: " + structure.name);
    for (const FieldInfo& field : structure.fields) {
      std::string name = prefix + snakeCase(field.name);
      into.push_back(field.list ? addList(table, field, name) : addOne(table, field, name));
    }
    --depth_;
  }

 private:
  FieldPlan addOne(TablePlan& table, const FieldInfo& field, const std::string& name) {
    FieldPlan plan;
    plan.field = &field;
    plan.column = table.columns.size();
    if (field.type == FieldType::kStruct) {
      if (field.structure->hasUnion) table.columns.push_back({name, ColumnType::kText});
      addMembers(table, plan.members, *field.structure, name + "_");
      return plan;
    }
    for (Column& column : scalarColumns(field, name)) table.columns.push_back(std::move(column));
    if (field.type == FieldType::kWho) {
      TablePlan& child = addChild(table, name);
      for (const char* column : {"register", "id", "description", "how_many"}) {
        child.columns.push_back({column, ColumnType::kText});
      }
      child.columns.push_back({"how_many_min", ColumnType::kInteger});
      child.columns.push_back({"how_many_max", ColumnType::kInteger});
      child.columns.push_back({"words", ColumnType::kText});
      plan.child = &child;
    }
    return plan;
  }

  FieldPlan addList(TablePlan& table, const FieldInfo& field, const std::string& name) {
    FieldPlan plan;
    plan.field = &field;
    TablePlan& child = addChild(table, name);
    plan.child = &child;
    if (field.type != FieldType::kStruct) {
      child.fields.push_back(addOne(child, field, "value"));
      return plan;
    }
    if (field.structure->hasUnion) child.columns.push_back({"which", ColumnType::kText});
    addMembers(child, child.fields, *field.structure, "");
    return plan;
  }

  /// The parent's keys, its own place under the name of its list, and the place in this list.
  TablePlan& addChild(const TablePlan& parent, const std::string& name) {
    TablePlan child;
    child.name = parent.name + "__" + name;
    child.listName = name;
    child.columns.assign(parent.columns.begin(),
                         parent.columns.begin() + static_cast<std::ptrdiff_t>(parent.keys));
    if (parent.keys > 1) child.columns.back().name = parent.listName + "_nth";
    child.columns.push_back({"nth", ColumnType::kInteger});
    child.keys = parent.keys + 1;
    plan_.tables.push_back(std::move(child));
    return plan_.tables.back();
  }

  KindPlan& plan_;
  std::size_t depth_ = 0;
};

std::vector<Column> envelopeColumns() {
  auto text = ColumnType::kText;
  auto integer = ColumnType::kInteger;
  return {{"entry", integer},
          {"recorded_at", integer},
          {"occurred_at", text},
          {"occurred_at_precision", text},
          {"occurred_at_first", integer},
          {"occurred_at_last", integer},
          {"occurred_at_distance", integer},
          {"occurred_at_anchor", text},
          {"author", text},
          {"on_behalf_of", text},
          {"on_behalf_of_basis", text},
          {"provenance", text},
          {"initiative", text},
          {"stage", text},
          {"statement_id", text},
          {"corrected_by", integer}};
}

void refuseDoubleNames(const KindPlan& plan) {
  for (const TablePlan& table : plan.tables) {
    std::set<std::string> names;
    for (const Column& column : table.columns) {
      if (names.insert(column.name).second) continue;
      throw Fault(FaultKind::kBug, "schema: two columns " + table.name + "." + column.name);
    }
  }
}

}  // namespace

std::string snakeCase(std::string_view camelCase) {
  std::string snake;
  for (char c : camelCase) {
    bool capital = c >= 'A' && c <= 'Z';
    if (capital && !snake.empty()) snake.push_back('_');
    snake.push_back(capital ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return snake;
}

std::string quotedName(const std::string& name) {
  return "\"" + name + "\"";
}

std::string TablePlan::createSql() const {
  std::string sql = "CREATE TABLE " + quotedName(name) + "(";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) sql += ", ";
    sql += quotedName(columns[i].name);
    sql += columns[i].type == ColumnType::kText ? " TEXT" : " INTEGER";
    if (keys == 1 && i == 0) sql += " PRIMARY KEY";
    if (keys > 1 && i < keys) sql += " NOT NULL";
  }
  if (keys == 1) return sql + ") STRICT;\n";
  sql += ", PRIMARY KEY(";
  for (std::size_t i = 0; i < keys; ++i) sql += (i > 0 ? ", " : "") + quotedName(columns[i].name);
  return sql + ")) STRICT, WITHOUT ROWID;\n";
}

std::string TablePlan::insertSql() const {
  std::string sql = "INSERT INTO " + quotedName(name) + " VALUES(?";
  for (std::size_t i = 1; i < columns.size(); ++i) sql += ",?";
  return sql + ")";
}

std::string TablePlan::selectSql() const {
  return "SELECT * FROM " + quotedName(name) + " WHERE entry = ?";
}

std::string TablePlan::deleteSql() const {
  return "DELETE FROM " + quotedName(name) + " WHERE entry = ?";
}

ModelPlan::ModelPlan(const Catalogue& catalogue) : catalogue_(catalogue) {
  for (const KindInfo& kind : catalogue.kinds()) {
    KindPlan& plan = kinds_.emplace_back();
    plan.kind = &kind;
    TablePlan& main = plan.tables.emplace_back();
    main.name = snakeCase(kind.name);
    main.columns = envelopeColumns();
    if (kind.structure->hasUnion) main.columns.push_back({"which", ColumnType::kText});
    Planner(plan).addMembers(main, main.fields, *kind.structure, "");
    for (const FieldPlan& field : main.fields) {
      if (field.field->id == schema::Register::NOT_RECORDED || !main.indexedColumn.empty())
        continue;
      main.indexedColumn = main.columns[field.column].name;
    }
    refuseDoubleNames(plan);
  }
  TablePlan& sources = sources_.tables.emplace_back();
  sources.name = "source";
  sources.keys = 2;
  sources.columns = {{"entry", ColumnType::kInteger}, {"nth", ColumnType::kInteger}};
  Planner(sources_).addMembers(sources, sources.fields,
                               *catalogue.envelope().find("sources")->structure, "");
  refuseDoubleNames(sources_);
}

const KindPlan* ModelPlan::kind(std::uint16_t number) const {
  if (number == 0 || number > kinds_.size()) return nullptr;
  return &kinds_[number - 1u];
}

std::string ModelPlan::tablesSql() const {
  std::string sql;
  for (const TablePlan& table : sources_.tables) sql += table.createSql();
  for (const KindPlan& kind : kinds_) {
    for (const TablePlan& table : kind.tables) sql += table.createSql();
  }
  return sql;
}

std::string ModelPlan::indexesSql() const {
  std::string sql;
  for (const KindPlan& kind : kinds_) {
    const TablePlan& main = kind.tables.front();
    if (main.indexedColumn.empty()) continue;
    sql += "CREATE INDEX " + quotedName(main.name + "_by_" + main.indexedColumn) + " ON " +
           quotedName(main.name) + "(" + quotedName(main.indexedColumn) + ");\n";
  }
  return sql;
}

}  // namespace minutebook

#include "ledger/view/corrected_values.h"

#include <algorithm>
#include <utility>

namespace minutebook {

namespace {

/// What stands in place of words that were public and are sealed now. The log still holds them; no
/// reader repeats them.
constexpr const char* kWithdrawn = "(words taken back from the public)";
constexpr const char* kNowPrivate = "(kept private)";
constexpr const char* kNotToBeSaid = "(prefers not to say)";

std::string_view mannerOf(FieldType type) {
  switch (type) {
    case FieldType::kEnum:
    case FieldType::kRecord:
      return "word";
    case FieldType::kWho:
      return "who";
    case FieldType::kRef:
      return "record";
    case FieldType::kWhen:
      return "when";
    default:
      return "";
  }
}

/// Goes through the fields of a kind, and through those of its structs and lists.
class Teller {
 public:
  explicit Teller(ToldColumns& into) : into_(into) {}

  void tell(const TablePlan& table, const std::vector<FieldPlan>& fields,
            const std::string& above) {
    for (const FieldPlan& plan : fields) {
      std::string name = above + everydayWords(plan.field->name);
      if (plan.field->list) {
        list(*plan.child, *plan.field, name);
      } else {
        one(table, plan, name);
      }
    }
  }

  /// Which member of an unnamed union is set.
  void which(const TablePlan& table, std::size_t at, const std::string& name) {
    if (at < table.columns.size() && table.columns[at].name == "which") {
      into_[&table][at] = {name, "word"};
    }
  }

 private:
  void list(const TablePlan& child, const FieldInfo& field, const std::string& name) {
    into_[&child].resize(child.columns.size());
    if (field.type != FieldType::kStruct) return one(child, child.fields.front(), name);
    which(child, child.keys, name);
    tell(child, child.fields, name + ", ");
  }

  void one(const TablePlan& table, const FieldPlan& plan, const std::string& name) {
    const FieldInfo& field = *plan.field;
    if (field.type == FieldType::kVoid) return;
    if (field.type == FieldType::kStruct) {
      if (field.structure->hasUnion) into_[&table][plan.column] = {name, "word"};
      return tell(table, plan.members, name + ", ");
    }
    ToldColumn& column = into_[&table][plan.column];
    column = {name, mannerOf(field.type)};
    column.isWords = field.type == FieldType::kWords;
    column.isState = field.type == FieldType::kSealed;
  }

  ToldColumns& into_;
};

std::string textOf(const Value& value) {
  if (auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  auto* text = std::get_if<std::string>(&value);
  return text ? *text : "";
}

/// The words that stand for a state; none for "public".
std::string stateWords(const Value& state) {
  std::string text = textOf(state);
  if (text == "sealed") return kNowPrivate;
  return text == "prefer not to say" ? kNotToBeSaid : "";
}

std::string cellText(const std::vector<Value>& row, std::size_t at, const ToldColumn& column) {
  if (column.isState) return stateWords(row[at]);
  std::string text = textOf(row[at]);
  return text.empty() && column.isWords ? stateWords(row[at + 1]) : text;
}

/// One row's value, or those of a list, one after the other.
std::string columnText(const TableRows& rows, std::size_t at, const ToldColumn& column) {
  const char* between = column.manner.empty() ? "; " : ", ";
  std::string all;
  for (const auto& row : rows) {
    std::string text = cellText(row, at, column);
    if (!text.empty()) all += (all.empty() ? "" : between) + text;
  }
  return all;
}

/// Whether public words stood in this column, and some of it is sealed now.
bool isTakenBack(const TableRows& was, const TableRows& became, std::size_t at) {
  auto isPublic = [&](const auto& row) { return !textOf(row[at]).empty(); };
  auto isSealed = [&](const auto& row) { return textOf(row[at + 1]) == "sealed"; };
  return std::any_of(was.begin(), was.end(), isPublic) &&
         std::any_of(became.begin(), became.end(), isSealed);
}

Value unlessEmpty(std::string text) {
  if (text.empty()) return {};
  return text;
}

}  // namespace

ToldColumns toldColumns(const KindPlan& plan) {
  ToldColumns told;
  const TablePlan& main = plan.tables.front();
  told[&main].resize(main.columns.size());
  Teller teller(told);
  teller.which(main, kEnvelopeColumns, "which");
  teller.tell(main, main.fields, "");
  return told;
}

std::vector<ValueChange> changesIn(const TablePlan& table, const std::vector<ToldColumn>& columns,
                                   const TableRows& was, const TableRows& became) {
  std::vector<ValueChange> changes;
  std::size_t first = table.keys > 1 ? table.keys : kEnvelopeColumns;
  for (std::size_t at = first; at < columns.size(); ++at) {
    const ToldColumn& column = columns[at];
    std::string before = columnText(was, at, column);
    std::string after = columnText(became, at, column);
    if (before == after) continue;
    if (column.isWords && isTakenBack(was, became, at)) before = kWithdrawn;
    changes.push_back({table.columns[at].name, column.field, std::string(column.manner),
                       unlessEmpty(std::move(before)), unlessEmpty(std::move(after))});
  }
  return changes;
}

}  // namespace minutebook

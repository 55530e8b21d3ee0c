#include "ledger/view/public_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace minutebook {

namespace {

/// Free text, as against an id, a reference, a date or a choice. Lists have their values in tables
/// of their own, whose single field they are.
bool isText(const FieldInfo& field) {
  bool plain = field.type == FieldType::kText && field.id == schema::Register::NOT_RECORDED &&
               field.refersTo == schema::Register::NOT_RECORDED;
  return plain || field.type == FieldType::kWords;
}

/// One of several words that say what was done, as against yes and no.
bool isTellingChoice(const FieldInfo& field) {
  return field.type == FieldType::kEnum && !field.list && field.name != "as" &&
         !(field.choices.size() == 2 && field.choices.front() == "yes");
}

void addTexts(const std::vector<FieldPlan>& fields, const std::vector<Value>& cells,
              std::string& all) {
  for (const FieldPlan& plan : fields) {
    if (!plan.members.empty()) addTexts(plan.members, cells, all);
    if (!isText(*plan.field)) continue;
    auto* text = std::get_if<std::string>(&cells[plan.column]);
    if (text) all += (all.empty() ? "" : "\n") + *text;
  }
}

}  // namespace

Value summaryOf(const TableRow& row) {
  static constexpr std::array<std::string_view, 10> kTelling = {
      "outcome",      "what", "text",      "title",  "question",
      "what_changed", "item", "statement", "reason", "name"};
  const Value* best = nullptr;
  std::size_t bestRank = kTelling.size() + 1;
  for (const FieldPlan& plan : row.table->fields) {
    const FieldInfo& field = *plan.field;
    if (!isText(field)) continue;
    const Value& value = row.cells[plan.column];
    if (!std::holds_alternative<std::string>(value)) continue;
    const std::string& name = row.table->columns[plan.column].name;
    auto rank = static_cast<std::size_t>(std::find(kTelling.begin(), kTelling.end(), name) -
                                         kTelling.begin());
    if (rank >= bestRank) continue;
    best = &value;
    bestRank = rank;
  }
  return best ? *best : Value{};
}

Value choicesOf(const TableRow& row) {
  std::string all;
  for (const FieldPlan& plan : row.table->fields) {
    const FieldInfo& field = *plan.field;
    if (!isTellingChoice(field)) continue;
    auto* choice = std::get_if<std::string>(&row.cells[plan.column]);
    if (choice) all += (all.empty() ? "" : "\n") + field.name + ":" + *choice;
  }
  if (all.empty()) return {};
  return all;
}

std::string publicTextOf(const RecordRows& rows) {
  std::string all;
  for (const TableRow& row : rows) addTexts(row.table->fields, row.cells, all);
  return all;
}

}  // namespace minutebook

#include "cli/entry_numbers.h"

#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"

namespace minutebook {

namespace {

Json spelledOut(const Json& value, const FieldInfo& field, const StatementIdOf& idOf) {
  if (value.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (const Json& item : value.items()) list.add(spelledOut(item, field, idOf));
    return list;
  }
  if (field.type == FieldType::kStruct && field.structure && !field.structure->fields.empty()) {
    // A lone value stands for the first field.
    if (value.kind() != Json::Kind::kObject) {
      return spelledOut(value, field.structure->fields.front(), idOf);
    }
    Json object = value;
    spellOutEntries(object, *field.structure, idOf);
    return object;
  }
  constexpr std::string_view kEntry = "entry:";
  std::string_view text = value.text();
  if (field.type != FieldType::kRef || !text.starts_with(kEntry)) return value;
  std::optional<std::uint64_t> number = parseDecimal(text.substr(kEntry.size()));
  std::optional<std::string> id = number ? idOf(*number) : std::nullopt;
  return id ? Json::text(std::string(kEntry) + *id) : value;
}

}  // namespace

void spellOutEntries(Json& object, const StructInfo& structure, const StatementIdOf& idOf) {
  const std::vector<Json::Member> members = object.members();
  for (const auto& [name, value] : members) {
    const FieldInfo* field = structure.find(name);
    if (field) object.set(name, spelledOut(value, *field, idOf));
  }
}

}  // namespace minutebook

#include "cli/entry_numbers.h"

#include <string>
#include <string_view>
#include <utility>

#include "ledger/base/bytes.h"

namespace minutebook {

namespace {

constexpr std::string_view kEntry = "entry:";

Json named(const Json& value, const StatementAt& find) {
  if (value.kind() != Json::Kind::kText || !value.text().starts_with(kEntry)) return value;
  std::optional<std::uint64_t> number =
      parseDecimal(std::string_view(value.text()).substr(kEntry.size()));
  std::optional<StatementId> statement = number ? find(*number) : std::nullopt;
  return statement ? Json::text(std::string(kEntry) + statement->text()) : value;
}

void nameIn(Json& object, const StructInfo& structure, const StatementAt& find);

Json fieldNamed(const Json& value, const FieldInfo& field, const StatementAt& find) {
  if (value.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (const Json& item : value.items()) list.add(fieldNamed(item, field, find));
    return list;
  }
  if (field.type == FieldType::kRef) return named(value, find);
  if (field.type != FieldType::kStruct || !field.structure) return value;
  Json object = value;
  nameIn(object, *field.structure, find);
  return object;
}

void nameIn(Json& object, const StructInfo& structure, const StatementAt& find) {
  if (object.kind() != Json::Kind::kObject) return;
  for (const FieldInfo& field : structure.fields) {
    const Json* value = object.find(field.name);
    if (value) object.set(field.name, fieldNamed(*value, field, find));
  }
}

}  // namespace

void nameEntries(Json& line, const KindInfo& kind, const Catalogue& catalogue,
                 const StatementAt& find) {
  nameIn(line, *kind.structure, find);
  nameIn(line, catalogue.envelope(), find);
}

}  // namespace minutebook

#include "ledger/event/schema_outline.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace minutebook {

namespace {

using Type = capnp::schema::Type;

bool isSigned(capnp::Type type) {
  switch (type.which()) {
    case Type::INT8:
    case Type::INT16:
    case Type::INT32:
    case Type::INT64:
      return true;
    default:
      return false;
  }
}

std::string typeName(FieldType type) {
  switch (type) {
    case FieldType::kText:
      return "text";
    case FieldType::kData:
      return "data";
    case FieldType::kEnum:
      return "enum";
    case FieldType::kNumber:
      return "number";
    case FieldType::kVoid:
      return "void";
    case FieldType::kSealed:
      return "sealed";
    case FieldType::kRecord:
      return "record";
    default:
      return "struct";
  }
}

/// What a struct is in people's eyes, where that is more than its fields; else nothing.
std::string formName(FieldType type) {
  switch (type) {
    case FieldType::kWhen:
      return "when";
    case FieldType::kMoney:
      return "money";
    case FieldType::kCount:
      return "count";
    case FieldType::kFigure:
      return "figure";
    case FieldType::kWords:
      return "words";
    case FieldType::kDocument:
      return "document";
    case FieldType::kWho:
      return "who";
    case FieldType::kRef:
      return "ref";
    case FieldType::kVersion:
      return "version";
    default:
      return "";
  }
}

/// Numbers structs as they are met and describes each once.
class Outliner {
 public:
  std::int64_t numberOf(const StructInfo& info) {
    const auto [known, isNew] = numbers_.emplace(&info, structs_.size());
    const std::size_t number = known->second;
    if (isNew) {
      structs_.emplace_back();
      Json described = structJson(info);
      structs_[number] = std::move(described);
    }
    return static_cast<std::int64_t>(number);
  }

  Json structs() { return Json::list(std::move(structs_)); }

 private:
  Json structJson(const StructInfo& info) {
    Json json = Json::object();
    if (info.hasUnion) json.set("union", Json::number(std::int64_t{info.unionOffset}));
    Json fields = Json::list();
    for (const FieldInfo& field : info.fields) fields.add(fieldJson(field));
    json.set("fields", std::move(fields));
    return json;
  }

  Json fieldJson(const FieldInfo& field) {
    Json json = Json::object({{"name", Json::text(field.name)},
                              {"label", Json::text(field.label)},
                              {"type", Json::text(typeName(field.type))}});
    const std::string form = formName(field.type);
    if (!form.empty()) json.set("form", Json::text(form));
    if (field.list) json.set("list", Json::boolean(true));
    if (field.group) json.set("group", Json::boolean(true));
    if (field.inUnion) json.set("member", Json::number(std::int64_t{field.member}));
    json.set("ordinal", Json::number(std::int64_t{field.ordinal}));
    json.set("at", Json::number(std::int64_t{field.slot.offset}));
    if (field.slot.bits != 0) json.set("bits", Json::number(std::int64_t{field.slot.bits}));
    if (isSigned(field.field.getType())) json.set("signed", Json::boolean(true));
    if (!field.unit.empty()) json.set("unit", Json::text(field.unit));
    if (!field.currencyIn.empty()) json.set("currencyIn", Json::text(field.currencyIn));
    if (!field.choices.empty()) {
      Json choices = Json::list();
      for (const std::string& choice : field.choices) choices.add(Json::text(choice));
      json.set("choices", std::move(choices));
    }
    if (field.type == FieldType::kSealed) {
      json.set("sealed", Json::text(typeName(field.sealedType)));
    }
    if (field.structure && field.type != FieldType::kRecord) {
      json.set("struct", Json::number(numberOf(*field.structure)));
    }
    return json;
  }

  std::map<const StructInfo*, std::size_t> numbers_;
  std::vector<Json> structs_;
};

}  // namespace

std::set<std::uint16_t> kindsIn(const Statement& statement) {
  std::set<std::uint16_t> kinds = {statement.kindNumber()};
  const schema::Record::Reader record = statement.record();
  if (record.isEntryCorrected()) {
    kinds.insert(static_cast<std::uint16_t>(record.getEntryCorrected().getCorrected().which()));
  }
  return kinds;
}

Json schemaOutline(const Catalogue& catalogue, const std::set<std::uint16_t>& kinds) {
  Outliner outliner;
  const std::int64_t envelope = outliner.numberOf(catalogue.envelope());
  Json known = Json::object();
  for (std::uint16_t number : kinds) {
    const KindInfo* kind = catalogue.kind(number);
    if (!kind) continue;
    known.set(std::to_string(number),
              Json::object({{"name", Json::text(kind->name)},
                            {"label", Json::text(kind->label)},
                            {"at", Json::number(std::int64_t{kind->slot.offset})},
                            {"struct", Json::number(outliner.numberOf(*kind->structure))}}));
  }
  return Json::object(
      {{"envelope", Json::number(envelope)},
       {"recordUnion", Json::number(std::int64_t{catalogue.recordUnion().unionOffset})},
       {"kinds", std::move(known)},
       {"structs", outliner.structs()}});
}

}  // namespace minutebook

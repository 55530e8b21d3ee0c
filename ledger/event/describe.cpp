// From a statement back to the record line it could have been written as.

#include <capnp/dynamic.h>

#include "ledger/base/money.h"
#include "ledger/event/compose.h"
#include "ledger/event/reading.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

using Struct = capnp::DynamicStruct::Reader;

ByteView view(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}

/// Walks one statement. `steps_` is where it stands, for the path of a sealed value.
class Describer {
 public:
  Describer(const Catalogue& catalogue, const Reveal& reveal)
      : catalogue_(catalogue), reveal_(reveal) {}

  void enter(std::uint16_t kind) {
    kind_ = kind;
    steps_.clear();
  }

  void members(Struct from, const StructInfo& info, Json& to) {
    for (const FieldInfo& field : info.fields) member(from, field, to);
  }

  void member(Struct from, const FieldInfo& field, Json& to) {
    if (field.inUnion && !isActive(from, field)) return;
    if (!field.group) steps_.push_back({field.ordinal, kNoListIndex});
    Json value = field.list ? list(from, field) : scalar(from, field);
    if (!field.group) steps_.pop_back();
    if (!field.currencyIn.empty()) value = sumOf(from, field, std::move(value));
    bool said = !value.isNull() || (field.type == FieldType::kVoid && field.name != "notRecorded");
    if (said) to.set(field.name, std::move(value));
  }

 private:
  static bool isActive(Struct from, const FieldInfo& field) {
    KJ_IF_MAYBE (active, from.which()) {
      return *active == field.field;
    }
    return false;
  }

  /// A sealed sum that was opened, with the currency that stands beside it in the clear: as it was
  /// once written.
  static Json sumOf(Struct container, const FieldInfo& field, Json opened) {
    const Json* minor = opened.find("minor");
    capnp::Text::Reader currency = container.get(field.currencyIn).as<capnp::Text>();
    if (!minor || currency.size() == 0) return opened;
    return Json::text(formatMoney({std::stoll(minor->text()), currency.cStr()}));
  }

  Json list(Struct from, const FieldInfo& field) {
    if (!from.has(field.field)) return {};
    Json items = Json::list();
    auto values = from.get(field.field).as<capnp::DynamicList>();
    for (unsigned i = 0; i < values.size(); ++i) {
      steps_.back().index = static_cast<std::uint16_t>(i);
      items.add(item(values[i], field));
    }
    return items;
  }

  Json scalar(Struct from, const FieldInfo& field) {
    if (field.type == FieldType::kVoid) return {};
    if (field.group) {
      Json group = object(from.get(field.field).as<capnp::DynamicStruct>(), *field.structure);
      bool said = group.kind() != Json::Kind::kObject || !group.members().empty();
      return said ? group : Json();
    }
    bool pointer = field.type != FieldType::kEnum && field.type != FieldType::kNumber;
    if (pointer && !from.has(field.field)) return {};
    return item(from.get(field.field), field);
  }

  Json item(capnp::DynamicValue::Reader value, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kText:
        return Json::text(value.as<capnp::Text>().cStr());
      case FieldType::kData:
        return Json::text(toHex(view(value.as<capnp::Data>())));
      case FieldType::kNumber:
        return number(value);
      case FieldType::kEnum:
        return choice(value.as<capnp::DynamicEnum>());
      case FieldType::kVoid:
        return {};
      default:
        return structured(value.as<capnp::DynamicStruct>(), field);
    }
  }

  static Json number(const capnp::DynamicValue::Reader& value) {
    return value.getType() == capnp::DynamicValue::INT
               ? Json::number(value.as<std::int64_t>())
               : Json::number(std::to_string(value.as<std::uint64_t>()));
  }

  static Json choice(capnp::DynamicEnum value) {
    if (value.getRaw() == 0) return {};
    KJ_IF_MAYBE (enumerant, value.getEnumerant()) {
      return Json::text(enumerant->getProto().getName().cStr());
    }
    return Json::text("unknown choice " + std::to_string(value.getRaw()));
  }

  static Json unlessUnsaid(std::string text) {
    return saysNothing(text) ? Json() : Json::text(std::move(text));
  }

  Json structured(Struct value, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kWhen:
        return unlessUnsaid(readWhen(value.as<schema::When>()));
      case FieldType::kMoney:
        return unlessUnsaid(readMoney(value.as<schema::Money>()));
      case FieldType::kCount:
        return unlessUnsaid(readCount(value.as<schema::Count>()));
      case FieldType::kFigure:
        return unlessUnsaid(readFigure(value.as<schema::Figure>()));
      case FieldType::kDocument:
        return unlessUnsaid(readDocument(value.as<schema::Document>()));
      case FieldType::kRef:
        return unlessUnsaid(readRef(value.as<schema::Ref>()));
      case FieldType::kWho:
        return who(value.as<schema::Who>());
      case FieldType::kVersion:
        return version(value, *field.structure);
      case FieldType::kSealed:
        return sealed(value, field);
      case FieldType::kWords:
        return words(value, field);
      case FieldType::kRecord:
        return record(value);
      default:
        break;
    }
    return object(value, *field.structure);
  }

  /// A struct as an object; as its active member's name alone where nothing more is said of that.
  Json object(Struct value, const StructInfo& info) {
    Json object = Json::object();
    members(value, info, object);
    if (!object.members().empty()) return object;
    for (const FieldInfo& field : info.fields) {
      bool bare = field.inUnion && field.type == FieldType::kStruct && isActive(value, field);
      if (bare) return Json::text(field.name);
    }
    return object;
  }

  static Json who(schema::Who::Reader from) {
    std::vector<std::string> pieces = readWho(from);
    if (pieces.size() == 1) return Json::text(pieces[0]);
    Json list = Json::list();
    for (std::string& piece : pieces) list.add(Json::text(std::move(piece)));
    return list;
  }

  static Json version(Struct value, const StructInfo& info) {
    return Json::text(std::string(value.get(info.fields[0].field).as<capnp::Text>().cStr()) + "@" +
                      value.get(info.fields[1].field).as<capnp::Text>().cStr());
  }

  Json sealed(Struct value, const FieldInfo& field) {
    auto commitment = value.get("commitment").as<capnp::Data>();
    if (reveal_) {
      if (auto opened = reveal_({kind_, steps_})) return openedJson(*opened, field);
    }
    return Json::object({{"commitment", Json::text(toHex(view(commitment)))}});
  }

  /// A value that was opened for this reader, as it was once written.
  Json openedJson(const Bytes& opened, const FieldInfo& field) {
    if (field.sealedType == FieldType::kText) return Json::text(std::string(asText(opened)));
    if (field.sealedType == FieldType::kData) return Json::text(toHex(opened));
    auto words = kj::heapArray<capnp::word>(opened.size() / sizeof(capnp::word) + 1);
    std::memset(words.begin(), 0, words.size() * sizeof(capnp::word));
    std::memcpy(words.begin(), opened.data(), opened.size());
    kj::ArrayPtr<const capnp::word> segment = words;
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1));
    auto body = message.getRoot<capnp::DynamicStruct>(field.structure->schema);
    FieldInfo plain = field;
    plain.type = field.sealedType;
    std::vector<PathStep> steps = std::move(steps_);
    steps_.clear();
    Json value = structured(body, plain);
    steps_ = std::move(steps);
    return value;
  }

  Json words(Struct value, const FieldInfo& field) {
    auto text = value.as<schema::Words>();
    if (text.isNotRecorded()) return {};
    if (text.isPreferNotToSay()) return Json::object({{"preferNotToSay", Json()}});
    if (text.isPublic()) {
      return Json::object({{"public", Json::text(text.getPublic().cStr())}});
    }
    const FieldInfo* member = field.structure->find("sealed");
    steps_.push_back({member->ordinal, kNoListIndex});
    Json shown = sealed(value.get(member->field).as<capnp::DynamicStruct>(), *member);
    steps_.pop_back();
    return shown;
  }

  Json record(Struct value) {
    auto number = static_cast<std::uint16_t>(value.as<schema::Record>().which());
    const KindInfo* kind = catalogue_.kind(number);
    if (!kind) return Json::text("unknown kind " + std::to_string(number));
    Json object = Json::object({{"kind", Json::text(kind->name)}});
    steps_.push_back({kind->number, kNoListIndex});
    members(value.get(kind->field).as<capnp::DynamicStruct>(), *kind->structure, object);
    steps_.pop_back();
    return object;
  }

  const Catalogue& catalogue_;
  const Reveal& reveal_;
  std::uint16_t kind_ = 0;
  std::vector<PathStep> steps_;
};

}  // namespace

Json describe(const Statement& statement, const Catalogue& catalogue, const Reveal& reveal) {
  Describer describer(catalogue, reveal);
  Struct envelope = statement.reader();
  const KindInfo* kind = catalogue.kind(statement.kindNumber());
  Json line = Json::object();
  line.set("kind", Json::text(kind ? kind->name
                                   : "unknown kind " + std::to_string(statement.kindNumber())));
  line.set("statementId", Json::text(statement.id().text()));
  bool readable = canBeRead([&] {
    describer.enter(kEnvelopeKind);
    for (const FieldInfo& field : catalogue.envelope().fields) {
      bool apart = field.name == "origin" || field.name == "id" || field.name == "author" ||
                   field.name == "record";
      if (!apart) describer.member(envelope, field, line);
    }
    if (!kind) return;
    describer.enter(kind->number);
    Struct record = statement.record();
    describer.members(record.get(kind->field).as<capnp::DynamicStruct>(), *kind->structure, line);
  });
  if (!readable) line.set("unreadable", Json::boolean(true));
  return line;
}

}  // namespace minutebook

#include "ledger/event/field_writer.h"

#include "ledger/event/field_refusals.h"
#include "ledger/event/text_checks.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

/// "lived experience", "lived-experience" and "livedExperience" are the same choice.
std::string camelCased(std::string_view text) {
  std::string out;
  bool upper = false;
  for (char c : text) {
    if (c == ' ' || c == '-' || c == '_') {
      upper = !out.empty();
      continue;
    }
    out.push_back(upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    upper = false;
  }
  return out;
}

/// True and the value set if `text` is a decimal that fits the field's integer type.
bool setNumber(capnp::DynamicStruct::Builder to, const FieldInfo& field, const std::string& text) {
  using Which = capnp::schema::Type;
  auto in = [&](std::uint64_t limit) -> std::optional<std::uint64_t> {
    return parseDecimal(text, limit);
  };
  bool negative = text.starts_with("-");
  auto type = field.field.getType().which();
  std::uint64_t limit = type == Which::UINT8    ? UINT8_MAX
                        : type == Which::UINT16 ? UINT16_MAX
                        : type == Which::UINT32 ? UINT32_MAX
                        : type == Which::UINT64 ? UINT64_MAX
                        : type == Which::INT8   ? INT8_MAX
                        : type == Which::INT16  ? INT16_MAX
                        : type == Which::INT32  ? INT32_MAX
                                                : INT64_MAX;
  if (!negative) {
    auto value = in(limit);
    if (value) to.set(field.field, *value);
    return value.has_value();
  }
  bool isSigned =
      type == Which::INT8 || type == Which::INT16 || type == Which::INT32 || type == Which::INT64;
  auto magnitude = parseDecimal(std::string_view(text).substr(1), limit);
  if (!isSigned || !magnitude || *magnitude == 0) return false;
  to.set(field.field, -static_cast<std::int64_t>(*magnitude));
  return true;
}

/// A choice of an enum by its name, in any of its spellings.
std::optional<Refusal> setChoice(capnp::DynamicStruct::Builder to, const FieldInfo& field,
                                 const std::string& text, const std::string& where) {
  std::string name = text == "true" ? "yes" : text == "false" ? "no" : camelCased(text);
  KJ_IF_MAYBE (enumerant, field.field.getType().asEnum().findEnumerantByName(name)) {
    to.set(field.field, capnp::DynamicEnum(*enumerant));
    return std::nullopt;
  }
  return unknownChoice(where, text, field.choices, field.choiceHelps);
}

std::vector<std::string> fieldNames(const StructInfo& info) {
  std::vector<std::string> names;
  for (const FieldInfo& field : info.fields) names.push_back(field.name);
  return names;
}

/// Whether a required field is there: an enum says something, a pointer points at something.
bool isWritten(capnp::DynamicStruct::Builder to, const FieldInfo& field) {
  if (field.type == FieldType::kEnum && !field.list) {
    return to.asReader().get(field.field).as<capnp::DynamicEnum>().getRaw() != 0;
  }
  return to.asReader().has(field.field);
}

bool isCommonText(FieldType type) {
  return type == FieldType::kWhen || type == FieldType::kMoney || type == FieldType::kCount ||
         type == FieldType::kFigure || type == FieldType::kDocument || type == FieldType::kRef ||
         type == FieldType::kVersion;
}

}  // namespace

FieldWriter::Members membersOf(const Json& object) {
  FieldWriter::Members members;
  members.reserve(object.members().size());
  for (const Json::Member& member : object.members()) members.push_back(&member);
  return members;
}

void FieldWriter::enter(std::uint16_t kind, Struct root) {
  kind_ = kind;
  steps_.clear();
  root_ = root;
}

std::optional<Refusal> FieldWriter::writeMembers(Struct to, const StructInfo& info,
                                                 const Members& members, const std::string& where) {
  std::string chosen;
  for (const Json::Member* given : members) {
    const Json::Member& member = *given;
    const FieldInfo* field = info.find(member.first);
    if (!field) {
      std::string near = nearestName(member.first, fieldNames(info));
      return Refusal{"record.unknown-field", pathOf(where, member.first),
                     "There is no field called \"" + member.first + "\" here.",
                     near.empty() ? "minutebook kinds shows the fields of each kind."
                                  : "Did you mean " + near + "?"};
    }
    if (field->inUnion && !(field->type != FieldType::kVoid && member.second.isNull())) {
      if (!chosen.empty()) {
        return Refusal{"record.two-members", pathOf(where, member.first),
                       "\"" + chosen + "\" and \"" + member.first + "\" cannot both be said.",
                       "Keep the one that is meant."};
      }
      chosen = member.first;
    }
    if (auto refusal = write(to, *field, member.second, where)) return refusal;
  }
  for (const FieldInfo& field : info.fields) {
    if (!field.required || isWritten(to, field)) continue;
    return Refusal{"record.missing", pathOf(where, field.name),
                   "\"" + pathOf(where, field.name) + "\" is missing.",
                   "Add it; minutebook kinds says what belongs there."};
  }
  return std::nullopt;
}

std::optional<Refusal> FieldWriter::write(Struct to, const FieldInfo& field, const Json& value,
                                          const std::string& where) {
  std::string here = pathOf(where, field.name);
  if (field.type == FieldType::kVoid) {
    if (field.name != "notRecorded" && field.name != "unknown") to.set(field.field, capnp::VOID);
    return std::nullopt;
  }
  if (value.isNull()) return std::nullopt;
  if (!field.group) steps_.push_back({field.ordinal, kNoListIndex});
  std::optional<Refusal> refusal;
  if (field.type == FieldType::kWho && !field.list) {
    refusal = writeWhoList(to, field, value, here);
  } else if (field.list) {
    bool whole = value.kind() == Json::Kind::kList;
    std::span<const Json> items = whole ? std::span(value.items()) : std::span(&value, 1);
    refusal = writeList(to, field, items, here);
  } else {
    refusal = writeScalar(to, field, value, here);
  }
  if (!field.group) steps_.pop_back();
  return refusal;
}

std::optional<Refusal> FieldWriter::writeScalar(Struct to, const FieldInfo& field,
                                                const Json& value, const std::string& where) {
  bool structured = field.type == FieldType::kStruct || field.type == FieldType::kRecord ||
                    field.type == FieldType::kWords || field.type == FieldType::kSealed ||
                    isCommonText(field.type);
  if (!structured) {
    if (!isPlain(value)) return wrongType(where, value, "a text or number");
    return writeText(to, field, value.text(), where);
  }
  if (isCommonText(field.type) && isPlain(value) && saysNothing(value.text())) return std::nullopt;
  if (field.type == FieldType::kWords && value.kind() == Json::Kind::kObject &&
      value.find("notRecorded")) {
    return std::nullopt;
  }
  Struct child = field.group && !field.inUnion ? to.get(field.field).as<capnp::DynamicStruct>()
                                               : to.init(field.field).as<capnp::DynamicStruct>();
  if (field.type == FieldType::kSealed) return seal(child, to, field, value, where);
  if (field.type == FieldType::kWords) return writeWords(child, to, field, value, where);
  if (field.type == FieldType::kRecord) return writeRecord(child, value, where);
  return writeStruct(child, field, value, where);
}

std::optional<Refusal> FieldWriter::writeText(Struct to, const FieldInfo& field,
                                              const std::string& text, const std::string& where) {
  switch (field.type) {
    case FieldType::kText:
      if (auto refusal = idProblem(field, text, where)) return refusal;
      return setText(to, field.field, text, where);
    case FieldType::kData: {
      std::optional<Bytes> bytes = parseHexData(text);
      if (!bytes) {
        return Refusal{"record.wrong-type", where, "\"" + text + "\" is not written in hex digits.",
                       "Write pairs of the digits 0-9 and a-f, or sha256: and 64 of them."};
      }
      to.set(field.field, capnp::Data::Reader(bytes->data(), bytes->size()));
      return std::nullopt;
    }
    case FieldType::kEnum:
      if (saysNothing(text) || text == "notRecorded") return std::nullopt;
      return setChoice(to, field, text, where);
    default:
      if (setNumber(to, field, text)) return std::nullopt;
      return Refusal{"number.form", where, "\"" + text + "\" is not a whole number that fits here.",
                     "Write digits only, without leading zeros."};
  }
}

std::optional<Refusal> FieldWriter::writeStruct(Struct to, const FieldInfo& field,
                                                const Json& value, const std::string& where) {
  if (value.kind() == Json::Kind::kObject) {
    return writeMembers(to, *field.structure, membersOf(value), where);
  }
  if (!isPlain(value)) return wrongType(where, value, "a text or an object");
  const std::string& text = value.text();
  std::optional<Refusal> refusal;
  switch (field.type) {
    case FieldType::kWhen:
      refusal = writeWhen(to.as<schema::When>(), text);
      break;
    case FieldType::kMoney:
      refusal = writeMoney(to.as<schema::Money>(), text);
      break;
    case FieldType::kCount:
      refusal = writeCount(to.as<schema::Count>(), text);
      break;
    case FieldType::kFigure:
      refusal = writeFigure(to.as<schema::Figure>(), text);
      break;
    case FieldType::kDocument:
      refusal = writeDocument(to.as<schema::Document>(), text);
      break;
    case FieldType::kRef:
      refusal = writeRef(to.as<schema::Ref>(), text);
      break;
    case FieldType::kVersion: {
      std::size_t cut = text.find('@');
      if (cut == text.npos || cut == 0 || cut + 1 == text.size()) {
        return Refusal{"reference.form", where, "\"" + text + "\" does not name a version.",
                       "Write the id, @ and the version: REPORT@2."};
      }
      capnp::Text::Reader first(text.data(), cut);
      std::string second = text.substr(cut + 1);
      // A Text reader must end in NUL; the first part does not, so it is copied.
      std::string id(first.begin(), cut);
      to.set(field.structure->fields[0].field, capnp::Text::Reader(id.data(), id.size()));
      to.set(field.structure->fields[1].field, capnp::Text::Reader(second.data(), second.size()));
      break;
    }
    default:
      return field.list && !field.structure->hasUnion
                 ? writeFirst(to, *field.structure, value, where)
                 : writeMember(to, *field.structure, text, where);
  }
  if (refusal) return at(*refusal, where);
  return std::nullopt;
}

std::optional<Refusal> FieldWriter::writeFirst(Struct to, const StructInfo& info, const Json& value,
                                               const std::string& where) {
  Json whole = Json::object({{info.fields.front().name, value}});
  return writeMembers(to, info, membersOf(whole), where);
}

std::optional<Refusal> FieldWriter::writeMember(Struct to, const StructInfo& info,
                                                const std::string& name, const std::string& where) {
  // A lone text names a union member of which no more is said: "what": "reminder".
  std::string wanted = camelCased(name);
  std::vector<std::string> known;
  for (const FieldInfo& member : info.fields) {
    if (!member.inUnion) continue;
    if (member.name != "notRecorded") known.push_back(member.name);
    if (member.name != wanted) continue;
    if (member.type == FieldType::kVoid) return write(to, member, Json(), where);
    if (member.type == FieldType::kStruct) {
      to.clear(member.field);  // Chosen, and nothing more is said of it.
      return std::nullopt;
    }
  }
  if (!known.empty()) return unknownChoice(where, name, known);
  return Refusal{"record.unknown-choice", where, "\"" + name + "\" is not one of the choices here.",
                 "Write an object in curly brackets here."};
}

std::optional<Refusal> FieldWriter::writeWhoList(Struct to, const FieldInfo& field,
                                                 const Json& value, const std::string& where) {
  if (value.kind() == Json::Kind::kObject) {
    return writeMembers(to.init(field.field).as<capnp::DynamicStruct>(), *field.structure,
                        membersOf(value), where);
  }
  Outcome<std::vector<std::string>> pieces = whoPieces(value, where);
  if (!pieces) return pieces.refusal();
  bool any = false;
  for (const std::string& piece : pieces.value()) any = any || !saysNothing(piece);
  if (!any) return std::nullopt;
  auto refusal =
      writeWho(to.init(field.field).as<capnp::DynamicStruct>().as<schema::Who>(), pieces.value());
  if (refusal) return at(*refusal, where);
  return std::nullopt;
}

std::optional<Refusal> FieldWriter::writeRecord(Struct to, const Json& value,
                                                const std::string& where) {
  const Json* name = value.find("kind");
  const KindInfo* kind = name ? catalogue_.kind(name->text()) : nullptr;
  if (!kind) {
    return Refusal{"record.unknown-kind", where, "\"" + where + "\" does not hold a known record.",
                   "Write a whole record there, with its \"kind\"."};
  }
  Members members = membersOf(value);
  std::erase_if(members, [](const Json::Member* member) { return member->first == "kind"; });
  for (const FieldInfo& field : kind->structure->fields) {
    if (field.type != FieldType::kRecord) continue;
    return Refusal{"correction.nested", where, "\"" + where + "\" holds another correction.",
                   "Give the record itself, as it should have been."};
  }
  // The union member's ordinal in Record is the kind's number.
  steps_.push_back({kind->number, kNoListIndex});
  auto body = to.init(kind->field).as<capnp::DynamicStruct>();
  std::optional<Struct> outerRoot = root_;
  root_ = body;
  auto refusal = writeMembers(body, *kind->structure, members, where);
  root_ = outerRoot;
  steps_.pop_back();
  return refusal;
}

std::optional<Refusal> FieldWriter::writeList(Struct to, const FieldInfo& field,
                                              std::span<const Json> items,
                                              const std::string& where) {
  if (items.size() > kListLengthMax) {
    return Refusal{"statement.list-too-long", where,
                   "\"" + where + "\" lists " + std::to_string(items.size()) + "; at most " +
                       std::to_string(kListLengthMax) + " are kept in one record.",
                   "Split it into several records."};
  }
  auto list = to.init(field.field, static_cast<unsigned>(items.size())).as<capnp::DynamicList>();
  for (unsigned i = 0; i < items.size(); ++i) {
    steps_.back().index = static_cast<std::uint16_t>(i);
    std::string here = where + "[" + std::to_string(i) + "]";
    if (auto refusal = writeItem(list, i, to, field, items[i], here)) return refusal;
  }
  return std::nullopt;
}

std::optional<Refusal> FieldWriter::writeItem(capnp::DynamicList::Builder list, unsigned index,
                                              Struct container, const FieldInfo& field,
                                              const Json& value, const std::string& where) {
  if (field.type == FieldType::kText) {
    if (!isPlain(value)) return wrongType(where, value, "a text");
    if (auto refusal = idProblem(field, value.text(), where)) return refusal;
    list.set(index, capnp::Text::Reader(value.text().data(), value.text().size()));
    return std::nullopt;
  }
  if (field.type == FieldType::kEnum) {
    auto schema = field.field.getType().asList().getElementType().asEnum();
    KJ_IF_MAYBE (enumerant, schema.findEnumerantByName(camelCased(value.text()))) {
      list.set(index, capnp::DynamicEnum(*enumerant));
      return std::nullopt;
    }
    return unknownChoice(where, value.text(), field.choices, field.choiceHelps);
  }
  if (field.type == FieldType::kData) {
    std::optional<Bytes> bytes = parseHexData(value.text());
    if (!bytes) return wrongType(where, value, "a text of hex digits");
    list.set(index, capnp::Data::Reader(bytes->data(), bytes->size()));
    return std::nullopt;
  }
  auto element = list[index].as<capnp::DynamicStruct>();
  if (field.type == FieldType::kWords) return writeWords(element, container, field, value, where);
  if (field.type == FieldType::kSealed) return seal(element, container, field, value, where);
  if (field.type == FieldType::kWho) {
    Outcome<std::vector<std::string>> pieces = whoPieces(value, where);
    if (!pieces) return pieces.refusal();
    auto refusal = writeWho(element.as<schema::Who>(), pieces.value());
    if (refusal) return at(*refusal, where);
    return std::nullopt;
  }
  return writeStruct(element, field, value, where);
}

}  // namespace minutebook

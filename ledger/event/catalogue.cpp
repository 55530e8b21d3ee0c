#include "ledger/event/catalogue.h"

#include <capnp/dynamic.h>

#include <algorithm>

#include "ledger/base/fault.h"
#include "schema/common.capnp.h"
#include "schema/statement.capnp.h"

namespace minutebook {

namespace {

// The annotations of schema/annotations.capnp, by id.
constexpr std::uint64_t kHelp = 0xbc3d6f3fec30aea9;
constexpr std::uint64_t kWords = 0xbfcdf47744f8b78b;
constexpr std::uint64_t kRequired = 0xca378a5509b4d795;
constexpr std::uint64_t kId = 0x89d5df23514bb08f;
constexpr std::uint64_t kRefersTo = 0xd19ed4c2b65039e7;
constexpr std::uint64_t kRefersToOneOf = 0xe01c49ef7bb96e0f;
constexpr std::uint64_t kJoins = 0xabfac30c9fc00729;
constexpr std::uint64_t kSealed = 0xb760e7c16db8472e;
constexpr std::uint64_t kCurrencyIn = 0xccbca4d16748c51c;
constexpr std::uint64_t kUnit = 0x9fae62cbb9a1f505;
constexpr std::uint64_t kSource = 0xf0b12af1ea414c00;
constexpr std::uint64_t kRecordedBy = 0xd1613b97078cee35;
constexpr std::uint64_t kBelongsTo = 0xfc42c766e16ccfc1;
constexpr std::uint64_t kRegister = 0xb13dff30ea7195ce;
constexpr std::uint64_t kEveryday = 0xdd5dc6a5d0549884;
constexpr std::uint64_t kExample = 0xc7efe76f37f263bc;
constexpr std::uint64_t kRefusedAs = 0xd5c1a06f3b7e9482;

using Annotations = capnp::List<capnp::schema::Annotation>::Reader;

/// The value of one annotation, or nothing.
kj::Maybe<capnp::schema::Value::Reader> annotated(Annotations annotations, std::uint64_t id) {
  for (auto annotation : annotations) {
    if (annotation.getId() == id) return annotation.getValue();
  }
  return nullptr;
}

std::string annotatedText(Annotations annotations, std::uint64_t id) {
  KJ_IF_MAYBE (value, annotated(annotations, id)) {
    return value->getText().cStr();
  }
  return "";
}

schema::Register annotatedRegister(Annotations annotations, std::uint64_t id) {
  KJ_IF_MAYBE (value, annotated(annotations, id)) {
    return static_cast<schema::Register>(value->getEnum());
  }
  return schema::Register::NOT_RECORDED;
}

bool isAnnotated(Annotations annotations, std::uint64_t id) {
  return annotated(annotations, id) != nullptr;
}

template <typename T>
bool isStructOf(capnp::Type type) {
  return type.isStruct() &&
         type.asStruct().getProto().getId() == capnp::Schema::from<T>().getProto().getId();
}

bool isSealed(capnp::Type type) {
  return isStructOf<schema::Sealed<capnp::Text>>(type);
}

/// "schema/feedback.capnp:ResponseGiven" is of family "feedback".
std::string familyOf(capnp::StructSchema schema) {
  std::string name = schema.getProto().getDisplayName().cStr();
  std::string file = name.substr(0, name.find(".capnp"));
  std::size_t slash = file.rfind('/');
  return slash == file.npos ? file : file.substr(slash + 1);
}

void readChoices(capnp::EnumSchema schema, FieldInfo& info) {
  for (auto enumerant : schema.getEnumerants()) {
    auto proto = enumerant.getProto();
    std::string name = proto.getName().cStr();
    if (name == "notRecorded") continue;
    info.choices.push_back(std::move(name));
    info.choiceHelps.push_back(annotatedText(proto.getAnnotations(), kHelp));
  }
}

/// How a value of this type is written. `version` says that a struct is a WorkVersion or the like.
FieldType typeOf(capnp::Type type, bool version) {
  if (type.isText()) return FieldType::kText;
  if (type.isData()) return FieldType::kData;
  if (type.isEnum()) return FieldType::kEnum;
  if (type.isVoid()) return FieldType::kVoid;
  if (!type.isStruct()) return FieldType::kNumber;
  if (isSealed(type)) return FieldType::kSealed;
  if (isStructOf<schema::When>(type)) return FieldType::kWhen;
  if (isStructOf<schema::Money>(type)) return FieldType::kMoney;
  if (isStructOf<schema::Count>(type)) return FieldType::kCount;
  if (isStructOf<schema::Figure>(type)) return FieldType::kFigure;
  if (isStructOf<schema::Words>(type)) return FieldType::kWords;
  if (isStructOf<schema::Document>(type)) return FieldType::kDocument;
  if (isStructOf<schema::Who>(type)) return FieldType::kWho;
  if (isStructOf<schema::Ref>(type)) return FieldType::kRef;
  if (isStructOf<schema::Record>(type)) return FieldType::kRecord;
  return version ? FieldType::kVersion : FieldType::kStruct;
}

std::uint32_t bitsOf(capnp::Type type) {
  using Type = capnp::schema::Type;
  switch (type.which()) {
    case Type::BOOL:
      return 1;
    case Type::INT8:
    case Type::UINT8:
      return 8;
    case Type::INT16:
    case Type::UINT16:
    case Type::ENUM:
      return 16;
    case Type::INT32:
    case Type::UINT32:
    case Type::FLOAT32:
      return 32;
    case Type::INT64:
    case Type::UINT64:
    case Type::FLOAT64:
      return 64;
    default:
      return 0;
  }
}

Slot slotOf(capnp::StructSchema::Field field) {
  auto proto = field.getProto();
  if (proto.isGroup() || field.getType().isVoid()) return {};
  // Zero bits must mean "not said" everywhere, or absent would not be told from said.
  if (proto.getSlot().getHadExplicitDefault()) {
    throw Fault(FaultKind::kBug,
                std::string("schema: a default value for ") + proto.getName().cStr());
  }
  std::uint32_t bits = bitsOf(field.getType());
  std::uint32_t offset = proto.getSlot().getOffset();
  Slot slot{bits == 0, bits == 0 ? offset : offset * bits, bits};
  const bool hasRoom =
      slot.pointer ? slot.offset < kPointersMax : slot.offset + slot.bits <= kDataBitsMax;
  if (!hasRoom) {
    throw Fault(FaultKind::kBug, std::string("schema: no room for ") + proto.getName().cStr());
  }
  return slot;
}

/// Whether a value of this field can name, register or seal anything.
bool speaks(const FieldInfo& field) {
  switch (field.type) {
    case FieldType::kText:
      return field.id != schema::Register::NOT_RECORDED ||
             field.refersTo != schema::Register::NOT_RECORDED;
    case FieldType::kWhen:
    case FieldType::kWords:
    case FieldType::kWho:
    case FieldType::kRef:
    case FieldType::kVersion:
    case FieldType::kSealed:
    case FieldType::kRecord:
      return true;
    case FieldType::kStruct:
      return field.structure->speaks();
    default:
      return false;
  }
}

schema::Register versionRegisterOf(capnp::Type type) {
  if (!type.isStruct()) return schema::Register::NOT_RECORDED;
  return annotatedRegister(type.asStruct().getProto().getAnnotations(), kRegister);
}

}  // namespace

const FieldInfo* StructInfo::find(std::string_view fieldName) const {
  for (const FieldInfo& field : fields) {
    if (field.name == fieldName) return &field;
  }
  return nullptr;
}

FieldInfo Catalogue::fieldOf(capnp::StructSchema::Field field) {
  auto proto = field.getProto();
  Annotations annotations = proto.getAnnotations();
  FieldInfo info;
  info.field = field;
  info.name = proto.getName().cStr();
  info.label = annotatedText(annotations, kWords);
  if (info.label.empty()) info.label = everydayWords(info.name);
  info.help = annotatedText(annotations, kHelp);
  info.unit = annotatedText(annotations, kUnit);
  info.source = annotatedText(annotations, kSource);
  info.group = proto.isGroup();
  info.ordinal = proto.getOrdinal().isExplicit() ? proto.getOrdinal().getExplicit() : 0;
  info.inUnion = proto.getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT;
  info.required = isAnnotated(annotations, kRequired);
  info.id = annotatedRegister(annotations, kId);
  info.joins = isAnnotated(annotations, kJoins) || info.id != schema::Register::NOT_RECORDED;
  info.refersTo = annotatedRegister(annotations, kRefersTo);
  info.currencyIn = annotatedText(annotations, kCurrencyIn);
  KJ_IF_MAYBE (value, annotated(annotations, kRefersToOneOf)) {
    for (auto one : value->getList().getAs<capnp::List<schema::Register>>()) {
      info.refersToOneOf.push_back(one);
    }
  }
  KJ_IF_MAYBE (value, annotated(annotations, kSealed)) {
    auto sealed = value->getStruct().getAs<schema::SealedBy>();
    info.sealedAbout = sealed.getAbout().cStr();
    info.audience = sealed.getAudience();
  }
  capnp::Type type = field.getType();
  if (type.isList()) {
    info.list = true;
    type = type.asList().getElementType();
  }
  info.type = typeOf(type, versionRegisterOf(type) != schema::Register::NOT_RECORDED);
  if (info.type == FieldType::kVersion) info.refersTo = versionRegisterOf(type);
  if (info.type == FieldType::kSealed) {
    auto sealedStruct = type.asStruct();
    type = sealedStruct.getBrandArgumentsAtScope(sealedStruct.getProto().getId())[0];
    info.sealedType = typeOf(type, false);
  }
  if (type.isEnum()) readChoices(type.asEnum(), info);
  // Inside Words nothing is said: the field that holds the Words says whose and for whom.
  bool ofWords = field.getContainingStruct() == capnp::Schema::from<schema::Words>();
  bool sealable = !ofWords && (info.type == FieldType::kSealed || info.type == FieldType::kWords);
  if (sealable && (info.sealedAbout.empty() || info.audience == schema::Audience::NOT_RECORDED)) {
    throw Fault(FaultKind::kBug, "schema: sealed field " + info.name + " says not for whom");
  }
  if (type.isStruct()) info.structure = structOf(type.asStruct());
  info.slot = slotOf(field);
  info.member = proto.getDiscriminantValue();
  if (type.isEnum()) info.known = static_cast<std::uint16_t>(type.asEnum().getEnumerants().size());
  info.speaks = speaks(info);
  return info;
}

const StructInfo* Catalogue::structOf(capnp::StructSchema schema) {
  auto proto = schema.getProto();
  auto known = byId_.find(proto.getId());
  if (known != byId_.end()) return known->second;
  StructInfo& info = structs_.emplace_back();
  byId_[proto.getId()] = &info;
  info.schema = schema;
  info.name = schema.getShortDisplayName().cStr();
  info.help = annotatedText(proto.getAnnotations(), kHelp);
  info.versionRegister = annotatedRegister(proto.getAnnotations(), kRegister);
  info.hasUnion = proto.getStruct().getDiscriminantCount() > 0;
  if (info.hasUnion) info.unionOffset = proto.getStruct().getDiscriminantOffset() * 16;
  // Record is walked through kinds(): taking its hundred members apart here would say them twice.
  if (proto.getId() == capnp::Schema::from<schema::Record>().getProto().getId()) return &info;
  std::vector<FieldInfo> fields;
  for (auto field : schema.getFields()) fields.push_back(fieldOf(field));
  info.fields = std::move(fields);
  for (const FieldInfo& field : info.fields) {
    if (field.speaks) info.speaking.push_back(&field);
  }
  info.isRead = true;
  findSlots(info);
  return &info;
}

void Catalogue::findSlots(StructInfo& info) {
  if (info.hasUnion) {
    if (info.unionOffset + 16 > kDataBitsMax) {
      throw Fault(FaultKind::kBug, "schema: no room for the union of " + info.name);
    }
    info.always.add({false, info.unionOffset, 16});
  }
  for (const FieldInfo& field : info.fields) {
    if (field.inUnion && info.ofMember.size() <= field.member) {
      info.ofMember.resize(field.member + 1u);
    }
    SlotSet& slots = field.inUnion ? info.ofMember[field.member] : info.always;
    if (!field.group) {
      slots.add(field.slot);
      continue;
    }
    slots.addAll(field.structure->always);
    bool chooses = field.structure->hasUnion || !field.structure->choosing.empty();
    if (chooses) info.choosing.push_back(&field);
  }
}

Catalogue::Catalogue() {
  envelope_ = structOf(capnp::Schema::from<schema::Statement>());
  capnp::StructSchema record = capnp::Schema::from<schema::Record>();
  record_ = structOf(record);
  for (auto field : record.getFields()) {
    if (!field.getType().isStruct()) continue;  // "unset"
    KindInfo kind;
    kind.field = field;
    kind.slot = slotOf(field);
    kind.name = field.getProto().getName().cStr();
    kind.label = everydayWords(kind.name);
    kind.number = field.getProto().getDiscriminantValue();
    capnp::StructSchema structure = field.getType().asStruct();
    Annotations annotations = structure.getProto().getAnnotations();
    kind.family = kind.name == "entryCorrected" ? "identity" : familyOf(structure);
    kind.help = annotatedText(annotations, kHelp);
    kind.example = annotatedText(annotations, kExample);
    kind.belongsTo = annotatedText(annotations, kBelongsTo);
    kind.everyday = isAnnotated(field.getProto().getAnnotations(), kEveryday);
    KJ_IF_MAYBE (value, annotated(annotations, kRecordedBy)) {
      for (auto right : value->getList().getAs<capnp::List<schema::Right>>()) {
        kind.recordedBy.push_back(right);
      }
    } else {
      kind.recordedBy = {schema::Right::COORDINATOR, schema::Right::RECORDER};
    }
    KJ_IF_MAYBE (value, annotated(annotations, kRefusedAs)) {
      for (auto code : value->getList().getAs<capnp::List<capnp::Text>>()) {
        kind.refusedAs.emplace_back(code.cStr());
      }
    }
    kind.structure = structOf(structure);
    kinds_.push_back(std::move(kind));
  }
  for (const KindInfo& kind : kinds_) kindsByName_[kind.name] = &kind;
}

const KindInfo* Catalogue::kind(std::string_view name) const {
  auto found = kindsByName_.find(name);
  return found == kindsByName_.end() ? nullptr : found->second;
}

const KindInfo* Catalogue::kind(std::uint16_t number) const {
  // Discriminants run from 1 without gaps (a schema test holds them to it).
  if (number == 0 || number > kinds_.size()) return nullptr;
  return &kinds_[number - 1u];
}

}  // namespace minutebook

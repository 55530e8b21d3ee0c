#include "ledger/event/mentions.h"

#include <capnp/dynamic.h>

#include "ledger/event/reading.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

using Struct = capnp::DynamicStruct::Reader;
using schema::Register;

/// Registers whose ids have two parts: the record's own first id, @, and the field.
bool isComposite(Register where) {
  return where == Register::WORK_VERSION || where == Register::AGREEMENT_VERSION ||
         where == Register::STANDARD_VERSION || where == Register::SURVEY_ROW ||
         where == Register::SURVEY_QUESTION;
}

class Collector {
 public:
  Collector(const Catalogue& catalogue, Mentions& into) : catalogue_(catalogue), into_(into) {}

  void enter(std::uint16_t kind, Struct root) {
    kind_ = kind;
    steps_.clear();
    at_.clear();
    setRoot(root);
  }

  void members(Struct from, const StructInfo& info) {
    for (const FieldInfo& field : info.fields) member(from, field);
  }

  void member(Struct from, const FieldInfo& field) {
    bool silent = field.type == FieldType::kEnum || field.type == FieldType::kNumber ||
                  field.type == FieldType::kVoid || field.type == FieldType::kData ||
                  field.type == FieldType::kMoney || field.type == FieldType::kCount ||
                  field.type == FieldType::kFigure || field.type == FieldType::kDocument;
    if (silent) return;
    if (field.type == FieldType::kText && field.id == Register::NOT_RECORDED &&
        field.refersTo == Register::NOT_RECORDED) {
      return;
    }
    if (field.inUnion && !isActive(from, field)) return;
    if (field.group) {
      Step step(*this, field, false);
      members(from.get(field.field).as<capnp::DynamicStruct>(), *field.structure);
      return;
    }
    if (!from.has(field.field)) return;
    Step step(*this, field, true);
    auto value = from.get(field.field);
    if (!field.list) return item(value, field);
    auto values = value.as<capnp::DynamicList>();
    std::size_t length = at_.size();
    for (unsigned i = 0; i < values.size(); ++i) {
      steps_.back().index = static_cast<std::uint16_t>(i);
      at_ += "[" + std::to_string(i) + "]";
      item(values[i], field);
      at_.resize(length);
    }
  }

 private:
  /// One field deeper, for as long as it lives.
  class Step {
   public:
    Step(Collector& collector, const FieldInfo& field, bool counts)
        : collector_(collector), length_(collector.at_.size()), counts_(counts) {
      if (counts) collector.steps_.push_back({field.ordinal, kNoListIndex});
      if (!collector.at_.empty()) collector.at_ += ".";
      collector.at_ += field.name;
    }
    ~Step() {
      if (counts_) collector_.steps_.pop_back();
      collector_.at_.resize(length_);
    }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Collector& collector_;
    std::size_t length_;
    bool counts_;
  };

  static bool isActive(Struct from, const FieldInfo& field) {
    KJ_IF_MAYBE (active, from.which()) {
      return *active == field.field;
    }
    return false;
  }

  /// The first part of composite ids is the record's field 0.
  void setRoot(Struct root) {
    firstId_.clear();
    for (auto field : root.getSchema().getFields()) {
      if (field.getIndex() != 0 || !field.getType().isText() || !root.has(field)) continue;
      firstId_ = root.get(field).as<capnp::Text>().cStr();
    }
  }

  void mention(Register where, std::string id, const FieldInfo& field) {
    if (where == Register::NOT_RECORDED) return;
    Mention mention;
    mention.where = where;
    mention.id = std::move(id);
    mention.field = at_;
    // A correction names the records it restates; it gives no id out again.
    mention.registers = field.id != Register::NOT_RECORDED && !restating_;
    mention.mustExist = !mention.registers;
    mention.joins = field.joins;
    into_.records.push_back(std::move(mention));
  }

  void item(const capnp::DynamicValue::Reader& value, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kText:
        return text(value.as<capnp::Text>().cStr(), field);
      case FieldType::kRef:
        return ref(value.as<schema::Ref>(), field);
      case FieldType::kWho:
        return who(value.as<schema::Who>(), field);
      case FieldType::kWhen:
        return when(value.as<schema::When>(), field);
      case FieldType::kVersion:
        return version(value.as<capnp::DynamicStruct>(), field);
      case FieldType::kSealed:
        return sealed(value.as<capnp::DynamicStruct>(), field, field);
      case FieldType::kWords:
        return words(value.as<capnp::DynamicStruct>(), field);
      case FieldType::kRecord:
        return record(value.as<capnp::DynamicStruct>());
      default:
        members(value.as<capnp::DynamicStruct>(), *field.structure);
    }
  }

  void text(std::string id, const FieldInfo& field) {
    Register where = field.id != Register::NOT_RECORDED ? field.id : field.refersTo;
    if (field.id != Register::NOT_RECORDED && isComposite(where)) id = firstId_ + "@" + id;
    mention(where, std::move(id), field);
  }

  void ref(schema::Ref::Reader value, const FieldInfo& field) {
    if (value.isRecord()) {
      mention(value.getRecord().getRegister(), value.getRecord().getId().cStr(), field);
    } else if (value.isEntry()) {
      auto entry = value.getEntry();
      auto id = StatementId::of({entry.begin(), entry.size()});
      mention(Register::ENTRY, id ? id->text() : "", field);
    }
  }

  void who(schema::Who::Reader value, const FieldInfo& field) {
    for (auto id : value.getParticipants()) mention(Register::PARTICIPANT, id.cStr(), field);
    for (auto id : value.getGroups()) mention(Register::GROUP, id.cStr(), field);
    for (auto id : value.getOrganisations()) mention(Register::ORGANISATION, id.cStr(), field);
  }

  void when(schema::When::Reader value, const FieldInfo& field) {
    if (!value.isRelative()) return;
    FieldInfo anchor = field;
    anchor.joins = false;  // A date's anchor is no matter of the record it hangs on.
    ref(value.getRelative().getAnchor(), anchor);
  }

  void version(Struct value, const FieldInfo& field) {
    std::string id = value.get(field.structure->fields[0].field).as<capnp::Text>().cStr();
    std::string label = value.get(field.structure->fields[1].field).as<capnp::Text>().cStr();
    mention(field.structure->versionRegister, id + "@" + label, field);
    FieldInfo whole = field.structure->fields[0];
    whole.joins = field.joins;
    mention(whole.refersTo, id, whole);
  }

  void sealed(Struct value, const FieldInfo& field, const FieldInfo& annotated) {
    SealedField found;
    found.path = {kind_, steps_};
    found.field = at_;
    found.about = annotated.sealedAbout;
    found.audience = annotated.audience;
    found.info = &field;
    auto data = value.get("commitment").as<capnp::Data>();
    if (auto hash = Hash::of({data.begin(), data.size()})) found.commitment = *hash;
    into_.sealed.push_back(std::move(found));
  }

  void words(Struct value, const FieldInfo& field) {
    if (!value.as<schema::Words>().isSealed()) return;
    const FieldInfo* member = field.structure->find("sealed");
    steps_.push_back({member->ordinal, kNoListIndex});
    sealed(value.get(member->field).as<capnp::DynamicStruct>(), *member, field);
    steps_.pop_back();
  }

  void record(Struct value) {
    auto number = static_cast<std::uint16_t>(value.as<schema::Record>().which());
    const KindInfo* kind = catalogue_.kind(number);
    if (!kind) return;
    Struct body = value.get(kind->field).as<capnp::DynamicStruct>();
    std::string firstId = std::move(firstId_);
    setRoot(body);
    restating_ = true;
    steps_.push_back({kind->number, kNoListIndex});
    members(body, *kind->structure);
    steps_.pop_back();
    restating_ = false;
    firstId_ = std::move(firstId);
  }

  const Catalogue& catalogue_;
  Mentions& into_;
  std::uint16_t kind_ = 0;
  std::vector<PathStep> steps_;
  std::string at_;
  std::string firstId_;
  bool restating_ = false;
};

}  // namespace

Mentions mentionsOf(const Statement& statement, const Catalogue& catalogue) {
  Mentions mentions;
  Collector collector(catalogue, mentions);
  // What stops the walk is checkForm()'s to say; what came before it stands.
  canBeRead([&] {
    Struct envelope = statement.reader();
    collector.enter(kEnvelopeKind, envelope);
    for (const FieldInfo& field : catalogue.envelope().fields) {
      if (field.type != FieldType::kRecord) collector.member(envelope, field);
    }
    if (const KindInfo* kind = catalogue.kind(statement.kindNumber())) {
      Struct record = statement.record();
      Struct body = record.get(kind->field).as<capnp::DynamicStruct>();
      collector.enter(kind->number, body);
      collector.members(body, *kind->structure);
    }
  });
  return mentions;
}

}  // namespace minutebook

#include "ledger/event/mentions.h"

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/event/reading.h"
#include "ledger/event/spoken_path.h"
#include "ledger/event/struct_view.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

using schema::Register;

/// Registers whose ids have two parts: the record's own first id, @, and the field.
bool isComposite(Register where) {
  return where == Register::WORK_VERSION || where == Register::AGREEMENT_VERSION ||
         where == Register::STANDARD_VERSION || where == Register::SURVEY_ROW ||
         where == Register::SURVEY_QUESTION;
}

std::string versionId(std::string_view whole, std::string_view part) {
  return std::string(whole).append("@").append(part);
}

/// Whether the schema lets a field name a record of this register: any, where it does not say.
bool mayName(const FieldInfo& field, Register where) {
  const std::vector<Register>& all = field.refersToOneOf;
  return all.empty() || std::find(all.begin(), all.end(), where) != all.end();
}

class Collector {
 public:
  Collector(const Catalogue& catalogue, Mentions& into) : catalogue_(catalogue), into_(into) {}

  /// Paths start here from now on. The first part of composite ids is the record's field 0.
  void enter(std::uint16_t kind, const StructView& root, const StructInfo& info) {
    kind_ = kind;
    steps_.cutTo(0);
    at_.clear();
    firstId_ = firstIdOf(root, info);
  }

  void members(const StructView& from, const StructInfo& info) {
    for (const FieldInfo* field : info.speaking) {
      const bool isThere = field->group || from.has(field->slot);
      if (isThere && from.holds(info, *field)) member(from, *field);
    }
  }

  void member(const StructView& from, const FieldInfo& field) {
    if (!field.group && !from.has(field.slot)) return;
    at_.enter(field.name);
    if (field.group) {
      members(from, *field.structure);
    } else {
      steps_.push({field.ordinal, kNoListIndex});
      value(from, field);
      steps_.pop();
    }
    at_.leave();
  }

 private:
  static std::string_view firstIdOf(const StructView& root, const StructInfo& info) {
    if (info.fields.empty()) return "";
    const FieldInfo& first = info.fields.front();
    if (first.type != FieldType::kText || first.list || !root.has(first.slot)) return "";
    return root.textAt(first.slot);
  }

  void value(const StructView& from, const FieldInfo& field) {
    bool isText = field.type == FieldType::kText;
    if (!field.list) {
      if (isText) return text(from.textAt(field.slot), field);
      return body(from.structAt(field.slot), field);
    }
    const ListView list = from.listAt(field.slot);
    for (std::size_t i = 0; i < list.size(); ++i) {
      steps_.top().index = static_cast<std::uint16_t>(i);
      at_.item(i);
      if (isText) {
        text(list.textAt(i), field);
      } else {
        body(list.structAt(i), field);
      }
    }
  }

  void mention(Register where, std::string id, const FieldInfo& field) {
    if (where == Register::NOT_RECORDED) return;
    Mention mention;
    mention.where = where;
    mention.id = std::move(id);
    mention.field = at_.text();
    // A correction names the records it restates; it gives no id out again.
    bool ownId = field.id != Register::NOT_RECORDED;
    mention.registers = ownId && !restating_;
    mention.restates = ownId && restating_;
    mention.mustExist = !mention.registers;
    mention.joins = field.joins;
    if (!mayName(field, where)) mention.wanted = field.refersToOneOf;
    into_.records.push_back(std::move(mention));
  }

  void body(const StructView& value, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kRef:
        return ref(value.as<schema::Ref>(), field);
      case FieldType::kWho:
        return who(value.as<schema::Who>(), field);
      case FieldType::kWhen:
        return when(value.as<schema::When>(), field);
      case FieldType::kVersion:
        return version(value, field);
      case FieldType::kSealed:
        return sealed(value, field, field);
      case FieldType::kWords:
        return words(value, field);
      case FieldType::kRecord:
        return record(value);
      default:
        members(value, *field.structure);
    }
  }

  void text(std::string_view id, const FieldInfo& field) {
    Register where = field.id != Register::NOT_RECORDED ? field.id : field.refersTo;
    const bool isPart = field.id != Register::NOT_RECORDED && isComposite(where);
    mention(where, isPart ? versionId(firstId_, id) : std::string(id), field);
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

  void version(const StructView& value, const FieldInfo& field) {
    const std::vector<FieldInfo>& parts = field.structure->fields;
    const std::string id(value.textAt(parts[0].slot));
    mention(field.structure->versionRegister, versionId(id, value.textAt(parts[1].slot)), field);
    FieldInfo whole = parts[0];
    whole.joins = field.joins;
    mention(whole.refersTo, id, whole);
  }

  void sealed(const StructView& value, const FieldInfo& field, const FieldInfo& annotated) {
    SealedField found;
    found.path = {kind_, {steps_.begin(), steps_.end()}};
    found.field = at_.text();
    found.about = annotated.sealedAbout;
    found.audience = annotated.audience;
    found.info = &field;
    if (auto hash = Hash::of(value.dataAt(kCommitment))) found.commitment = *hash;
    into_.sealed.push_back(std::move(found));
  }

  void words(const StructView& value, const FieldInfo& field) {
    if (!value.as<schema::Words>().isSealed()) return;
    const FieldInfo* member = field.structure->find("sealed");
    steps_.push({member->ordinal, kNoListIndex});
    sealed(value.structAt(member->slot), *member, field);
    steps_.pop();
  }

  void record(const StructView& value) {
    const KindInfo* kind = catalogue_.kind(value.active(catalogue_.recordUnion()));
    if (!kind) return;
    StructView restated = value.structAt(kind->slot);
    const std::string_view firstId = firstId_;
    firstId_ = firstIdOf(restated, *kind->structure);
    restating_ = true;
    steps_.push({kind->number, kNoListIndex});
    members(restated, *kind->structure);
    steps_.pop();
    restating_ = false;
    firstId_ = firstId;
  }

  const Catalogue& catalogue_;
  Mentions& into_;
  std::uint16_t kind_ = 0;
  ShortStack<PathStep, kDepthMax> steps_;
  SpokenPath at_;
  std::string_view firstId_;
  bool restating_ = false;
};

}  // namespace

Mentions mentionsOf(const Statement& statement, const Catalogue& catalogue) {
  Mentions mentions;
  mentions.records.reserve(4);  // Few statements name more.
  Collector collector(catalogue, mentions);
  // What stops the walk is checkForm()'s to say; what came before it stands.
  canBeRead([&] {
    const StructView envelope(statement.words());
    collector.enter(kEnvelopeKind, envelope, catalogue.envelope());
    const FieldInfo* record = nullptr;
    for (const FieldInfo* field : catalogue.envelope().speaking) {
      if (field->type == FieldType::kRecord) {
        record = field;
      } else {
        collector.member(envelope, *field);
      }
    }
    if (const KindInfo* kind = catalogue.kind(statement.kindNumber())) {
      const StructView body = envelope.structAt(record->slot).structAt(kind->slot);
      collector.enter(kind->number, body, *kind->structure);
      collector.members(body, *kind->structure);
    }
  });
  return mentions;
}

std::vector<Mention> mentionsInside(ByteView value, const StructInfo& structure,
                                    const Catalogue& catalogue) {
  const auto words = CanonicalWords::of(value);
  Mentions mentions;
  Collector collector(catalogue, mentions);
  const bool isRead = words && canBeRead([&] {
                        const StructView inside(*words);
                        collector.enter(kEnvelopeKind, inside, structure);
                        collector.members(inside, structure);
                      });
  if (!isRead) throw Fault(FaultKind::kBug, "a sealed struct that is not canonical");
  return std::move(mentions.records);
}

}  // namespace minutebook

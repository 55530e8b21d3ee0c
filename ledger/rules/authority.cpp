#include "ledger/rules/authority.h"

#include <capnp/any.h>

#include "ledger/rules/asked.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

/// Null where the struct is too short to have it.
capnp::AnyPointer::Reader pointerAt(capnp::AnyStruct::Reader from, const Slot& slot) {
  auto pointers = from.getPointerSection();
  return slot.offset < pointers.size() ? pointers[slot.offset] : capnp::AnyPointer::Reader();
}

/// The participant whose act the record is, or empty.
std::string_view ownerOf(schema::Record::Reader record, const KindInfo& kind) {
  if (kind.belongsTo.empty()) return {};
  const FieldInfo* field = kind.structure->find(kind.belongsTo);
  if (!field) return {};
  // Through their places: the library's own dynamic reader asks the schema again each time.
  auto body = pointerAt(capnp::toAny(record), kind.slot).getAs<capnp::AnyStruct>();
  return viewOf(pointerAt(body, field->slot).getAs<capnp::Text>());
}

/// Where a kind whose act is one person's lets that person be named: the field that belongsTo
/// names, and a Who beside it that is meant for several, groups and people outside.
struct Giver {
  std::string_view field;
  schema::Who::Reader who;
};

std::optional<Giver> giverBeside(schema::Record::Reader record) {
  switch (record.which()) {
    case schema::Record::INPUT_RECEIVED:
      return Giver{"from", record.getInputReceived().getFrom()};
    case schema::Record::INPUT_REVISED:
      return Giver{"by", record.getInputRevised().getBy()};
    case schema::Record::RESPONSE_JUDGED:
      return Giver{"by", record.getResponseJudged().getBy()};
    case schema::Record::INTEREST_DECLARED:
      return Giver{"by", record.getInterestDeclared().getBy()};
    default:
      return std::nullopt;
  }
}

/// Whose act a record is, and in which field that stands; nobody's in particular if `who` is empty.
struct Owner {
  std::string_view who;
  std::string_view field;
};

/// One person named alone is that person's act wherever the name stands; several, or one with a
/// group or with words, are told collectively. A name that no participant has is left to the check
/// of references.
Owner actOf(schema::Record::Reader record, const KindInfo& kind, const Facts& facts) {
  std::string_view owner = ownerOf(record, kind);
  if (!owner.empty()) return {owner, kind.belongsTo};
  auto giver = giverBeside(record);
  if (!giver || giver->who.getParticipants().size() != 1) return {};
  bool others = giver->who.hasGroups() || giver->who.hasOrganisations() ||
                giver->who.hasOutside() || giver->who.hasInTheirWords();
  std::string_view alone = viewOf(giver->who.getParticipants()[0]);
  bool known = facts.find(fact::record(schema::Register::PARTICIPANT, alone)).has_value();
  if (others || !known) return {};
  return {alone, giver->field};
}

/// Whose act the entry is that a correction corrects, and whether they recorded it themselves.
struct EarlierAct {
  std::string who;
  bool theirOwnHand = false;
  std::string maker;  ///< Who made the entry, whoever's act it is.
};

EarlierAct earlierAct(schema::Record::Reader record, const Facts& facts, const KindInfo& kind) {
  auto before = findNamed(facts, record.getEntryCorrected().getOf());
  if (!before) return {};
  EarlierAct act;
  act.maker = makerOf(facts, before->index);
  if (static_cast<std::uint16_t>(before->record.which()) != kind.number) return act;
  act.who = actOf(before->record, kind, facts).who;
  act.theirOwnHand = !act.who.empty() && act.maker == act.who &&
                     !facts.statementAt(before->index).reader().hasOnBehalfOf();
  return act;
}

/// "a steward, a coordinator or a recorder"
std::string oneOfRights(const std::vector<schema::Right>& rights) {
  std::string names;
  for (std::size_t i = 0; i < rights.size(); ++i) {
    if (i > 0) names += i + 1 == rights.size() ? " or " : ", ";
    switch (rights[i]) {
      case schema::Right::STEWARD:
        names += "a steward";
        break;
      case schema::Right::COORDINATOR:
        names += "a coordinator";
        break;
      case schema::Right::RECORDER:
        names += "a recorder";
        break;
      case schema::Right::MEMBER:
        names += "a member";
        break;
      case schema::Right::AUDITOR:
        names += "an auditor";
        break;
      case schema::Right::CLERK:
        names += "the ledger itself";
        break;
      case schema::Right::NOT_RECORDED:
        names += "nobody";
        break;
    }
  }
  return names;
}

bool holdsOneOf(const KnownAuthor& author, const std::vector<schema::Right>& rights) {
  for (schema::Right right : rights) {
    if (author.has(right)) return true;
    bool isMember = !author.participant.empty() && author.rights != 0;
    if (right == schema::Right::MEMBER && isMember) return true;
  }
  return false;
}

std::string nameOfAuthor(const KnownAuthor& author) {
  return author.participant.empty() ? "the ledger itself" : author.participant;
}

std::optional<Refusal> checkRight(const KnownAuthor& author, const KindInfo& kind) {
  if (holdsOneOf(author, kind.recordedBy)) return std::nullopt;
  std::string who = author.participant.empty() ? "The ledger itself" : author.participant;
  std::string may = oneOfRights(kind.recordedBy);
  if (!kind.belongsTo.empty()) may += ", or by the person whose act it is";
  return refuse("right.missing", "",
                who + " may not record " + kind.name + "; it is recorded by " + may + ".");
}

/// Somebody else's act needs the basis on which the author knows of it.
std::optional<Refusal> checkBasis(const Statement& statement, const KnownAuthor& author,
                                  const std::string& whose, const std::string& field) {
  auto reader = statement.reader();
  if (!reader.hasOnBehalfOf()) {
    return refuse("on-behalf.missing", field,
                  "This is the act of " + whose + ", recorded by " + nameOfAuthor(author) +
                      " without saying how they know.");
  }
  std::string_view named = viewOf(reader.getOnBehalfOf().getParticipant());
  if (named == whose) return std::nullopt;
  return refuse(
      "on-behalf.other-person", "onBehalfOf.participant",
      "The act is that of " + whose + ", and the basis is for " + std::string(named) + ".");
}

}  // namespace

std::string KeyFact::value() const {
  std::string text;
  text.push_back(static_cast<char>(purpose));
  text.push_back(active ? 1 : 0);
  return text + fact::index(entry) + participant;
}

std::optional<KeyFact> KeyFact::parse(std::string_view value) {
  if (value.size() < 10) return std::nullopt;
  return KeyFact{static_cast<schema::KeyPurpose>(value[0]), value[1] == 1,
                 fact::indexOf(value.substr(2, 8)), std::string(value.substr(10))};
}

std::optional<KeyFact> findKey(const Facts& facts, ByteView publicKey) {
  auto value = facts.find(fact::key(publicKey));
  return value ? KeyFact::parse(*value) : std::nullopt;
}

std::uint64_t rightsOf(const Facts& facts, std::string_view participant) {
  auto value = facts.find(fact::rights(participant));
  return value ? fact::indexOf(*value) : 0;
}

Outcome<KnownAuthor> authorOf(const Statement& statement, const Facts& facts) {
  ByteView publicKey = statement.author();
  auto known = findKey(facts, publicKey);
  if (!known) {
    return refuse("key.unknown", "author",
                  "The key " + toHex(publicKey) + " was never enrolled in this ledger.");
  }
  if (!known->active) {
    return refuse("key.revoked", "author",
                  "The key " + toHex(publicKey) + " was revoked at entry " +
                      std::to_string(known->entry) + ".");
  }
  switch (known->purpose) {
    case schema::KeyPurpose::AUTHOR:
      return KnownAuthor{known->participant, rightsOf(facts, known->participant)};
    case schema::KeyPurpose::CLERK:
      return KnownAuthor{"", rightBit(schema::Right::CLERK)};
    default:
      return refuse(
          "key.not-for-authors", "author",
          "The key " + toHex(publicKey) + " signs this ledger's checkpoints, not entries.");
  }
}

std::optional<Refusal> checkAuthority(const Statement& statement, const KnownAuthor& author,
                                      const Facts& facts, const Catalogue& catalogue) {
  schema::Record::Reader record = statement.record();
  bool corrects = record.isEntryCorrected();
  if (corrects) record = record.getEntryCorrected().getCorrected();
  const KindInfo* kind = catalogue.kind(static_cast<std::uint16_t>(record.which()));
  // A correction of nothing is refused by the rules of corrections.
  if (!kind) kind = catalogue.kind(statement.kindNumber());
  Owner owner = actOf(record, *kind, facts);
  EarlierAct before;
  if (corrects) before = earlierAct(statement.record(), facts, *kind);
  bool own = !owner.who.empty() && owner.who == author.participant && author.rights != 0;
  bool wasTheirs = !corrects || before.who == author.participant;
  if (own && wasTheirs) return std::nullopt;
  if (auto refusal = checkRight(author, *kind)) return refusal;
  if (corrects && author.onlyMember() && before.maker != author.participant) {
    return refuse("right.missing", "of",
                  nameOfAuthor(author) + " may correct only entries of their own; " +
                      (before.maker.empty() ? "the ledger itself" : before.maker) +
                      " made this one.");
  }
  // What somebody recorded themselves is theirs still, whoever the correction says it belongs to.
  bool anothersHand = before.theirOwnHand && before.who != author.participant;
  std::string whose = anothersHand ? before.who : std::string(owner.who);
  if (whose.empty() || whose == author.participant) return std::nullopt;
  std::string field(owner.field.empty() ? kind->belongsTo : owner.field);
  return checkBasis(statement, author, whose, corrects ? "corrected." + field : field);
}

}  // namespace minutebook

#include "ledger/rules/authority.h"

#include <capnp/dynamic.h>

#include "ledger/rules/asked.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

/// The participant whose act the record is, or empty.
std::string_view ownerOf(schema::Record::Reader record, const KindInfo& kind) {
  if (kind.belongsTo.empty()) return {};
  const FieldInfo* field = kind.structure->find(kind.belongsTo);
  if (!field) return {};
  capnp::DynamicStruct::Reader any = record;
  return viewOf(any.get(kind.field).as<capnp::DynamicStruct>().get(field->field).as<capnp::Text>());
}

/// Whether what a correction corrects was the author's own act already; true if it is no
/// correction.
bool wasTheirs(schema::Record::Reader record, const KnownAuthor& author, const Facts& facts,
               const KindInfo& kind) {
  if (!record.isEntryCorrected()) return true;
  auto before = findNamed(facts, record.getEntryCorrected().getOf());
  return before && static_cast<std::uint16_t>(before->record.which()) == kind.number &&
         ownerOf(before->record, kind) == author.participant;
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
  ByteView publicKey = viewOf(statement.reader().getAuthor());
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
  if (record.isEntryCorrected()) record = record.getEntryCorrected().getCorrected();
  const KindInfo* kind = catalogue.kind(static_cast<std::uint16_t>(record.which()));
  // A correction of nothing is refused by the rules of corrections.
  if (!kind) kind = catalogue.kind(statement.kindNumber());
  std::string_view owner = ownerOf(record, *kind);
  bool own = !owner.empty() && owner == author.participant && author.rights != 0 &&
             wasTheirs(statement.record(), author, facts, *kind);
  if (own) return std::nullopt;
  if (!holdsOneOf(author, kind->recordedBy)) {
    std::string who = author.participant.empty() ? "The ledger itself" : author.participant;
    std::string may = oneOfRights(kind->recordedBy);
    if (!kind->belongsTo.empty()) may += ", or by the person whose act it is";
    return refuse("right.missing", "",
                  who + " may not record " + kind->name + "; it is recorded by " + may + ".");
  }
  if (owner.empty()) return std::nullopt;
  auto reader = statement.reader();
  std::string whose(owner);
  if (!reader.hasOnBehalfOf()) {
    return refuse("on-behalf.missing", kind->belongsTo,
                  "This is the act of " + whose + ", recorded by " +
                      (author.participant.empty() ? "the ledger itself" : author.participant) +
                      " without saying how they know.");
  }
  std::string_view named = viewOf(reader.getOnBehalfOf().getParticipant());
  if (named != owner) {
    return refuse(
        "on-behalf.other-person", "onBehalfOf.participant",
        "The act is that of " + whose + ", and the basis is for " + std::string(named) + ".");
  }
  return std::nullopt;
}

}  // namespace minutebook

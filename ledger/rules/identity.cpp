// Keys, rights, consent and erasure.

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::KeyPurpose;
using schema::Right;

std::string purposeName(KeyPurpose purpose) {
  switch (purpose) {
    case KeyPurpose::AUTHOR:
      return "author";
    case KeyPurpose::CLERK:
      return "clerk";
    case KeyPurpose::LOG:
      return "log";
    default:
      return "no purpose on record";
  }
}

std::string rightName(Right right) {
  switch (right) {
    case Right::STEWARD:
      return "a steward";
    case Right::COORDINATOR:
      return "a coordinator";
    case Right::RECORDER:
      return "a recorder";
    case Right::MEMBER:
      return "a member";
    case Right::AUDITOR:
      return "an auditor";
    case Right::CLERK:
      return "the clerk";
    default:
      return "no right";
  }
}

/// The count of active keys that a key belongs to.
std::string keyCount(KeyPurpose purpose, std::string_view participant) {
  if (purpose == KeyPurpose::CLERK) return fact::single("clerkKeys");
  if (purpose == KeyPurpose::LOG) return fact::single("logKeys");
  return fact::relation("keys", participant, "");
}

void addTo(const Asked& asked, std::string key, std::int64_t change,
           std::vector<FactChange>& changes) {
  std::uint64_t count = findCount(asked.facts, key) + static_cast<std::uint64_t>(change);
  changes.push_back({std::move(key), fact::index(count)});
}

std::optional<Refusal> checkKeyLength(capnp::Data::Reader key) {
  if (key.size() == 32) return std::nullopt;
  return refuse("key.wrong-length", "publicKey",
                "A public key has 32 bytes; this one has " + std::to_string(key.size()) + ".");
}

std::optional<Refusal> checkOwnKey(const Asked& asked, std::string_view owner) {
  if (asked.author.has(Right::STEWARD) || asked.author.participant == owner) return std::nullopt;
  return refuse("key.not-yours", "participant",
                asked.author.participant + " may enrol or revoke only keys of their own; this is " +
                    (owner.empty() ? "the ledger's" : "that of " + std::string(owner)) + ".");
}

std::optional<Refusal> checkEnrolled(const Asked& asked) {
  auto enrolled = asked.record.getKeyEnrolled();
  if (auto refusal = checkKeyLength(enrolled.getPublicKey())) return refusal;
  if (auto known = findKey(asked.facts, viewOf(enrolled.getPublicKey()))) {
    return refuse("key.known", "publicKey",
                  "The key has been in this ledger before, as " + purposeName(known->purpose) +
                      " key" + (known->participant.empty() ? "" : " of " + known->participant) +
                      " (entry " + std::to_string(known->entry) + ").");
  }
  bool forAuthor = enrolled.getPurpose() == KeyPurpose::AUTHOR;
  if (forAuthor && !enrolled.hasParticipant()) {
    return refuse("key.participant-missing", "participant", "It is not said whose key this is.");
  }
  if (!forAuthor && enrolled.hasParticipant()) {
    return refuse("key.participant-not-meant", "participant",
                  "A " + purposeName(enrolled.getPurpose()) +
                      " key belongs to the ledger, not to " + textOf(enrolled.getParticipant()) +
                      ".");
  }
  return checkOwnKey(asked, viewOf(enrolled.getParticipant()));
}

void changeEnrolled(const Asked& asked, std::vector<FactChange>& changes) {
  auto enrolled = asked.record.getKeyEnrolled();
  KeyFact known{enrolled.getPurpose(), true, asked.index(), textOf(enrolled.getParticipant())};
  addTo(asked, keyCount(known.purpose, known.participant), 1, changes);
  changes.push_back({fact::key(viewOf(enrolled.getPublicKey())), known.value()});
}

std::optional<Refusal> checkLastKey(const Asked& asked, const KeyFact& known) {
  if (findCount(asked.facts, keyCount(known.purpose, known.participant)) > 1) return std::nullopt;
  if (known.purpose == KeyPurpose::AUTHOR) {
    bool lastSteward = (rightsOf(asked.facts, known.participant) & rightBit(Right::STEWARD)) != 0 &&
                       findCount(asked.facts, fact::single("stewards")) == 1;
    if (!lastSteward) return std::nullopt;
    return refuse("key.last-of-steward", "publicKey",
                  "It is the last key of " + known.participant + ", the last steward.");
  }
  return refuse("key.last-of-ledger", "publicKey",
                "It is the only active " + purposeName(known.purpose) + " key.");
}

std::optional<Refusal> checkRevoked(const Asked& asked) {
  auto revoked = asked.record.getKeyRevoked();
  if (auto refusal = checkKeyLength(revoked.getPublicKey())) return refusal;
  auto known = findKey(asked.facts, viewOf(revoked.getPublicKey()));
  if (known) {
    if (auto refusal = checkOwnKey(asked, known->participant)) return refusal;
  }
  if (!known || !known->active) {
    return refuse("key.not-active", "publicKey",
                  known ? "The key was revoked at entry " + std::to_string(known->entry) + "."
                        : std::string("The key was never enrolled here."));
  }
  bool otherOwner =
      revoked.hasParticipant() && viewOf(revoked.getParticipant()) != known->participant;
  bool otherPurpose =
      revoked.getPurpose() != KeyPurpose::NOT_RECORDED && revoked.getPurpose() != known->purpose;
  if (otherOwner || otherPurpose) {
    return refuse("key.other-owner", otherOwner ? "participant" : "purpose",
                  "The key is on record as " + purposeName(known->purpose) + " key" +
                      (known->participant.empty() ? "" : " of " + known->participant) + ".");
  }
  return checkLastKey(asked, *known);
}

void changeRevoked(const Asked& asked, std::vector<FactChange>& changes) {
  auto key = viewOf(asked.record.getKeyRevoked().getPublicKey());
  KeyFact known = findKey(asked.facts, key).value();
  known.active = false;
  known.entry = asked.index();
  addTo(asked, keyCount(known.purpose, known.participant), -1, changes);
  changes.push_back({fact::key(key), known.value()});
}

std::optional<Refusal> checkGranted(const Asked& asked) {
  auto granted = asked.record.getRightGranted();
  if (granted.getRight() == Right::CLERK) {
    return refuse("right.clerk-is-the-ledger", "right",
                  textOf(granted.getParticipant()) + " cannot be the ledger's clerk.");
  }
  std::uint64_t held = rightsOf(asked.facts, viewOf(granted.getParticipant()));
  if ((held & rightBit(granted.getRight())) == 0) return std::nullopt;
  return refuse(
      "right.held-already", "right",
      textOf(granted.getParticipant()) + " is " + rightName(granted.getRight()) + " already.");
}

void changeGranted(const Asked& asked, std::vector<FactChange>& changes) {
  auto granted = asked.record.getRightGranted();
  std::string_view who = viewOf(granted.getParticipant());
  std::uint64_t rights = rightsOf(asked.facts, who) | rightBit(granted.getRight());
  changes.push_back({fact::rights(who), fact::index(rights)});
  if (granted.getRight() == Right::STEWARD) addTo(asked, fact::single("stewards"), 1, changes);
}

std::optional<Refusal> checkRightRevoked(const Asked& asked) {
  auto revoked = asked.record.getRightRevoked();
  std::string who = textOf(revoked.getParticipant());
  if ((rightsOf(asked.facts, who) & rightBit(revoked.getRight())) == 0) {
    return refuse("right.not-held", "right",
                  who + " is not " + rightName(revoked.getRight()) + ".");
  }
  bool last =
      revoked.getRight() == Right::STEWARD && findCount(asked.facts, fact::single("stewards")) == 1;
  if (!last) return std::nullopt;
  return refuse("right.last-steward", "participant", who + " is the last steward.");
}

void changeRightRevoked(const Asked& asked, std::vector<FactChange>& changes) {
  auto revoked = asked.record.getRightRevoked();
  std::string_view who = viewOf(revoked.getParticipant());
  std::uint64_t rights = rightsOf(asked.facts, who) & ~rightBit(revoked.getRight());
  changes.push_back({fact::rights(who), fact::index(rights)});
  if (revoked.getRight() == Right::STEWARD) addTo(asked, fact::single("stewards"), -1, changes);
}

std::optional<Refusal> checkConsent(const Asked& asked) {
  auto answer = asked.record.getConsentAnswered();
  if (answer.hasAsked()) {
    auto question = findNamed(asked.facts, answer.getAsked());
    if (question && !question->record.isConsentAsked()) {
      return refuse("reference.other-kind", "asked",
                    nameOf(answer.getAsked()) + " does not ask for consent; it is " +
                        kindName(asked.catalogue, question->record) + ".");
    }
  }
  bool room = answer.getRoom() != schema::RoomReply::NOT_RECORDED || answer.hasWhoSaidWhat();
  if (room && answer.hasParticipant()) {
    return refuse("consent.one-person-or-room", "room",
                  "It names " + textOf(answer.getParticipant()) + " and gives a room's answer.");
  }
  if (room || answer.hasParticipant()) return std::nullopt;
  return refuse("consent.nobody-answered", "participant", "It names neither a person nor a room.");
}

std::optional<Refusal> checkErased(const Asked& asked) {
  auto done = asked.record.getErasureDone();
  std::string request = nameOf(done.getRequested());
  auto earlier = findNamed(asked.facts, done.getRequested());
  bool requested = earlier && earlier->record.isErasureRequested() &&
                   viewOf(earlier->record.getErasureRequested().getParticipant()) ==
                       viewOf(done.getParticipant());
  if (!requested) {
    return refuse("erasure.not-requested", "requested",
                  request + " does not ask for the details of " + textOf(done.getParticipant()) +
                      " to be destroyed.");
  }
  auto before = asked.facts.find(fact::relation("erased", fact::index(earlier->index), ""));
  if (!before) return std::nullopt;
  return refuse(
      "erasure.already-done", "requested",
      "The request was carried out at entry " + std::to_string(fact::indexOf(*before)) + ".");
}

void changeErased(const Asked& asked, std::vector<FactChange>& changes) {
  auto earlier = findNamed(asked.facts, asked.record.getErasureDone().getRequested());
  changes.push_back({fact::relation("erased", fact::index(earlier.value().index), ""),
                     fact::index(asked.index())});
}

}  // namespace

std::vector<KindRules> identityRules() {
  return {{schema::Record::KEY_ENROLLED, checkEnrolled, nullptr, changeEnrolled},
          {schema::Record::KEY_REVOKED, checkRevoked, nullptr, changeRevoked},
          {schema::Record::RIGHT_GRANTED, checkGranted, nullptr, changeGranted},
          {schema::Record::RIGHT_REVOKED, checkRightRevoked, nullptr, changeRightRevoked},
          {schema::Record::CONSENT_ANSWERED, checkConsent},
          {schema::Record::ERASURE_DONE, checkErased, nullptr, changeErased}};
}

}  // namespace minutebook

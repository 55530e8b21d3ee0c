#include "ledger/rules/asked.h"

#include <algorithm>

namespace minutebook {

namespace {

template <typename Version>
std::string versionName(std::string_view id, Version version) {
  if (id.empty()) return "";
  return std::string(id) + "@" + textOf(version.getVersion());
}

}  // namespace

std::string_view Asked::actor() const {
  auto reader = statement.reader();
  if (reader.hasOnBehalfOf()) return viewOf(reader.getOnBehalfOf().getParticipant());
  return author.participant;
}

std::uint64_t firstOfCorrections(const Facts& facts, std::uint64_t index) {
  // An entry can only name an earlier one, so this ends.
  for (;;) {
    Statement statement = facts.statementAt(index);
    if (!statement.record().isEntryCorrected()) return index;
    auto of = statement.record().getEntryCorrected().getOf();
    auto id = of.isEntry() ? StatementId::of(viewOf(of.getEntry())) : std::nullopt;
    auto value = id ? facts.find(fact::statement(*id)) : std::nullopt;
    if (!value || fact::indexOf(*value) >= index) return index;
    index = fact::indexOf(*value);
  }
}

Earlier entryAt(const Facts& facts, std::uint64_t index) {
  auto corrected = facts.find(fact::correction(index));
  Statement statement = facts.statementAt(corrected ? fact::indexOf(*corrected) : index);
  schema::Record::Reader record = statement.record();
  if (record.isEntryCorrected()) record = record.getEntryCorrected().getCorrected();
  return {std::move(statement), record, index};
}

std::optional<Earlier> findRecord(const Facts& facts, schema::Register where, std::string_view id) {
  auto value = facts.find(fact::record(where, id));
  if (!value) return std::nullopt;
  return entryAt(facts, fact::indexOf(*value));
}

std::optional<Earlier> findEntry(const Facts& facts, capnp::Data::Reader statementId) {
  auto id = StatementId::of(viewOf(statementId));
  auto value = id ? facts.find(fact::statement(*id)) : std::nullopt;
  if (!value) return std::nullopt;
  return entryAt(facts, firstOfCorrections(facts, fact::indexOf(*value)));
}

std::optional<Earlier> findNamed(const Facts& facts, schema::Ref::Reader ref) {
  if (ref.isEntry()) return findEntry(facts, ref.getEntry());
  if (!ref.isRecord()) return std::nullopt;
  return findRecord(facts, ref.getRecord().getRegister(), viewOf(ref.getRecord().getId()));
}

std::string makerOf(const Facts& facts, const Statement& statement) {
  auto reader = statement.reader();
  if (reader.hasOnBehalfOf()) return textOf(reader.getOnBehalfOf().getParticipant());
  auto key = findKey(facts, statement.author());
  return key ? key->participant : "";
}

std::string makerOf(const Facts& facts, std::uint64_t index) {
  return makerOf(facts, facts.statementAt(index));
}

std::vector<std::string> actorsOf(const Asked& asked, schema::Who::Reader by) {
  std::vector<std::string> actors = namedIn(by);
  bool recordedFor = asked.statement.reader().hasOnBehalfOf();
  if ((isNobody(by) || recordedFor) && !asked.actor().empty()) {
    actors.push_back("participant:" + std::string(asked.actor()));
  }
  return actors;
}

std::optional<Earlier> findSetter(const Facts& facts, std::string_view key) {
  auto state = findState(facts, key);
  if (!state) return std::nullopt;
  return entryAt(facts, state->entry);
}

std::optional<fact::State> findState(const Facts& facts, std::string_view key) {
  auto value = facts.find(key);
  return value ? fact::State::parse(*value) : std::nullopt;
}

std::optional<std::string> leftWhat(schema::ParticipantLeft::Reader left) {
  if (left.getLeaving() == schema::LeavingWhat::LEDGER) return "";
  std::string about = nameOf(left.getAbout());
  if (about.empty()) return std::nullopt;
  return about;
}

bool hasLeft(const Facts& facts, std::string_view participant, std::string_view what) {
  auto setter = findSetter(facts, fact::relation("left", participant, what));
  if (!setter || !setter->record.isParticipantLeft()) return false;
  auto left = setter->record.getParticipantLeft();
  return viewOf(left.getParticipant()) == participant && leftWhat(left) == what;
}

std::uint64_t findCount(const Facts& facts, std::string_view key) {
  auto value = facts.find(key);
  return value ? fact::indexOf(*value) : 0;
}

std::string nameOf(schema::Ref::Reader ref) {
  if (ref.isEntry()) {
    auto id = StatementId::of(viewOf(ref.getEntry()));
    return id ? "entry:" + id->text() : "";
  }
  if (!ref.isRecord()) return "";
  return std::string(registerName(ref.getRecord().getRegister())) + ":" +
         textOf(ref.getRecord().getId());
}

std::string nameOf(schema::WorkVersion::Reader version) {
  return versionName(viewOf(version.getWork()), version);
}

std::string nameOf(schema::AgreementVersion::Reader version) {
  return versionName(viewOf(version.getAgreement()), version);
}

std::string nameOf(schema::StandardVersion::Reader version) {
  return versionName(viewOf(version.getStandard()), version);
}

std::string kindName(const Catalogue& catalogue, schema::Record::Reader record) {
  auto number = static_cast<std::uint16_t>(record.which());
  const KindInfo* kind = catalogue.kind(number);
  return kind ? kind->name : "unknown kind " + std::to_string(number);
}

std::vector<std::string> namedIn(schema::Who::Reader who) {
  std::vector<std::string> names;
  for (auto id : who.getParticipants()) names.push_back("participant:" + textOf(id));
  for (auto id : who.getGroups()) names.push_back("group:" + textOf(id));
  for (auto id : who.getOrganisations()) names.push_back("organisation:" + textOf(id));
  return names;
}

std::optional<std::string> firstInBoth(const std::vector<std::string>& a,
                                       const std::vector<std::string>& b) {
  auto both = std::find_first_of(a.begin(), a.end(), b.begin(), b.end());
  if (both == a.end()) return std::nullopt;
  return both->substr(both->find(':') + 1);
}

bool isNobody(schema::Who::Reader who) {
  return !who.hasParticipants() && !who.hasGroups() && !who.hasOrganisations() &&
         !who.hasOutside() && !who.hasInTheirWords();
}

bool namesParticipant(schema::Who::Reader who, std::string_view participant) {
  for (auto id : who.getParticipants()) {
    if (viewOf(id) == participant) return true;
  }
  return false;
}

std::optional<std::uint64_t> indexOfMention(const Facts& facts, const Mention& mention) {
  std::optional<std::string> value;
  if (mention.where == schema::Register::ENTRY) {
    auto id = StatementId::parse(mention.id);
    if (!id) return std::nullopt;
    value = facts.find(fact::statement(*id));
  } else {
    value = facts.find(fact::record(mention.where, mention.id));
  }
  if (!value) return std::nullopt;
  return fact::indexOf(*value);
}

}  // namespace minutebook

#include "cli/disclosing.h"

#include <algorithm>

#include "cli/erasure/again.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

std::string stateCode(SealState state) {
  switch (state) {
    case SealState::kErased:
      return "erased";
    case SealState::kErasedElsewhere:
      return "olderThanErasure";
    case SealState::kMissing:
      return "missing";
    default:
      return "sealedForYou";
  }
}

/// A value that is not shown, and who may have it opened.
struct NotShown {
  Disclosure disclosure;
  std::string readers;
};

/// How a value that is not shown stands, for programs.
void tellState(Json& value, const NotShown& shut) {
  const Disclosure& disclosure = shut.disclosure;
  value.set("state", Json::text(stateCode(disclosure.state)));
  if (disclosure.state == SealState::kSealedForYou) value.set("for", Json::text(shut.readers));
  if (disclosure.erasedBy) {
    value.set("erasedBy", Json::number(static_cast<std::int64_t>(*disclosure.erasedBy)));
  }
}

/// By the commitments that stand for them in a line.
using States = std::map<std::string, NotShown, std::less<>>;

Json withStates(const Json& value, const States& states) {
  if (value.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (const Json& item : value.items()) list.add(withStates(item, states));
    return list;
  }
  if (value.kind() != Json::Kind::kObject) return value;
  Json object = Json::object();
  for (const Json::Member& member : value.members()) {
    object.set(member.first, withStates(member.second, states));
  }
  const Json* commitment = value.find("commitment");
  auto state = commitment ? states.find(commitment->text()) : states.end();
  if (state != states.end()) tellState(object, state->second);
  return object;
}

}  // namespace

/// Opens whole survey sheets, and nothing else, whoever reads.
class Disclosing::Totals : public Disclosures {
 public:
  explicit Totals(Disclosing& of) : of_(of) {}

  Disclosure open(std::uint64_t index, const FieldPath& path) override {
    const Looked& entry = of_.look(index);
    const SealedField* field = entry.find(path);
    bool isSheet = field && field->about == "survey" && of_.unlocked_ &&
                   !of_.unlocked_->vault.subjectOf(index, path).empty();
    return isSheet ? of_.unlocked_->vault.open(index, path) : of_.open(index, path);
  }

 private:
  Disclosing& of_;
};

Disclosing::Unlocked::Unlocked(Directory where, MasterKey key, const EntryStore& store,
                               const std::string& origin)
    : directory(std::move(where)),
      master(std::move(key)),
      keys(directory, master, DataKeys::Access::kRead),
      vault(store, keys, origin) {}

const SealedField* Disclosing::Looked::find(const FieldPath& path) const {
  for (const SealedField& field : mentions.sealed) {
    if (field.path == path) return &field;
  }
  return nullptr;
}

Disclosing::Disclosing(Call& call, const Reading& reading) : call_(call), reading_(reading) {
  totals_ = std::make_unique<Totals>(*this);
  if (reading.viewer.audience == schema::Audience::AUDITOR) {
    call.console.beforeResult([this] {
      recorded_ = true;
      recordShown();
    });
  }
  auto master = masterKeyAtHand(reading.place, call.arguments, call.surroundings);
  if (!master) return;
  Directory keys = Directory::open(reading.place.directory / "keys", Readers::kOwner);
  unlocked_ = std::make_unique<Unlocked>(std::move(keys), std::move(*master), *reading.store,
                                         reading.place.origin);
  // What an older copy has brought back and could not be destroyed again opens nothing all the
  // same.
  const auto known = knownErasures(reading.place, *reading.store, call.catalogue);
  const auto wrong = wronglyNamed(known, *reading.store, call.catalogue, unlocked_->keys);
  for (const ErasedKey& key : without(known, wrong)) unlocked_->keys.forget(key.id);
}

Disclosing::~Disclosing() {
  call_.console.beforeResult({});
}

const Disclosing::Looked& Disclosing::look(std::uint64_t index) {
  if (looked_ && looked_->index == index) return *looked_;
  Statement statement = statementOf(entryAt(*reading_.store, index));
  Mentions mentions = mentionsOf(statement, call_.catalogue);
  looked_ = std::make_unique<Looked>(Looked{index, std::move(statement), std::move(mentions)});
  return *looked_;
}

bool Disclosing::hasOpening(std::uint64_t index, const FieldPath& path) const {
  std::vector<Opening> openings = reading_.store->openingsOf(index);
  return std::any_of(openings.begin(), openings.end(),
                     [&](const Opening& opening) { return opening.path == path; });
}

const Erasures& Disclosing::erasures() {
  if (!erasures_) {
    erasures_ = std::make_unique<Erasures>(reading_.store->reader(), call_.catalogue);
  }
  return *erasures_;
}

Disclosure Disclosing::goneFrom(const Looked& entry, const SealedField& field) {
  Erasures::Subject whose = erasures().subjectOf(entry.statement, entry.mentions, field);
  bool isOwnerSealed = whose.kind == Erasures::Subject::Kind::kSealed;
  // That it is gone would say whose it was, to whoever reads who was erased.
  if (isOwnerSealed && !mayOpen(reading_.viewer, {field.audience, "", ""})) return {};
  ErasureAnswer answer = erasures().of(entry.index, entry.statement, entry.mentions, field);
  if (answer.erased == Erased::kMayBe) return {SealState::kErased, {}};
  if (answer.erased == Erased::kYes) return {SealState::kErased, {}, answer.by};
  if (!isOlder_) {
    isOlder_ = isOlderThanAnErasure(reading_.place, *reading_.store, call_.catalogue);
  }
  return {*isOlder_ ? SealState::kErasedElsewhere : SealState::kMissing, {}};
}

Disclosure Disclosing::judge(const Looked& entry, const SealedField& field) {
  if (!unlocked_) {
    return hasOpening(entry.index, field.path) ? Disclosure{} : goneFrom(entry, field);
  }
  std::string subject = unlocked_->vault.subjectOf(entry.index, field.path);
  if (subject.empty()) return goneFrom(entry, field);
  SealedFor value = unlocked_->vault.sealedFor(entry.index, entry.mentions, field, subject);
  if (!mayOpen(reading_.viewer, value)) return {};
  keepForTheRecord(entry, field, subject);
  return unlocked_->vault.open(entry.index, field.path);
}

void Disclosing::keepForTheRecord(const Looked& entry, const SealedField& field,
                                  const std::string& subject) {
  if (reading_.viewer.audience != schema::Audience::AUDITOR) return;
  DisclosedField value =
      disclosedField(entry.index, entry.statement, entry.mentions, field, subject);
  if (!seen_.insert({entry.index, field.path}).second) return;
  if (recorded_) throw Fault(FaultKind::kBug, "opened for an auditor after it was recorded");
  shown_.push_back(std::move(value));
}

void Disclosing::recordShown() {
  if (shown_.empty()) return;
  Writing writing(reading_.place, call_.catalogue, call_.arguments, call_.surroundings,
                  openMasterKey(reading_.place, call_.arguments, call_.surroundings));
  auto recorded = recordDisclosures(call_, writing, reading_.viewer, shown_);
  if (recorded) return;
  throw Fault(FaultKind::kConfig,
              "nothing is shown, because it could not be recorded that it was (" +
                  recorded.refusal().code + "): " + recorded.refusal().reason,
              recorded.refusal().remedy);
}

Disclosure Disclosing::open(std::uint64_t index, const FieldPath& path) {
  const Looked& entry = look(index);
  const SealedField* field = entry.find(path);
  return field ? judge(entry, *field) : Disclosure{SealState::kMissing, {}};
}

Json Disclosing::lineOf(std::uint64_t index, const FieldPath* only) {
  const Looked& entry = look(index);
  States states;
  Reveal reveal = [&](const FieldPath& path) -> std::optional<Bytes> {
    const SealedField* field = entry.find(path);
    if (!field || (only && path != *only)) return std::nullopt;
    Disclosure disclosure = judge(entry, *field);
    if (disclosure.state == SealState::kOpen) return std::move(disclosure.value);
    states[toHex(field->commitment.view())] = {std::move(disclosure), readersInWords(*field->info)};
    return std::nullopt;
  };
  return withStates(describe(entry.statement, call_.catalogue, reveal), states);
}

const SealedField* Disclosing::fieldOf(std::uint64_t index, const std::string& name) {
  const Looked& entry = look(index);
  for (const SealedField& field : entry.mentions.sealed) {
    if (field.field == name || field.field == "corrected." + name) return &field;
  }
  return nullptr;
}

bool Disclosing::isKeptFor(std::uint64_t index, const SealedField& field,
                           const std::string& participant) {
  if (!unlocked_) return false;
  const Looked& entry = look(index);
  std::string subject = unlocked_->vault.subjectOf(index, field.path);
  if (subject.empty()) return wasKeptFor(entry, field, participant);
  SealedFor value = unlocked_->vault.sealedFor(entry.index, entry.mentions, field, subject);
  return mayOpen({schema::Audience::SELF, participant}, value);
}

bool Disclosing::wasKeptFor(const Looked& entry, const SealedField& field,
                            const std::string& participant) {
  Erasures::Subject whose = erasures().subjectOf(entry.statement, entry.mentions, field);
  return whose.kind == Erasures::Subject::Kind::kParticipant && whose.participant == participant &&
         erasures().of(entry.index, entry.statement, entry.mentions, field).erased == Erased::kYes;
}

Disclosures& Disclosing::forTotals() {
  return *totals_;
}

}  // namespace minutebook

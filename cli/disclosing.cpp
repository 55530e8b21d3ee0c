#include "cli/disclosing.h"

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"

namespace minutebook {

Disclosing::Unlocked::Unlocked(Directory where, MasterKey key)
    : directory(std::move(where)),
      master(std::move(key)),
      keys(directory, master, DataKeys::Access::kRead) {}

Disclosing::Disclosing(const LedgerPlace& place, const EntryStore& store,
                       const Catalogue& catalogue, const Arguments& arguments,
                       const Surroundings& surroundings)
    : store_(store), catalogue_(catalogue), origin_(place.origin) {
  Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  if (MasterKey::needsPassphrase(keys) && !arguments.passphraseFile) return;
  MasterKey master = openMasterKey(place, arguments, surroundings);
  unlocked_ = std::make_unique<Unlocked>(std::move(keys), std::move(master));
}

Disclosure Disclosing::open(std::uint64_t index, const FieldPath& path) {
  Outcome<EntryParts> entry = decodeEntry(store_.reader().entry(index));
  if (!entry) throw Fault(FaultKind::kCorrupt, entry.refusal().reason, entry.refusal().remedy);
  Outcome<Statement> statement = Statement::decode(entry.value().statement);
  if (!statement) {
    throw Fault(FaultKind::kCorrupt, statement.refusal().reason, statement.refusal().remedy);
  }
  return openIn(statement.value(), index, path);
}

Disclosure Disclosing::openIn(const Statement& statement, std::uint64_t index,
                              const FieldPath& path) {
  if (!unlocked_) return {SealState::kSealedForYou, {}};
  std::vector<Opening> openings = store_.openingsOf(index);
  auto opening = std::find_if(openings.begin(), openings.end(),
                              [&](const Opening& one) { return one.path == path; });
  if (opening == openings.end()) return {SealState::kMissing, {}};
  const DataKey* key = unlocked_->keys.find(opening->keyId);
  if (!key) return {SealState::kErased, {}};
  auto value = openValue(aead_, *key, {origin_, statement.id()}, *opening);
  if (!value) {
    throw Fault(FaultKind::kCorrupt,
                "an opening of entry " + std::to_string(index) + " cannot be opened",
                "Run minutebook verify; if the ledger is damaged, restore it from a backup.");
  }
  return {SealState::kOpen, std::move(value->value)};
}

Reveal Disclosing::revealFor(std::uint64_t index, const Statement& statement) {
  // Whoever keeps the ledger is a coordinator; what is for auditors or the person alone stays shut.
  std::vector<FieldPath> open;
  for (const SealedField& field : mentionsOf(statement, catalogue_).sealed) {
    bool allowed = field.audience == schema::Audience::PUBLIC ||
                   field.audience == schema::Audience::MEMBERS ||
                   field.audience == schema::Audience::COORDINATORS;
    if (allowed) open.push_back(field.path);
  }
  return [this, index, &statement,
          open = std::move(open)](const FieldPath& path) -> std::optional<Bytes> {
    if (std::find(open.begin(), open.end(), path) == open.end()) return std::nullopt;
    Disclosure disclosure = openIn(statement, index, path);
    if (disclosure.state != SealState::kOpen) return std::nullopt;
    return std::move(disclosure.value);
  };
}

}  // namespace minutebook

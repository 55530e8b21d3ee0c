#include "cli/disclosing.h"

#include <algorithm>

#include "cli/erased_again.h"
#include "ledger/event/mentions.h"

namespace minutebook {

Disclosing::Unlocked::Unlocked(Directory where, MasterKey key, const EntryStore& store,
                               const std::string& origin)
    : directory(std::move(where)),
      master(std::move(key)),
      keys(directory, master, DataKeys::Access::kRead),
      vault(store, keys, origin) {}

Disclosing::Disclosing(const LedgerPlace& place, const EntryStore& store,
                       const Catalogue& catalogue, const Arguments& arguments,
                       const Surroundings& surroundings)
    : catalogue_(catalogue) {
  Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  if (MasterKey::needsPassphrase(keys) && !arguments.passphraseFile) return;
  MasterKey master = openMasterKey(place, arguments, surroundings);
  unlocked_ = std::make_unique<Unlocked>(std::move(keys), std::move(master), store, place.origin);
  // What an older copy has brought back and could not be destroyed again opens nothing all the
  // same.
  for (const ErasedKey& key : knownErasures(place, store, catalogue))
    unlocked_->keys.forget(key.id);
}

Disclosure Disclosing::open(std::uint64_t index, const FieldPath& path) {
  if (!unlocked_) return {SealState::kSealedForYou, {}};
  return unlocked_->vault.open(index, path);
}

Reveal Disclosing::revealFor(std::uint64_t index, const Statement& statement) {
  // Whoever keeps the ledger is a coordinator; what is for auditors or the person alone stays shut.
  std::vector<FieldPath> allowed;
  for (const SealedField& field : mentionsOf(statement, catalogue_).sealed) {
    bool mayOpen = field.audience == schema::Audience::PUBLIC ||
                   field.audience == schema::Audience::MEMBERS ||
                   field.audience == schema::Audience::COORDINATORS;
    if (mayOpen) allowed.push_back(field.path);
  }
  return [this, index, allowed](const FieldPath& path) -> std::optional<Bytes> {
    if (std::find(allowed.begin(), allowed.end(), path) == allowed.end()) return std::nullopt;
    Disclosure disclosure = open(index, path);
    if (disclosure.state != SealState::kOpen) return std::nullopt;
    return std::move(disclosure.value);
  };
}

}  // namespace minutebook

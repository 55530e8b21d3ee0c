#include "cli/session.h"

#include "cli/erasure/again.h"
#include "cli/erasure/plan.h"
#include "cli/ledger_file.h"
#include "cli/passphrase.h"
#include "cli/standards/asked.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/rotation.h"

namespace minutebook {

LedgerPlace findLedger(const Arguments& arguments, const Surroundings& surroundings) {
  std::optional<std::string> given = arguments.ledger;
  if (!given) given = surroundings.environment("MINUTEBOOK_LEDGER");
  if (!given || given->empty()) {
    throw Fault(FaultKind::kUsage, "no ledger was named",
                "Add --ledger DIR, or set MINUTEBOOK_LEDGER; minutebook init makes a new one.");
  }
  LedgerFile file = readLedgerFile(*given);
  LedgerPlace place;
  place.directory = *given;
  place.origin = file.origin;
  place.guard = arguments.guard || !file.guard
                    ? guardDirectory(arguments, surroundings, file.origin)
                    : std::filesystem::path(*file.guard);
  return place;
}

std::filesystem::path guardDirectory(const Arguments& arguments, const Surroundings& surroundings,
                                     const std::string& origin) {
  if (arguments.guard) return std::filesystem::absolute(*arguments.guard);
  (void)surroundings;
  return defaultGuardDirectory(origin);
}

SecretBytes readPassphrase(const Arguments& arguments, const Surroundings& surroundings) {
  if (arguments.passphraseFile) {
    return passphraseIn(*arguments.passphraseFile, "--passphrase-file");
  }
  std::optional<SecretBytes> typed = typedPassphrase("Passphrase: ", arguments, surroundings);
  if (!typed) {
    throw Fault(FaultKind::kKey, "this ledger's keys are kept under a passphrase",
                "Add --passphrase-file FILE, or run the command at a terminal.");
  }
  return std::move(*typed);
}

MasterKey openMasterKey(const LedgerPlace& place, const Arguments& arguments,
                        const Surroundings& surroundings) {
  Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  if (!MasterKey::needsPassphrase(keys)) return MasterKey::open(keys, std::nullopt);
  SecretBytes passphrase = readPassphrase(arguments, surroundings);
  return MasterKey::open(keys, passphrase.view());
}

std::optional<MasterKey> masterKeyAtHand(const LedgerPlace& place, const Arguments& arguments,
                                         const Surroundings& surroundings) {
  Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  if (MasterKey::needsPassphrase(keys) && !arguments.passphraseFile) return std::nullopt;
  return openMasterKey(place, arguments, surroundings);
}

Author chooseAuthor(const Directory& keyDirectory, KeyRing& keys, const Arguments& arguments) {
  constexpr std::string_view kPrefix = "author-";
  std::string name;
  std::string known;
  std::size_t count = 0;
  for (const ListedKey& key : listKeys(keyDirectory)) {
    if (!key.name.starts_with(kPrefix)) continue;
    name = key.name.substr(kPrefix.size());
    known += (known.empty() ? "" : ", ") + name;
    ++count;
  }
  if (arguments.author) {
    name = *arguments.author;
  } else if (count != 1) {
    throw Fault(FaultKind::kKey,
                count == 0 ? "there is no author's key in this ledger"
                           : "there are several authors' keys: " + known,
                count == 0 ? "Make one with minutebook key new NAME, then enrol it."
                           : "Say who is writing: --author NAME.");
  }
  return {keys.get(authorKeyName(name)), name};
}

namespace {

/// The keys were opened before the lock was there; under it, they must still be the ledger's. What
/// an older copy has brought back goes before the guard is asked.
std::unique_ptr<EntryStore> openForWriting(const LedgerPlace& place, const Catalogue& catalogue,
                                           const Arguments& arguments, Surroundings& surroundings,
                                           Directory& keyDirectory, MasterKey& master) {
  auto store =
      EntryStore::open(place.directory, StoreAccess::kWrite, "minutebook " + arguments.command);
  removeRotationLeftovers(place.directory);
  if (!master.isKeptIn(keyDirectory)) {
    throw Fault(FaultKind::kBusy, keyDirectory.path().string() + " was changed by another program",
                "Try again.");
  }
  eraseAgain(*store, place, catalogue, keyDirectory, master, surroundings);
  compareWithGuard(Guard(place.guard, place.origin), store->reader());
  return store;
}

}  // namespace

Writing::Writing(const LedgerPlace& place, const Catalogue& catalogue, const Arguments& arguments,
                 Surroundings& surroundings, MasterKey master)
    : keyDirectory(Directory::open(place.directory / "keys", Readers::kOwner)),
      masterKey(std::move(master)),
      keys(keyDirectory, masterKey),
      guard(place.guard, place.origin),
      store(openForWriting(place, catalogue, arguments, surroundings, keyDirectory, masterKey)),
      dataKeys(keyDirectory, masterKey, DataKeys::Access::kWrite),
      sequencer(*store, catalogue),
      recorder(catalogue, *store, sequencer, dataKeys, surroundings.random, place.origin),
      submitter(sequencer, catalogue, place.origin) {
  recorder.knowChecks(hashOfCheck);
  finishErasureBegun(*this, place, catalogue, surroundings);
}

}  // namespace minutebook

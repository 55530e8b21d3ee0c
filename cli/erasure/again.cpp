#include "cli/erasure/again.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "audit/verify/erasures.h"
#include "audit/verify/verify_published.h"
#include "cli/console.h"
#include "cli/keys/own_keys.h"
#include "ledger/base/fault.h"
#include "ledger/store/erasure.h"
#include "ledger/store/restored.h"
#include "ledger/store/writer_lock.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

std::string keysInWords(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " data key" : " data keys");
}

std::string valuesInWords(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " sealed value" : " sealed values");
}

/// What was done, that nothing is wrong, and what to do now.
void tell(Surroundings& surroundings, const DestroyedSealed& done, bool isOlder) {
  if (done.isAnything()) {
    surroundings.err << "An older copy was put back here, with something that has been erased "
                        "since: "
                     << keysInWords(done.keys) << " and " << valuesInWords(done.openings)
                     << " were destroyed again. That is as it should be"
                     << (isOlder
                             ? "; this copy does not hold that erasure's own entry, so look for "
                               "the newest copy of the ledger and go on with that one.\n"
                             : ", and nothing is left to do.\n");
  }
  if (!done.isWhole) {
    surroundings.err << "Of an erasure of some entries the key is still there, for it opens what "
                        "stays, too. Add --passphrase-file to finish it.\n";
  }
}

/// `known` without what it names wrongly.
std::vector<ErasedKey> withoutOthersKeys(const std::vector<ErasedKey>& known,
                                         const EntryStore& store, const Catalogue& catalogue,
                                         const DataKeys& keys) {
  return without(known, wronglyNamed(known, store, catalogue, keys));
}

void eraseAsWriter(const LedgerPlace& place, const Catalogue& catalogue,
                   const std::vector<ErasedKey>& known, std::optional<MasterKey>& master,
                   Directory& keyDirectory, Surroundings& surroundings) {
  auto store = EntryStore::open(place.directory, StoreAccess::kWrite, "minutebook, erasing again");
  std::optional<DataKeys> keys;
  if (master) keys.emplace(keyDirectory, *master, DataKeys::Access::kWrite);
  Eraser eraser(*store, keyDirectory, keys ? &*keys : nullptr, place.origin, surroundings.random);
  const DestroyedSealed done = eraser.destroy(known);
  tell(surroundings, done, isOlderThanAnErasure(place, *store, catalogue));
}

/// This ledger's own keys, one a line, so that nobody's directory is believed on its own word.
std::string ownKeyLines(const LedgerPlace& place) {
  const auto store = EntryStore::open(place.directory, StoreAccess::kExamine, "minutebook");
  std::string lines;
  for (const std::string& vkey : vkeysInForce(place, *store)) {
    lines += (lines.empty() ? "" : "\n") + vkey;
  }
  if (!lines.empty()) return lines;
  throw Fault(FaultKind::kKey,
              "no key of this log is known here, so no published directory can be believed",
              "Put log.key back into the folder keys of the ledger.");
}

/// Where both logs have entries they must have the same.
void checkSameHistory(const LedgerPlace& place, const LogReader& published) {
  const auto store = EntryStore::open(place.directory, StoreAccess::kExamine, "minutebook");
  const std::uint64_t both = std::min(store->size(), published.size());
  Sha256 hasher;
  TileHashes ours(store->reader(), store->size());
  TileHashes theirs(published, published.size());
  if (both > 0 && rootAt(ours, hasher, both) == rootAt(theirs, hasher, both)) return;
  throw Fault(FaultKind::kCorrupt, "the published directory is not of this ledger",
              "Name a directory that was published from this ledger.");
}

}  // namespace

std::vector<ErasedKey> knownErasures(const LedgerPlace& place, const EntryStore& store,
                                     const Catalogue& catalogue) {
  return together(erasedKeysInLog(store, catalogue), erasedKeysBeside(place.guard, place.origin));
}

std::vector<WronglyNamed> wronglyNamed(const std::vector<ErasedKey>& known, const EntryStore& store,
                                       const Catalogue& catalogue, const DataKeys& keys) {
  std::vector<WronglyNamed> wrong;
  const bool isAnyHere = std::any_of(known.begin(), known.end(),
                                     [&](const ErasedKey& key) { return keys.find(key.id); });
  if (!isAnyHere) return wrong;  // As nearly always: the log need not be read.
  const Erasures erasures(store.reader(), catalogue);
  for (const RecordedErasure& erasure : erasures.all()) {
    for (const DataKeyId& id : erasure.keys) {
      const DataKey* key = keys.find(id);
      const bool isTheirs = !key || key->subject == "participant/" + erasure.participant;
      if (!isTheirs) wrong.push_back({erasure.index, erasure.participant, id});
    }
  }
  return wrong;
}

std::vector<ErasedKey> without(std::vector<ErasedKey> known,
                               const std::vector<WronglyNamed>& wrong) {
  for (const WronglyNamed& one : wrong) {
    std::erase_if(known, [&](const ErasedKey& key) { return key.id == one.id; });
  }
  return known;
}

bool isOlderThanAnErasure(const LedgerPlace& place, const EntryStore& store,
                          const Catalogue& catalogue) {
  const std::vector<ErasedKey> logged = erasedKeysInLog(store, catalogue);
  return together(logged, erasedKeysBeside(place.guard, place.origin)) != logged;
}

void eraseAgain(EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue,
                Directory& keyDirectory, MasterKey& master, Surroundings& surroundings) {
  std::vector<ErasedKey> known = knownErasures(place, store, catalogue);
  if (!needsErasing(store, keyDirectory, known)) return;
  DataKeys keys(keyDirectory, master, DataKeys::Access::kWrite);
  known = withoutOthersKeys(known, store, catalogue, keys);
  if (!needsErasing(store, keyDirectory, known)) return;
  Eraser eraser(store, keyDirectory, &keys, place.origin, surroundings.random);
  const DestroyedSealed done = eraser.destroy(known);
  // Of an erasure that was cut short itself, whoever finishes it tells.
  if (!erasureBegun(store)) {
    tell(surroundings, done, isOlderThanAnErasure(place, store, catalogue));
  }
}

bool mayBeWritten(const LedgerPlace& place) {
  for (const char* part : {"", "log", "keys"}) {
    if (::access((place.directory / part).c_str(), W_OK) != 0) return false;
  }
  const std::optional<RestoredMark> restored = restoredMark(place.directory);
  return !isBeingWritten(place.directory) && !(restored && restored->isReadOnly());
}

std::unique_ptr<EntryStore> openForReading(const LedgerPlace& place, const Catalogue& catalogue,
                                           const Arguments& arguments, Surroundings& surroundings) {
  const std::string holder = "minutebook " + arguments.command;
  auto store = EntryStore::open(place.directory, StoreAccess::kRead, holder);
  std::vector<ErasedKey> known = knownErasures(place, *store, catalogue);
  if (known.empty() || !std::filesystem::exists(place.directory / "keys")) return store;
  Directory keyDirectory = Directory::open(place.directory / "keys", Readers::kOwner);
  if (!needsErasing(*store, keyDirectory, known)) return store;
  std::optional<MasterKey> master = masterKeyAtHand(place, arguments, surroundings);
  if (master) {
    const DataKeys keys(keyDirectory, *master, DataKeys::Access::kRead);
    known = withoutOthersKeys(known, *store, catalogue, keys);
    if (!needsErasing(*store, keyDirectory, known)) return store;
  }
  if (!mayBeWritten(place)) {
    surroundings.err << "An older copy was put back here, with something that has been erased "
                        "since. It cannot be written now, so that is treated as destroyed; the "
                        "next command that can write here destroys it.\n";
    return store;
  }
  store.reset();
  eraseAsWriter(place, catalogue, known, master, keyDirectory, surroundings);
  return EntryStore::open(place.directory, StoreAccess::kRead, holder);
}

std::vector<KeyStillHere> keysStillHere(Call& call, const LedgerPlace& place,
                                        const EntryStore& store) {
  Directory directory = Directory::open(place.directory / "keys", Readers::kOwner);
  const std::vector<DataKeyId> listed = listDataKeyIds(directory);
  const std::set<DataKeyId> there(listed.begin(), listed.end());
  std::vector<KeyStillHere> here;
  for (const ErasedKey& key : knownErasures(place, store, call.catalogue)) {
    if (there.contains(key.id)) here.push_back({key.id, std::nullopt, std::nullopt});
  }
  if (here.empty()) return here;
  const Erasures erasures(store.reader(), call.catalogue);
  for (const RecordedErasure& erasure : erasures.all()) {
    for (KeyStillHere& key : here) {
      const bool isNamed =
          std::find(erasure.keys.begin(), erasure.keys.end(), key.id) != erasure.keys.end();
      if (isNamed) key.entry = erasure.index;
    }
  }
  std::optional<MasterKey> master = masterKeyAtHand(place, call.arguments, call.surroundings);
  if (!master) return here;
  const DataKeys keys(directory, *master, DataKeys::Access::kRead);
  const auto known = knownErasures(place, store, call.catalogue);
  for (const WronglyNamed& wrong : wronglyNamed(known, store, call.catalogue, keys)) {
    for (KeyStillHere& key : here) {
      if (key.id == wrong.id) key.wrong = wrong;
    }
  }
  return here;
}

std::string KeyStillHere::inWords() const {
  return "Data key " + toHex(id.view()) + ". " +
         (wrong ? minutebook::inWords(*wrong)
                : "The next command that can write here destroys it.");
}

std::string inWords(const WronglyNamed& wrong) {
  return "Entry " + std::to_string(wrong.entry) + " names a data key that is not of " +
         wrong.participant + ": it was not destroyed, and what it opens stays.";
}

std::string Learnt::inWords() const {
  const std::string keysSaid = keysInWords(keys);
  return "Compared with " + directory + ", a published log of this very ledger with " +
         std::to_string(entries) + (entries == 1 ? " entry" : " entries") + ": it records " +
         std::to_string(erasures) + (erasures == 1 ? " erasure" : " erasures") + ", of " +
         keysSaid +
         (newKeys == 0
              ? ", all of which were known here."
              : ", of which " + std::to_string(newKeys) + (newKeys == 1 ? " was" : " were") +
                    " not known here; now the guard's side remembers.");
}

Json Learnt::json() const {
  return Json::object({{"published", Json::text(directory)},
                       {"entries", number(entries)},
                       {"erasures", number(erasures)},
                       {"dataKeys", number(keys)},
                       {"newDataKeys", number(newKeys)}});
}

std::optional<Learnt> learnPublishedErasures(const LedgerPlace& place, const Catalogue& catalogue,
                                             const Arguments& arguments) {
  if (!arguments.published) return std::nullopt;
  const Directory directory = Directory::open(*arguments.published, Readers::kEveryone);
  PublishedExpectations expected;
  expected.vkeys = ownKeyLines(place);
  const PublishedCheck check = verifyPublished(directory, catalogue, expected);
  if (!check.checkpoint || !check.findings.empty() || check.checkpoint->origin != place.origin) {
    throw Fault(
        FaultKind::kCorrupt,
        *arguments.published + " is not a published directory of this ledger that verifies",
        "It must be signed with this ledger's own key, which minutebook key list tells. Run "
        "minutebook verify " +
            *arguments.published + " --vkey KEY to see what is wrong with it.");
  }
  const PublishedLog published(directory, check.checkpoint->size);
  checkSameHistory(place, published);
  Learnt learnt{*arguments.published, published.size(), 0, 0, 0};
  std::vector<ErasedKey> keys;
  published.forEach(0, published.size(), [&](std::uint64_t, ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (entry && addErasedKeys(entry.value(), catalogue, keys)) ++learnt.erasures;
  });
  keys = together(keys, {});
  learnt.keys = keys.size();
  const auto store = EntryStore::open(place.directory, StoreAccess::kExamine, "minutebook");
  const std::vector<ErasedKey> before = knownErasures(place, *store, catalogue);
  learnt.newKeys = together(before, keys).size() - before.size();
  if (!keys.empty()) noteErasedKeys(place.guard, place.origin, keys);
  return learnt;
}

}  // namespace minutebook

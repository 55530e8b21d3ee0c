#include "ledger/store/erasure.h"

#include <algorithm>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/event/submission.h"
#include "ledger/store/erased_keys.h"
#include "ledger/store/store_parts.h"
#include "ledger/store/vault.h"

namespace minutebook {

namespace {

/// || key id: the key whose openings were sealed again under this one, and the entries that were
/// not: an erasure that comes to be about more goes for this key, too.
constexpr std::string_view kSealedAgainKey = "sealed again";

constexpr const char* kRemedy =
    "Run minutebook verify; if the ledger is damaged, restore it from a backup.";

std::string openingKey(std::uint64_t index, const FieldPath& path) {
  Bytes key = toBytes(indexKey(index));
  append(key, path.bytes());
  return std::string(asText(key));
}

std::string appliedKey(const DataKeyId& id) {
  return std::string(kErasedKey) + std::string(asText(id.view()));
}

std::string sealedAgainKey(const DataKeyId& id) {
  return std::string(kSealedAgainKey) + std::string(asText(id.view()));
}

struct SealedAgain {
  DataKeyId from;
  std::set<StatementId> without;
};

std::optional<SealedAgain> sealedAgainAs(const EntryStore& store, const DataKeyId& id) {
  const auto stored = store.parts().rocks.get(Family::kMeta, sealedAgainKey(id));
  if (!stored) return std::nullopt;
  ByteView rest = asBytes(*stored);
  const auto next = [&rest] {
    constexpr std::size_t kIdBytes = 16;
    const ByteView one = rest.first(std::min(kIdBytes, rest.size()));
    rest = rest.subspan(one.size());
    return one;
  };
  const std::optional<DataKeyId> from = DataKeyId::of(next());
  if (!from) throw Fault(FaultKind::kCorrupt, "where a data key came from is unreadable", kRemedy);
  SealedAgain again{*from, {}};
  while (!rest.empty()) {
    const std::optional<StatementId> entry = StatementId::of(next());
    if (!entry) throw Fault(FaultKind::kCorrupt, "where a key came from is unreadable", kRemedy);
    again.without.insert(*entry);
  }
  return again;
}

/// `known` for one key, with what is known of the keys that it came from.
std::optional<ErasedKey> knownOf(const EntryStore& store, const std::vector<ErasedKey>& known,
                                 const DataKeyId& id) {
  const auto own =
      std::find_if(known.begin(), known.end(), [&](const ErasedKey& key) { return key.id == id; });
  std::optional<ErasedKey> all;
  if (own != known.end()) all = *own;
  const std::optional<SealedAgain> again = sealedAgainAs(store, id);
  std::optional<ErasedKey> before = again ? knownOf(store, known, again->from) : std::nullopt;
  if (!before) return all;
  const bool isDone =
      !before->only.empty() && std::includes(again->without.begin(), again->without.end(),
                                             before->only.begin(), before->only.end());
  if (isDone) return all;
  before->id = id;
  return all ? together({*all}, {*before}).front() : *before;
}

/// `known`, and the keys in `there` under which what it is about was sealed again in this database.
std::vector<ErasedKey> withSealedAgain(const EntryStore& store, const std::vector<ErasedKey>& known,
                                       const std::vector<DataKeyId>& there) {
  std::vector<ErasedKey> more;
  for (const DataKeyId& id : there) {
    if (const std::optional<ErasedKey> key = knownOf(store, known, id)) more.push_back(*key);
  }
  return together(known, more);
}

void writeDurably(EntryStore& store, rocksdb::WriteBatch& batch) {
  EntryStore::Parts& parts = store.parts();
  if (parts.access != StoreAccess::kWrite) {
    throw Fault(FaultKind::kBug, "an erasure through a reading store");
  }
  rocksdb::WriteOptions how;
  how.sync = true;
  check(parts.rocks.db().Write(how, &batch), "writing to the log of " + parts.ledger.string());
}

}  // namespace

std::optional<std::string> erasureBegun(const EntryStore& store) {
  return store.parts().rocks.get(Family::kMeta, kErasingKey);
}

void noteErasureBegun(EntryStore& store, const std::string& what) {
  rocksdb::WriteBatch batch;
  check(batch.Put(store.parts().rocks.family(Family::kMeta), slice(kErasingKey), slice(what)),
        "noting an erasure");
  writeDurably(store, batch);
}

void noteErasureEnded(EntryStore& store) {
  rocksdb::WriteBatch batch;
  check(batch.Delete(store.parts().rocks.family(Family::kMeta), slice(kErasingKey)),
        "noting the end of an erasure");
  writeDurably(store, batch);
}

bool needsErasing(const EntryStore& store, const Directory& keys,
                  const std::vector<ErasedKey>& known) {
  if (known.empty()) return false;
  const std::vector<DataKeyId> listed = listDataKeyIds(keys);
  const std::set<DataKeyId> there(listed.begin(), listed.end());
  const std::vector<ErasedKey> all = withSealedAgain(store, known, listed);
  return std::any_of(all.begin(), all.end(), [&](const ErasedKey& key) {
    return there.contains(key.id) ||
           !store.parts().rocks.get(Family::kMeta, appliedKey(key.id)).has_value();
  });
}

Eraser::Eraser(EntryStore& store, Directory& keys, DataKeys* open, std::string origin,
               RandomSource& random)
    : store_(store), keys_(keys), open_(open), origin_(std::move(origin)), random_(random) {}

DestroyedSealed Eraser::destroy(const std::vector<ErasedKey>& known) {
  DestroyedSealed done;
  std::set<DataKeyId> ids;
  const std::vector<DataKeyId> listed = listDataKeyIds(keys_);
  const std::vector<ErasedKey> erased = withSealedAgain(store_, known, listed);
  const std::set<DataKeyId> there(listed.begin(), listed.end());
  std::vector<ErasedKey> inPart;
  for (const ErasedKey& key : erased) {
    const bool cannotBeOpened = !key.only.empty() && open_ == nullptr && there.contains(key.id);
    if (cannotBeOpened) {
      inPart.push_back(key);
      continue;
    }
    if (!key.only.empty()) sealAgain(key, done);
    ids.insert(key.id);
  }
  done.isWhole = inPart.empty();
  done.keys = open_ != nullptr ? open_->destroy(ids).size() : destroyDataKeys(keys_, ids).size();
  for (const DataKeyId& id : ids) inPart.push_back({id, {}});
  deleteOpenings(inPart, done);
  store_.parts().rocks.dropDeleted(Family::kOpening);
  rocksdb::WriteBatch applied;
  for (const DataKeyId& id : ids) {
    check(applied.Put(store_.parts().rocks.family(Family::kMeta), slice(appliedKey(id)),
                      slice(std::string_view())),
          "noting what is erased");
  }
  writeDurably(store_, applied);
  return done;
}

std::vector<Eraser::Found> Eraser::openingsUnder(const std::set<DataKeyId>& ids) const {
  std::vector<Found> found;
  store_.forEachOpening([&](std::uint64_t index, const Opening& opening) {
    if (ids.contains(opening.keyId)) found.push_back({index, opening});
  });
  return found;
}

bool Eraser::isKept(const ErasedKey& erased, const Found& found) const {
  return !erased.only.empty() && !erased.only.contains(statementIdAt(store_, found.index));
}

void Eraser::sealAgain(const ErasedKey& erased, DestroyedSealed& done) {
  const DataKey* old = open_ != nullptr ? open_->find(erased.id) : nullptr;
  if (old == nullptr) return;  // Destroyed before: what stays was sealed again before that.
  const DataKey* next = open_->findSubject(old->subject);
  if (next->id == erased.id) next = &open_->renew(old->subject, random_);
  open_->sync();
  rocksdb::WriteBatch batch;
  for (const Found& found : openingsUnder({erased.id})) {
    if (!isKept(erased, found)) continue;
    const StatementPlace place{origin_, statementIdAt(store_, found.index)};
    std::optional<OpenedValue> value = openValue(aead_, *old, place, found.opening);
    if (!value) {
      throw Fault(FaultKind::kCorrupt,
                  "an opening of entry " + std::to_string(found.index) + " cannot be opened",
                  kRemedy);
    }
    const Opening again = sealValue(aead_, *next, place, found.opening.path, *value, random_);
    wipe(value->value);
    wipe(value->salt);
    const std::string key = openingKey(found.index, found.opening.path);
    check(batch.Put(store_.parts().rocks.family(Family::kOpening), slice(key),
                    slice(again.storedBytes())),
          "sealing again");
    ++done.sealedAgain;
  }
  noteSealedAgain(erased, next->id, batch);
  // On disk before the old key goes: else what stays would be lost with what goes.
  writeDurably(store_, batch);
}

void Eraser::noteSealedAgain(const ErasedKey& erased, const DataKeyId& next,
                             rocksdb::WriteBatch& batch) const {
  std::set<StatementId> without = erased.only;
  if (const auto before = sealedAgainAs(store_, erased.id)) {
    without.insert(before->without.begin(), before->without.end());
  }
  Bytes value = toBytes(erased.id.view());
  for (const StatementId& entry : without) append(value, entry.view());
  check(batch.Put(store_.parts().rocks.family(Family::kMeta), slice(sealedAgainKey(next)),
                  slice(asText(value))),
        "noting which key came from which");
}

void Eraser::deleteOpenings(const std::vector<ErasedKey>& erased, DestroyedSealed& done) {
  std::set<DataKeyId> ids;
  for (const ErasedKey& key : erased) ids.insert(key.id);
  rocksdb::WriteBatch batch;
  for (const Found& found : openingsUnder(ids)) {
    const auto of = std::find_if(erased.begin(), erased.end(), [&](const ErasedKey& key) {
      return key.id == found.opening.keyId;
    });
    if (isKept(*of, found)) continue;
    const std::string key = openingKey(found.index, found.opening.path);
    check(batch.Delete(store_.parts().rocks.family(Family::kOpening), slice(key)),
          "deleting openings");
    ++done.openings;
  }
  writeDurably(store_, batch);
}

}  // namespace minutebook

#include "cli/keys/own_keys.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

std::string_view firstName(schema::KeyPurpose purpose) {
  return purpose == schema::KeyPurpose::CLERK ? kClerkKeyName : kLogKeyName;
}

bool isHere(const std::vector<OwnKeyFile>& files, const PublicKey& key) {
  return std::any_of(files.begin(), files.end(),
                     [&](const OwnKeyFile& file) { return file.key == key; });
}

/// The keys in force that are here, the newest first.
std::vector<SigningKey> inForce(Writing& writing, schema::KeyPurpose purpose) {
  const auto files = ownKeyFiles(writing.keyDirectory, *writing.store, purpose);
  std::vector<SigningKey> keys;
  for (const KeyInRecord& each : keysInRecord(*writing.store, purpose)) {
    for (const OwnKeyFile& file : files) {
      if (each.isActive && file.key == each.key) keys.push_back(writing.keys.get(file.name));
    }
  }
  return keys;
}

/// In force, revoked or unknown to the record: which of these are wanted.
enum class Revoked { kWanted, kNotWanted };

std::vector<std::string> vkeysOf(const LedgerPlace& place, const EntryStore& store,
                                 Revoked revoked) {
  std::vector<std::string> vkeys;
  const auto inRecord = keysInRecord(store, schema::KeyPurpose::LOG);
  for (const KeyInRecord& each : inRecord) {
    const bool isWanted = each.isActive || revoked == Revoked::kWanted;
    if (isWanted) vkeys.push_back(logVkey(place.origin, each.key));
  }
  if (!std::filesystem::exists(place.directory / "keys")) return vkeys;
  const Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  for (const OwnKeyFile& file : ownKeyFiles(keys, store, schema::KeyPurpose::LOG)) {
    if (!file.record) vkeys.push_back(logVkey(place.origin, file.key));
  }
  return vkeys;
}

}  // namespace

std::vector<OwnKeyFile> ownKeyFiles(const Directory& keys, const EntryStore& store,
                                    schema::KeyPurpose purpose) {
  const auto inRecord = keysInRecord(store, purpose);
  std::vector<std::pair<std::uint64_t, OwnKeyFile>> files;
  for (const ListedKey& listed : listKeys(keys)) {
    const auto number = keyNumber(firstName(purpose), listed.name);
    if (!number) continue;
    OwnKeyFile file{listed.name, listed.publicKey, std::nullopt};
    for (const KeyInRecord& each : inRecord) {
      if (each.key == listed.publicKey) file.record = each;
    }
    files.emplace_back(*number, std::move(file));
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<OwnKeyFile> sorted;
  for (auto& [number, file] : files) sorted.push_back(std::move(file));
  return sorted;
}

std::optional<SigningKey> findClerkKey(Writing& writing) {
  std::vector<SigningKey> keys = inForce(writing, schema::KeyPurpose::CLERK);
  if (keys.empty()) return std::nullopt;
  return std::move(keys.front());
}

SigningKey clerkKey(Writing& writing) {
  if (auto key = findClerkKey(writing)) return std::move(*key);
  throw Fault(FaultKind::kKey, "the ledger's own key for its entries, the clerk's, is not here",
              "Put it back from a backup of the folder keys; minutebook key list tells which "
              "keys are in force.");
}

OwnKeys ownKeys(Call& call, Writing& writing) {
  OwnKeys keys{clerkKey(writing), inForce(writing, schema::KeyPurpose::LOG)};
  if (keys.logs.empty()) {
    throw Fault(FaultKind::kKey, "no key in force for this ledger's checkpoints is here",
                "Put it back from a backup of the folder keys; or, if it is lost for good, make "
                "the next one: minutebook key rotate-log.");
  }
  const auto files = ownKeyFiles(writing.keyDirectory, *writing.store, schema::KeyPurpose::LOG);
  for (const KeyInRecord& each : keysInRecord(*writing.store, schema::KeyPurpose::LOG)) {
    if (!each.isActive || isHere(files, each.key)) continue;
    call.console.note("Entry " + std::to_string(each.entry) +
                      " enrols another key for checkpoints, " + toHex(each.key.view()) +
                      ", which is not in the folder of keys: its signature is missing.");
  }
  return keys;
}

std::vector<std::string> ownVkeys(const LedgerPlace& place, const EntryStore& store) {
  return vkeysOf(place, store, Revoked::kWanted);
}

std::vector<std::string> vkeysInForce(const LedgerPlace& place, const EntryStore& store) {
  return vkeysOf(place, store, Revoked::kNotWanted);
}

}  // namespace minutebook

#include "ledger/store/log_keys.h"

#include <algorithm>
#include <tuple>

#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/tlog/note.h"

namespace minutebook {

std::vector<KeyInRecord> keysInRecord(const EntryStore& store, schema::KeyPurpose purpose) {
  std::vector<KeyInRecord> keys;
  const std::string prefix = fact::key({});
  store.forEachFact(prefix, [&](std::string_view key, std::string_view value) {
    const auto known = KeyFact::parse(value);
    const auto publicKey = PublicKey::of(asBytes(key.substr(prefix.size())));
    if (!known || !publicKey || known->purpose != purpose) return;
    keys.push_back({*publicKey, known->active, known->entry});
  });
  std::sort(keys.begin(), keys.end(), [](const KeyInRecord& a, const KeyInRecord& b) {
    return std::tie(a.isActive, a.entry) > std::tie(b.isActive, b.entry);
  });
  return keys;
}

std::string logVkey(std::string_view origin, const PublicKey& key) {
  Sha256 hasher;
  return VerifierKey{std::string(origin), NoteKeyType::kEd25519, toBytes(key.view())}.encode(
      hasher);
}

std::vector<std::string> logVkeys(const EntryStore& store, std::string_view origin) {
  std::vector<std::string> vkeys;
  for (const KeyInRecord& each : keysInRecord(store, schema::KeyPurpose::LOG)) {
    vkeys.push_back(logVkey(origin, each.key));
  }
  return vkeys;
}

}  // namespace minutebook

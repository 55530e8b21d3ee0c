// ledger/store/log_keys.h
//
// The keys that the record names for the ledger's own signatures, and since when each counts. The
// record is the truth; the folder of keys only has their secret halves.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/ed25519.h"
#include "ledger/store/entry_store.h"
#include "schema/identity.capnp.h"

namespace minutebook {

/// One key as the record has it.
struct KeyInRecord {
  PublicKey key;
  bool isActive = false;    ///< Enrolled, and not revoked.
  std::uint64_t entry = 0;  ///< Where it was enrolled; where it was revoked if it is not active.

  bool operator==(const KeyInRecord&) const = default;
};

/// The keys of one purpose, the active ones first, the newest of them in front.
std::vector<KeyInRecord> keysInRecord(const EntryStore& store, schema::KeyPurpose purpose);

/// The verifier key of a log that signs under `origin` with this key.
std::string logVkey(std::string_view origin, const PublicKey& key);
/// Those of all keys that the record ever named for checkpoints, in the order of keysInRecord():
/// whoever compares with what was signed earlier needs the revoked ones, too.
std::vector<std::string> logVkeys(const EntryStore& store, std::string_view origin);

}  // namespace minutebook

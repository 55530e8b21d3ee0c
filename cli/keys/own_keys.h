// cli/keys/own_keys.h
//
// The ledger's own signing keys: those that its record has in force and whose secret halves lie in
// its folder of keys. Whatever signs a checkpoint or speaks for the ledger asks here.

#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/store/log_keys.h"
#include "ledger/store/publish.h"

namespace minutebook {

/// Opened, for as long as it takes to sign.
struct OwnKeys {
  SigningKey clerk;
  std::vector<SigningKey> logs;  ///< The newest first; several while one follows another.

  PublishKeys forPublishing() const { return {clerk, logs}; }
};

/// Throws kKey if one of the two is not there. A log key that is in force and not in the folder is
/// told on standard error, for its signature will be missing.
OwnKeys ownKeys(Call& call, Writing& writing);

/// The key that speaks for the ledger: the newest in force. Throws kKey if there is none.
SigningKey clerkKey(Writing& writing);
/// The same, or nothing.
std::optional<SigningKey> findClerkKey(Writing& writing);

/// A key file of the ledger's own (its log's or its clerk's), with what the record says of it.
struct OwnKeyFile {
  std::string name;
  PublicKey key;
  std::optional<KeyInRecord> record;  ///< Nothing: no entry has enrolled it.
};

/// All key files of that purpose, in the order of their numbers.
std::vector<OwnKeyFile> ownKeyFiles(const Directory& keys, const EntryStore& store,
                                    schema::KeyPurpose purpose);

/// Every verifier key that this ledger has or had: those of the record, revoked ones too, and those
/// in the folder of keys that an older copy of the record does not know yet.
std::vector<std::string> ownVkeys(const LedgerPlace& place, const EntryStore& store);
/// The same without those that the record has revoked: what they say counts no more.
std::vector<std::string> vkeysInForce(const LedgerPlace& place, const EntryStore& store);

}  // namespace minutebook

// audit/verify/key_history.h
//
// Which keys a log names for the ledger's own signatures and for people's, from which entry to
// which, and what it says of those that it has revoked.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/when.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/statement.h"
#include "ledger/tlog/log_reader.h"
#include "schema/identity.capnp.h"

namespace minutebook {

/// How a key's time ended.
struct KeyEnd {
  std::uint64_t entry = 0;
  schema::KeyRevocation why = schema::KeyRevocation::NOT_RECORDED;
  Moment from;  ///< From when it should no longer be trusted; Unknown if nobody said.
};

/// One key that a log names.
struct KeyInLog {
  PublicKey key;
  schema::KeyPurpose purpose = schema::KeyPurpose::NOT_RECORDED;
  std::string participant;  ///< Of an author's key.
  std::uint64_t enrolled = 0;
  std::optional<KeyEnd> end;
};

/// The keys as entry after entry names them. A value.
class KeyHistory {
 public:
  /// Entries come in order; those that name no key are passed over.
  void take(std::uint64_t index, const Statement& statement, const Catalogue& catalogue);

  /// In the order in which they were named.
  const std::vector<KeyInLog>& keys() const { return keys_; }
  /// Nothing if the log does not name it.
  const KeyInLog* find(const PublicKey& key) const;

 private:
  void enrol(KeyInLog key);

  std::vector<KeyInLog> keys_;
};

/// The history of a whole log. Entries that cannot be decoded are passed over. Throws as `log`
/// does.
KeyHistory keyHistoryOf(const LogReader& log, const Catalogue& catalogue);

/// What must be read with a log in which keys were revoked: a sentence for each key that was, as
/// the log says, not to be trusted from some time before its revocation, with the entries that it
/// signed in between. Reads those entries again. Throws as `log` does.
std::vector<std::string> doubtfulSignatures(const LogReader& log, const KeyHistory& history);

}  // namespace minutebook

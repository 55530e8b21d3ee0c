// ledger/seal/sealer.h
//
// Seals the secrets of a draft on its way in: a fresh salt and a commitment for each, and the
// opening that only the vault keeps.

#pragma once

#include <string>
#include <vector>

#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/random.h"
#include "ledger/event/compose.h"
#include "ledger/seal/opening.h"

namespace minutebook {

/// Sets every commitment of `draft`, whose statement id is `id`, each with a salt of its own, which
/// are returned in the order of its secrets. Needs no keys, so another thread may do it; the salts
/// are as private as the secrets.
std::vector<Salt> commitSecrets(Draft& draft, const StatementId& id, RandomSource& random,
                                Sha256& hasher);

/// Makes openings under the data keys, making keys as people and matters first appear. Its
/// arguments must outlive it. New keys are staged only: call DataKeys::sync() before the batch is
/// committed.
class Sealer {
 public:
  /// Openings are bound to `origin`, the ledger's.
  Sealer(DataKeys& keys, RandomSource& random, std::string origin);

  /// Sets every commitment of `draft`, whose statement id is `id`, and returns the openings in the
  /// order of its secrets.
  std::vector<Opening> seal(Draft& draft, const StatementId& id);
  /// The openings of a draft that commitSecrets() has given these salts.
  std::vector<Opening> sealCommitted(const Draft& draft, const StatementId& id,
                                     const std::vector<Salt>& salts);

 private:
  Opening openingOf(const PlainSecret& secret, const StatementId& id, const Salt& salt);

  DataKeys& keys_;
  RandomSource& random_;
  std::string origin_;
  Aead aead_;
  Sha256 hasher_;
};

}  // namespace minutebook

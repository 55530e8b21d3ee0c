// ledger/store/vault.h
//
// The ledger's own openings, opened with its data keys: what the keeper of the keys can see.

#pragma once

#include <optional>
#include <string>

#include "ledger/crypto/data_keys.h"
#include "ledger/seal/disclosures.h"
#include "ledger/seal/opening.h"
#include "ledger/seal/viewer.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

/// The id of the statement at `index`. Throws kCorrupt if the entry cannot be read.
StatementId statementIdAt(const EntryStore& store, std::uint64_t index);

/// Opens every sealed field whose opening and data key are still there. Who may see what is for the
/// caller to judge. Its arguments must outlive it; one thread at a time.
class Vault : public Disclosures {
 public:
  /// `origin` is the ledger's own; every opening is bound to it.
  Vault(const EntryStore& store, const DataKeys& keys, std::string origin);

  Disclosure open(std::uint64_t index, const FieldPath& path) override;

  /// What mayOpen() asks of a value that is kept under the key of `subject`. The answers of a
  /// survey sheet are of the person that it names, sealed; of nobody if that cannot be opened.
  SealedFor sealedFor(std::uint64_t index, const Mentions& mentions, const SealedField& field,
                      const std::string& subject) const;

  /// Whose data key that field's opening is kept under: "participant/LE-1". Empty if the opening
  /// or its key is gone.
  std::string subjectOf(std::uint64_t index, const FieldPath& path) const;

 private:
  std::optional<Opening> openingAt(std::uint64_t index, const FieldPath& path) const;

  const EntryStore& store_;
  const DataKeys& keys_;
  std::string origin_;
  Aead aead_;
};

}  // namespace minutebook

// cli/disclosing.h
//
// Opens sealed fields for whoever runs the program, as far as the keys in the ledger's directory
// allow without asking: a key file opens, a passphrase must be given.

#pragma once

#include <memory>

#include "cli/session.h"
#include "ledger/seal/disclosures.h"
#include "ledger/store/vault.h"

namespace minutebook {

/// The coordinator's view of one ledger. Its arguments must outlive it.
class Disclosing : public Disclosures {
 public:
  /// With a passphrase-protected ledger and no --passphrase-file, everything stays sealed.
  Disclosing(const LedgerPlace& place, const EntryStore& store, const Catalogue& catalogue,
             const Arguments& arguments, const Surroundings& surroundings);

  Disclosure open(std::uint64_t index, const FieldPath& path) override;

  /// For describe(): opens what coordinators and wider audiences may see.
  Reveal revealFor(std::uint64_t index, const Statement& statement);

 private:
  /// The keys, and the vault they open.
  struct Unlocked {
    Unlocked(Directory where, MasterKey key, const EntryStore& store, const std::string& origin);
    Directory directory;
    MasterKey master;
    DataKeys keys;
    Vault vault;
  };

  const Catalogue& catalogue_;
  std::unique_ptr<Unlocked> unlocked_;
};

}  // namespace minutebook

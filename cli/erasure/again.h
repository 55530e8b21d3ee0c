// cli/erasure/again.h
//
// An older copy of a ledger, put back, must not bring back who was erased. Whoever opens a ledger
// goes through here first. Why and how: docs/formats/erasure.md.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/session.h"
#include "ledger/store/erased_keys.h"

namespace minutebook {

/// Every data key that the log or the guard's side knows to be destroyed.
std::vector<ErasedKey> knownErasures(const LedgerPlace& place, const EntryStore& store,
                                     const Catalogue& catalogue);

/// A data key here that an erasure on record names, though it is not of the person erased: only a
/// record that was made by hand can.
struct WronglyNamed {
  std::uint64_t entry = 0;  ///< Of the erasureDone.
  std::string participant;  ///< Whom it is about.
  DataKeyId id;
};
std::vector<WronglyNamed> wronglyNamed(const std::vector<ErasedKey>& known, const EntryStore& store,
                                       const Catalogue& catalogue, const DataKeys& keys);
/// `known` without those: what they open stays.
std::vector<ErasedKey> without(std::vector<ErasedKey> known,
                               const std::vector<WronglyNamed>& wrong);

/// Whether the guard's side knows of an erasure that this copy of the log does not hold.
bool isOlderThanAnErasure(const LedgerPlace& place, const EntryStore& store,
                          const Catalogue& catalogue);

/// For the writer, who holds the lock: destroys again what an older copy has brought back, and says
/// so on standard error. Call it before the guard is asked: such a copy is refused there.
void eraseAgain(EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue,
                Directory& keyDirectory, MasterKey& master, Surroundings& surroundings);

/// Opens the ledger for reading after the same was done, by becoming the writer for a moment. Where
/// the directory cannot be written, or somebody else is writing, what is left of those keys is
/// said; Disclosing treats them as destroyed.
std::unique_ptr<EntryStore> openForReading(const LedgerPlace& place, const Catalogue& catalogue,
                                           const Arguments& arguments, Surroundings& surroundings);

/// With --published DIR: notes the erasures of a published directory of this ledger beside the
/// guard, so that the next opening knows them. Throws kCorrupt if the directory does not verify or
/// is not a history of this ledger.
void learnPublishedErasures(const LedgerPlace& place, const Catalogue& catalogue,
                            const Arguments& arguments);

}  // namespace minutebook

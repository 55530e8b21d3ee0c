// cli/erasure/again.h
//
// An older copy of a ledger, put back, must not bring back who was erased. Whoever opens a ledger
// goes through here first. Why and how: docs/formats/erasure.md.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
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
/// "Entry 5 names a data key that is not of P-7: it is left alone."
std::string inWords(const WronglyNamed& wrong);
/// `known` without those: what they open stays.
std::vector<ErasedKey> without(std::vector<ErasedKey> known,
                               const std::vector<WronglyNamed>& wrong);

/// A data key here whose destruction is on record, in this copy's log or on the guard's side.
struct KeyStillHere {
  DataKeyId id;
  std::optional<std::uint64_t> entry;  ///< Of the erasureDone, where this copy's log has it.
  std::optional<WronglyNamed> wrong;   ///< It is another person's, and stays.

  std::string inWords() const;
};
/// Whose a key is can be seen only where the master key is at hand.
std::vector<KeyStillHere> keysStillHere(Call& call, const LedgerPlace& place,
                                        const EntryStore& store);

/// Whether the guard's side knows of an erasure that this copy of the log does not hold.
bool isOlderThanAnErasure(const LedgerPlace& place, const EntryStore& store,
                          const Catalogue& catalogue);

/// For the writer, who holds the lock: destroys again what an older copy has brought back, and says
/// so on standard error. Call it before the guard is asked: such a copy is refused there. Of keys
/// that a record names wrongly nothing is said: verify, doctor and erase --check do.
void eraseAgain(EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue,
                Directory& keyDirectory, MasterKey& master, Surroundings& surroundings);

/// Whether a command may become the writer of the ledger now: nobody else is, its folders can be
/// written, and it is not kept read-only.
bool mayBeWritten(const LedgerPlace& place);

/// Opens the ledger for reading after the same was done, by becoming the writer for a moment. Where
/// the directory cannot be written, or somebody else is writing, what is left of those keys is
/// said; Disclosing treats them as destroyed.
std::unique_ptr<EntryStore> openForReading(const LedgerPlace& place, const Catalogue& catalogue,
                                           const Arguments& arguments, Surroundings& surroundings);

/// What a published directory had to say of erasures.
struct Learnt {
  std::string directory;
  std::uint64_t entries = 0;
  std::uint64_t erasures = 0;  ///< That it records.
  std::uint64_t keys = 0;      ///< That they destroyed.
  std::uint64_t newKeys = 0;   ///< Of which neither this copy's log nor the guard's side knew.

  std::string inWords() const;
  Json json() const;
};

/// With --published DIR: notes the erasures of a published directory of this ledger beside the
/// guard, so that the next opening knows them. Throws kCorrupt if the directory does not verify or
/// is not a history of this ledger.
std::optional<Learnt> learnPublishedErasures(const LedgerPlace& place, const Catalogue& catalogue,
                                             const Arguments& arguments);

}  // namespace minutebook

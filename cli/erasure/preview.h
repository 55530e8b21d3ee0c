// cli/erasure/preview.h
//
// What an erasure would take away and what it cannot, before anything is touched.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "audit/report/erasure.h"
#include "cli/console.h"
#include "cli/session.h"
#include "ledger/event/erasure_record.h"
#include "ledger/seal/leftovers.h"

namespace minutebook {

/// The request that an erasure carries out.
struct ErasureDuty {
  std::uint64_t entry = 0;
  StatementId statement;
  ErasureRecord asked;
};

/// The earliest request about the participant that was not carried out. Code:
/// erasure.not-requested, with how to record one, also where the request does not say how much is
/// to go. Throws kMissing if nobody is called so.
Outcome<ErasureDuty> findErasureDuty(const EntryStore& store, const Catalogue& catalogue,
                                     const std::string& participant);

/// What goes. `leftovers` is given every value, for the search afterwards.
struct Going {
  std::vector<ErasedKey> keys;
  /// Keys of the same person that an erasure of some entries destroyed before, with what goes now:
  /// an older copy that is put back must not seal that again from them.
  std::vector<ErasedKey> keysBefore;
  std::uint64_t openings = 0;
  std::uint64_t keptUnderKey = 0;  ///< Of the same person, in other entries.
  std::set<std::uint64_t> entries;
  std::map<std::string, std::set<std::string>> fields;  ///< By kind, both in everyday words.
  /// That name the person and hold sealed values under the key of an initiative, a group or the
  /// ledger: those stay.
  std::set<std::uint64_t> elsewhere;
};
Going whatGoes(const EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue,
               const DataKeys& keys, const ErasureDuty& duty, Leftovers& leftovers);

/// All keys that the record names and the guard's side remembers.
std::vector<ErasedKey> keysOf(const Going& going);

/// In whole sentences, without saying what anything holds.
std::vector<std::string> goesInWords(const Going& going);
/// What stays and why, as the field `kept` of erasureDone has it.
struct KeptLine {
  std::string what;
  std::string why;
};
std::vector<KeptLine> keptLines(const Going& going, const StaysOf& stays);

/// "entry 6", "entries 6, 10"; of many, the first and how many more. `entries` is not empty.
std::string entriesInWords(const std::vector<std::uint64_t>& entries);

/// Where copies may be that no program here can reach.
std::string mayRemainInWords();

}  // namespace minutebook

// cli/erasure/search.h
//
// Where leftovers of erased text are looked for, and what was found.

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "cli/session.h"
#include "ledger/event/erasure_record.h"
#include "ledger/event/json.h"
#include "ledger/seal/leftovers.h"

namespace minutebook {

/// One value, or one destroyed data key, in one file or entry. It is shown to whoever erases and
/// never recorded: beside the log, it would tell everybody what the value says.
struct FoundIn {
  std::string where;  ///< "papers/notes.json", "entry 8".
  std::string what;   ///< "input received, text"; never what it says.
  std::uint64_t times = 0;
  std::string whyNotCounted;  ///< Empty: it is counted.
};

/// One place that was searched.
struct SearchedPlace {
  std::string place;        ///< In words; no path, for it goes into the public record.
  std::uint64_t found = 0;  ///< How many of the values and of the destroyed keys.
  std::string remark;       ///< In the public record, too.
  std::string directory;    ///< As it was named; empty if it was not.
  std::vector<FoundIn> in;
};

/// What is looked for.
struct Sought {
  const Leftovers& values;
  std::set<DataKeyId> keys;              ///< That this erasure and earlier ones destroyed.
  const std::vector<ErasedKey>& ofThis;  ///< Those of this one.

  bool isOfThis(const DataKeyId& id) const;
};

/// Sets aside the words of this program's own texts, which stand in every read model and beside
/// every published log. `ownSql` is what the read model is made of.
void setOwnWordsAside(Leftovers& leftovers, const std::string& ownSql);

/// The public words of the log, every file of the ledger's directory (keys and all) and of the
/// guard's, and every directory in `also`.
std::vector<SearchedPlace> searchLeftovers(const Sought& sought, const EntryStore& store,
                                           const LedgerPlace& place,
                                           const std::vector<std::string>& also);

/// That each of `also` is a directory that can be listed, asked before anything is destroyed.
/// Throws kUsage, naming the one that is not.
void checkCanBeSearched(const std::vector<std::string>& also);

/// As the field `searched` of erasureDone.
Json searchedJson(const std::vector<SearchedPlace>& places);

/// For whoever erases: each place, and under it where in it something was found.
std::vector<std::string> searchedInWords(const std::vector<SearchedPlace>& places);
Json foundJson(const std::vector<SearchedPlace>& places);

}  // namespace minutebook

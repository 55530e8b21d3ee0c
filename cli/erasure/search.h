// cli/erasure/search.h
//
// Where leftovers of erased text are looked for, and what was found.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"
#include "ledger/event/json.h"
#include "ledger/seal/leftovers.h"

namespace minutebook {

/// One place that was searched.
struct SearchedPlace {
  std::string place;  ///< In words; no path, for it goes into the public record.
  std::uint64_t found = 0;
  std::string remark;
};

/// The public words of the log, every file of the ledger's directory (keys and all) and of the
/// guard's, and every directory in `also`.
std::vector<SearchedPlace> searchLeftovers(const Leftovers& leftovers, const EntryStore& store,
                                           const LedgerPlace& place,
                                           const std::vector<std::string>& also);

/// That each of `also` is a directory that can be listed, asked before anything is destroyed.
/// Throws kUsage, naming the one that is not.
void checkCanBeSearched(const std::vector<std::string>& also);

/// As the field `searched` of erasureDone.
Json searchedJson(const std::vector<SearchedPlace>& places);

}  // namespace minutebook

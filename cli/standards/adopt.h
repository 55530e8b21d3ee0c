// cli/standards/adopt.h
//
// A pack as records: the standard, and each of its parts, word for word.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/standards/pack.h"
#include "ledger/event/json.h"

namespace minutebook {

/// By whose decision a pack is adopted, and from when. Empty: not said.
struct Adoption {
  std::string decision;  ///< "D-2"
  std::string by;        ///< "group:WG"
  std::string ownedBy;
  std::string from;  ///< A date.
};

/// The record lines of one submission: standardAdopted and a clauseAdopted for each part. `isTaken`
/// tells whether a clause's id is in use: then the version goes into it.
std::vector<Json> adoptionLines(const Pack& pack, const Adoption& adoption,
                                const std::function<bool(std::string_view)>& isTaken);

}  // namespace minutebook

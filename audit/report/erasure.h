// audit/report/erasure.h
//
// What an erasure must leave equal, and what of a person it cannot take away.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/view/query.h"

namespace minutebook {

/// Every count and tally that this program tells, as one text: equal texts, equal tallies.
std::string talliesText(Query& query);

/// What of a person lies elsewhere than under their own key.
struct StaysOf {
  std::vector<std::uint64_t> publicWords;  ///< Entries with public words that name them.
  std::uint64_t sums = 0;                  ///< Sealed for the accounts.
  std::uint64_t surveyAnswers = 0;         ///< Sealed for a survey.
};
/// The definitions of every table and view: words that stand in the file whatever is recorded.
std::string readModelIsMadeOf(Query& query);

/// Of one participant, from what the read model holds.
StaysOf staysOf(Query& query, const std::string& participant);

}  // namespace minutebook

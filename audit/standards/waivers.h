// audit/standards/waivers.h
//
// Exceptions from clauses, as far as they hold: approved by somebody else than who asked, one of
// them with lived experience, with a reason and an end.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/standards/standing.h"

namespace minutebook {

/// An approved exception.
struct Waiver {
  std::string id;          ///< "W-1"
  std::string clause;      ///< The clause's id in the ledger.
  std::string initiative;  ///< Empty: every one.
  std::string reason;
  DayNumber from = 0;
  DayNumber until = 0;    ///< The last day.
  DayNumber settled = 0;  ///< When it was approved.
  std::vector<std::int64_t> entries;
};

/// How soon after the breach an exception can still be approved, how long its reason and how short
/// its time must be. Source: clause GO-01.
struct WaiverTerms {
  std::int64_t reasonCharacters = 40;
  std::int64_t monthsAtMost = 12;
  DayNumber daysAfterBreach = 14;
};

/// The terms that the clause of exceptions (GO-01) has in one of these standards, or the usual
/// ones.
WaiverTerms waiverTerms(const std::vector<StandingStandard>& standards);

/// Every exception that holds under those terms.
std::vector<Waiver> approvedWaivers(Query& query, const WaiverTerms& terms);

/// The exception that covers what happened on `day`, or null. What nobody can date is not covered.
const Waiver* waiverFor(const std::vector<Waiver>& waivers, const WaiverTerms& terms,
                        std::string_view clause, std::string_view initiative,
                        std::optional<DayNumber> day);

}  // namespace minutebook

// audit/verify/bundle_openings.h
//
// The openings of a bundle against the log in it: each is what was committed to and may be seen by
// its reader, and each sealed field is accounted for.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/verify/finding.h"
#include "ledger/bundle/openings_text.h"
#include "ledger/bundle/scope.h"
#include "ledger/event/catalogue.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// What it came to. Openings with a finding are not among the opened.
struct BundleOpeningsCheck {
  std::vector<Finding> findings;  ///< Lowest index first.
  SealedCounts counts;
};

/// Holds `openings`, in the order of entries and fields, against every sealed field of `log`.
/// Reads it twice, as what is erased is recorded later. Entries that cannot be decoded are passed
/// over: verifyLog() names them. Throws as `log` does.
BundleOpeningsCheck checkBundleOpenings(const LogReader& log, const Catalogue& catalogue,
                                        const BundleScope& scope,
                                        const std::vector<BundleOpening>& openings);

}  // namespace minutebook

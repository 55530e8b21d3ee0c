// audit/report/coverage.h
//
// How good the evidence is: shown before any figure.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// How much the record holds, how it is known, and what it is silent about.
struct Coverage {
  std::int64_t entries = 0;
  ProvenanceCount provenance;
  std::int64_t undated = 0;  ///< Entries for which no date, not even a rough one, is recorded.
  Figure inferred;           ///< With every such entry: these are what to be careful with.
  Figure corrected;
  Figure disputed;
  Figure unreadable;                 ///< Of a newer version, or damaged.
  std::vector<std::string> nothing;  ///< What no entry says anything about, in words.
};
/// Counts what is on record in `scope`, and names what is not.
Coverage coverageOf(Query& query, const Scope& scope);

}  // namespace minutebook

// cli/standards/verdict_json.h
//
// Verdicts for programs. Format: docs/formats/check.md.

#pragma once

#include <vector>

#include "audit/report/conformance.h"
#include "ledger/event/json.h"

namespace minutebook {

/// One clause with its rules and cases; those about people whom the reader may not see are counted.
Json verdictJson(const ClauseVerdict& verdict, const ConformanceOptions& options);

/// A standard and what became of its clauses.
Json verdictsJson(const StandingStandard& standard, const std::vector<ClauseVerdict>& verdicts,
                  const ConformanceOptions& options);

}  // namespace minutebook

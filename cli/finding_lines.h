// cli/finding_lines.h
//
// What a check found, as lines for people and as JSON.

#pragma once

#include <vector>

#include "audit/verify/finding.h"
#include "cli/console.h"

namespace minutebook {

/// Details quote damaged records, whose text need not be UTF-8, so they are shown harmless here,
/// too.
Json findingsJson(const std::vector<Finding>& findings);

/// A line for each, its details under it, and at the end what to do.
void tellFindings(Console& console, const std::vector<Finding>& findings);

/// What to do about them, each sentence once.
void tellRemedies(Console& console, const std::vector<Finding>& findings);

}  // namespace minutebook

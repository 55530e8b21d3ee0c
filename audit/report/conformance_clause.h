// audit/report/conformance_clause.h
//
// One clause of the conformance page: its cases in sentences, the replies beside them, and the
// rules it was judged by.

#pragma once

#include <vector>

#include "audit/report/conformance.h"

namespace minutebook {

/// Adds a heading, what the clause came to, its cases and its rules. At most kCasesShown cases that
/// are of the verdict; the page of the clause holds all of them.
void addClause(std::vector<Block>& blocks, const ClauseVerdict& verdict, const ShownTo& shownTo);

/// Adds the cases that came to `of`, at most `atMost`, and says how many more there are and how
/// many are about people whom the reader may not see.
void addCases(std::vector<Block>& blocks, const ClauseVerdict& verdict, Verdict of,
              const ShownTo& shownTo, std::size_t atMost);

/// Of one clause on a page about many.
inline constexpr std::size_t kCasesShown = 12;

}  // namespace minutebook

// tests/clauses/judged_ledger.h
//
// A ledger of clause_file.h, recorded in memory and judged.

#pragma once

#include <optional>
#include <set>

#include "audit/standards/judge.h"
#include "tests/clauses/clause_file.h"

namespace minutebook {

/// What the clause comes to on a ledger; without the line that made the entry `without`, if that is
/// given. Throws std::runtime_error for a line that is no record.
ClauseVerdict judged(const ClauseFile& file, const ClauseLedger& ledger,
                     std::optional<std::int64_t> without = {});

/// What the rules say against the first line that they would not take; empty if they take all.
std::string refusedBy(const ClauseLedger& ledger);

}  // namespace minutebook

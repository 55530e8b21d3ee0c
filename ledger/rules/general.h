// ledger/rules/general.h
//
// The checks that every statement passes, whatever its kind, and the facts that every entry makes.

#pragma once

#include <optional>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/event/submission.h"
#include "ledger/rules/asked.h"
#include "ledger/rules/facts.h"

namespace minutebook {

/// Codes: submission.empty, submission.too-many, submission.too-large.
std::optional<Refusal> checkSize(const Submission& submission);

/// Does `statement` belong into one submission with `first`?
using Together = std::optional<Refusal> (*)(const Statement& statement, const Statement& first,
                                            const Facts& facts);
/// Code: submission.two-authors.
std::optional<Refusal> checkSameAuthor(const Statement& statement, const Statement& first,
                                       const Facts& facts);
/// Code: submission.other-ledger.
std::optional<Refusal> checkThisLedger(const Statement& statement, const Statement& first,
                                       const Facts& facts);

/// Codes: statement.id-reused, ledger.not-opened, ledger.not-first.
std::optional<Refusal> checkNew(const Statement& statement, const Facts& facts);

/// Codes: reference.itself (an entry that names its own statement), reference.unknown, id.in-use.
/// The ids of agreements, standards and work versions may be said again; their families compare
/// them. A corrected record gives no id out: what it restates must exist.
std::optional<Refusal> checkMentions(const Asked& asked);

/// The statement's id and the ids it registers. An id that is registered already keeps its entry.
void changesOfMentions(const Asked& asked, std::vector<FactChange>& changes);

}  // namespace minutebook

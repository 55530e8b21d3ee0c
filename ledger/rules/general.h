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

/// Ids that a later record may say again: a new version of the same agreement or standard, or the
/// same version of an agreement or work, which their families compare.
bool mayBeSaidAgain(schema::Register where);

/// Codes: reference.itself (an entry that names its own statement, a record its own id),
/// reference.other-register, reference.unknown, id.in-use. A corrected record gives no id out: what
/// it restates must exist.
std::optional<Refusal> checkMentions(const Asked& asked);

/// The statement's id and the ids it registers. An id that is registered already keeps its entry.
void changesOfMentions(const Asked& asked, std::vector<FactChange>& changes);

}  // namespace minutebook

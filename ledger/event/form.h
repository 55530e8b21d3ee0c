// ledger/event/form.h
//
// Is a statement well formed? No state is needed to say so. Stored bytes need not pass: a newer
// program may have said more. What is admitted must.

#pragma once

#include <optional>

#include "ledger/base/outcome.h"
#include "ledger/event/canonical.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// The first reason why this statement may not be admitted as far as its own bytes tell, in the
/// order of schema/refusals.capnp; nothing if it is well formed. Codes: correction.nested,
/// statement.unknown-kind, statement.unknown-content (bits or pointers that this schema does not
/// reach through the active union members), statement.not-text, statement.empty-value,
/// statement.list-too-long, statement.required-missing, statement.bad-id, statement.bad-date,
/// statement.bad-money, statement.bad-hash, statement.bad-commitment, number.form, money.too-large,
/// and statement.malformed for a field whose bytes are of another type than the schema says. Asked
/// again of the same statement it answers at once.
std::optional<Refusal> checkForm(const Statement& statement, const Catalogue& catalogue);

/// The same for the struct inside a sealed value, which nobody can judge once it is sealed. The
/// field of a refusal is the path inside that struct.
std::optional<Refusal> checkSealedForm(const CanonicalWords& value, const StructInfo& info,
                                       const Catalogue& catalogue);

}  // namespace minutebook

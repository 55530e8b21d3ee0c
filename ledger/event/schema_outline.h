// ledger/event/schema_outline.h
//
// As much of the schema as a stranger's program needs to read statements of a few kinds: where each
// field lies and what people call it. A page that checks itself carries it along.

#pragma once

#include <cstdint>
#include <set>

#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// The kinds of record in a statement: its own and, in a correction, the corrected one's.
std::set<std::uint16_t> kindsIn(const Statement& statement);

/// Struct numbers are places in "structs"; offsets are bits of data or places of pointers. Kinds
/// that this schema does not know are left out. Format: docs/formats/receipt.md.
Json schemaOutline(const Catalogue& catalogue, const std::set<std::uint16_t>& kinds);

}  // namespace minutebook

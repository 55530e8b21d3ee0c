// cli/record_flags.h
//
// A kind's own flags, straight from the schema: --public-text "..." --on-behalf-of.participant
// LE-1. They become the same JSON line that import reads, so there is one way into a record.

#pragma once

#include <string>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// "publicText" is --public-text.
std::string flagName(std::string_view field);

/// The record line that the flags say. A flag may stand several times for a list; a dot steps into
/// a field of a field; a value that begins with { or [ is JSON. Codes: record.unknown-field (with
/// the nearest flag), record.missing-value, record.two-members, and those of parseJson().
Outcome<Json> lineFromFlags(const KindInfo& kind, const Catalogue& catalogue,
                            const std::vector<std::string>& flags);

/// What `record KIND --help` says: the kind's sentence, its example, a line a flag.
std::string recordHelp(const KindInfo& kind, const Catalogue& catalogue);

}  // namespace minutebook

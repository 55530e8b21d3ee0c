// cli/record_flags.h
//
// A kind's own flags, straight from the schema: --public-text "..." --on-behalf-of.participant
// LE-1. They become the same JSON line that import reads, so there is one way into a record.

#pragma once

#include <string>
#include <vector>

#include "cli/kind_words.h"
#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// "publicText" is --public-text.
std::string flagName(std::string_view field);

/// The record line that the flags say. A flag may stand several times for a list; a dot steps into
/// a field of a field; a value that begins with { or [ is JSON. Codes: record.unknown-field (with
/// the nearest flag), record.missing-value, record.two-members, and those of parseJson().
/// Where the word said which sort of message it is, the fields of that sort need no `what.` before
/// them: record papers --documents.title.
Outcome<Json> lineFromFlags(const SpokenKind& spoken, const Catalogue& catalogue,
                            const std::vector<std::string>& flags);

/// Fills in which sort of message a line is, unless it says so itself.
void sayWhichMessage(Json& line, const SpokenKind& spoken);

/// What `record KIND --help` says: the kind's sentence, its example, a line a flag.
std::string recordHelp(const SpokenKind& spoken, const Catalogue& catalogue);

}  // namespace minutebook

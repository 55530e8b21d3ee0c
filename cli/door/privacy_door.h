// cli/door/privacy_door.h
//
// Before anything is recorded: a text for everybody that looks private is pointed out, and sealed
// in one step if that is wanted. Why a command stops and an import goes on: decision 0017.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/door/private_fields.h"
#include "cli/session.h"

namespace minutebook {

/// The names that people who take part were recorded with, as far as they can be opened here, as
/// hashes. Names that were changed later are not among them.
KnownNames knownNames(const Writing& writing, const Catalogue& catalogue, const std::string& origin,
                      RandomSource& random);

/// Asks, or refuses with door.looks-private, unless --keep-private or --public-on-purpose has said
/// what is wanted. The line to record, with texts sealed if that is wanted. `names` are looked for
/// besides what is private by its form; the line's own is added to them.
Outcome<Json> atThePrivacyDoor(Call& call, Json line, const KindInfo& kind, KnownNames& names);

/// The refusal that names the fields and what to do about them; `fields` is not empty.
Refusal looksPrivate(const std::vector<PrivateField>& fields);

/// What is said of a line of an import: "text" looks as if it holds ...; one for each field.
std::vector<std::string> privacyWarnings(const std::vector<PrivateField>& fields);

}  // namespace minutebook

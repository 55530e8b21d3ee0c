// cli/door/privacy_door.h
//
// Before anything is recorded: what everybody would read and looks private is pointed out, and kept
// private in one step if that is wanted. Decision 0017.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/door/privacy_look.h"

namespace minutebook {

/// Asks, or refuses with door.looks-private, unless --keep-private or --public-on-purpose has said
/// what is wanted; with both, what cannot be kept private is recorded as it is. The line to record,
/// with texts sealed, moved or left out if that is wanted.
Outcome<Json> atThePrivacyDoor(Call& call, Json line, const KindInfo& kind, PrivacyLook& look);

/// What somebody wants who was told.
enum class PrivacyChoice {
  kStop,  ///< Record nothing.
  kKeep,  ///< Keep private what can be, and nothing else.
  kAsItIs,
};

/// Asks a person at the terminal about what `told` says. Nothing: there is nobody to ask.
std::optional<PrivacyChoice> askAboutPrivacy(Call& call, const std::vector<std::string>& told,
                                             bool canBeKept);

/// The refusal that names the fields and what to do about them; `fields` is not empty.
Refusal looksPrivate(const std::vector<PrivateField>& fields);

/// What is said of a line: "text" looks as if it holds ...; one for each field.
std::vector<std::string> privacyWarnings(const std::vector<PrivateField>& fields);

}  // namespace minutebook

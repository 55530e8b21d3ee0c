// ledger/event/names.h
//
// The schema's names, as people read and write them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/annotations.capnp.h"

namespace minutebook {

/// "agendaItem" and back. The name enters a thread's hash: settled, section "Integers and names".
std::string_view registerName(schema::Register which);
std::optional<schema::Register> registerNamed(std::string_view name);

/// camelCase to everyday words: "toldTo" is "told to".
std::string everydayWords(std::string_view camelCase);

/// The nearest of `known` to a mistyped `word`, or empty if none is near.
std::string nearestName(std::string_view word, const std::vector<std::string>& known);

}  // namespace minutebook

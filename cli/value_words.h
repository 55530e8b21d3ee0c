// cli/value_words.h
//
// One value of a described record, found by its path and put into words.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/event/json.h"

namespace minutebook {

/// The value at a path for people, "people[2].name"; null if the line has none.
const Json* valueAt(const Json& line, std::string_view field);

/// An opened value in words; nothing while it is sealed.
std::optional<std::string> wordsOf(const Json& value);

}  // namespace minutebook

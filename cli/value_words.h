// cli/value_words.h
//
// One value of a described record, found by its path and put into words.

#pragma once

#include <string>
#include <string_view>

#include "cli/console.h"
#include "ledger/event/json.h"

namespace minutebook {

/// The value at a path for people, "people[2].name"; null if the line has none.
const Json* valueAt(const Json& line, std::string_view field);

/// A value in words; what of it is not open says why: "(sealed for you)".
std::string wordsOf(const Json& value);

/// sealWords() of a value that Disclosing::lineOf() could not open.
std::string stateWords(const Json& value);

/// One value as a person reads it, in lines; nested things are indented by two spaces a `depth`.
void tellValue(Console& console, const std::string& name, const Json& value, std::size_t depth);

}  // namespace minutebook

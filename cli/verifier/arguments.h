// cli/verifier/arguments.h
//
// The command line of minutebook-verify. It has one command and few options, so it needs no
// library to read them.

#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"

namespace minutebook {

/// Reads `words` (without the program's name). Help, --version and mistakes come back as text; a
/// mistyped option is answered with the nearest one.
ParsedArguments parseVerifierArguments(const std::vector<std::string>& words);

}  // namespace minutebook

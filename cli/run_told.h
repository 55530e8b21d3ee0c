// cli/run_told.h
//
// Runs one command of a program and tells what went wrong: every fault ends here.

#pragma once

#include "cli/commands.h"

namespace minutebook {

using Command = ExitStatus (*)(Call&);

/// Runs `command`. A fault becomes a sentence on standard error and its exit status; so does a
/// result that could not be written.
ExitStatus runTold(Call& call, Command command);

}  // namespace minutebook

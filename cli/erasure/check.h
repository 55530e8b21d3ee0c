// cli/erasure/check.h
//
// `minutebook erase --check`: that nothing is left of anybody who was erased.

#pragma once

#include "cli/commands.h"

namespace minutebook {

/// Looks for keys and openings of erasures that the log records, of one participant or of all, and
/// makes the read model again from the log, which holds nothing sealed. kNotVerified if anything is
/// left.
ExitStatus checkErased(Call& call);

}  // namespace minutebook

// cli/handing_out/evidence.h
//
// `minutebook verify ONE OTHER -o FILE`: what shows that a log has signed two histories, in one
// small file that anybody can check.

#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"

namespace minutebook {

/// Looks among what was given for two checkpoints that one key cannot both have signed, and writes
/// the first such evidence to the new file that -o names; without -o it says how to keep it.
/// Nothing is written, and nothing said, if there is none.
void keepEvidence(Call& call, const std::vector<std::string>& paths);

}  // namespace minutebook

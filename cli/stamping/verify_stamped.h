// cli/stamping/verify_stamped.h
//
// `minutebook verify` for a checkpoint with time stamps.

#pragma once

#include <string>
#include <string_view>

#include "cli/commands.h"

namespace minutebook {

/// Verifies the text of a stamped checkpoint and tells the result. `path` is for the sentences.
ExitStatus verifyStampedIn(Call& call, std::string_view text, const std::string& path);

}  // namespace minutebook

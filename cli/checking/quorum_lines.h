// cli/checking/quorum_lines.h
//
// The policy that a reader gives, and what its witnesses said, as lines for people and as JSON.

#pragma once

#include <optional>
#include <string>

#include "audit/verify/witnessed.h"
#include "cli/console.h"

namespace minutebook {

/// The tlog-policy that --policy names. A log that --vkey names and it does not is added if it
/// names none. Throws kMissing if there is no such file, kConfig, with the line, if it is no
/// policy, kUsage if it names other keys than --vkey.
Policy policyFor(const Arguments& arguments);

/// Who cosigned; where no policy was given, that witnesses could not be checked. Who is missing
/// from a quorum is a finding's to tell.
void tellQuorum(Console& console, const std::optional<QuorumCheck>& quorum);
/// Null where no policy was given: nothing was asked of any witness.
Json quorumJson(const std::optional<QuorumCheck>& quorum);

}  // namespace minutebook

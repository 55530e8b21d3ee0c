// cli/verify_parts.h
//
// What all answers of `verify` share, and those it gives about what was handed to one reader.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/verify/verify_published.h"
#include "cli/commands.h"
#include "cli/finding_lines.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// What was checked of a log.
void tellLog(Console& console, const LogCheck& log);
Json logJson(const LogCheck& log);

/// What the call gives the verifier of a published log to hold it against.
PublishedExpectations expectationsOf(const Call& call);

/// The kind of a statement in words.
std::string kindOf(const Statement& statement, const Catalogue& catalogue);

/// Verifies a bundle, in a directory or an archive, and tells the result.
ExitStatus verifyBundleIn(Call& call, const FileTree& tree, const std::string& path);
/// Verifies a file: a disclosure, or a bundle in an archive. Tells the result.
ExitStatus verifyHandedFile(Call& call, const std::string& path);

}  // namespace minutebook

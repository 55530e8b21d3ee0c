// cli/witness/verify_history.h
//
// `verify A B`, whether two published copies or checkpoints are of one history; and `verify FILE`
// for the evidence that they are not.

#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "ledger/base/directory.h"

namespace minutebook {

/// The text of a file that says it is evidence against a log; nothing if it says nothing such.
std::optional<std::string> evidenceText(const Directory& folder, const std::string& name);

/// Checks evidence with its own bytes, and the key that the reader has. Tells the result.
ExitStatus verifyEvidence(Call& call, const std::string& text, const std::string& path);

/// Compares two published directories, or signed checkpoints in files. Of two that contradict each
/// other the evidence is written to -o. Tells the result.
ExitStatus verifyHistory(Call& call, const std::string& one, const std::string& other);

}  // namespace minutebook

// cli/report_output.h
//
// Where a report goes: to the terminal, or whole into a file whose ending says the format.

#pragma once

#include <cstdint>

#include "audit/report/report.h"
#include "cli/commands.h"

namespace minutebook {

/// Writes `report` where -o says, else prints it, as text or, with --json, as JSON. `entries` is
/// how many it was made from. Throws kUsage for a file that does not say a format.
ExitStatus giveReport(Call& call, const Report& report, std::uint64_t entries);

}  // namespace minutebook

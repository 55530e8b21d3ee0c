// cli/report_output.h
//
// Where a report goes: the terminal, or a file whose ending says the form.

#pragma once

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "cli/commands.h"

namespace minutebook {

/// What --initiative narrows a report to.
Scope scopeOf(const Arguments& arguments);

/// Writes the report to the file that -o names, whole or not at all, and says so; without -o prints
/// it as text, or as JSON with --json. Throws kUsage for an ending that says no form.
ExitStatus giveReport(Call& call, const Report& report);

}  // namespace minutebook

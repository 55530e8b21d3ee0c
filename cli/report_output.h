// cli/report_output.h
//
// What a report is asked about, and where it goes: the terminal, or a file whose ending says the
// form.

#pragma once

#include <memory>
#include <string>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "audit/report/withheld_words.h"
#include "cli/commands.h"
#include "cli/model.h"
#include "ledger/base/directory.h"

namespace minutebook {

/// The one id that the command is about. Throws kUsage, with `example` for an id, if there is none
/// or more.
const std::string& onlyId(const Call& call, const std::string& example);

/// What --initiative narrows a report to. Throws kMissing if there is no such initiative.
Scope scopeOf(const Call& call, const Reading& reading);

/// Writes the report to the file that -o names, whole or not at all, and says so; without -o prints
/// it as text, or as JSON with --json. Words that one person has not
/// agreed to have repeated are kept back from everybody else outside: withheldFrom(). A report that
/// may hold opened values is written for its owner only. Throws kUsage for an ending that says no
/// form.
ExitStatus giveReport(Call& call, const Reading& reading, Report report,
                      Readers readers = Readers::kEveryone);

/// The words that are kept back from whoever reads: none from coordinators and auditors, whose work
/// it is to see them. Consents are judged as they stand now, whatever --as-of says.
std::unique_ptr<WithheldWords> withheldFrom(Call& call, const Reading& reading);

}  // namespace minutebook

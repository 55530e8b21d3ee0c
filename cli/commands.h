// cli/commands.h
//
// One function a command. Each gets what it needs, prints its result and returns the exit status;
// trouble is thrown and told by runMinutebook().

#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/surroundings.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

/// What every command is given.
struct Call {
  const Arguments& arguments;
  Surroundings& surroundings;
  Console& console;
  const Catalogue& catalogue;
};

ExitStatus runInit(Call& call);
ExitStatus runRecord(Call& call);
ExitStatus runImport(Call& call);
ExitStatus runShow(Call& call);
ExitStatus runTrail(Call& call);
ExitStatus runYouSaid(Call& call);
ExitStatus runReport(Call& call);
ExitStatus runMetrics(Call& call);
ExitStatus runDue(Call& call);
ExitStatus runHistory(Call& call);
ExitStatus runList(Call& call);
ExitStatus runSearch(Call& call);
ExitStatus runStatus(Call& call);
ExitStatus runMyRecord(Call& call);
ExitStatus runWhoDecided(Call& call);
ExitStatus runMinutes(Call& call);
ExitStatus runVerify(Call& call);
ExitStatus runPublish(Call& call);
ExitStatus runWitness(Call& call);
ExitStatus runBundle(Call& call);
ExitStatus runDisclose(Call& call);
ExitStatus runStamp(Call& call);
ExitStatus runProve(Call& call);
ExitStatus runReceipt(Call& call);
ExitStatus runErase(Call& call);
ExitStatus runBackup(Call& call);
ExitStatus runRestore(Call& call);
ExitStatus runKey(Call& call);
ExitStatus runKinds(Call& call);
ExitStatus runRefusals(Call& call);
ExitStatus runSql(Call& call);
ExitStatus runRebuild(Call& call);
ExitStatus runCheck(Call& call);
ExitStatus runExplain(Call& call);
ExitStatus runStandard(Call& call);
ExitStatus runDoctor(Call& call);

/// The whole program but for main(): reads the words, runs the command, tells what went wrong.
/// Returns the exit status.
int runMinutebook(const std::vector<std::string>& words, Surroundings& surroundings);

}  // namespace minutebook

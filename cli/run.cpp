#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "cli/run_told.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

Command commandNamed(const std::string& name) {
  static constexpr std::pair<const char*, Command> kCommands[] = {
      {"init", runInit},
      {"record", runRecord},
      {"import", runImport},
      {"show", runShow},
      {"verify", runVerify},
      {"publish", runPublish},
      {"witness", runWitness},
      {"bundle", runBundle},
      {"disclose", runDisclose},
      {"stamp", runStamp},
      {"prove", runProve},
      {"receipt", runReceipt},
      {"erase", runErase},
      {"backup", runBackup},
      {"restore", runRestore},
      {"key", runKey},
      {"kinds", runKinds},
      {"refusals", runRefusals},
      {"trail", runTrail},
      {"you-said", runYouSaid},
      {"report", runReport},
      {"metrics", runMetrics},
      {"sql", runSql},
      {"rebuild", runRebuild},
      {"doctor", runDoctor},
      {"list", runList},
      {"search", runSearch},
      {"status", runStatus},
      {"history", runHistory},
      {"due", runDue},
      {"my-record", runMyRecord},
      {"who-decided", runWhoDecided},
      {"minutes", runMinutes},
      {"check", runCheck},
      {"explain", runExplain},
      {"standard", runStandard},
  };
  for (const auto& [known, command] : kCommands) {
    if (name == known) return command;
  }
  throw Fault(FaultKind::kBug, "no function for the command " + name);
}

ExitStatus runNamed(Call& call) {
  return commandNamed(call.arguments.command)(call);
}

}  // namespace

int runMinutebook(const std::vector<std::string>& words, Surroundings& surroundings) {
  ParsedArguments parsed = parseArguments(words);
  if (!parsed.arguments) {
    (parsed.status == kDone ? surroundings.out : surroundings.err) << parsed.text;
    return parsed.status;
  }
  Console console(surroundings, *parsed.arguments);
  Catalogue catalogue;
  Call call{*parsed.arguments, surroundings, console, catalogue};
  return runTold(call, runNamed);
}

}  // namespace minutebook

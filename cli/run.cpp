#include <functional>
#include <new>
#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

using Command = ExitStatus (*)(Call&);

Command commandNamed(const std::string& name) {
  static constexpr std::pair<const char*, Command> kCommands[] = {
      {"init", runInit},
      {"record", runRecord},
      {"import", runImport},
      {"show", runShow},
      {"verify", runVerify},
      {"publish", runPublish},
      {"bundle", runBundle},
      {"disclose", runDisclose},
      {"prove", runProve},
      {"receipt", runReceipt},
      {"erase", runErase},
      {"key", runKey},
      {"kinds", runKinds},
      {"refusals", runRefusals},
      {"trail", runTrail},
      {"you-said", runYouSaid},
      {"report", runReport},
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
  };
  for (const auto& [known, command] : kCommands) {
    if (name == known) return command;
  }
  throw Fault(FaultKind::kBug, "no function for the command " + name);
}

ExitStatus runCommand(Call& call) {
  Console& console = call.console;
  try {
    return commandNamed(call.arguments.command)(call);
  } catch (const Fault& fault) {
    return console.trouble(statusOf(fault.kind()), fault.what(), fault.remedy());
  } catch (const std::bad_alloc&) {
    return console.trouble(kMachine, "the machine is out of memory", "Close other programs.");
  } catch (const std::exception& exception) {
    return console.trouble(kOurBug, std::string("this is a mistake of ours: ") + exception.what(),
                           "Nothing was lost; please report what you did.");
  }
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
  ExitStatus status = runCommand(call);
  surroundings.out.flush();
  if (!surroundings.out) {
    return console.trouble(kMachine, "the result could not be written", "Is the disk full?");
  }
  return status;
}

}  // namespace minutebook

#include "cli/run_told.h"

#include <new>
#include <ostream>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

ExitStatus runCaught(Call& call, Command command) {
  Console& console = call.console;
  try {
    return command(call);
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

ExitStatus runTold(Call& call, Command command) {
  const ExitStatus status = runCaught(call, command);
  call.surroundings.out.flush();
  if (call.surroundings.out) return status;
  return call.console.trouble(kMachine, "the result could not be written", "Is the disk full?");
}

}  // namespace minutebook

// `minutebook due`: what is owed and to whom, as a page.

#include "audit/report/due.h"
#include "cli/commands.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// The last day that `--by` means: 2024-06 is all of June.
std::optional<DayNumber> lastDayAsked(const Arguments& arguments) {
  if (!arguments.by) return std::nullopt;
  Outcome<CivilTime> date = parseCivil(*arguments.by);
  if (!date) throw Fault(FaultKind::kUsage, date.refusal().reason, date.refusal().remedy);
  return daysOf(date.value()).last;
}

}  // namespace

ExitStatus runDue(Call& call) {
  if (!call.arguments.words.empty()) {
    throw Fault(FaultKind::kUsage, "due takes no word of its own",
                "For example: minutebook due --by 2026-06-30");
  }
  DueOptions options;
  options.by = lastDayAsked(call.arguments);
  options.scope.initiative = call.arguments.initiative;
  Reading reading(call);
  options.today = *daysOf(reading.today(call)).first;
  Query query = reading.model.query();
  return giveReport(call, dueReport(query, options));
}

}  // namespace minutebook

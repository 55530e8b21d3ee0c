// `minutebook trail`, `you-said` and `report`: what the record says, as a page.

#include "audit/report/gather.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/you_said.h"
#include "cli/commands.h"
#include "cli/disclosing.h"
#include "cli/find_record.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

Scope scopeOf(const Arguments& arguments) {
  Scope scope;
  scope.initiative = arguments.initiative;
  return scope;
}

}  // namespace

ExitStatus runTrail(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "trail needs one id", "For example: minutebook trail D-7");
  }
  Reading reading(call);
  FoundRecord found =
      findOneRecord(call.arguments.words[0], reading.store->size(),
                    [&](std::string_view key) { return reading.store->findFact(key); });
  Query query = reading.model.query();
  std::optional<Report> trail = trailOf(query, registerName(found.where), found.id);
  if (!trail) {
    throw Fault(FaultKind::kMissing, "there is no trail of " + call.arguments.words[0],
                "Ask for a record by its id; minutebook show shows a lone entry.");
  }
  return giveReport(call, *trail, reading.model.size());
}

ExitStatus runYouSaid(Call& call) {
  Reading reading(call);
  std::string meeting;
  if (call.arguments.meeting) {
    FoundRecord found =
        findOneRecord(*call.arguments.meeting, reading.store->size(),
                      [&](std::string_view key) { return reading.store->findFact(key); });
    if (registerName(found.where) != "meeting") {
      throw Fault(FaultKind::kMissing, *call.arguments.meeting + " is not a meeting",
                  "Give a meeting by its id: minutebook you-said --meeting M-3");
    }
    meeting = found.id;
  }
  Query query = reading.model.query();
  return giveReport(call, youSaidWeDid(query, scopeOf(call.arguments), meeting),
                    reading.model.size());
}

ExitStatus runReport(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() != 1 || words[0] != "transparency") {
    throw Fault(FaultKind::kUsage,
                words.empty() ? "report needs the report's name"
                              : "there is no report called \"" + words[0] + "\"",
                "For example: minutebook report transparency -o report.html");
  }
  Reading reading(call);
  Disclosing disclosing(reading.place, *reading.store, call.catalogue, call.arguments,
                        call.surroundings);
  Query query = reading.model.query();
  TransparencyOptions options;
  options.scope = scopeOf(call.arguments);
  options.open = sheetOpener(disclosing);
  return giveReport(call, transparencyReport(query, options), reading.model.size());
}

}  // namespace minutebook

// `minutebook trail`, `history`, `you-said` and `report`: what the record says, as a page.

#include "audit/report/gather.h"
#include "audit/report/history.h"
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

ExitStatus runTrail(Call& call) {
  const std::string& id = onlyId(call, "D-7");
  Reading reading(call);
  FoundRecord found = reading.find(id);
  Query query = reading.model.query();
  std::optional<Report> trail = trailOf(query, registerName(found.where), found.id);
  if (!trail) {
    throw Fault(FaultKind::kMissing, "there is no trail of " + id,
                "Ask for a record by its id; minutebook show shows a lone entry.");
  }
  return giveReport(call, *trail);
}

ExitStatus runHistory(Call& call) {
  const std::string& id = onlyId(call, "PR-2");
  Reading reading(call);
  FoundRecord found = reading.find(id);
  bool isEntry = found.where == schema::Register::ENTRY;
  Query query = reading.model.query();
  std::optional<Report> history =
      historyOf(query, registerName(found.where), isEntry ? std::to_string(found.entry) : found.id);
  if (!history) throw Fault(FaultKind::kBug, "a record without an entry: " + id);
  return giveReport(call, *history);
}

ExitStatus runYouSaid(Call& call) {
  Reading reading(call);
  std::string meeting;
  if (call.arguments.meeting) {
    FoundRecord found = reading.find(*call.arguments.meeting);
    if (registerName(found.where) != "meeting") {
      throw Fault(FaultKind::kMissing, *call.arguments.meeting + " is not a meeting",
                  "Give a meeting by its id: minutebook you-said --meeting M-3");
    }
    meeting = found.id;
  }
  Query query = reading.model.query();
  return giveReport(call, youSaidWeDid(query, scopeOf(call, reading), meeting));
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
  options.scope = scopeOf(call, reading);
  options.open = sheetOpener(disclosing);
  return giveReport(call, transparencyReport(query, options));
}

}  // namespace minutebook

// `minutebook due`, `my-record`, `who-decided` and `minutes`: what is owed and who said what.

#include "audit/report/due.h"
#include "audit/report/minutes.h"
#include "audit/report/my_record.h"
#include "audit/report/who_decided.h"
#include "cli/commands.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "cli/sealed_texts.h"
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
  Reading reading(call);
  options.scope = scopeOf(call, reading);
  options.today = *daysOf(reading.today(call)).first;
  Query query = reading.model.query();
  return giveReport(call, dueReport(query, options));
}

ExitStatus runMyRecord(Call& call) {
  const std::string& word = onlyId(call, "P-7");
  Reading reading(call);
  FoundRecord found = reading.find(word);
  Disclosing disclosing(reading.place, *reading.store, call.catalogue, call.arguments,
                        call.surroundings);
  MyRecordOptions options;
  options.participant = found.id;
  options.today = *daysOf(reading.today(call)).first;
  options.open = sealedTexts(*reading.store, call.catalogue, disclosing);
  Query query = reading.model.query();
  std::optional<Report> report = myRecord(query, options);
  if (!report) {
    throw Fault(FaultKind::kMissing, word + " is not a participant",
                "Ask for somebody by their id in this ledger: minutebook my-record P-7");
  }
  return giveReport(call, *report);
}

ExitStatus runWhoDecided(Call& call) {
  const std::string& word = onlyId(call, "D-7");
  Reading reading(call);
  FoundRecord found = reading.find(word);
  Query query = reading.model.query();
  std::optional<Report> report = whoDecidedReport(query, registerName(found.where), found.id);
  if (!report) {
    throw Fault(FaultKind::kMissing, "who decided is not asked of " + word,
                "Ask about a decision, a matter, an input, a meeting, a work or a version of one; "
                "minutebook trail follows any record.");
  }
  return giveReport(call, *report);
}

ExitStatus runMinutes(Call& call) {
  const std::string& word = onlyId(call, "M-3");
  Reading reading(call);
  FoundRecord found = reading.find(word);
  Query query = reading.model.query();
  std::optional<Report> report;
  if (registerName(found.where) == "meeting") {
    report = meetingMinutes(query, found.id, *daysOf(reading.today(call)).first);
  }
  if (!report) {
    throw Fault(FaultKind::kMissing, word + " is not a meeting",
                "Ask for a meeting by its id: minutebook minutes M-3");
  }
  return giveReport(call, *report);
}

}  // namespace minutebook

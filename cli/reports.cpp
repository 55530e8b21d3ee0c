// The commands whose result is a page: what the record says, what is owed and who said what.

#include "audit/report/due.h"
#include "audit/report/gather.h"
#include "audit/report/history.h"
#include "audit/report/metrics/pages.h"
#include "audit/report/minutes.h"
#include "audit/report/my_record.h"
#include "audit/report/power_sharing.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/who_decided.h"
#include "audit/report/you_said.h"
#include "cli/commands.h"
#include "cli/disclosing.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "cli/sealed_texts.h"
#include "cli/viewing.h"
#include "ledger/base/fault.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

namespace {

/// The last day that `--by` means: 2024-06 is all of June.
std::optional<DayNumber> lastDayAsked(const Arguments& arguments) {
  if (!arguments.by) return std::nullopt;
  Outcome<CivilTime> date = parseCivil(*arguments.by);
  if (!date) throw Fault(FaultKind::kUsage, date.refusal().reason, date.refusal().remedy);
  return daysOf(date.value()).last;
}

/// A page about any record, by its register and id; nothing where it makes no sense.
using PageOfRecord = std::optional<Report> (*)(Query&, std::string_view, std::string_view);

/// What is said where a page makes no sense: before the id, and what to ask instead.
struct NoPage {
  const char* what;
  const char* remedy;
};

ExitStatus givePageOf(Call& call, const std::string& id, PageOfRecord page, const NoPage& none) {
  Reading reading(call);
  FoundRecord found = reading.find(id);
  bool isEntry = found.where == schema::Register::ENTRY;
  Query query = reading.model.query();
  std::optional<Report> report =
      page(query, registerName(found.where), isEntry ? std::to_string(found.entry) : found.id);
  if (report) return giveReport(call, reading, *report);
  throw Fault(FaultKind::kMissing, none.what + id, none.remedy);
}

/// The meeting that `text` means. Throws kMissing, with `remedy`, if it is none.
std::string meetingCalled(const Reading& reading, const std::string& text,
                          const std::string& remedy) {
  FoundRecord found = reading.find(text);
  if (found.where == schema::Register::MEETING) return found.id;
  throw Fault(FaultKind::kMissing, text + " is not a meeting", remedy);
}

DayNumber todayIn(const Reading& reading, const Call& call) {
  return *daysOf(reading.today(call)).first;
}

}  // namespace

ExitStatus runTrail(Call& call) {
  return givePageOf(
      call, onlyId(call, "D-7"), trailOf,
      {"there is no trail of ", "Ask for a record by its id; minutebook show shows a lone entry."});
}

ExitStatus runHistory(Call& call) {
  return givePageOf(call, onlyId(call, "PR-2"), historyOf,
                    {"there is no history of ", "Ask for a record by its id."});
}

ExitStatus runWhoDecided(Call& call) {
  return givePageOf(call, onlyId(call, "D-7"), whoDecidedReport,
                    {"who decided is not asked of ",
                     "Ask about a decision, a matter, an input, a meeting, a work or a version of "
                     "one; minutebook trail follows any record."});
}

ExitStatus runDue(Call& call) {
  if (!call.arguments.words.empty()) {
    throw Fault(FaultKind::kUsage, "due takes no word of its own",
                "For example: minutebook due --by 2026-06-30");
  }
  DueOptions options;
  options.by = lastDayAsked(call.arguments);
  Reading reading(call);
  options.scope = scopeOf(call, reading);
  options.today = todayIn(reading, call);
  options.shownTo = shownTo(reading.viewer);
  Query query = reading.model.query();
  return giveReport(call, reading, dueReport(query, options));
}

ExitStatus runMyRecord(Call& call) {
  const std::string& word = onlyId(call, "P-7");
  Reading reading(call);
  FoundRecord found = reading.find(word);
  checkMayReadPageOf(reading.viewer, found.id);
  Disclosing disclosing(call, reading);
  MyRecordOptions options;
  options.participant = found.id;
  options.today = todayIn(reading, call);
  options.open = sealedTexts(disclosing);
  options.isKeptFor = keptFor(disclosing, found.id);
  options.forThemselves = reading.viewer.audience == schema::Audience::SELF;
  Query query = reading.model.query();
  std::optional<Report> report = myRecord(query, options);
  if (!report) {
    throw Fault(FaultKind::kMissing, word + " is not a participant",
                "Ask for somebody by their id in this ledger: minutebook my-record P-7");
  }
  return giveReport(call, reading, *report, Readers::kOwner);
}

ExitStatus runMinutes(Call& call) {
  const std::string& id = onlyId(call, "M-3");
  Reading reading(call);
  std::string meeting =
      meetingCalled(reading, id, "Ask for a meeting by its id: minutebook minutes M-3");
  Query query = reading.model.query();
  std::optional<Report> report =
      meetingMinutes(query, meeting, todayIn(reading, call), shownTo(reading.viewer));
  if (!report) throw Fault(FaultKind::kBug, "a meeting without minutes: " + meeting);
  return giveReport(call, reading, *report);
}

ExitStatus runYouSaid(Call& call) {
  Reading reading(call);
  std::string meeting;
  if (call.arguments.meeting) {
    meeting = meetingCalled(reading, *call.arguments.meeting,
                            "Give a meeting by its id: minutebook you-said --meeting M-3");
  }
  Query query = reading.model.query();
  return giveReport(call, reading, youSaidWeDid(query, scopeOf(call, reading), meeting));
}

namespace {

/// How to record that the report was given out: numbers in later ones are held back beside it.
void tellHowToRecord(Call& call, const Report& report, const std::string& kind,
                     schema::Audience audience) {
  static constexpr const char* kAudiences[] = {"public",       "public", "members",
                                               "coordinators", "self",   "auditor"};
  if (!call.arguments.output || *call.arguments.output == "-") return;
  std::string line =
      "If it is given out, record that, so that later reports are judged beside it:\n"
      "  minutebook record reportPublished --report-kind " +
      kind + " --audience " + std::string(kAudiences[static_cast<int>(audience)]) +
      " --ledger-size " + std::to_string(report.from.size) + " --cells-held-back " +
      std::to_string(report.numbersHeldBack);
  if (call.arguments.initiative) {
    line += " --parameters.name initiative --parameters.value " + *call.arguments.initiative;
  }
  call.console.note(line);
}

/// All on record, also with --as-of: who has a later report can lay the two side by side.
std::vector<EarlierReport> reportsGivenOut(const Call& call, const Reading& reading) {
  bool whole = reading.size == reading.store->size();
  if (whole) {
    Query query = reading.model.query();
    return earlierReports(query);
  }
  ReadModel all =
      ReadModel::inMemoryUpTo(reading.store->reader(), reading.store->size(), call.catalogue);
  Query query = all.query();
  return earlierReports(query);
}

MetricPageOptions metricOptions(Call& call, const Reading& reading, Disclosing& disclosing) {
  MetricPageOptions options;
  options.record.scope = scopeOf(call, reading);
  options.record.open = sheetOpener(disclosing.forTotals());
  options.record.earlier = reportsGivenOut(call, reading);
  options.record.asOf = modelsOf(call, *reading.store);
  options.today = todayIn(reading, call);
  if (!shownTo(reading.viewer).only) options.reader = MetricReader::kCoordinators;
  return options;
}

[[noreturn]] void noSuchMetric(const std::string& id) {
  std::vector<std::string> ids;
  for (const MetricHelp& help : allMetrics()) ids.push_back(help.id);
  std::string near = nearestName(id, ids);
  std::string list;
  for (const std::string& known : ids) list += (list.empty() ? "" : ", ") + known;
  throw Fault(
      FaultKind::kUsage, "there is no metric called \"" + id + "\"",
      near.empty() ? "There are: " + list + "." : "Did you mean: minutebook metrics " + near + "?");
}

}  // namespace

ExitStatus runReport(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  bool isPower = words.size() == 1 && words[0] == "power-sharing";
  if (words.size() != 1 || (words[0] != "transparency" && !isPower)) {
    throw Fault(FaultKind::kUsage,
                words.empty() ? "report needs the report's name"
                              : "there is no report called \"" + words[0] + "\"",
                "There are two: minutebook report transparency -o report.html, and minutebook "
                "report power-sharing -o power.html");
  }
  Reading reading(call, schema::Audience::PUBLIC);
  Disclosing disclosing(call, reading);
  Query query = reading.model.query();
  MetricPageOptions options = metricOptions(call, reading, disclosing);
  Report report =
      isPower ? powerSharingReport(query, options) : transparencyReport(query, options.record);
  ExitStatus status = giveReport(call, reading, report);
  tellHowToRecord(call, report, isPower ? "powerSharing" : "transparency", reading.viewer.audience);
  return status;
}

ExitStatus runMetrics(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() > 1) {
    throw Fault(FaultKind::kUsage, "metrics shows one metric, or all",
                "For example: minutebook metrics response-time");
  }
  Reading reading(call);
  Disclosing disclosing(call, reading);
  Query query = reading.model.query();
  MetricPageOptions options = metricOptions(call, reading, disclosing);
  if (words.empty()) return giveReport(call, reading, metricsReport(query, options));
  std::optional<Report> report = metricReport(query, words[0], options);
  if (!report) noSuchMetric(words[0]);
  return giveReport(call, reading, *std::move(report));
}

}  // namespace minutebook

#include "cli/standards/grant_folder.h"

#include "audit/report/clause_inputs.h"
#include "audit/report/forms.h"
#include "cli/report_output.h"
#include "cli/standards/asked.h"
#include "cli/standards/verdict_json.h"
#include "ledger/base/fault.h"

namespace minutebook {

Outcome<std::vector<NamedFile>> conformanceFiles(Call& call, const std::string& name,
                                                 std::uint64_t size) {
  Reading reading(call, schema::Audience::PUBLIC);
  ReadModel model = ReadModel::inMemoryUpTo(reading.store->reader(), size, call.catalogue);
  Query query = model.query();
  auto standards = standardsCalled(query, name);
  if (!standards) return standards.refusal();
  Disclosing disclosing(call, reading);
  JudgeSettings settings;
  settings.more =
      clauseInputs(model, {sheetOpener(disclosing.forTotals()), modelsOf(call, *reading.store)});
  settings.today = *daysOf(reading.dayNow(call)).first;
  ConformanceOptions options;
  options.today = settings.today;
  options.shownTo.only = "";  // Counts only, where something is about one person.
  options.scope = scopeOf(call, reading);
  settings.initiative = options.scope.initiative.value_or("");
  const StandingStandard& standard = standards.value().front();
  Judge judge(model, standards.value(), settings);
  std::vector<ClauseVerdict> verdicts = judge.judge(standard);
  Report report = conformanceReport(query, standard, verdicts, options);
  if (auto withheld = withheldFrom(call, reading)) withheld->takeOutOf(report);
  Json document =
      Json::object({{"schema", Json::text("minutebook/check/1")},
                    {"today", Json::text(dayText(options.today))},
                    {"standards", Json::list({verdictsJson(standard, verdicts, options)})}});
  return std::vector<NamedFile>{{"conformance.html", htmlForm(report)},
                                {"conformance.json", writeJson(document, JsonLayout::kIndented)}};
}

}  // namespace minutebook

#include "cli/standards/grant_folder.h"

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
  Judging judging(call, reading, model, disclosing, standards.value(), JudgedFor::kEverybody);
  const StandingStandard& standard = standards.value().front();
  std::vector<ClauseVerdict> verdicts = judging.judge.judge(standard);
  Report report = conformanceReport(query, standard, verdicts, judging.options);
  if (auto withheld = withheldFrom(call, reading)) withheld->takeOutOf(report);
  Json document = Json::object(
      {{"schema", Json::text("minutebook/check/1")},
       {"today", Json::text(dayText(judging.options.today))},
       {"standards", Json::list({verdictsJson(standard, verdicts, judging.options)})}});
  return std::vector<NamedFile>{{"conformance.html", htmlForm(report)},
                                {"conformance.json", writeJson(document, JsonLayout::kIndented)}};
}

}  // namespace minutebook

#include "audit/report/earlier_reports.h"

#include <algorithm>
#include <utility>

#include "report_files.h"

namespace minutebook {

namespace {

bool sameNumbers(const EarlierReport& a, const EarlierReport& b) {
  return a.size == b.size && a.scope.initiative == b.scope.initiative && a.fewest == b.fewest;
}

/// The newest, each once; nothing that does not say what it was made from.
std::vector<EarlierReport> worthMaking(const std::vector<EarlierReport>& reports) {
  std::vector<EarlierReport> kept;
  for (const EarlierReport& report : reports) {
    auto same = [&](const EarlierReport& one) { return sameNumbers(one, report); };
    if (report.size && std::none_of(kept.begin(), kept.end(), same)) kept.push_back(report);
  }
  if (kept.size() > kEarlierReportsMost) {
    kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(kEarlierReportsMost));
  }
  return kept;
}

}  // namespace

std::vector<EarlierReport> earlierReports(Query& query) {
  std::vector<EarlierReport> reports;
  for (const Row& row : ask(query, report_files::earlier_reports_sql, "reports", {}).rows) {
    EarlierReport report{row.text("id"), row.number("size"), {}, {}};
    if (std::string initiative = row.text("initiative"); !initiative.empty()) {
      report.scope.initiative = std::move(initiative);
    }
    if (auto set = parseExactDecimal(row.text("fewest"))) report.fewest = scaledTo(*set, 0);
    reports.push_back(std::move(report));
  }
  return reports;
}

Compared compareWith(const std::vector<EarlierReport>& reports, const ModelAsOf& asOf,
                     const SheetOpener& open, std::int64_t otherwise) {
  Compared compared;
  for (const EarlierReport& report : reports) {
    if (!report.size) compared.unknown.push_back(report.id);
  }
  for (const EarlierReport& report : worthMaking(reports)) {
    std::optional<ReadModel> model = asOf(*report.size);
    if (!model) {
      compared.unknown.push_back(report.id);
      continue;
    }
    Query then = model->query();
    std::int64_t fewest = report.fewest.value_or(fewestAnswers(then, report.scope, otherwise));
    SurveyReport made = surveyReport(then, report.scope, open, fewest, compared.reports);
    made.name = report.id;
    compared.reports.push_back(std::move(made));
  }
  return compared;
}

}  // namespace minutebook

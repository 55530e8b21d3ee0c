#include "audit/report/metrics/pages.h"

#include <set>
#include <string>
#include <utility>

#include "audit/report/earlier_reports.h"
#include "audit/report/made_from.h"
#include "audit/report/transparency_parts.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::int64_t kPlotTop = 1000;
constexpr const char* kForCoordinators =
    "This tells how much single people are asked to do. It is for coordinators: ask one of them.";

Metric mustMeasure(Query& query, std::string_view id, const MetricPageOptions& options) {
  std::optional<Metric> metric = measured(query, id, {options.record.scope, options.today});
  if (!metric) throw Fault(FaultKind::kBug, "no metric is called " + std::string(id));
  return *std::move(metric);
}

bool mayHave(const MetricHelp& help, const MetricPageOptions& options) {
  return !help.forCoordinators || options.reader == MetricReader::kCoordinators;
}

std::vector<Cell> besideRow(const std::string& name, const Metric& metric) {
  return {words(name + ": " + metric.help.title), metric.whole.figure,
          words(besidePart(metric.whole, metric.help))};
}

/// The metric and the one that catches whoever makes it look good.
Table pairTable(Query& query, const Metric& metric, const MetricPageOptions& options) {
  Table table{metric.help.title + ", and what to read beside it",
              {"Metric", "How many of how many", "And"},
              {}};
  table.rows.push_back(besideRow("This", metric));
  Metric partner = mustMeasure(query, metric.help.partner, options);
  if (mayHave(partner.help, options)) {
    table.rows.push_back(besideRow("Beside it", partner));
  } else {
    table.rows.push_back({words("Beside it: " + partner.help.title), words("not shown"),
                          words("it tells of single people, and is for coordinators")});
  }
  return table;
}

Table partsTable(const Metric& metric) {
  Table table{metric.help.title + ", part by part", {"Part", "How many of how many", "And"}, {}};
  for (const MetricPart& part : metric.parts) {
    table.rows.push_back({words(part.name), part.figure, words(besidePart(part, metric.help))});
  }
  return table;
}

/// The share at a quarter's end of the scale; a quarter has a case, or it would not be here.
std::int64_t heightOf(const Figure& figure) {
  return *figure.numerator * kPlotTop / *figure.denominator;
}

Block trendBlock(const Metric& metric) {
  if (metric.trend.size() < 2) {
    Table table{metric.help.title + ", by quarter", {"Quarter", "How many of how many"}, {}};
    for (const MetricPoint& point : metric.trend) {
      table.rows.push_back({words(point.quarter.text()), point.figure});
    }
    return table;
  }
  Plot plot;
  plot.caption = metric.help.title + ", by quarter";
  plot.columns = {"Quarter", "How many of how many"};
  plot.top = kPlotTop;
  plot.topWords = "all";
  plot.bottomWords = "none";
  for (const MetricPoint& point : metric.trend) {
    plot.points.push_back(
        {point.quarter.text(), point.quarter.position(), heightOf(point.figure), point.figure});
  }
  return plot;
}

void addTrend(std::vector<Block>& blocks, const Metric& metric) {
  if (metric.trend.empty()) {
    if (metric.undated > 0) {
      blocks.push_back(plain("No change over time can be shown: no month is recorded of any."));
    }
    return;
  }
  blocks.push_back(trendBlock(metric));
  if (metric.undated > 0) {
    blocks.push_back(
        plain("Not in it: " + std::to_string(metric.undated) + " of which no month is recorded."));
  }
}

/// What people said of taking part: totals, with what protects small numbers.
void addAnswers(std::vector<Block>& blocks, Query& query, const MetricPageOptions& options,
                std::int64_t& heldBack) {
  std::optional<Table> answers = experienceTable(query, options.record, heldBack);
  if (answers) blocks.push_back(*std::move(answers));
}

std::vector<Block> blocksOf(Query& query, std::string_view id, const MetricPageOptions& options,
                            std::int64_t& heldBack) {
  Metric metric = mustMeasure(query, id, options);
  std::vector<Block> blocks = {plain(metric.help.tells)};
  if (!mayHave(metric.help, options)) {
    blocks.push_back(plain(kForCoordinators));
    return blocks;
  }
  blocks.push_back(plain(metric.finding));
  blocks.push_back(pairTable(query, metric, options));
  blocks.push_back(plain("Why beside it: " + metric.help.partnerWhy));
  if (!metric.parts.empty()) blocks.push_back(partsTable(metric));
  if (id == "experience") addAnswers(blocks, query, options, heldBack);
  addTrend(blocks, metric);
  return blocks;
}

Section overview() {
  return {"about",
          "How to read this",
          {plain("Each number says how many of how many, and of how many the record does not "
                 "tell. Each stands beside another that shows when it was only made to look good. "
                 "There is no score, and nothing is ranked: read what is behind a number before "
                 "you judge it.")}};
}

}  // namespace

std::vector<Block> metricBlocks(Query& query, std::string_view id,
                                const MetricPageOptions& options) {
  std::int64_t heldBack = 0;
  return blocksOf(query, id, options, heldBack);
}

Report metricsReport(Query& query, const MetricPageOptions& options) {
  Report report = startReport(query, options.record.scope, "minutebook/metrics/1", "Metrics");
  report.sections.push_back(overview());
  for (const MetricHelp& help : allMetrics()) {
    report.sections.push_back(
        {help.id, help.title, blocksOf(query, help.id, options, report.numbersHeldBack)});
  }
  addCards(query, report);
  return report;
}

std::optional<Report> metricReport(Query& query, std::string_view id,
                                   const MetricPageOptions& options) {
  for (const MetricHelp& help : allMetrics()) {
    if (help.id != id) continue;
    Report report = startReport(query, options.record.scope, "minutebook/metrics/1", help.title);
    report.sections.push_back(
        {help.id, help.title, blocksOf(query, help.id, options, report.numbersHeldBack)});
    addCards(query, report);
    return report;
  }
  return std::nullopt;
}

}  // namespace minutebook

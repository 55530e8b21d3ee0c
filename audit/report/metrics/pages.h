// audit/report/metrics/pages.h
//
// Metrics as pages: one on its own, or all of them. Each stands beside its partner, with its
// numbers, its parts and its change over time; none is a score, and nothing is ranked.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audit/report/metrics/measure.h"
#include "audit/report/report.h"
#include "audit/report/transparency.h"

namespace minutebook {

/// Whom a page of metrics is for.
enum class MetricReader { kCoordinators, kEverybody };

/// What a page of metrics is made with.
struct MetricPageOptions {
  TransparencyOptions record;  ///< The scope, and how survey answers are treated.
  DayNumber today = 0;
  MetricReader reader = MetricReader::kEverybody;
};

/// Every metric, a section each. JSON schema: "minutebook/metrics/1".
Report metricsReport(Query& query, const MetricPageOptions& options);

/// One of them; nothing if there is none called `id`. The same JSON schema.
std::optional<Report> metricReport(Query& query, std::string_view id,
                                   const MetricPageOptions& options);

/// The blocks that show one metric: its finding, its numbers beside its partner's, its parts and
/// its quarters. A metric of single people says to everybody else that it is for coordinators.
std::vector<Block> metricBlocks(Query& query, std::string_view id,
                                const MetricPageOptions& options);

}  // namespace minutebook

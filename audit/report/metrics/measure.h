// audit/report/metrics/measure.h
//
// From the .sql file of a metric to its value. A metric is one file in this folder, called as it is
// typed; adding a file is all that it takes to add one. Its form: docs/formats/metrics.md.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/metrics/metric.h"
#include "ledger/base/days.h"
#include "ledger/view/query.h"

namespace minutebook {

/// What the files' headings say, in the order of reports: loops first, the record itself last.
std::vector<MetricHelp> allMetrics();

/// What a metric is measured over.
struct MetricOptions {
  Scope scope;
  DayNumber today = 0;  ///< Until when what is still open has been waiting.
};

/// Measures the metric called `id`; nothing if there is none.
std::optional<Metric> measured(Query& query, std::string_view id, const MetricOptions& options);

}  // namespace minutebook

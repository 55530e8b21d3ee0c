// audit/report/metrics/heading.h
//
// The comment lines at the head of a metric's .sql file: docs/formats/metrics.md.

#pragma once

#include <string_view>

#include "audit/report/metrics/metric.h"

namespace minutebook {

/// What the heading of `file` says. Throws kBug if a partner is named without why.
MetricHelp metricHeading(std::string_view id, std::string_view file);

}  // namespace minutebook

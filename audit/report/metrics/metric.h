// audit/report/metrics/metric.h
//
// A metric as a plain value: a share of cases with all that must stand beside it, and the metric
// that catches whoever makes this one look good. What they are: docs/formats/metrics.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/report/metrics/statistics.h"
#include "audit/report/report.h"

namespace minutebook {

/// What a metric's file says of it in its heading.
struct MetricHelp {
  std::string id;                ///< As typed: "response-time".
  std::string title;             ///< "Days to an answer"
  std::string tells;             ///< What it tells, in a sentence.
  std::string says;              ///< Its finding, with {in} and {all} for the numbers.
  std::string nothing;           ///< The finding where there is no case.
  std::string partner;           ///< The id of the metric beside it.
  std::string partnerWhy;        ///< Why that one catches who games this one.
  std::string number;            ///< What a case's number counts: "days"; empty: it has none.
  std::string standsForAll;      ///< The part that stands for the whole; empty: all cases.
  bool isWaiting = false;        ///< The number is days waited, and some still wait.
  bool hasInterval = false;      ///< An interval stands beside it.
  bool linksTheRest = false;     ///< Opens to the cases that fall short, not to all.
  bool forCoordinators = false;  ///< It tells of single people: nobody else gets it.
};

/// A share of cases, and what stands beside it.
struct MetricPart {
  std::string name;  ///< Empty for the whole.
  Figure figure;
  std::optional<ShareInterval> interval;  ///< Of those that are known.
  std::optional<Spread> spread;
  std::optional<WaitingTimes> waiting;
};

/// The cases of one quarter.
struct MetricPoint {
  Quarter quarter;
  Figure figure;
};

/// One metric, measured.
struct Metric {
  MetricHelp help;
  std::string finding;  ///< A sentence with its numbers.
  MetricPart whole;
  std::vector<MetricPart> parts;   ///< In the order of its file.
  std::vector<MetricPoint> trend;  ///< The earliest first; quarters without a case are left out.
  std::int64_t undated = 0;        ///< Cases of which no month is recorded.
};

/// What stands beside a share, in words: interval, numbers, waiting times. May be empty.
std::string besidePart(const MetricPart& part, const MetricHelp& help);

}  // namespace minutebook

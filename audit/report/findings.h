// audit/report/findings.h
//
// Where the record contradicts itself, what it lacks, and what people said fell short.

#pragma once

#include <string>
#include <vector>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// One thing that later readers noticed in the record, with every side of it.
struct FindingLine {
  std::string id;
  std::string kind;  ///< The schema's name: discrepancy, gap, noAnswerFound ...
  std::string text;  ///< Public words, or that they stay private.
  std::string provenance;
  std::int64_t entry = 0;
  std::vector<std::string> sides;    ///< Each side's value and where it stands; none is chosen.
  std::vector<std::string> figures;  ///< Worked out.
};

/// In the order in which they were recorded.
std::vector<FindingLine> findingLines(Query& query, const Scope& scope);

/// Limits of the result, departures from the plan, and what went badly, as people put it.
std::vector<Line> shortcomings(Query& query, const Scope& scope);

}  // namespace minutebook

// audit/report/transparency.h
//
// The transparency report: what was promised, who took part, who decided, what changed because of
// whom, and what the record does not say. For the public and for boards.

#pragma once

#include <vector>

#include "audit/report/earlier_reports.h"
#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "audit/report/surveys.h"
#include "ledger/view/query.h"
#include "ledger/view/survey_sheets.h"

namespace minutebook {

/// What a transparency report covers, and how it treats survey answers.
struct TransparencyOptions {
  Scope scope;
  /// Opens survey answers, to be shown as totals only.
  SheetOpener open = nothingOpened();
  /// Used unless a recorded change of the standard sets the number.
  std::int64_t fewestAnswers = kFewestShown;
  /// Reports that its readers may have, and how to make the record as it was for them.
  std::vector<EarlierReport> earlier = {};
  ModelAsOf asOf = nullptr;
};

/// Nobody is named in it. JSON schema: "minutebook/report-transparency/1".
Report transparencyReport(Query& query, const TransparencyOptions& options = {});

}  // namespace minutebook

// audit/report/clause_inputs.h
//
// What checks of clauses need and SQL alone cannot work out: figures that were claimed, worked out
// again, and the small counts of reports that went out. As JSON texts for the parameters :claims
// and :cells, told in docs/formats/checks.md.

#pragma once

#include <string>
#include <vector>

#include "audit/report/earlier_reports.h"
#include "ledger/view/read_model.h"
#include "ledger/view/survey_sheets.h"

namespace minutebook {

/// What the inputs are made from.
struct ClauseSources {
  SheetOpener open = nothingOpened();  ///< Answer sheets, added up and forgotten.
  ModelAsOf asOf;                      ///< To make earlier reports again.
};

/// The parameters :claims and :cells of every check. The texts hold no count that a report would
/// hold back.
std::vector<Parameter> clauseInputs(const ReadModel& model, const ClauseSources& sources);

}  // namespace minutebook

// audit/report/survey_cells.h
//
// What of the answers to surveys may be shown. Private to audit/report.

#pragma once

#include <vector>

#include "audit/report/surveys.h"

namespace minutebook {

/// Every survey with everything counted: not to be shown before holdBackAnswers() has seen it.
std::vector<SurveyTotals> countSurveys(Query& query, const Scope& scope, const SheetOpener& open);

/// Holds back questions that too few people answered, questions whose answers changed by too few
/// since an earlier report, and small groups where the answers say who people are. `report` has its
/// surveys counted, and in its cells k and the size it is made from.
void holdBackAnswers(SurveyReport& report, const std::vector<SurveyReport>& earlier);

}  // namespace minutebook

// tests/unit/report/example_answers.h
//
// The questions that examples/thriving/answers.csv asks of the record, each answered by the
// report's own functions and put into the words of that file. Nothing here counts by itself.

#pragma once

#include <map>
#include <string>

#include "ledger/view/query.h"
#include "ledger/view/survey_sheets.h"

namespace minutebook {

/// By the question's text. "not recorded" where the record does not say.
std::map<std::string, std::string> exampleAnswers(Query& query, const SheetOpener& open);

}  // namespace minutebook

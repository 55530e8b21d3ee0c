// ledger/door/sheet.h
//
// Whether the answers of a survey sheet can be answers to the questions that were put. Private to
// ledger/door.

#pragma once

#include <optional>

#include "ledger/base/outcome.h"
#include "schema/statement.capnp.h"

namespace minutebook {

/// What cannot be an answer, where anything cannot. What was answered is never repeated.
/// An answer in words, a blank and two boxes ticked where one was asked for are taken as they are;
/// a survey that lists no questions, or not all, is not held to those it lists. Codes:
/// survey.question-unknown, survey.answered-twice, survey.not-offered, survey.off-the-scale.
std::optional<Refusal> checkSheet(schema::SurveyOpened::Reader survey,
                                  schema::SurveyAnswers::Reader sheet);

}  // namespace minutebook

// cli/door/few_answers.h
//
// Results of a survey that are about to be recorded for everybody, and tell what a few people
// answered. Where the line is drawn: decision 0015.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/door/private_fields.h"
#include "ledger/event/json.h"

namespace minutebook {

/// Whether a question, as PRE@Q1, asks who people are: then every answer is a small group.
using AsksWhoTheyAre = std::function<bool(const std::string& question)>;

/// The results in a line, a surveyClosed or a correction to one, that fewer than `fewest` people
/// stand behind: of a question by how many answered, of a group of people by theirs, and of a
/// question that asks who people are by each answer. They can be left out: reports work results
/// out of the sheets. Nothing for any other line.
std::vector<PrivateField> fewAnswers(const Json& line, std::int64_t fewest,
                                     const AsksWhoTheyAre& asksWhoTheyAre);

}  // namespace minutebook

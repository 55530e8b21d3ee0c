// audit/report/plain_words.h
//
// The schema's names in the words that people say, and sentences made of counts.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "audit/report/report.h"

namespace minutebook {

/// "technicalExpert" is "technical expert"; "not recorded" for nothing.
std::string plainWords(std::string_view camelCase);
/// "livedExperience" is "people with lived experience".
std::string plainExpertise(std::string_view expertise);
/// "from a file or paper" for imported.
std::string plainProvenance(std::string_view provenance);
/// "11 from a file or paper, 1 worked out".
std::string provenanceSentence(const ProvenanceCount& count);

/// Who, as the read model writes it, for people: `group:WG, words: we` is `group WG, "we"`. "not
/// recorded" for nothing.
std::string plainWho(std::string_view who);

/// The same for several, one a line: "P-7; group WG".
std::string plainWhoEach(std::string_view lines);

/// `input:I-7` is "input I-7"; a statement's id is "an entry".
std::string plainRef(std::string_view ref);

/// "14 days before meeting:M-3" is "14 days before meeting M-3"; other dates stay as they are.
std::string plainWhen(std::string_view date);

/// "1 input", "7 inputs".
std::string counted(std::int64_t number, std::string_view one, std::string_view many);

/// Unix seconds as "2022-01-01 00:00 UTC".
std::string plainTime(std::int64_t unixSeconds);

/// With a capital and a full stop.
std::string sentence(std::string text);

}  // namespace minutebook

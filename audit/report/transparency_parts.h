// audit/report/transparency_parts.h
//
// The sections of the transparency report, in its order. Private to audit/report.

#pragma once

#include <optional>
#include <string>

#include "audit/report/transparency.h"

namespace minutebook {

/// Each writes one section of the transparency report, from the entries that its scope holds.
Section coverageSection(Query& query, const TransparencyOptions& options);
Section promisedSection(Query& query, const TransparencyOptions& options);
Section peopleSection(Query& query, const TransparencyOptions& options);
Section decisionsSection(Query& query, const TransparencyOptions& options);
Section dissentSection(Query& query, const TransparencyOptions& options);
Section changedSection(Query& query, const TransparencyOptions& options);
Section signOffsSection(Query& query, const TransparencyOptions& options);
Section creditsSection(Query& query, const TransparencyOptions& options);
Section paySection(Query& query, const TransparencyOptions& options);
Section openPromisesSection(Query& query, const TransparencyOptions& options);
Section shortcomingsSection(Query& query, const TransparencyOptions& options);

/// The same of surveys; adds how many numbers it holds back.
Section surveysSection(Query& query, const TransparencyOptions& options, std::int64_t& heldBack);

/// What people said of taking part, in surveys that closed and asked them; nothing if none did.
/// Adds how many questions it holds back.
std::optional<Table> experienceTable(Query& query, const TransparencyOptions& options,
                                     std::int64_t& heldBack);

/// A paragraph that rests on nothing but itself.
Block plain(std::string text);
/// A cell of words.
Cell words(std::string text, Entries entries = {});

}  // namespace minutebook

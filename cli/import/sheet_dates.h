// cli/import/sheet_dates.h
//
// Dates as a sheet writes them. A mapping says once for each column in which order the parts stand;
// nothing is guessed, but a refusal may say what a cell looks like.

#pragma once

#include <optional>
#include <string>

#include "cli/import/mapping.h"
#include "ledger/base/outcome.h"

namespace minutebook {

/// "day/month/year" and the like; nothing for any other text.
std::optional<DateForm> dateFormOf(const std::string& spelling);

/// The date of a cell, without the spaces around it, as records write it: 2024-12-31. Codes:
/// date.form, date.no-such-day.
Outcome<std::string> sheetDate(const std::string& cell, const DateForm& form);

}  // namespace minutebook

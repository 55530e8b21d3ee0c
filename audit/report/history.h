// audit/report/history.h
//
// All that happened to one record, entry by entry: who wrote it down, what was put right and who
// disputes it.

#pragma once

#include <optional>
#include <string_view>

#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The history of a record, by its register ("promise") and id; of a lone entry, "entry" and its
/// index. Nothing if no entry names it.
std::optional<Report> historyOf(Query& query, std::string_view where, std::string_view id);

}  // namespace minutebook

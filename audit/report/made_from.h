// audit/report/made_from.h
//
// The frame of every report: what it was made from, and a card for each entry it rests on.

#pragma once

#include <string>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// A report without sections.
Report startReport(Query& query, const Scope& scope, std::string schema, std::string title);

/// Fills in the cards of all entries that the sections rest on, in the order of the log.
void addCards(Query& query, Report& report);

}  // namespace minutebook

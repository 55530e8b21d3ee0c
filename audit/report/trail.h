// audit/report/trail.h
//
// Who decided what: from one record back to what it rests on, and on to what came of it.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/report/gather.h"
#include "audit/report/report.h"
#include "ledger/view/query.h"

namespace minutebook {

/// The trail of a decision, input, work, version, promise, person or any other record. `where` is
/// the register's name as the schema has it: "decision". Nothing if there is no such record.
/// Each step has its entry, with who wrote it down and for whom, both times, how it is known and
/// the leaf that proves it. JSON schema: "minutebook/report-trail/1".
std::optional<Report> trailOf(Query& query, std::string_view where, std::string_view id);

}  // namespace minutebook

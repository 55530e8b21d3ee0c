// ledger/view/sql_guard.h
//
// Running SQL that somebody else wrote: read-only, fenced in, within limits.

#pragma once

#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/view/query.h"
#include "ledger/view/sqlite.h"

namespace minutebook {

/// Runs one SELECT under an authorizer that lets through reading, views and a list of harmless
/// functions, and nothing else. The connection is as before afterwards. Code: sql.refused.
Outcome<Rows> guardedSql(Database& database, std::string_view sql, const SqlLimits& limits);

}  // namespace minutebook

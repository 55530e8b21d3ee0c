// ledger/view/sql_guard.h
//
// Running SQL that somebody else wrote: read-only, fenced in, within limits.

#pragma once

#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/view/query.h"

struct sqlite3;

namespace minutebook {

/// Runs one SELECT, gives its rows to `take` one by one and returns its columns, under an
/// authorizer that lets through reading, views and a list of harmless functions, and nothing else.
/// The connection is as before afterwards. Code: sql.refused.
///
/// With `reveal`, the statement itself, and no view, may call reveal(entry, 'field'), which gives
/// what `reveal` gives, or NULL. Nothing of it gets into a file, or into the words of a refusal.
/// What `reveal` throws comes out of here.
Outcome<std::vector<std::string>> guardedSql(sqlite3* connection, std::string_view sql,
                                             const std::vector<Parameter>& parameters,
                                             const SqlLimits& limits, const RevealField& reveal,
                                             const TakeRow& take);

}  // namespace minutebook

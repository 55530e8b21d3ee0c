// ledger/view/kept_views.h
//
// Views that many checks ask, worked out once for one connection: as temporary tables, behind
// temporary views of the same names. Which ones: ddl/kept_views.sql.

#pragma once

struct sqlite3;

namespace minutebook {

/// Does nothing where it was done before. Throws as check() does.
void keepViews(sqlite3* connection);

}  // namespace minutebook

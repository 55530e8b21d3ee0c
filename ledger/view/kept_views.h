// ledger/view/kept_views.h
//
// Views that many checks ask, worked out once: in tables of the file for everybody, or in temporary
// ones for one connection. Which ones: ddl/kept_views.sql.

#pragma once

struct sqlite3;

namespace minutebook {

/// Works them out into tables of the file, unless those there are of its present size.
void keepViewsInFile(sqlite3* connection);

/// Puts what is kept in the place of the views, for this connection: as it stands in the file, else
/// worked out for this connection alone. Does nothing where it was done before. Both throw as
/// check() does.
void keepViews(sqlite3* connection);

}  // namespace minutebook

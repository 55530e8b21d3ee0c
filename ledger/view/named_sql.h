// ledger/view/named_sql.h
//
// What an embedded .sql file says: its statements by the names above them ("-- :learn_key"), and
// the comment lines at its head.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// The text after "-- :name" up to the next name. Throws kBug if there is none.
std::string namedSql(std::string_view file, std::string_view name);

/// The names of the statements in the file, in its order.
std::vector<std::string> namesIn(std::string_view file);

/// The comment lines at the head of the file, without their "-- "; a line that is indented goes on
/// with the one above it.
std::vector<std::string> headingOf(std::string_view file);

}  // namespace minutebook

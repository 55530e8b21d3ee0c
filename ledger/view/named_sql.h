// ledger/view/named_sql.h
//
// One statement of an embedded .sql file, by the name above it ("-- :learn_key").

#pragma once

#include <string>
#include <string_view>

namespace minutebook {

/// The text after "-- :name" up to the next name. Throws kBug if there is none.
std::string namedSql(std::string_view file, std::string_view name);

}  // namespace minutebook

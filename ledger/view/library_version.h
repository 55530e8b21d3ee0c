// ledger/view/library_version.h

#pragma once

#include <string>

namespace minutebook {

/// The version of SQLite that runs here: "3.40.1".
std::string sqliteVersion();

}  // namespace minutebook

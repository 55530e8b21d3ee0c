// ledger/store/library_version.h

#pragma once

#include <string>

namespace minutebook {

/// The version of RocksDB that runs here: "7.8.3".
std::string rocksDbVersion();

}  // namespace minutebook

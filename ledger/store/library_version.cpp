#include "ledger/store/library_version.h"

#include <rocksdb/version.h>

namespace minutebook {

std::string rocksDbVersion() {
  return rocksdb::GetRocksVersionAsString();
}

}  // namespace minutebook

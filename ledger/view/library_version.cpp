#include "ledger/view/library_version.h"

#include <sqlite3.h>

namespace minutebook {

std::string sqliteVersion() {
  return ::sqlite3_libversion();
}

}  // namespace minutebook

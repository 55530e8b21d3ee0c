#include "cli/version.h"

#include "ledger/crypto/library_version.h"
#include "ledger/event/library_version.h"
#include "ledger/rules/admit.h"
#include "ledger/store/library_version.h"
#include "ledger/view/library_version.h"

namespace minutebook {

std::string versionText() {
  std::string text = "minutebook " MINUTEBOOK_VERSION "\n";
  text += "schema " MINUTEBOOK_SCHEMA_VERSION ", rules " + std::to_string(kRulesVersion) + "\n";
  text += "RocksDB " + rocksDbVersion() + "\n";
  text += "Cap'n Proto " + capnProtoVersion() + "\n";
  text += "OpenSSL " + openSslVersion() + "\n";
  text += "SQLite " + sqliteVersion() + "\n";
  return text;
}

}  // namespace minutebook

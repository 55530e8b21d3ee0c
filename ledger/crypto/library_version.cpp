#include "ledger/crypto/library_version.h"

#include <openssl/crypto.h>

namespace minutebook {

std::string openSslVersion() {
  return ::OpenSSL_version(OPENSSL_VERSION_STRING);
}

}  // namespace minutebook

#include "ledger/crypto/openssl.h"

#include <openssl/err.h>

#include <string>

#include "ledger/base/fault.h"

namespace minutebook {

void failOpenSsl(const char* operation) {
  const unsigned long error = ::ERR_get_error();
  const char* reason = error == 0 ? nullptr : ::ERR_reason_error_string(error);
  ::ERR_clear_error();
  throw Fault(FaultKind::kBug, std::string("OpenSSL could not do ") + operation + ": " +
                                   (reason == nullptr ? "no reason given" : reason));
}

void checkOpenSsl(int result, const char* operation) {
  if (result != 1) failOpenSsl(operation);
}

void forgetOpenSslErrors() noexcept {
  ::ERR_clear_error();
}

}  // namespace minutebook

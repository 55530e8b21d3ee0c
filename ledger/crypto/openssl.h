// ledger/crypto/openssl.h
//
// The one door through which OpenSSL's errors leave: its queue becomes a Fault. Included by the
// .cpp files of this folder only.

#pragma once

namespace minutebook {

/// Throws kBug with `operation` and the oldest reason in OpenSSL's queue; the queue is then empty.
[[noreturn]] void failOpenSsl(const char* operation);

/// For functions that answer 1 for success.
void checkOpenSsl(int result, const char* operation);

/// For functions that answer a pointer, null for failure.
template <typename T>
T* checkOpenSsl(T* made, const char* operation) {
  if (made == nullptr) failOpenSsl(operation);
  return made;
}

/// Empties the queue after a failure that is an answer: a signature or a tag that does not verify.
void forgetOpenSslErrors() noexcept;

}  // namespace minutebook

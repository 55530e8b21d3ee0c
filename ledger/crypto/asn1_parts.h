// ledger/crypto/asn1_parts.h
//
// Owning OpenSSL's certificates and tokens, and reading them from DER. Private to ledger/crypto.

#pragma once

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/openssl.h"

namespace minutebook {

/// Gives an OpenSSL object back with its own function.
template <auto kFree>
struct FreeWith {
  /// Null is fine.
  template <typename T>
  void operator()(T* object) const noexcept {
    kFree(object);
  }
};

using CertificatePtr = std::unique_ptr<X509, FreeWith<X509_free>>;
using CrlPtr = std::unique_ptr<X509_CRL, FreeWith<X509_CRL_free>>;
using TokenPtr = std::unique_ptr<PKCS7, FreeWith<PKCS7_free>>;
using TokenInfoPtr = std::unique_ptr<TS_TST_INFO, FreeWith<TS_TST_INFO_free>>;

/// The refusal of what is not as RFC 3161 or we write it.
inline Refusal stampMalformed(std::string reason) {
  return {"stamp.malformed", "", std::move(reason),
          "Get the file again from whoever made it; its bytes must arrive unchanged."};
}

/// Reads `der` with OpenSSL's `read`; null unless all of it is one object.
template <typename Pointer, typename Read>
Pointer fromDer(ByteView der, Read read) {
  const unsigned char* at = der.data();
  Pointer made(read(nullptr, &at, static_cast<long>(der.size())));
  forgetOpenSslErrors();
  if (at != der.data() + der.size()) return nullptr;
  return made;
}

/// DER of an object, by OpenSSL's `write`.
template <typename T, typename Write>
Bytes toDer(const T* object, Write write) {
  unsigned char* raw = nullptr;
  const int length = write(object, &raw);
  if (length <= 0) failOpenSsl("writing DER");
  Bytes der(raw, raw + length);
  ::OPENSSL_free(raw);
  return der;
}

/// The magnitude of an integer, big-endian.
Bytes bytesOf(const ASN1_INTEGER* integer);
/// Seconds since the Unix epoch, UTC; fractions are dropped. Nothing if it is no time.
std::optional<std::int64_t> secondsOf(const ASN1_TIME* time);
/// What a token says inside its signature; null if it is no time stamp.
TokenInfoPtr infoOf(ByteView token);

}  // namespace minutebook

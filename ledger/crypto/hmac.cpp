#include "ledger/crypto/hmac.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include "ledger/crypto/openssl.h"

namespace minutebook {

namespace {

struct FreeMac {
  void operator()(EVP_MAC* mac) const noexcept { ::EVP_MAC_free(mac); }
};

}  // namespace

void HmacSha256::FreeContext::operator()(evp_mac_ctx_st* context) const noexcept {
  ::EVP_MAC_CTX_free(context);
}

HmacSha256::HmacSha256(ByteView key) {
  std::unique_ptr<EVP_MAC, FreeMac> mac(
      checkOpenSsl(::EVP_MAC_fetch(nullptr, "HMAC", nullptr), "HMAC"));
  context_.reset(checkOpenSsl(::EVP_MAC_CTX_new(mac.get()), "HMAC"));
  char digest[] = "SHA256";
  const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                               OSSL_PARAM_construct_end()};
  // A null key would mean "keep the one you have": an empty key needs an address too.
  static constexpr std::uint8_t kNoKey = 0;
  const std::uint8_t* start = key.empty() ? &kNoKey : key.data();
  checkOpenSsl(::EVP_MAC_init(context_.get(), start, key.size(), params), "HMAC");
}

HmacSha256::HmacSha256(HmacSha256&&) noexcept = default;
HmacSha256& HmacSha256::operator=(HmacSha256&&) noexcept = default;
HmacSha256::~HmacSha256() = default;

void HmacSha256::update(ByteView bytes) {
  checkOpenSsl(::EVP_MAC_update(context_.get(), bytes.data(), bytes.size()), "HMAC");
}

Hash HmacSha256::finish() {
  Hash code;
  std::size_t length = 0;
  checkOpenSsl(::EVP_MAC_final(context_.get(), code.bytes.data(), &length, code.bytes.size()),
               "HMAC");
  checkOpenSsl(::EVP_MAC_init(context_.get(), nullptr, 0, nullptr), "HMAC");
  return code;
}

}  // namespace minutebook

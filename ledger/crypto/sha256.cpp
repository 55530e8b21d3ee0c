#include "ledger/crypto/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "ledger/crypto/openssl.h"

namespace minutebook {

void Sha256::FreeContext::operator()(evp_md_ctx_st* context) const noexcept {
  ::EVP_MD_CTX_free(context);
}
void Sha256::FreeAlgorithm::operator()(evp_md_st* algorithm) const noexcept {
  ::EVP_MD_free(algorithm);
}

Sha256::Sha256()
    : algorithm_(checkOpenSsl(::EVP_MD_fetch(nullptr, "SHA256", nullptr), "SHA-256")),
      context_(checkOpenSsl(::EVP_MD_CTX_new(), "SHA-256")) {
  checkOpenSsl(::EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr), "SHA-256");
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(ByteView bytes) {
  checkOpenSsl(::EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()), "SHA-256");
}

Hash Sha256::finish() {
  Hash hash;
  checkOpenSsl(::EVP_DigestFinal_ex(context_.get(), hash.bytes.data(), nullptr), "SHA-256");
  // Without an algorithm the context keeps the one it has: no lookup for each message.
  checkOpenSsl(::EVP_DigestInit_ex2(context_.get(), nullptr, nullptr), "SHA-256");
  return hash;
}

Hash Sha256::ofPublic(std::initializer_list<ByteView> pieces) {
  std::array<std::uint8_t, 1024> message;  // Most entries are shorter.
  std::size_t length = 0;
  for (ByteView piece : pieces) length += piece.size();
  if (length <= message.size()) {
    auto end = message.begin();
    for (ByteView piece : pieces) end = std::copy(piece.begin(), piece.end(), end);
    update(ByteView(message).first(length));
  } else {
    for (ByteView piece : pieces) update(piece);
  }
  return finish();
}

Hash sha256(ByteView message) {
  Sha256 hasher;
  return hasher.of(message);
}

}  // namespace minutebook

#include "ledger/crypto/aead.h"

#include <openssl/evp.h>

#include <algorithm>
#include <climits>

#include "ledger/base/fault.h"
#include "ledger/crypto/openssl.h"

namespace minutebook {

namespace {

constexpr char kName[] = "AES-256-GCM";

/// OpenSSL counts in int.
int intLength(ByteView bytes) {
  if (bytes.size() > INT_MAX) throw Fault(FaultKind::kBug, "too many bytes for one sealed box");
  return static_cast<int>(bytes.size());
}

void checkKey(ByteView key) {
  if (key.size() != kAeadKeyBytes) throw Fault(FaultKind::kBug, "an AES-256 key has 32 bytes");
}

}  // namespace

void Aead::FreeContext::operator()(evp_cipher_ctx_st* context) const noexcept {
  ::EVP_CIPHER_CTX_free(context);
}
void Aead::FreeAlgorithm::operator()(evp_cipher_st* algorithm) const noexcept {
  ::EVP_CIPHER_free(algorithm);
}

Aead::Aead()
    : algorithm_(checkOpenSsl(::EVP_CIPHER_fetch(nullptr, kName, nullptr), kName)),
      sealing_(checkOpenSsl(::EVP_CIPHER_CTX_new(), kName)),
      opening_(checkOpenSsl(::EVP_CIPHER_CTX_new(), kName)) {
  checkOpenSsl(::EVP_EncryptInit_ex2(sealing_.get(), algorithm_.get(), nullptr, nullptr, nullptr),
               kName);
  checkOpenSsl(::EVP_DecryptInit_ex2(opening_.get(), algorithm_.get(), nullptr, nullptr, nullptr),
               kName);
}

Aead::Aead(Aead&&) noexcept = default;
Aead& Aead::operator=(Aead&&) noexcept = default;
Aead::~Aead() = default;

Bytes Aead::seal(ByteView key, ByteView context, ByteView plaintext, RandomSource& random) {
  AeadNonce nonce;
  random.fill(nonce);
  return sealWithNonce(key, nonce, context, plaintext);
}

Bytes Aead::sealWithNonce(ByteView key, const AeadNonce& nonce, ByteView context,
                          ByteView plaintext) {
  checkKey(key);
  EVP_CIPHER_CTX* cipher = sealing_.get();
  Bytes box(kAeadOverheadBytes + plaintext.size());
  std::copy(nonce.begin(), nonce.end(), box.begin());
  std::uint8_t* const body = box.data() + kAeadNonceBytes;
  int length = 0;
  checkOpenSsl(::EVP_EncryptInit_ex2(cipher, nullptr, key.data(), nonce.data(), nullptr), kName);
  if (!context.empty()) {
    checkOpenSsl(::EVP_EncryptUpdate(cipher, nullptr, &length, context.data(), intLength(context)),
                 kName);
  }
  if (!plaintext.empty()) {
    checkOpenSsl(::EVP_EncryptUpdate(cipher, body, &length, plaintext.data(), intLength(plaintext)),
                 kName);
  }
  std::uint8_t* const tag = body + plaintext.size();
  checkOpenSsl(::EVP_EncryptFinal_ex(cipher, tag, &length), kName);
  checkOpenSsl(::EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, kAeadTagBytes, tag), kName);
  return box;
}

std::optional<SecretBytes> Aead::open(ByteView key, ByteView context, ByteView box) {
  checkKey(key);
  if (box.size() < kAeadOverheadBytes) return std::nullopt;
  const ByteView body = box.subspan(kAeadNonceBytes, box.size() - kAeadOverheadBytes);
  const ByteView tagView = box.last(kAeadTagBytes);
  std::array<std::uint8_t, kAeadTagBytes> tag;
  std::copy(tagView.begin(), tagView.end(), tag.begin());
  EVP_CIPHER_CTX* cipher = opening_.get();
  SecretBytes plaintext(body.size());
  int length = 0;
  checkOpenSsl(::EVP_DecryptInit_ex2(cipher, nullptr, key.data(), box.data(), nullptr), kName);
  checkOpenSsl(::EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, kAeadTagBytes, tag.data()),
               kName);
  if (!context.empty()) {
    checkOpenSsl(::EVP_DecryptUpdate(cipher, nullptr, &length, context.data(), intLength(context)),
                 kName);
  }
  if (!body.empty()) {
    checkOpenSsl(
        ::EVP_DecryptUpdate(cipher, plaintext.span().data(), &length, body.data(), intLength(body)),
        kName);
  }
  std::array<std::uint8_t, kAeadTagBytes> nothing;
  if (::EVP_DecryptFinal_ex(cipher, nothing.data(), &length) != 1) {
    forgetOpenSslErrors();
    return std::nullopt;
  }
  return plaintext;
}

}  // namespace minutebook

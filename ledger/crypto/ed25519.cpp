#include "ledger/crypto/ed25519.h"

#include <openssl/evp.h>

#include <algorithm>

#include "ledger/base/fault.h"
#include "ledger/crypto/openssl.h"

namespace minutebook {

namespace {

constexpr std::size_t kSeedBytes = 32;

struct FreeMdContext {
  void operator()(EVP_MD_CTX* context) const noexcept { ::EVP_MD_CTX_free(context); }
};
using MdContext = std::unique_ptr<EVP_MD_CTX, FreeMdContext>;

template <typename Fixed>
std::optional<Fixed> fixedOf(ByteView from) {
  Fixed value;
  if (from.size() != value.bytes.size()) return std::nullopt;
  std::copy(from.begin(), from.end(), value.bytes.begin());
  return value;
}

}  // namespace

std::optional<PublicKey> PublicKey::of(ByteView from) {
  return fixedOf<PublicKey>(from);
}
std::optional<Signature> Signature::of(ByteView from) {
  return fixedOf<Signature>(from);
}

void FreePkey::operator()(evp_pkey_st* key) const noexcept {
  ::EVP_PKEY_free(key);
}

SigningKey::SigningKey(SecretBytes seed)
    : seed_(std::move(seed)),
      key_(checkOpenSsl(::EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                                                       seed_.view().data(), seed_.size()),
                        "Ed25519 key")) {
  std::size_t length = publicKey_.bytes.size();
  checkOpenSsl(::EVP_PKEY_get_raw_public_key(key_.get(), publicKey_.bytes.data(), &length),
               "Ed25519 public key");
}

SigningKey SigningKey::fromSeed(ByteView seed) {
  if (seed.size() != kSeedBytes) throw Fault(FaultKind::kBug, "an Ed25519 seed has 32 bytes");
  return SigningKey(SecretBytes(seed));
}

SigningKey SigningKey::generate(RandomSource& random) {
  SecretBytes seed(kSeedBytes);
  random.fill(seed.span());
  return SigningKey(std::move(seed));
}

Signature SigningKey::sign(ByteView message) const {
  MdContext context(checkOpenSsl(::EVP_MD_CTX_new(), "Ed25519 signature"));
  checkOpenSsl(::EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()),
               "Ed25519 signature");
  Signature signature;
  std::size_t length = signature.bytes.size();
  checkOpenSsl(::EVP_DigestSign(context.get(), signature.bytes.data(), &length, message.data(),
                                message.size()),
               "Ed25519 signature");
  return signature;
}

VerifyKey::VerifyKey(const PublicKey& publicKey)
    : publicKey_(publicKey),
      key_(checkOpenSsl(
          ::EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, publicKey.bytes.data(),
                                        publicKey.bytes.size()),
          "Ed25519 public key")) {}

bool VerifyKey::verify(ByteView message, const Signature& signature) const {
  MdContext context(checkOpenSsl(::EVP_MD_CTX_new(), "Ed25519 check"));
  checkOpenSsl(::EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()),
               "Ed25519 check");
  const int result = ::EVP_DigestVerify(context.get(), signature.bytes.data(),
                                        signature.bytes.size(), message.data(), message.size());
  if (result != 1) forgetOpenSslErrors();
  return result == 1;
}

bool verify(const PublicKey& publicKey, ByteView message, const Signature& signature) {
  return VerifyKey(publicKey).verify(message, signature);
}

}  // namespace minutebook

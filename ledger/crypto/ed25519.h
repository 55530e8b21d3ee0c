// ledger/crypto/ed25519.h
//
// Ed25519 signatures (RFC 8032, the pure form without context).

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>

#include "ledger/base/bytes.h"
#include "ledger/crypto/random.h"
#include "ledger/crypto/secret_bytes.h"

// OpenSSL's own name; its headers stay inside ledger/crypto/*.cpp.
struct evp_pkey_st;

namespace minutebook {

/// 32 bytes that name who signed. All zero when default-made, which is nobody's key.
struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};

  auto operator<=>(const PublicKey&) const = default;
  ByteView view() const { return {bytes.data(), bytes.size()}; }
  /// Nothing unless `from` is exactly 32 bytes.
  static std::optional<PublicKey> of(ByteView from);
};

/// 64 bytes: R || S.
struct Signature {
  std::array<std::uint8_t, 64> bytes{};

  auto operator<=>(const Signature&) const = default;
  ByteView view() const { return {bytes.data(), bytes.size()}; }
  /// Nothing unless `from` is exactly 64 bytes.
  static std::optional<Signature> of(ByteView from);
};

/// Gives an OpenSSL key back.
struct FreePkey {
  /// Null is fine.
  void operator()(evp_pkey_st* key) const noexcept;
};

/// A private key. Moved, not copied; wiped by the destructor. One thread at a time.
class SigningKey {
 public:
  /// From the 32-byte seed of RFC 8032 section 5.1.5. Throws kBug at any other length.
  static SigningKey fromSeed(ByteView seed);
  static SigningKey generate(RandomSource& random);

  /// The one signature of this key over exactly `message`: Ed25519 draws no randomness.
  Signature sign(ByteView message) const;
  const PublicKey& publicKey() const noexcept { return publicKey_; }
  /// The seed, for wrapping. The view lives as long as this key.
  ByteView seed() const noexcept { return seed_.view(); }

 private:
  explicit SigningKey(SecretBytes seed);

  SecretBytes seed_;
  std::unique_ptr<evp_pkey_st, FreePkey> key_;
  PublicKey publicKey_;
};

/// A public key made ready once, to check many signatures.
class VerifyKey {
 public:
  /// Takes any 32 bytes: under those that are no point of the curve nothing verifies.
  explicit VerifyKey(const PublicKey& publicKey);

  /// Whether `signature` is this key's over exactly `message`.
  bool verify(ByteView message, const Signature& signature) const;
  const PublicKey& publicKey() const noexcept { return publicKey_; }

 private:
  PublicKey publicKey_;
  std::unique_ptr<evp_pkey_st, FreePkey> key_;
};

/// One check by a key made for it. For many signatures by one key, keep a VerifyKey.
bool verify(const PublicKey& publicKey, ByteView message, const Signature& signature);

}  // namespace minutebook

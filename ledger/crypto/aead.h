// ledger/crypto/aead.h
//
// AES-256-GCM (NIST SP 800-38D): what seals openings and wraps keys.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "ledger/base/bytes.h"
#include "ledger/crypto/random.h"
#include "ledger/crypto/secret_bytes.h"

// OpenSSL's own names; its headers stay inside ledger/crypto/*.cpp.
struct evp_cipher_ctx_st;
struct evp_cipher_st;

namespace minutebook {

constexpr std::size_t kAeadKeyBytes = 32;
constexpr std::size_t kAeadNonceBytes = 12;
constexpr std::size_t kAeadTagBytes = 16;
/// What a box is longer than what it holds: nonce and tag.
constexpr std::size_t kAeadOverheadBytes = kAeadNonceBytes + kAeadTagBytes;

using AeadNonce = std::array<std::uint8_t, kAeadNonceBytes>;

/// Seals and opens boxes: nonce (12) || ciphertext || tag (16).
///
/// A resource with re-used contexts; moved, not copied; one thread at a time. Keys are 32 bytes;
/// any other length throws kBug.
class Aead {
 public:
  Aead();
  Aead(Aead&&) noexcept;
  Aead& operator=(Aead&&) noexcept;
  ~Aead();

  /// A box under a fresh random nonce. `context` (the AAD) is authenticated, not stored: whoever
  /// opens the box must know it.
  Bytes seal(ByteView key, ByteView context, ByteView plaintext, RandomSource& random);
  /// As seal() with the nonce given. A nonce must never serve twice under one key: for tests and
  /// for callers that can prove it.
  Bytes sealWithNonce(ByteView key, const AeadNonce& nonce, ByteView context, ByteView plaintext);
  /// What the box holds, or nothing: other key, other context, or a changed box. Which of them
  /// cannot be told.
  std::optional<SecretBytes> open(ByteView key, ByteView context, ByteView box);

 private:
  struct FreeContext {
    void operator()(evp_cipher_ctx_st* context) const noexcept;
  };
  struct FreeAlgorithm {
    void operator()(evp_cipher_st* algorithm) const noexcept;
  };

  std::unique_ptr<evp_cipher_st, FreeAlgorithm> algorithm_;
  std::unique_ptr<evp_cipher_ctx_st, FreeContext> sealing_;
  std::unique_ptr<evp_cipher_ctx_st, FreeContext> opening_;
};

}  // namespace minutebook

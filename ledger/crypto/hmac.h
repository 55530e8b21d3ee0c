// ledger/crypto/hmac.h
//
// HMAC-SHA-256 (RFC 2104, FIPS 198-1): import ids, and the check value of a passphrase.

#pragma once

#include <memory>

#include "ledger/base/bytes.h"

// OpenSSL's own name; its headers stay inside ledger/crypto/*.cpp.
struct evp_mac_ctx_st;

namespace minutebook {

/// A keyed hasher for many messages under one key. Moved, not copied; one thread at a time.
class HmacSha256 {
 public:
  /// The key may have any length, and is not kept by reference.
  explicit HmacSha256(ByteView key);
  HmacSha256(HmacSha256&&) noexcept;
  HmacSha256& operator=(HmacSha256&&) noexcept;
  ~HmacSha256();

  /// Adds bytes to the current message.
  void update(ByteView bytes);
  /// The code of everything since the last finish(); the next message starts empty.
  Hash finish();

  /// The code of the views one after the other, as one message.
  template <typename... Views>
  Hash of(const Views&... views) {
    (update(ByteView(views)), ...);
    return finish();
  }

 private:
  struct FreeContext {
    void operator()(evp_mac_ctx_st* context) const noexcept;
  };

  std::unique_ptr<evp_mac_ctx_st, FreeContext> context_;
};

}  // namespace minutebook

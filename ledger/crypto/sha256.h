// ledger/crypto/sha256.h
//
// SHA-256 (FIPS 180-4), the one hash of every format here.

#pragma once

#include <initializer_list>
#include <memory>

#include "ledger/base/bytes.h"

// OpenSSL's own names; its headers stay inside ledger/crypto/*.cpp.
struct evp_md_ctx_st;
struct evp_md_st;

namespace minutebook {

/// A hasher to be made once and passed down: one fetched algorithm, one context, reset for each
/// message. That is twice as fast as a fresh context and four times for 65-byte tree nodes.
///
/// A resource: moved, not copied. One thread at a time. Always ready for the first byte of a
/// message after construction and after finish().
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  /// Adds bytes to the current message.
  void update(ByteView bytes);
  /// The hash of everything since the last finish(); the next message starts empty.
  Hash finish();

  /// The hash of the views one after the other, as one message. Must not be called between
  /// update() and finish().
  template <typename... Views>
  Hash of(const Views&... views) {
    (update(ByteView(views)), ...);
    return finish();
  }
  /// The same for a message that is no secret. A short one is put together on the stack first, and
  /// left there: each piece more takes longer than that.
  Hash ofPublic(std::initializer_list<ByteView> pieces);

 private:
  struct FreeContext {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  struct FreeAlgorithm {
    void operator()(evp_md_st* algorithm) const noexcept;
  };

  std::unique_ptr<evp_md_st, FreeAlgorithm> algorithm_;
  std::unique_ptr<evp_md_ctx_st, FreeContext> context_;
};

/// One hash by a hasher of its own. For a single message; in a loop pass a Sha256 down.
Hash sha256(ByteView message);

}  // namespace minutebook

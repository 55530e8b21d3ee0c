// ledger/crypto/secret_bytes.h
//
// Bytes that must not linger in memory: seeds, data keys, passphrases.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "ledger/base/bytes.h"

namespace minutebook {

/// A fixed number of bytes, wiped before the memory is given back. Moved, never copied by accident:
/// clone() says so at the call.
class SecretBytes {
 public:
  SecretBytes() = default;
  /// `size` zero bytes, to be filled through span().
  explicit SecretBytes(std::size_t size);
  /// A copy of `bytes`; wiping the original is the caller's.
  explicit SecretBytes(ByteView bytes);
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  ~SecretBytes();

  ByteView view() const noexcept { return {data_.get(), size_}; }
  std::span<std::uint8_t> span() noexcept { return {data_.get(), size_}; }
  std::size_t size() const noexcept { return size_; }
  SecretBytes clone() const { return SecretBytes(view()); }

 private:
  std::unique_ptr<std::uint8_t[]> data_;
  std::size_t size_ = 0;
};

/// Overwrites `bytes` in a way the compiler may not leave out.
void wipe(std::span<std::uint8_t> bytes) noexcept;
/// The same for a text, which is empty afterwards.
void wipeText(std::string& text) noexcept;

}  // namespace minutebook

#include "ledger/crypto/secret_bytes.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <utility>

namespace minutebook {

SecretBytes::SecretBytes(std::size_t size)
    : data_(std::make_unique<std::uint8_t[]>(size)), size_(size) {}

SecretBytes::SecretBytes(ByteView bytes) : SecretBytes(bytes.size()) {
  std::copy(bytes.begin(), bytes.end(), data_.get());
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::move(other.data_)), size_(std::exchange(other.size_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

SecretBytes::~SecretBytes() {
  if (data_ != nullptr) wipe(span());
}

void wipe(std::span<std::uint8_t> bytes) noexcept {
  ::OPENSSL_cleanse(bytes.data(), bytes.size());
}

void wipeText(std::string& text) noexcept {
  // All that was ever in this string's memory, also what it has been shortened from.
  ::OPENSSL_cleanse(text.data(), text.capacity());
  text.clear();
}

}  // namespace minutebook

// tests/support/fixed_random.h
//
// "Random" bytes that are the same in every run, so that golden files can hold what they make.

#pragma once

#include <cstdint>

#include "ledger/crypto/random.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// The blocks SHA-256(u64 big-endian 0), SHA-256(u64 big-endian 1), ... one after the other.
class FixedRandom : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) {
      if (used_ == block_.bytes.size()) {
        Bytes counter;
        appendU64(counter, next_++);
        block_ = sha256(counter);
        used_ = 0;
      }
      byte = block_.bytes[used_++];
    }
  }
  std::unique_ptr<RandomSource> another() override {
    auto other = std::make_unique<FixedRandom>();
    other->next_ = ++others_ << 32;
    return other;
  }

 private:
  Hash block_;
  std::size_t used_ = 32;
  std::uint64_t next_ = 0;
  std::uint64_t others_ = 0;
};

}  // namespace minutebook

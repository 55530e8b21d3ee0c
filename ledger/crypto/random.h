// ledger/crypto/random.h
//
// Where randomness comes from. Everything that needs it takes a RandomSource, so a test can give a
// fixed one and main() gives the system's.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace minutebook {

/// Fills spans with bytes nobody can guess (or, in a test, with known ones).
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  /// Overwrites all of `out`. Throws kIo if the system has no randomness to give.
  virtual void fill(std::span<std::uint8_t> out) = 0;
  /// A source of its own, for another thread; it gives other bytes than this one.
  virtual std::unique_ptr<RandomSource> another() = 0;
};

/// OpenSSL's generator, drawn in blocks because a draw costs far more than the bytes.
///
/// A resource: one thread at a time, and not to be used on both sides of a fork. Bytes handed out
/// are wiped from the block.
class SystemRandom : public RandomSource {
 public:
  SystemRandom() = default;
  SystemRandom(const SystemRandom&) = delete;
  SystemRandom& operator=(const SystemRandom&) = delete;
  ~SystemRandom() override;

  void fill(std::span<std::uint8_t> out) override;
  std::unique_ptr<RandomSource> another() override;

 private:
  std::array<std::uint8_t, 4096> block_{};
  std::size_t used_ = 4096;  // Bytes of block_ already handed out.
};

}  // namespace minutebook

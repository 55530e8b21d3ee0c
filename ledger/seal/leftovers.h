// ledger/seal/leftovers.h
//
// Looks for text that was erased in places where it must not be any more, in the forms in which
// programs write text. Holds the text in memory until it is let go, and wipes it then.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// Shorter texts stand in too many places by chance to be looked for.
inline constexpr std::size_t kLeftoverBytesMin = 6;
/// Of longer texts the beginning is looked for.
inline constexpr std::size_t kLeftoverBytesMax = 256;

/// The texts that are looked for. A resource: neither copied nor moved.
class Leftovers {
 public:
  Leftovers();
  Leftovers(const Leftovers&) = delete;
  Leftovers& operator=(const Leftovers&) = delete;

  /// Adds an opened value: a text, or the texts inside a struct. Each is looked for as UTF-8, as a
  /// JSON string with and without \u escapes, and as UTF-16 of either byte order.
  void add(ByteView value);

  std::uint64_t values() const { return values_; }
  /// Values that hold no text long enough to be looked for.
  std::uint64_t notSearched() const { return notSearched_; }

  /// How often one of them stands in `bytes`.
  std::uint64_t countIn(ByteView bytes) const;
  /// The same for a whole file; nothing if it cannot be read.
  std::optional<std::uint64_t> countInFile(const std::filesystem::path& file) const;

 private:
  void addText(std::string_view text);
  void addNeedle(ByteView needle);
  /// Of those that begin before `end`.
  std::uint64_t countIn(ByteView bytes, std::size_t end) const;

  std::vector<SecretBytes> needles_;
  std::vector<std::vector<std::uint32_t>> byBeginning_;  // By the first two bytes.
  std::size_t longest_ = 0;
  std::uint64_t values_ = 0;
  std::uint64_t notSearched_ = 0;
};

}  // namespace minutebook

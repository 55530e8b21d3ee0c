// ledger/seal/leftovers.h
//
// Looks for text that was erased in places where it must not be any more, in the forms in which
// programs write text. Holds the text in memory until it is let go, and wipes it then.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// Shorter texts stand in too many places by chance to be looked for.
inline constexpr std::size_t kLeftoverBytesMin = 6;
/// Of longer texts the beginning is looked for.
inline constexpr std::size_t kLeftoverBytesMax = 256;
/// The same where they are looked for as base64 and hex, which programs break into lines.
inline constexpr std::size_t kLeftoverCodedBytesMax = 48;

/// How often each value stands somewhere, by its number; only those that do.
using LeftoverHits = std::map<std::size_t, std::uint64_t>;

/// The texts that are looked for. A resource: neither copied nor moved.
class Leftovers {
 public:
  Leftovers();
  Leftovers(const Leftovers&) = delete;
  Leftovers& operator=(const Leftovers&) = delete;

  /// Adds an opened value: a text, or the texts inside a struct. Each is looked for as UTF-8, as a
  /// JSON string with and without \u escapes, as UTF-16 of either byte order, as base64 wherever
  /// it begins, and as hex. `what` says in words where it stood, never what it says.
  void add(ByteView value, std::string what);
  /// Adds an opened value that is no text, such as the hash of a document: looked for as it is, as
  /// base64 and as hex.
  void addBytes(ByteView value, std::string what);

  /// Values that stand in `text`, which everybody has, say nothing where they are found.
  void setAside(std::string_view text);
  bool isSetAside(std::size_t value) const { return setAside_.contains(value); }

  std::uint64_t values() const { return what_.size(); }
  /// Values that hold no text long enough to be looked for.
  std::uint64_t notSearched() const { return notSearched_; }
  /// In words, as it was given.
  const std::string& what(std::size_t value) const { return what_[value]; }

  /// Which of them stand in `bytes`.
  LeftoverHits hitsIn(ByteView bytes) const;
  /// The same for a whole file; nothing if it cannot be read.
  std::optional<LeftoverHits> hitsInFile(const std::filesystem::path& file) const;

 private:
  struct Needle {
    SecretBytes bytes;
    std::size_t value;
  };
  void addText(std::string_view text);
  void addCoded(ByteView bytes);
  void addNeedle(ByteView needle);
  /// Adds those that begin before `end`.
  void search(ByteView bytes, std::size_t end, LeftoverHits& hits) const;

  std::vector<Needle> needles_;
  std::vector<std::vector<std::uint32_t>> byBeginning_;  // By their first bytes.
  std::size_t longest_ = 0;
  std::vector<std::string> what_;
  std::set<std::size_t> setAside_;
  std::uint64_t notSearched_ = 0;
};

}  // namespace minutebook

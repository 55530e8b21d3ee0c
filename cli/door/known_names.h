// cli/door/known_names.h
//
// The sealed names of those who take part, so that they are noticed where everybody reads.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "cli/door/words.h"
#include "ledger/crypto/hmac.h"
#include "ledger/crypto/random.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// Bytes [from, to) of a text that are a name.
struct NameStretch {
  std::size_t from = 0;
  std::size_t to = 0;
  bool surname = false;  ///< The surname by itself.
};

/// Names of two words or more, kept in memory as keyed hashes only. One thread at a time.
class KnownNames {
 public:
  /// The key of the hashes is random and lives as long as this.
  explicit KnownNames(RandomSource& random);

  /// The whole name, its first and last word, its surname by itself unless that is an ordinary word
  /// or a place, and what people make ids of it: "akhan", "ashak". Names of one word are not kept:
  /// they are too often words.
  void add(std::string_view name);
  bool empty() const { return hashes_.empty(); }

  /// Every name in `text`, whose words are `words`: capitals or none, any spaces, surname first
  /// with a comma. A name of ordinary words, and a surname by itself, count with capitals only.
  std::vector<NameStretch> in(std::string_view text, const std::vector<Word>& words) const;
  /// Whether an id holds a name: "RosaSample", "rosa-sample-2", "rosasample", "P-RSample",
  /// "sample".
  bool inId(std::string_view id) const;

 private:
  void keep(std::string_view name);
  /// A word that counts by itself: anywhere, or in ids only.
  void keepAlone(std::string_view tag, std::string word);
  bool containsAlone(std::string_view tag, std::string_view word) const;
  std::uint64_t hashOf(std::string_view words) const;
  /// A cheap first look: most words of a text begin no name.
  std::size_t bitOf(std::string_view word) const;
  bool mayBegin(std::string_view word) const { return begins_[bitOf(word)]; }
  bool contains(std::string_view words) const;
  bool isFormOfTwo(std::string_view id, const Word& first, const Word& second) const;
  bool isName(std::string_view text, const std::vector<Word>& named) const;

  SecretBytes key_;
  mutable HmacSha256 hasher_;  // Holds nothing between two of them.
  std::unordered_set<std::uint64_t> hashes_;
  std::vector<bool> begins_;
  std::vector<bool> alone_;  // The same of words that count by themselves.
};

/// Whether an id holds the initials of `name`: "P-AK" and "ak2" those of Asha Khan. The letters
/// that ids of a group of expertise begin with, as LE-1, are not taken for somebody's.
bool holdsInitials(std::string_view id, std::string_view name);

}  // namespace minutebook

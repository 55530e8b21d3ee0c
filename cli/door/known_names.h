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
#include "ledger/crypto/random.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// Bytes [from, to) of a text that are a name.
struct NameStretch {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// Names of two words or more, kept in memory as keyed hashes only.
class KnownNames {
 public:
  /// The key of the hashes is random and lives as long as this.
  explicit KnownNames(RandomSource& random);

  /// Both the whole name and its first and last word. Names of one word are not kept: they are too
  /// often words.
  void add(std::string_view name);
  bool empty() const { return hashes_.empty(); }

  /// Every name in `text`, whose words are `words`: capitals or none, any spaces, surname first
  /// with a comma. A name of ordinary words counts with capitals only.
  std::vector<NameStretch> in(std::string_view text, const std::vector<Word>& words) const;
  /// Whether an id holds a name: "RosaSample", "rosa-sample-2", "rosasample".
  bool inId(std::string_view id) const;

 private:
  void keep(std::string_view name);
  std::uint64_t hashOf(std::string_view words) const;
  /// A cheap first look: most words of a text begin no name.
  std::size_t bitOf(std::string_view word) const;
  bool mayBegin(std::string_view word) const { return begins_[bitOf(word)]; }
  bool contains(std::string_view words) const;
  bool isName(std::string_view text, const std::vector<Word>& named) const;

  SecretBytes key_;
  std::unordered_set<std::uint64_t> hashes_;
  std::vector<bool> begins_;
};

}  // namespace minutebook

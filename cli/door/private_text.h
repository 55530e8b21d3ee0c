// cli/door/private_text.h
//
// Does a text that everybody will read look as if it names or identifies somebody? A guess, made
// before recording, so that somebody can think twice. What counts: docs/data-protection.md.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ledger/crypto/random.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// What a stretch of text looks like.
enum class LooksLike {
  kKnownName,     ///< The sealed name of somebody who takes part in this ledger.
  kName,          ///< "Mrs Example", "my name is ..."
  kEmail,         ///< An e-mail address.
  kPhone,         ///< A telephone number, other than a freephone or service number.
  kBankAccount,   ///< A bank account: IBAN, or sort code and account number.
  kCard,          ///< A payment card.
  kPersonNumber,  ///< A National Insurance, benefit, NHS or passport number.
};

/// "an e-mail address"
std::string_view inWords(LooksLike what);

/// A stretch of a text, in characters from 1, as people count.
struct PrivateSpot {
  LooksLike what = LooksLike::kName;
  std::size_t first = 0;
  std::size_t last = 0;

  bool operator==(const PrivateSpot&) const = default;
};

/// Names of two words or more, kept in memory as keyed hashes only.
class KnownNames {
 public:
  /// The key of the hashes is random and lives as long as this.
  explicit KnownNames(RandomSource& random);

  /// Both the whole name and its first and last word. Names of one word are not kept: they are too
  /// often words.
  void add(std::string_view name);
  /// Whether these words, with single spaces between, are a name. Capitals do not count.
  bool contains(std::string_view words) const;
  bool empty() const { return hashes_.empty(); }

 private:
  std::uint64_t hashOf(std::string_view words) const;

  SecretBytes key_;
  std::unordered_set<std::uint64_t> hashes_;
};

/// Every stretch of `text`, UTF-8, that looks private, in its order; none lies within another.
std::vector<PrivateSpot> privateSpots(std::string_view text, const KnownNames& names);

}  // namespace minutebook

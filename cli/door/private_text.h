// cli/door/private_text.h
//
// Does a text that everybody will read look as if it names or identifies somebody? A guess, made
// before recording, so that somebody can think twice. What counts: docs/data-protection.md.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "cli/door/known_names.h"

namespace minutebook {

/// What a stretch of text looks like.
enum class LooksLike {
  kKnownName,     ///< The sealed name of somebody who takes part in this ledger.
  kKnownSurname,  ///< The surname of one of them, by itself.
  kInitials,      ///< In an id: the initials of the person it is for.
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

/// Every stretch of `text`, UTF-8, that looks private, in its order; none lies within another.
std::vector<PrivateSpot> privateSpots(std::string_view text, const KnownNames& names);

/// The whole of an id, if a name stands in it, or the initials of whom it is for; `theirName` is
/// empty where it is nobody's.
std::vector<PrivateSpot> privateSpotsOfId(std::string_view id, const KnownNames& names,
                                          std::string_view theirName = {});

/// Whether known names could make a difference to what is said of a text, or of an id.
bool mayHoldAName(std::string_view text);

}  // namespace minutebook

// cli/door/private_numbers.h
//
// Addresses and numbers that lead to one person, by their form alone. Private to private_text.

#pragma once

#include <string_view>
#include <vector>

#include "cli/door/private_text.h"

namespace minutebook {

/// Bytes [from, to) of a text.
struct Stretch {
  LooksLike what = LooksLike::kName;
  std::size_t from = 0;
  std::size_t to = 0;
};

inline bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
inline bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Adds every e-mail address and every number of a telephone, account, card or person, in no order.
void findPrivateNumbers(std::string_view text, std::vector<Stretch>& found);

}  // namespace minutebook

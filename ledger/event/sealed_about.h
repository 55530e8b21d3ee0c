// ledger/event/sealed_about.h
//
// Whom a sealed field is about, as the schema says it: one name, or several with a comma between.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// The names in SealedBy.about, in order; the first that names one person or group counts.
inline std::vector<std::string> aboutInOrder(std::string_view about) {
  constexpr std::string_view kBetween = ", ";
  std::vector<std::string> names;
  for (;;) {
    const std::size_t end = about.find(kBetween);
    names.emplace_back(about.substr(0, end));
    if (end == about.npos) return names;
    about.remove_prefix(end + kBetween.size());
  }
}

}  // namespace minutebook

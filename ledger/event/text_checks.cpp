#include "ledger/event/text_checks.h"

#include <cstdint>
#include <cstring>

#include "ledger/base/utf8.h"

namespace minutebook {

namespace {

/// Whether all eight bytes are from 0x20 to 0x7e.
bool isPlain(std::uint64_t eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kTops = 0x80 * kOnes;
  const bool isBelow = ((eight | (eight + kOnes)) & kTops) == 0;
  return isBelow && (((eight | kTops) - 0x20 * kOnes) & kTops) == kTops;
}

}  // namespace

std::optional<std::string> textProblem(std::string_view text) {
  while (!text.empty()) {
    // Most text is plain ASCII.
    if (std::uint64_t eight = 0; text.size() >= sizeof eight) {
      std::memcpy(&eight, text.data(), sizeof eight);
      if (isPlain(eight)) {
        text.remove_prefix(sizeof eight);
        continue;
      }
    }
    if (text.front() >= 0x20 && text.front() < 0x7f) {
      text.remove_prefix(1);
      continue;
    }
    std::optional<char32_t> c = takeCharacter(text);
    if (!c) return "is not UTF-8";
    bool control = (*c < 0x20 && *c != '\n' && *c != '\t') || (*c >= 0x7f && *c < 0xa0);
    if (control) return "holds a control character";
  }
  return std::nullopt;
}

std::vector<std::string> splitAtCommas(std::string_view text) {
  std::vector<std::string> pieces;
  while (true) {
    std::size_t comma = text.find(',');
    std::string_view piece = text.substr(0, comma);
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    pieces.emplace_back(piece);
    if (comma == text.npos) return pieces;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace minutebook

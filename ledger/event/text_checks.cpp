#include "ledger/event/text_checks.h"

#include "ledger/base/utf8.h"

namespace minutebook {

std::optional<std::string> textProblem(std::string_view text) {
  while (!text.empty()) {
    // Most text is plain ASCII.
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

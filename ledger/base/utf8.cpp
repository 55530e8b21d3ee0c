#include "ledger/base/utf8.h"

#include <cstdint>
#include <optional>

namespace minutebook {

namespace {

/// What the first byte of a character says about it.
struct Lead {
  std::size_t bytes;  // 0: not a first byte.
  char32_t bits;      // Of the code point, from this byte.
  char32_t minimum;   // Below it the form is overlong.
};

Lead leadOf(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

bool isSpace(char32_t point) {
  return (point >= 0x09 && point <= 0x0D) || point == 0x20 || point == 0x85 || point == 0xA0 ||
         point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
         point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

}  // namespace

std::optional<char32_t> takeCharacter(std::string_view& text) {
  const Lead lead = leadOf(static_cast<unsigned char>(text[0]));
  if (lead.bytes == 0 || text.size() < lead.bytes) return std::nullopt;
  char32_t point = lead.bits;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return std::nullopt;
    point = point << 6 | (byte & 0x3Fu);
  }
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  if (point < lead.minimum || point > 0x10FFFF || surrogate) return std::nullopt;
  text.remove_prefix(lead.bytes);
  return point;
}

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    if (!takeCharacter(text)) return false;
  }
  return true;
}

bool hasUnicodeSpace(std::string_view text) {
  while (!text.empty()) {
    const std::optional<char32_t> point = takeCharacter(text);
    if (!point) return false;
    if (isSpace(*point)) return true;
  }
  return false;
}

}  // namespace minutebook

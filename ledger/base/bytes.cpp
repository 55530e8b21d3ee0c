#include "ledger/base/bytes.h"

#include <algorithm>

namespace minutebook {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";
constexpr char kBase64Digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// 0..15, or -1 for anything that is not a lowercase hex digit.
int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// 0..63, or -1 for anything outside the alphabet of RFC 4648 section 4.
int base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  if (c == '/') return 63;
  return -1;
}

template <typename Integer>
void appendBigEndian(Bytes& out, Integer value) {
  for (int shift = static_cast<int>(sizeof(Integer)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

template <typename Integer>
Integer readBigEndian(ByteView bytes) {
  Integer value = 0;
  for (std::size_t i = 0; i < sizeof(Integer); ++i) {
    value = static_cast<Integer>((value << 8) | bytes[i]);
  }
  return value;
}

}  // namespace

std::string toHex(ByteView bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (std::uint8_t byte : bytes) {
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 15]);
  }
  return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    int high = hexValue(text[i]);
    int low = hexValue(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

std::string toBase64(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16;
    if (left > 1) group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8;
    if (left > 2) group |= bytes[i + 2];
    text.push_back(kBase64Digits[group >> 18]);
    text.push_back(kBase64Digits[(group >> 12) & 63]);
    text.push_back(left > 1 ? kBase64Digits[(group >> 6) & 63] : '=');
    text.push_back(left > 2 ? kBase64Digits[group & 63] : '=');
  }
  return text;
}

std::optional<Bytes> fromBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  Bytes bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    std::uint32_t group = 0;
    std::size_t digits = i + 4 == text.size() ? 4 - padding : 4;
    for (std::size_t j = 0; j < 4; ++j) {
      int value = j < digits ? base64Value(text[i + j]) : 0;
      if (value < 0) return std::nullopt;
      group = (group << 6) | static_cast<std::uint32_t>(value);
    }
    bytes.push_back(static_cast<std::uint8_t>(group >> 16));
    if (digits > 2) bytes.push_back(static_cast<std::uint8_t>(group >> 8));
    if (digits > 3) bytes.push_back(static_cast<std::uint8_t>(group));
  }
  // The last digit may carry bits that no byte uses; a second spelling of the same bytes is
  // refused.
  if (toBase64(bytes) != text) return std::nullopt;
  return bytes;
}

void appendU8(Bytes& out, std::uint8_t value) {
  out.push_back(value);
}
void appendU16(Bytes& out, std::uint16_t value) {
  appendBigEndian(out, value);
}
void appendU32(Bytes& out, std::uint32_t value) {
  appendBigEndian(out, value);
}
void appendU64(Bytes& out, std::uint64_t value) {
  appendBigEndian(out, value);
}
void append(Bytes& out, ByteView bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}
void append(Bytes& out, std::string_view text) {
  append(out, asBytes(text));
}

std::uint16_t readU16(ByteView bytes) {
  return readBigEndian<std::uint16_t>(bytes);
}
std::uint32_t readU32(ByteView bytes) {
  return readBigEndian<std::uint32_t>(bytes);
}
std::uint64_t readU64(ByteView bytes) {
  return readBigEndian<std::uint64_t>(bytes);
}

std::optional<std::uint64_t> parseDecimal(std::string_view text, std::uint64_t maximum) {
  if (text.empty() || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::uint64_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (maximum - digit) / 10 || digit > maximum) return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

std::optional<Hash> Hash::of(ByteView from) {
  Hash hash;
  if (from.size() != hash.bytes.size()) return std::nullopt;
  std::copy(from.begin(), from.end(), hash.bytes.begin());
  return hash;
}

}  // namespace minutebook

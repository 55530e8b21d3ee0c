// ledger/base/bytes.h
//
// Raw bytes and the few texts they are written in: hex, base64, big-endian integers. Decoders are
// strict: what they accept is exactly what the encoder would have written.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The same bytes seen as bytes or as text; nothing is copied, so the owner must outlive the view.
inline ByteView asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view asText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes toBytes(ByteView view) {
  return {view.begin(), view.end()};
}
inline bool sameBytes(ByteView a, ByteView b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

/// Lowercase hex, two digits a byte.
std::string toHex(ByteView bytes);
/// Nothing unless `text` is an even number of lowercase hex digits.
std::optional<Bytes> fromHex(std::string_view text);

/// RFC 4648 section 4, with padding.
std::string toBase64(ByteView bytes);
/// Nothing unless `text` is exactly what toBase64 writes: padded, no spaces, unused bits zero.
std::optional<Bytes> fromBase64(std::string_view text);

/// Appends to a message that is hashed, signed or MACed. Integers are big-endian (formats:
/// settled).
void appendU8(Bytes& out, std::uint8_t value);
void appendU16(Bytes& out, std::uint16_t value);
void appendU32(Bytes& out, std::uint32_t value);
void appendU64(Bytes& out, std::uint64_t value);
void append(Bytes& out, ByteView bytes);
void append(Bytes& out, std::string_view text);

/// Reads a big-endian integer; the span must be at least that long.
std::uint16_t readU16(ByteView bytes);
std::uint32_t readU32(ByteView bytes);
std::uint64_t readU64(ByteView bytes);

/// A decimal without sign, spaces or leading zeros, at most `maximum`; nothing otherwise.
std::optional<std::uint64_t> parseDecimal(std::string_view text,
                                          std::uint64_t maximum = UINT64_MAX);

/// A SHA-256 value. 32 bytes; all zero when default-made.
struct Hash {
  std::array<std::uint8_t, 32> bytes{};

  auto operator<=>(const Hash&) const = default;
  ByteView view() const { return {bytes.data(), bytes.size()}; }
  /// Nothing unless `from` is exactly 32 bytes.
  static std::optional<Hash> of(ByteView from);
};

}  // namespace minutebook

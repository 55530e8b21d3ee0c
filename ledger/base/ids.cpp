#include "ledger/base/ids.h"

#include <algorithm>

namespace minutebook {

namespace {

bool isAlphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Sets version and variant (RFC 9562 sections 4.1 and 4.2).
void mark(StatementId& id, std::uint8_t version) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | (version << 4));
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
}

}  // namespace

bool isRecordId(std::string_view text) {
  if (text.empty() || text.size() > kRecordIdMax || !isAlphanumeric(text[0])) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return isAlphanumeric(c) || c == '.' || c == '_' || c == '-'; });
}

std::optional<StatementId> StatementId::of(ByteView from) {
  StatementId id;
  if (from.size() != id.bytes.size()) return std::nullopt;
  std::copy(from.begin(), from.end(), id.bytes.begin());
  return id;
}

StatementId StatementId::fromTime(std::int64_t unixSeconds,
                                  const std::array<std::uint8_t, 10>& random) {
  StatementId id;
  auto milliseconds = static_cast<std::uint64_t>(unixSeconds) * 1000;
  for (std::size_t i = 0; i < 6; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
  }
  std::copy(random.begin(), random.end(), id.bytes.begin() + 6);
  mark(id, 7);
  return id;
}

StatementId StatementId::fromMac(const Hash& mac) {
  StatementId id;
  std::copy_n(mac.bytes.begin(), id.bytes.size(), id.bytes.begin());
  mark(id, 8);
  return id;
}

std::string StatementId::text() const {
  std::string hex = toHex(view());
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20);
}

std::optional<StatementId> StatementId::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::string hex;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash != (text[i] == '-')) return std::nullopt;
    if (!dash) hex.push_back(text[i]);
  }
  std::optional<Bytes> bytes = fromHex(hex);
  return bytes ? of(*bytes) : std::nullopt;
}

}  // namespace minutebook

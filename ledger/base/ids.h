// ledger/base/ids.h
//
// The two kinds of name in a ledger: short record ids that a person can say aloud (D-7), and the
// 16-byte statement ids that make saying the same thing twice harmless.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"

namespace minutebook {

/// Longest record id, in characters.
inline constexpr std::size_t kRecordIdMax = 32;

/// True for `[A-Za-z0-9][A-Za-z0-9._-]{0,31}`.
bool isRecordId(std::string_view text);

/// A statement's id: a UUID of version 7 (by hand) or 8 (imports). Source: RFC 9562.
struct StatementId {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const StatementId&) const = default;
  ByteView view() const { return {bytes.data(), bytes.size()}; }

  /// Nothing unless `from` is exactly 16 bytes.
  static std::optional<StatementId> of(ByteView from);

  /// Version 7 from a time, rounded down to the second (a finer time could single out a person),
  /// and ten random bytes. `unixSeconds` is UTC.
  static StatementId fromTime(std::int64_t unixSeconds, const std::array<std::uint8_t, 10>& random);

  /// Version 8 from the first 16 bytes of an HMAC.
  static StatementId fromMac(const Hash& mac);

  /// Lowercase, five groups: 01920000-0000-7000-8000-000000000001.
  std::string text() const;
  /// Strict inverse of text().
  static std::optional<StatementId> parse(std::string_view text);
};

}  // namespace minutebook

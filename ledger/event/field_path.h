// ledger/event/field_path.h
//
// Where in a statement a sealed value stands: the steps that enter its commitment.

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/base/bytes.h"

namespace minutebook {

inline constexpr std::uint16_t kNoListIndex = 0xffff;
/// In place of a kind: the path starts at the Statement (basis, sources), not at the record.
inline constexpr std::uint16_t kEnvelopeKind = 0xffff;
inline constexpr std::size_t kPathStepsMax = 8;

/// One field on the way to a sealed value.
struct PathStep {
  std::uint16_t ordinal = 0;           ///< Of the field, as the schema numbers it. Groups add none.
  std::uint16_t index = kNoListIndex;  ///< Place in a list.

  auto operator<=>(const PathStep&) const = default;
};

/// kind, then the steps from the record's struct (or the Statement) down to the sealed field.
struct FieldPath {
  std::uint16_t kind = 0;
  std::vector<PathStep> steps;

  auto operator<=>(const FieldPath&) const = default;

  /// u16 kind || u8 n || n x (u16 ordinal || u16 index), big-endian: part of the commitment's
  /// message and the key of the stored opening.
  Bytes bytes() const;
  /// Strict inverse of bytes(); nothing otherwise.
  static std::optional<FieldPath> parse(ByteView bytes);
};

}  // namespace minutebook

// ledger/event/slot.h
//
// Where values lie in a struct. Source: Cap'n Proto encoding, "Structs".

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace minutebook {

/// No struct of the schema has more; the catalogue refuses one that does.
inline constexpr std::uint32_t kDataBitsMax = 256;
inline constexpr std::uint32_t kPointersMax = 64;

/// Where a field's value lies in its struct.
struct Slot {
  bool pointer = false;
  std::uint32_t offset = 0;  ///< Bits into the data section, or the pointer's place.
  std::uint32_t bits = 0;    ///< Of data; 0 for Void, pointers and groups.
};

/// Bits and pointers of a struct.
struct SlotSet {
  std::array<std::uint64_t, kDataBitsMax / 64> data{};
  std::uint64_t pointers = 0;

  /// What belongs to one field.
  void add(const Slot& slot) {
    if (slot.pointer) {
      pointers |= std::uint64_t{1} << slot.offset;
    } else if (slot.bits != 0) {
      data[slot.offset / 64] |= ~std::uint64_t{0} >> (64 - slot.bits) << slot.offset % 64;
    }
  }
  /// What belongs to another set.
  void addAll(const SlotSet& other) {
    for (std::size_t i = 0; i < data.size(); ++i) data[i] |= other.data[i];
    pointers |= other.pointers;
  }
};

}  // namespace minutebook

// ledger/event/pointer_word.h
//
// A Cap'n Proto pointer, taken apart. Source: Cap'n Proto encoding, "Structs" and "Lists". Private
// to ledger/event.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace minutebook {

inline constexpr std::size_t kWordBytes = 8;

/// The word at `bytes`, which need not be aligned.
inline std::uint64_t wordAt(const std::uint8_t* bytes) {
  static_assert(std::endian::native == std::endian::little, "words are read as they lie");
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kWordBytes);
  return word;
}

/// How large a list's elements are; its numbers are those of the encoding.
enum class ElementSize : unsigned {
  kVoid,
  kBit,
  kByte,
  kTwoBytes,
  kFourBytes,
  kEightBytes,
  kPointer,
  kStruct,  ///< A tag word stands in front of them that tells their size.
};

/// What the 64 bits of a pointer say.
struct PointerWord {
  /// Its lowest two bits.
  enum class Kind : unsigned { kStruct, kList, kFar, kOther };

  std::uint64_t bits = 0;

  bool isNull() const { return bits == 0; }
  Kind kind() const { return static_cast<Kind>(bits & 3); }
  /// Words between the pointer and what it leads to.
  std::int64_t skip() const { return static_cast<std::int32_t>(bits) >> 2; }

  /// Of a struct, and of each in a list if this is the list's tag.
  std::uint32_t dataWords() const { return static_cast<std::uint32_t>(bits >> 32 & 0xffff); }
  std::uint32_t pointers() const { return static_cast<std::uint32_t>(bits >> 48); }
  std::uint32_t words() const { return dataWords() + pointers(); }

  ElementSize elementSize() const { return static_cast<ElementSize>(bits >> 32 & 7); }
  /// Of a list: elements; of one of structs: words, without the tag.
  std::uint32_t length() const { return static_cast<std::uint32_t>(bits >> 35); }
  /// Of a list's tag.
  std::uint32_t elements() const { return static_cast<std::uint32_t>(bits) >> 2; }
};

}  // namespace minutebook

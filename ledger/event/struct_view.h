// ledger/event/struct_view.h
//
// Structs, lists and texts of canonical bytes, read where they lie through the slots that the
// catalogue keeps. Cap'n Proto's own dynamic reader asks the schema again for every field, and its
// plain one looks at bounds again. Private to ledger/event.

#pragma once

#include <capnp/message.h>

#include <cstdint>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/event/canonical.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/pointer_word.h"

namespace minutebook {

class ListView;

/// Of every Sealed struct: the one thing it holds.
inline constexpr Slot kCommitment{true, 0, 0};

/// One struct of canonical words, which must outlive it. Its methods throw kj::Exception where the
/// bytes are of another type than the schema says.
class StructView {
 public:
  /// What the first word leads to.
  explicit StructView(const CanonicalWords& words);

  /// A data slot's bits; zero where the struct is too short to have it.
  std::uint64_t number(const Slot& slot) const;
  /// Not null.
  bool has(const Slot& slot) const { return slot.pointer && !pointerAt(slot).isNull(); }

  /// What a pointer leads to. Of a null one, or where the struct is too short to have it: an empty
  /// one.
  StructView structAt(const Slot& slot) const;
  std::string_view textAt(const Slot& slot) const;  ///< The same of a text.
  ByteView dataAt(const Slot& slot) const;          ///< The same of data.
  ListView listAt(const Slot& slot) const;          ///< The same of a list of anything.

  /// The number of the union's active member.
  std::uint16_t active(const StructInfo& info) const {
    return static_cast<std::uint16_t>(number({false, info.unionOffset, 16}));
  }
  /// False for a union member that is not the active one.
  bool holds(const StructInfo& info, const FieldInfo& field) const {
    return !field.inUnion || active(info) == field.member;
  }

  /// No bit is set and every pointer is null.
  bool saysNothing() const;
  /// Canonical bytes can still hide something: in the slot of a union member that is not the active
  /// one, or behind the last field that this schema knows. True if nothing is hidden.
  bool isWhole(const StructInfo& info) const;
  /// The same for the union of all kinds.
  bool isWholeRecord(const StructInfo& info, const KindInfo& kind) const;

  /// Nothing but this pointer is set, if that.
  bool holdsOnly(const Slot& slot) const;

  /// As the library reads it.
  template <typename T>
  typename T::Reader as() const;

 private:
  friend class ListView;
  StructView(const capnp::word* from, std::uint32_t item, const std::uint8_t* first,
             PointerWord shape)
      : from_(from),
        item_(item),
        first_(first),
        dataWords_(shape.dataWords()),
        pointers_(shape.pointers()) {}

  const std::uint8_t* pointerPlace(const Slot& slot) const {
    return first_ + (std::size_t{dataWords_} + slot.offset) * kWordBytes;
  }
  PointerWord pointerAt(const Slot& slot) const {
    return slot.offset < pointers_ ? PointerWord{wordAt(pointerPlace(slot))} : PointerWord{};
  }
  void reach(const StructInfo& info, SlotSet& reached) const;
  bool hidesNothing(const SlotSet& reached) const;

  static constexpr std::uint32_t kNoItem = ~std::uint32_t{0};
  const capnp::word* from_;  // The pointer to it, or to the list that it is an item of.
  std::uint32_t item_;
  const std::uint8_t* first_;
  std::uint32_t dataWords_;
  std::uint32_t pointers_;
};

/// A list, in the same way.
class ListView {
 public:
  std::size_t size() const { return size_; }
  /// Items of a list of structs, texts, data or numbers of 16 bits, each less than size().
  StructView structAt(std::size_t item) const;
  std::string_view textAt(std::size_t item) const;
  ByteView dataAt(std::size_t item) const;
  std::uint16_t numberAt(std::size_t item) const;

 private:
  friend class StructView;
  /// `place`: the pointer to it, which is not null.
  explicit ListView(const std::uint8_t* place);
  ListView() = default;
  const std::uint8_t* pointerPlace(std::size_t item) const;

  const std::uint8_t* place_ = nullptr;
  const std::uint8_t* first_ = nullptr;
  std::size_t size_ = 0;
  ElementSize element_ = ElementSize::kVoid;
  PointerWord tag_;
};

template <typename T>
typename T::Reader StructView::as() const {
  if (from_ == nullptr) return {};
  if (item_ == kNoItem) return capnp::readMessageUnchecked<T>(from_);
  return capnp::readMessageUnchecked<capnp::List<T>>(from_)[item_];
}

}  // namespace minutebook

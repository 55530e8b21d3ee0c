// ledger/event/struct_view.h
//
// A struct read through the slots that the catalogue keeps. Cap'n Proto's own dynamic reader asks
// the schema again for every field, which costs ten times as much. Private to ledger/event.

#pragma once

#include <capnp/any.h>

#include <cstdint>
#include <cstring>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// One struct of a message, which must outlive it. Its methods throw kj::Exception where the bytes
/// are of another type than the schema says.
class StructView {
 public:
  /// Of the struct that `any` reads.
  explicit StructView(capnp::AnyStruct::Reader any)
      : any_(any), data_(any.getDataSection()), pointers_(any.getPointerSection()) {}

  /// A data slot's bits; zero where the struct is too short to have it.
  std::uint64_t number(const Slot& slot) const;
  /// Not null.
  bool has(const Slot& slot) const {
    return slot.pointer && slot.offset < pointers_.size() && !isNull(slot.offset);
  }
  /// Null where the struct is too short to have it.
  capnp::AnyPointer::Reader pointer(const Slot& slot) const {
    return slot.offset < pointers_.size() ? pointers_[slot.offset] : capnp::AnyPointer::Reader();
  }
  StructView structAt(const Slot& slot) const {
    return StructView(pointer(slot).getAs<capnp::AnyStruct>());
  }

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

  template <typename T>
  typename T::Reader as() const {
    return any_.as<T>();
  }

 private:
  struct Reached;
  /// A struct's pointers lie behind its data, a word each; a null one is all zero. Asked for most
  /// fields of most records: the library would take the pointer apart for it.
  bool isNull(std::size_t pointer) const {
    std::uint64_t word = 0;
    std::memcpy(&word, data_.end() + pointer * sizeof word, sizeof word);
    return word == 0;
  }
  void reach(const StructInfo& info, Reached& reached) const;
  bool hidesNothing(const Reached& reached) const;

  capnp::AnyStruct::Reader any_;
  capnp::Data::Reader data_;
  capnp::List<capnp::AnyPointer>::Reader pointers_;
};

/// A list of structs. Throws kj::Exception for a list of bits, which can be none.
capnp::List<capnp::AnyStruct>::Reader structsOf(capnp::AnyPointer::Reader pointer);

}  // namespace minutebook

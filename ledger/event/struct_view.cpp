#include "ledger/event/struct_view.h"

#include <kj/debug.h>

#include <array>

namespace minutebook {

/// Which bits and pointers the schema reaches through the active union members.
struct StructView::Reached {
  std::array<std::uint8_t, kDataBitsMax / 8> data{};
  std::uint64_t pointers = 0;

  void add(const Slot& slot) {
    if (slot.pointer) {
      pointers |= std::uint64_t{1} << slot.offset;
      return;
    }
    if (slot.bits == 1) {
      std::uint8_t& byte = data[slot.offset / 8];
      byte = static_cast<std::uint8_t>(byte | 1u << slot.offset % 8);
      return;
    }
    for (std::uint32_t bit = 0; bit < slot.bits; bit += 8) data[(slot.offset + bit) / 8] = 0xff;
  }
};

std::uint64_t StructView::number(const Slot& slot) const {
  std::size_t first = slot.offset / 8;
  if (slot.bits == 1) return first < data_.size() ? data_[first] >> slot.offset % 8 & 1u : 0u;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < slot.bits / 8 && first + i < data_.size(); ++i) {
    value |= std::uint64_t{data_[first + i]} << i * 8;
  }
  return value;
}

bool StructView::saysNothing() const {
  for (std::uint8_t byte : data_) {
    if (byte != 0) return false;
  }
  for (unsigned i = 0; i < pointers_.size(); ++i) {
    if (!isNull(i)) return false;
  }
  return true;
}

void StructView::reach(const StructInfo& info, Reached& reached) const {
  if (info.hasUnion) reached.add({false, info.unionOffset, 16});
  for (const FieldInfo& field : info.fields) {
    if (!holds(info, field)) continue;
    if (field.group) {
      reach(*field.structure, reached);
    } else {
      reached.add(field.slot);
    }
  }
}

bool StructView::hidesNothing(const Reached& reached) const {
  for (std::size_t i = 0; i < data_.size(); ++i) {
    std::uint8_t known = i < reached.data.size() ? reached.data[i] : std::uint8_t{0};
    if ((data_[i] & ~known) != 0) return false;
  }
  for (unsigned i = 0; i < pointers_.size(); ++i) {
    bool known = i < kPointersMax && (reached.pointers >> i & 1u) != 0;
    if (!known && !isNull(i)) return false;
  }
  return true;
}

bool StructView::isWhole(const StructInfo& info) const {
  Reached reached;
  reach(info, reached);
  return hidesNothing(reached);
}

bool StructView::holdsOnly(const Slot& slot) const {
  Reached reached;
  reached.add(slot);
  return hidesNothing(reached);
}

bool StructView::isWholeRecord(const StructInfo& info, const KindInfo& kind) const {
  Reached reached;
  reached.add({false, info.unionOffset, 16});
  reached.add(kind.slot);
  return hidesNothing(reached);
}

capnp::List<capnp::AnyStruct>::Reader structsOf(capnp::AnyPointer::Reader pointer) {
  auto list = pointer.getAs<capnp::AnyList>();
  KJ_REQUIRE(list.getElementSize() != capnp::ElementSize::BIT, "a list of bits holds no structs");
  return list.as<capnp::List<capnp::AnyStruct>>();
}

}  // namespace minutebook

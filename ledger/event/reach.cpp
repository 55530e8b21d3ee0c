#include "ledger/event/reach.h"

namespace minutebook {

Reach::Reach(capnp::DynamicStruct::Reader value) : any_(capnp::AnyStruct::Reader(value)) {
  auto data = any_.getDataSection();
  mask_.assign(data.size(), 0);
  pointers_.assign(any_.getPointerSection().size(), false);
  cover(value);
}

bool Reach::isWhole() const {
  auto data = any_.getDataSection();
  for (std::size_t i = 0; i < data.size(); ++i) {
    if ((data[i] & ~mask_[i]) != 0) return false;
  }
  auto pointers = any_.getPointerSection();
  for (unsigned i = 0; i < pointers.size(); ++i) {
    if (!pointers_[i] && !pointers[i].isNull()) return false;
  }
  return true;
}

bool Reach::saysNothing() const {
  for (std::uint8_t byte : any_.getDataSection()) {
    if (byte != 0) return false;
  }
  for (auto pointer : any_.getPointerSection()) {
    if (!pointer.isNull()) return false;
  }
  return true;
}

void Reach::cover(capnp::DynamicStruct::Reader value) {
  auto proto = value.getSchema().getProto().getStruct();
  if (proto.getDiscriminantCount() > 0) bits(proto.getDiscriminantOffset() * 16u, 16);
  for (auto field : value.getSchema().getNonUnionFields()) coverField(value, field);
  KJ_IF_MAYBE (active, value.which()) {
    coverField(value, *active);
  }
}

void Reach::coverField(capnp::DynamicStruct::Reader value, capnp::StructSchema::Field field) {
  auto proto = field.getProto();
  if (proto.isGroup()) return cover(value.get(field).as<capnp::DynamicStruct>());
  std::uint32_t offset = proto.getSlot().getOffset();
  switch (field.getType().which()) {
    case capnp::schema::Type::VOID:
      return;
    case capnp::schema::Type::BOOL:
      return bits(offset, 1);
    case capnp::schema::Type::INT8:
    case capnp::schema::Type::UINT8:
      return bits(offset * 8, 8);
    case capnp::schema::Type::INT16:
    case capnp::schema::Type::UINT16:
    case capnp::schema::Type::ENUM:
      return bits(offset * 16, 16);
    case capnp::schema::Type::INT32:
    case capnp::schema::Type::UINT32:
    case capnp::schema::Type::FLOAT32:
      return bits(offset * 32, 32);
    case capnp::schema::Type::INT64:
    case capnp::schema::Type::UINT64:
    case capnp::schema::Type::FLOAT64:
      return bits(offset * 64, 64);
    default:
      if (offset < pointers_.size()) pointers_[offset] = true;
  }
}

void Reach::bits(std::uint32_t first, std::uint32_t count) {
  for (std::uint32_t bit = first; bit < first + count;) {
    std::uint32_t byte = bit / 8;
    if (byte >= mask_.size()) return;
    if (bit % 8 == 0 && first + count - bit >= 8) {
      mask_[byte] = 0xff;
      bit += 8;
    } else {
      mask_[byte] = static_cast<std::uint8_t>(mask_[byte] | (1u << bit % 8));
      ++bit;
    }
  }
}

}  // namespace minutebook

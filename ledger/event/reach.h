// ledger/event/reach.h
//
// Canonical bytes can still hide something: in the slot of a union member that is not the active
// one, or behind the last field that this schema knows. Private to ledger/event.

#pragma once

#include <capnp/any.h>
#include <capnp/dynamic.h>

#include <cstdint>
#include <vector>

namespace minutebook {

/// Which bits and pointers of one struct the schema reaches through its active union members.
class Reach {
 public:
  /// `value` is read now and need not outlive this beyond its message.
  explicit Reach(capnp::DynamicStruct::Reader value);

  /// Every bit that is set and every pointer that is not null can be reached.
  bool isWhole() const;
  /// No bit is set and every pointer is null.
  bool saysNothing() const;

 private:
  void cover(capnp::DynamicStruct::Reader value);
  void coverField(capnp::DynamicStruct::Reader value, capnp::StructSchema::Field field);
  void bits(std::uint32_t first, std::uint32_t count);

  capnp::AnyStruct::Reader any_;
  std::vector<std::uint8_t> mask_;
  std::vector<bool> pointers_;
};

}  // namespace minutebook

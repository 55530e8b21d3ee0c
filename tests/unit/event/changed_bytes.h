// tests/unit/event/changed_bytes.h
//
// Statements that no honest writer makes: a good one is taken apart, changed and made canonical
// again.

#pragma once

#include <capnp/any.h>
#include <capnp/message.h>

#include <cstring>
#include <functional>
#include <string>
#include <string_view>

#include "tests/support/lines.h"

namespace minutebook {

using Change = std::function<void(schema::Statement::Builder)>;

inline Bytes canonicalBytes(capnp::AnyStruct::Reader value) {
  auto words = value.canonicalize();
  auto bytes = words.asBytes();
  return {bytes.begin(), bytes.end()};
}

/// The canonical bytes of a line's statement after a change.
inline Bytes changedBytes(std::string_view line, const Change& change) {
  capnp::MallocMessageBuilder message;
  message.setRoot(statementOf(line).reader());
  auto statement = message.getRoot<schema::Statement>();
  change(statement);
  return canonicalBytes(capnp::toAny(statement.asReader()));
}

/// As a newer schema would write it: one more data word and one more pointer at the end of the
/// statement's struct, which `fill` may use.
inline Bytes widenedBytes(std::string_view line,
                          const std::function<void(capnp::AnyStruct::Builder)>& fill) {
  Statement statement = statementOf(line);
  capnp::AnyStruct::Reader from(capnp::toAny(statement.reader()));
  auto data = from.getDataSection();
  auto pointers = from.getPointerSection();
  capnp::MallocMessageBuilder message;
  auto to = message.initRoot<capnp::AnyPointer>().initAsAnyStruct(
      static_cast<std::uint16_t>(data.size() / 8 + 1),
      static_cast<std::uint16_t>(pointers.size() + 1));
  std::memcpy(to.getDataSection().begin(), data.begin(), data.size());
  for (unsigned i = 0; i < pointers.size(); ++i) to.getPointerSection()[i].set(pointers[i]);
  fill(to);
  return canonicalBytes(to.asReader());
}

/// Writes a number of 16 bits into a struct as it lies in memory.
inline void poke16(capnp::AnyStruct::Builder any, std::size_t byte, std::uint16_t value) {
  any.getDataSection()[byte] = static_cast<std::uint8_t>(value);
  any.getDataSection()[byte + 1] = static_cast<std::uint8_t>(value >> 8);
}

/// Where a struct keeps which member of its union is active, in bytes.
template <typename T>
std::size_t unionByte() {
  return capnp::Schema::from<T>().getProto().getStruct().getDiscriminantOffset() * 2;
}

/// "code at field" that checkForm() says of these bytes; how decoding fails, if it does.
inline std::string verdictOnBytes(ByteView bytes) {
  Outcome<Statement> statement = Statement::decode(bytes);
  if (!statement) return "not decoded: " + statement.refusal().code;
  auto refusal = checkForm(statement.value(), theCatalogue());
  bool sameAgain = checkForm(statement.value(), theCatalogue()).has_value() == refusal.has_value();
  if (!sameAgain) return "another answer when asked again";
  if (!refusal) return "";
  if (refusal->reason.empty() || refusal->remedy.empty()) return refusal->code + " says nothing";
  return refusal->code + (refusal->field.empty() ? "" : " at " + refusal->field);
}

}  // namespace minutebook

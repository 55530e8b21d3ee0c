// tests/support/library_canonical.h
//
// What the Cap'n Proto library says of bytes, for whoever judges them without it.

#pragma once

#include <capnp/any.h>
#include <capnp/message.h>
#include <kj/exception.h>

#include <cstring>

#include "ledger/base/bytes.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// Whether the library reads the bytes as one segment in canonical form, within the bounds of a
/// statement, and makes the same bytes of its struct again. isCanonical() alone also takes a
/// pointer to a list of nothing that leads out of the bytes.
inline bool libraryCallsCanonical(ByteView bytes) {
  if (bytes.empty() || bytes.size() % sizeof(capnp::word) != 0) return false;
  auto words = kj::heapArray<capnp::word>(bytes.size() / sizeof(capnp::word));
  std::memcpy(words.begin(), bytes.data(), bytes.size());
  kj::ArrayPtr<const capnp::word> segment = words;
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 8 * kStatementBytesMax;
  options.nestingLimit = static_cast<int>(kNestingMax) * 4;
  try {
    capnp::SegmentArrayMessageReader once(kj::arrayPtr(&segment, 1), options);
    if (!once.isCanonical()) return false;
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1), options);
    const auto root = message.getRoot<capnp::AnyPointer>();
    if (!root.isStruct()) return true;
    const auto again = root.getAs<capnp::AnyStruct>().canonicalize();
    const auto made = again.asBytes();
    return sameBytes({made.begin(), made.size()}, bytes);
  } catch (const kj::Exception&) {
    return false;
  }
}

/// Whether the first word leads to a struct: what a statement and every sealed struct are.
inline bool holdsStruct(ByteView bytes) {
  return bytes.size() >= sizeof(capnp::word) && (bytes[0] & 3) == 0;
}

}  // namespace minutebook

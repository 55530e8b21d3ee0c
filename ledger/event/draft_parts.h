// ledger/event/draft_parts.h
//
// What a Draft holds while it is being written. Private to ledger/event.

#pragma once

#include <capnp/dynamic.h>
#include <capnp/message.h>

#include <vector>

#include "ledger/event/compose.h"

namespace minutebook {

/// The message, and the sealed slots in it that still wait for their commitments.
struct Draft::Parts {
  static constexpr unsigned kFirstWords = 128;  // Most records fit; an import holds many at once.
  capnp::MallocMessageBuilder message{kFirstWords};
  std::vector<PlainSecret> secrets;
  std::vector<capnp::DynamicStruct::Builder> slots;  ///< secrets[i]'s Sealed struct.
  std::vector<bool> committed;  // Of each secret, whether its commitment is set.

  schema::Statement::Builder statement() { return message.getRoot<schema::Statement>(); }
  capnp::DynamicStruct::Builder dynamicStatement() { return statement(); }
};

}  // namespace minutebook

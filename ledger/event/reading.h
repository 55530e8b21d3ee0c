// ledger/event/reading.h
//
// Canonical bytes may still put a list where the schema has a text. Cap'n Proto finds that out when
// the field is read, and throws. Private to ledger/event.

#pragma once

#include <functional>

namespace minutebook {

/// Runs `read`; false if it ran into a field whose bytes are of another type than the schema says.
bool canBeRead(const std::function<void()>& read);

/// The same; a function object of any size is not copied.
template <typename Read>
bool canBeRead(const Read& read) {
  return canBeRead(std::function<void()>(std::cref(read)));
}

}  // namespace minutebook

// ledger/event/capnp_reason.h
//
// What Cap'n Proto says of bytes that it cannot read. Private to ledger/event.

#pragma once

#include <kj/exception.h>

#include <string>

namespace minutebook {

/// Its sentence without the condition of its code in front, and without the full stop.
inline std::string reasonOf(const kj::Exception& exception) {
  std::string said = exception.getDescription().cStr();
  const std::size_t condition = said.starts_with("expected ") ? said.rfind("; ") : said.npos;
  if (condition != said.npos) said.erase(0, condition + 2);
  while (said.ends_with('.')) said.pop_back();
  return said;
}

}  // namespace minutebook

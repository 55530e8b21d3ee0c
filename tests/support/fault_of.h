// tests/support/fault_of.h
//
// What kind of trouble a piece of code runs into.

#pragma once

#include <optional>

#include "ledger/base/fault.h"

namespace minutebook {

/// The kind of Fault that `code` throws, or nothing if it throws none.
template <typename Code>
std::optional<FaultKind> faultOf(Code&& code) {
  try {
    code();
  } catch (const Fault& fault) {
    return fault.kind();
  }
  return std::nullopt;
}

}  // namespace minutebook

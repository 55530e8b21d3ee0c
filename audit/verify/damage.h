// audit/verify/damage.h
//
// Elsewhere damage ends the program. Here it is what is looked for: reading goes on and says so.

#pragma once

#include <optional>
#include <string>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

/// Runs `read`; the sentence of the kCorrupt fault that stopped it, or nothing. Other faults pass.
template <typename Read>
std::optional<std::string> damageOf(Read&& read) {
  try {
    std::forward<Read>(read)();
  } catch (const Fault& fault) {
    if (fault.kind() != FaultKind::kCorrupt) throw;
    return std::string(fault.what());
  }
  return std::nullopt;
}

}  // namespace minutebook

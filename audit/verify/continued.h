// audit/verify/continued.h
//
// A ledger that carries on another one holds the other's final checkpoint in its first entry: so
// whoever has kept that checkpoint can check where the new one begins.

#pragma once

#include <optional>
#include <span>
#include <string>

#include "audit/verify/compare_histories.h"
#include "ledger/event/catalogue.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/log_reader.h"

namespace minutebook {

/// The checkpoint of the older ledger that the first entry of a log commits to, as that entry holds
/// it; its signatures are not looked at. Nothing if it carries on no other, or says it in no way
/// that can be read. Throws as `log` does.
std::optional<Checkpoint> continuedCheckpoint(const LogReader& log, const Catalogue& catalogue);

}  // namespace minutebook

// cli/drafts.h
//
// Record lines that a command makes itself, ready for the recorder.

#pragma once

#include <vector>

#include "cli/surroundings.h"
#include "ledger/event/compose.h"
#include "ledger/store/recorder.h"

namespace minutebook {

/// A new statement id: the time it is, and chance.
StatementId freshId(Surroundings& surroundings);

/// The lines composed, each under a fresh id; the refusal of the first that cannot be.
Outcome<std::vector<PreparedDraft>> draftsOf(const std::vector<Json>& lines,
                                             const Composer& composer, Surroundings& surroundings);

}  // namespace minutebook

// cli/seal_states.h
//
// Of sealed fields that cannot be opened: which were erased, and by which decision, and which are
// missing, as nothing explains.

#pragma once

#include <cstdint>
#include <string>

#include "cli/session.h"
#include "ledger/event/json.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// The line that describe() made of the statement at `index`, with a member added beside each
/// commitment whose opening or key is gone: "erasedBy" with the entry of the erasureDone,
/// "olderThanErasure" where the guard's side knows of one that this copy does not hold, or
/// "missing". Reads the whole log only if something is gone.
Json withSealStates(const Json& line, std::uint64_t index, const Statement& statement,
                    const EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue);

/// In words: "erased, by decision at entry 7"; empty if the value is only sealed.
std::string sealStateInWords(const Json& sealed);

}  // namespace minutebook

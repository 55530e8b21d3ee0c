// cli/entry_numbers.h
//
// People know an entry by its number, which every page shows; a statement names it by the id of
// its own statement, which holds in any copy of the ledger.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// The statement id of an entry; nothing where there is no such entry.
using StatementIdOf = std::function<std::optional<std::string>(std::uint64_t entry)>;

/// Puts "entry:20" in the long form wherever a field of `structure` refers to a record. A number
/// that no entry has stays, and is refused like any other unknown id.
void spellOutEntries(Json& object, const StructInfo& structure, const StatementIdOf& idOf);

}  // namespace minutebook

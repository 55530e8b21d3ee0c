// cli/entry_numbers.h
//
// People know an entry by its number, which every page shows, or by the record that it made; a
// statement names it by the id of its own statement, which holds in any copy of the ledger.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/find_record.h"
#include "ledger/base/outcome.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// How entries are looked up.
struct EntryLookup {
  /// The statement id of an entry; nothing where there is no such entry.
  std::function<std::optional<std::string>(std::uint64_t entry)> statementId;
  /// What a text can mean, as findRecords() has it.
  std::function<std::vector<FoundRecord>(const std::string& text)> find;
};

/// Puts "entry:20" in the long form wherever a field of `structure` refers to a record, also inside
/// the record that a correction holds. Where a field can only name an entry, "20" and "A-2" (the
/// entry that made A-2) will do. A number that no entry has stays, and is refused like any other
/// unknown id; a text that means no entry, or several, is refused here.
std::optional<Refusal> spellOutEntries(Json& object, const StructInfo& structure,
                                       const Catalogue& catalogue, const EntryLookup& lookup);

}  // namespace minutebook

// cli/entry_numbers.h
//
// Entries as people call them, by number, put into the form that the log keeps: by statement id.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "ledger/base/ids.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// The statement id of an entry, by its number; none if there is no such entry.
using StatementAt = std::function<std::optional<StatementId>(std::uint64_t entry)>;

/// Wherever `line`, a record of `kind`, refers to "entry:12", writes the entry's statement id
/// instead. A number without an entry stays as it is, for the composer to refuse.
void nameEntries(Json& line, const KindInfo& kind, const Catalogue& catalogue,
                 const StatementAt& find);

}  // namespace minutebook

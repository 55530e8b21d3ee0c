// ledger/store/derive.h
//
// Facts again from entries: after a crash for the bounded tail that was only in memory, in a reader
// beside a writer for what that one has not flushed, after EntryStore::forgetFacts() for
// everything.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ledger/event/catalogue.h"
#include "ledger/store/entry_store.h"
#include "ledger/store/store_facts.h"

namespace minutebook {

/// Where deriving had to end: an entry that this program's rules refuse. It is in the log and
/// counts there; whoever verifies reports it.
struct DeriveStop {
  std::uint64_t index = 0;
  std::string why;
};

/// Derives facts and threads from EntryStore::factsUpTo() to its size. Nothing: it got there. A
/// reading store keeps the result in memory. `facts` must be of this store. Throws kCorrupt if an
/// entry cannot be read as one, or a submission is not whole.
std::optional<DeriveStop> deriveFacts(EntryStore& store, StoreFacts& facts,
                                      const Catalogue& catalogue);

}  // namespace minutebook

// ledger/store/lookups.h
//
// The lookups (facts and thread heads) made again beside the old ones, from the first entry. What
// they are and where they lie: docs/formats/store.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// What came of it.
struct LookupsMade {
  std::string leftWhy;        ///< Why the old ones were left as they were; empty if they were not.
  std::uint64_t lookups = 0;  ///< What the entries give.
  std::uint64_t otherwise = 0;  ///< Were held and are not what the entries give, or should not be.
  std::uint64_t missing = 0;    ///< The entries give, and were not held.
  std::string unreadable;       ///< What stood in the way of comparing; empty if nothing did.

  bool isSame() const { return otherwise == 0 && missing == 0 && unreadable.empty(); }
};

/// Judges every entry again, in memory, and compares what that gives with what is on disk. If they
/// differ, the new lookups take the place of the old in one durable step and are read back; a kill
/// at any moment leaves the old ones or the new.
///
/// Does nothing, and says why, if the rules of this program refuse an entry: a newer one wrote it.
/// `holder` as EntryStore::open() has it. Throws what that throws for a writer, but for damage to
/// the lookups themselves; kCorrupt if an entry cannot be read, or what was written is not what is
/// read back; kIo.
LookupsMade makeLookupsAgain(const std::filesystem::path& ledger, const std::string& holder,
                             const Catalogue& catalogue);

}  // namespace minutebook

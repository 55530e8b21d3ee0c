// cli/erasure/plan.h
//
// An erasure that is about to happen, as it is noted in the log's database before anything is
// destroyed, and its end: whoever finds the note there after a crash carries it out.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/session.h"
#include "ledger/event/json.h"
#include "ledger/store/erasure.h"

namespace minutebook {

/// All that an erasure needs to be finished. Nothing in it is private.
struct ErasurePlan {
  std::string author;  ///< Whose key signs the erasureDone, by name.
  StatementId id;      ///< Of the erasureDone.
  std::vector<ErasedKey> keys;
  std::string stays;  ///< What must be the same afterwards: digestOfWhatStays().
  Json record;        ///< The erasureDone, but for what was searched and whether tallies agree.

  std::string written() const;
  /// Throws kCorrupt if `text` was not written by written().
  static ErasurePlan read(std::string_view text);
};

/// SHA-256, hex, of every tally and of every sealed value but those that `keys` erase: equal before
/// and after, or something was lost. Values are hashed with their salts.
std::string digestOfWhatStays(const EntryStore& store, const LedgerPlace& place,
                              const Catalogue& catalogue, const DataKeys& dataKeys,
                              const std::vector<ErasedKey>& keys);

/// Notes the plan, then the keys beside the guard, then destroys and compacts, then makes the read
/// model again. A crash in between is finished by finishErasureBegun().
DestroyedSealed carryOut(Writing& writing, const LedgerPlace& place, const Catalogue& catalogue,
                         const ErasurePlan& plan, RandomSource& random);

/// The erasureDone that says what was `searched`, ready to be rehearsed or recorded.
Outcome<PreparedDraft> erasureDone(const ErasurePlan& plan, const std::string& origin,
                                   const Catalogue& catalogue, const SigningKey& author,
                                   Json searched, bool isSame);

/// An erasure that was begun and cut short: destroys what is left and records it, and says so on
/// standard error. Where whoever began it cannot record its end, the ledger's clerk does. Throws
/// kKey if neither can: the note stays, and nothing may be recorded before it, for it would be
/// counted among what was erased.
void finishErasureBegun(Writing& writing, const LedgerPlace& place, const Catalogue& catalogue,
                        Surroundings& surroundings);

}  // namespace minutebook

// ledger/event/erasure_record.h
//
// What the log itself says of erasures, read from statements: who asked, what was done, and the
// random ids of the data keys that were destroyed.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/crypto/data_keys.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// How much of a person's sealed text an erasure is about.
enum class ErasureReach {
  kNotRecorded,
  kEverything,  ///< All that was kept under the person's key by then.
  kEntries,     ///< What some entries hold.
};

/// An erasureRequested or an erasureDone.
struct ErasureRecord {
  bool isDone = false;
  std::string participant;
  ErasureReach reach = ErasureReach::kNotRecorded;
  std::set<StatementId> entries;         ///< With kEntries.
  std::optional<StatementId> requested;  ///< Of an erasureDone: the statement that asked for it.
  std::vector<DataKeyId> keys;           ///< Of an erasureDone: what was destroyed.
  std::string askedBy;                   ///< Of a request; empty when the keeper has a duty.
  std::string legalBasis;
};

/// Nothing if the statement is neither, or is not well formed.
std::optional<ErasureRecord> erasureIn(const Statement& statement, const Catalogue& catalogue);

/// A data key that an erasure destroyed.
struct ErasedKey {
  DataKeyId id;
  /// The entries whose text went; empty: all that was kept under the key.
  std::set<StatementId> only;

  bool operator==(const ErasedKey&) const = default;
};

/// The destroyed keys of an erasureDone.
std::vector<ErasedKey> erasedKeysOf(const ErasureRecord& done);

}  // namespace minutebook

// cli/model.h
//
// A ledger opened for reading, with its read model caught up or as of an earlier time.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "audit/report/earlier_reports.h"
#include "cli/commands.h"
#include "cli/find_record.h"
#include "cli/session.h"
#include "ledger/base/civil.h"
#include "ledger/event/submission.h"
#include "ledger/seal/viewer.h"
#include "ledger/view/read_model.h"

namespace minutebook {

/// An entry of the log, and the statement in it. Both throw kCorrupt if it cannot be read.
EntryParts entryAt(const EntryStore& store, std::uint64_t index);
Statement statementOf(const EntryParts& entry);

/// The read model of a ledger, to be caught up by whoever asks.
ReadModel modelOf(const LedgerPlace& place, const Catalogue& catalogue);

/// How many entries --as-of lets a command see: up to an entry, or all that was recorded by the end
/// of a day. Everything without it. Throws kUsage for what is neither, or lies beyond the log.
std::uint64_t sizeAsOf(const Call& call, const EntryStore& store);

/// Makes the model of an earlier time, in memory; nothing for a time that is still to come. Both
/// must outlive it.
ModelAsOf modelsOf(const Call& call, const EntryStore& store);

/// What reading commands work on. Made in this order and let go in the other.
class Reading {
 public:
  /// Opens the ledger that the call names and brings its read model up to date; with --as-of, makes
  /// one in memory of what was recorded by then. Without --as, `otherwise` reads. Throws as
  /// viewerOf() does.
  explicit Reading(Call& call, schema::Audience otherwise = schema::Audience::COORDINATORS);

  /// The day it is where the ledger is kept (in UTC if it names no zone that this machine knows);
  /// with --as-of, the day that was asked for, or that of the last entry seen.
  CivilTime today(const Call& call) const;

  /// The day it is now where the ledger is kept, whatever --as-of says.
  CivilTime dayNow(const Call& call) const;

  /// The read model of all that is recorded by now, whatever --as-of says.
  ReadModel whole(const Call& call) const;

  /// The one record that `text` means among what this sees. Throws as findOneRecord() does.
  FoundRecord find(const std::string& text) const;

  LedgerPlace place;
  std::unique_ptr<EntryStore> store;
  Viewer viewer;       ///< Who reads.
  std::uint64_t size;  ///< Entries that it sees.
  ReadModel model;
};

}  // namespace minutebook

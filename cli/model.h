// cli/model.h
//
// A ledger opened for reading, with its read model caught up.

#pragma once

#include <memory>

#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/view/read_model.h"

namespace minutebook {

/// What reading commands work on. Made in this order and let go in the other.
class Reading {
 public:
  /// Opens the ledger that the call names and brings its read model up to date.
  explicit Reading(Call& call);

  LedgerPlace place;
  std::unique_ptr<EntryStore> store;
  ReadModel model;
};

}  // namespace minutebook

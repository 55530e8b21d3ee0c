// cli/viewing.h
//
// Who reads: --as, and what has to be true of whoever it names.

#pragma once

#include "audit/report/held_back.h"
#include "cli/arguments.h"
#include "ledger/seal/viewer.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

/// Who reads, by --as; `otherwise` without it. Throws kUsage for words that name no reader, for
/// somebody who is not on the register, for an auditor who says no purpose, and for a purpose
/// without an auditor; kNotTheirs for an auditor who does not hold that right.
Viewer viewerOf(const Arguments& arguments, const EntryStore& store, schema::Audience otherwise);

/// Whether a purpose is said: blanks are none.
bool saysPurpose(const std::optional<std::string>& purpose);

/// Throws kNotTheirs unless `participant` holds the right of an auditor, and kUsage unless a
/// purpose is said that is more than blanks.
void checkAuditor(const EntryStore& store, const std::string& participant,
                  const std::optional<std::string>& purpose);

/// To whom a list of people is shown.
ShownTo shownTo(const Viewer& viewer);

/// Throws kNotTheirs unless `viewer` may read the page of one person: coordinators, an auditor, and
/// that person.
void checkMayReadPageOf(const Viewer& viewer, const std::string& participant);

}  // namespace minutebook

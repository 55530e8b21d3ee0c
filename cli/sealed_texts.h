// cli/sealed_texts.h
//
// Sealed values as words, for whoever reads.

#pragma once

#include <string>

#include "audit/report/my_record.h"
#include "cli/disclosing.h"
#include "ledger/view/query.h"

namespace minutebook {

/// Opens fields of entries as far as `disclosing`, which must outlive it, allows; one that stays
/// shut is "(sealed for you)", "(erased, by decision at entry 7)" or "(missing: ...)".
OpenSealed sealedTexts(Disclosing& disclosing);

/// What is opened of a field of an entry, for SQL; nothing for a field that stays shut, that is not
/// there, or that lies beyond the `size` entries that are seen.
RevealField revealedFields(Disclosing& disclosing, std::uint64_t size);

/// Whether a field of an entry is kept for `participant`; nothing if no keys are at hand.
IsKeptFor keptFor(Disclosing& disclosing, const std::string& participant);

}  // namespace minutebook

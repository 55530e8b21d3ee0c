// cli/sealed_texts.h
//
// Sealed values as words, for whoever runs the program.

#pragma once

#include "audit/report/my_record.h"
#include "cli/disclosing.h"

namespace minutebook {

/// Opens fields of entries in `store` as far as `disclosing` allows. All three must outlive it.
OpenSealed sealedTexts(const EntryStore& store, const Catalogue& catalogue, Disclosing& disclosing);

}  // namespace minutebook

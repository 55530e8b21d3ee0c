// cli/seal_words.h
//
// What is said in the place of a value that is not shown.

#pragma once

#include <string>

#include "ledger/seal/disclosures.h"

namespace minutebook {

/// Why a sealed value is not shown, in words: "sealed for you", "erased, by decision at entry 7",
/// "missing: run minutebook verify". Empty for one that is open.
std::string sealWords(const Disclosure& disclosure);

}  // namespace minutebook

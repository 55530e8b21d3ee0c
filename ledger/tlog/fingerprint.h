// ledger/tlog/fingerprint.h
//
// The fingerprint of a key in words that two people can compare: over the telephone, on a printed
// page, at a meeting. Worked example: docs/formats/fingerprint.md.

#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"

namespace minutebook {

/// The first 16 bytes as 16 plain English words, one a byte, in four groups of four: "acorn bacon
/// cabin daisy, ...". Two keys that differ in them cannot be mistaken for each other; to find one
/// that does not differ takes 2^128 tries.
std::string fingerprintInWords(const Hash& fingerprint);

/// What people compare of a verifier key as it is written; empty if it is none.
std::string fingerprintOf(std::string_view vkey);

/// The 256 words, by the byte each stands for.
const std::array<std::string_view, 256>& fingerprintWords();

}  // namespace minutebook

// ledger/store/erased_keys.h
//
// The data keys that must never open anything again, from the two places that remember: the log,
// and the guard's side, which no backup of the ledger takes back. Bytes: docs/formats/guard.md.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ledger/event/erasure_record.h"
#include "ledger/event/submission.h"
#include "ledger/store/entry_store.h"

namespace minutebook {

/// Adds what this entry says of destroyed keys. Whether it records an erasure.
bool addErasedKeys(const EntryParts& entry, const Catalogue& catalogue,
                   std::vector<ErasedKey>& found);

/// What the log says of destroyed keys, from its lookups and, where they do not reach, its entries.
std::vector<ErasedKey> erasedKeysInLog(const EntryStore& store, const Catalogue& catalogue);

/// Beside the guard; nothing if no erasure was noted there. Throws kCorrupt if the file cannot be
/// read as this origin's.
std::vector<ErasedKey> erasedKeysBeside(const std::filesystem::path& guardDirectory,
                                        const std::string& origin);

/// Adds to what is noted beside the guard, durably, making the directory if need be. Notes are
/// never taken away.
void noteErasedKeys(const std::filesystem::path& guardDirectory, const std::string& origin,
                    const std::vector<ErasedKey>& keys);

/// Both lists as one, each key once; a key that is wholly erased in either is wholly erased.
std::vector<ErasedKey> together(const std::vector<ErasedKey>& one,
                                const std::vector<ErasedKey>& other);

}  // namespace minutebook

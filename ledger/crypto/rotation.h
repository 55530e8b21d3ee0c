// ledger/crypto/rotation.h
//
// A new master key for a ledger: every key is wrapped again, and no key changes. The log is not
// touched. How it survives being cut short: docs/formats/keys.md.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "ledger/base/bytes.h"
#include "ledger/crypto/master_key.h"
#include "ledger/crypto/random.h"

namespace minutebook {

/// What was wrapped again.
struct Rotated {
  std::size_t namedKeys = 0;  ///< Signing keys and the import key.
  std::size_t dataKeys = 0;
};

/// Wraps every key in the ledger's folder `keys` under a new master key, from `passphrase` or
/// random, reads all of it back, swaps the folders in one step, and overwrites the old one. The
/// caller holds the writer's lock. Throws kKey if `master` does not open everything, kConfig for
/// a file that is no key or where two folders cannot be swapped, kBusy if `master` is the master
/// key no longer; nothing has changed then.
Rotated rotateMasterKey(const std::filesystem::path& ledger, MasterKey& master,
                        std::optional<ByteView> passphrase, RandomSource& random);

/// Overwrites and removes what a rotation that was cut short left behind: a new folder that never
/// took its place, or an old one that lost it. The caller holds the writer's lock. True if there
/// was something.
bool removeRotationLeftovers(const std::filesystem::path& ledger);

/// Whether a rotation was cut short and its leftovers are still there.
bool hasRotationLeftovers(const std::filesystem::path& ledger);

}  // namespace minutebook

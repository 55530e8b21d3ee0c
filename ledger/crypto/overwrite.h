// ledger/crypto/overwrite.h
//
// Destroying what a file of keys held, as far as a file system lets anybody.

#pragma once

#include <string>

#include "ledger/base/directory.h"

namespace minutebook {

/// Overwrites a file where it lies, and syncs it; its name stays. Nothing if there is no such file.
/// Copies in snapshots and on worn flash are out of reach. Throws kIo.
void overwriteFile(const Directory& folder, const std::string& name);

}  // namespace minutebook

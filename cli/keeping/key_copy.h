// cli/keeping/key_copy.h
//
// The keys of a ledger, copied apart from its log: whoever has both can read everything sealed.

#pragma once

#include <filesystem>
#include <string>

#include "cli/handing_out/handing_out.h"
#include "ledger/base/directory.h"

namespace minutebook {

/// Copies every key file into `to`, as one moment has them. Nothing is decrypted: what the master
/// key wraps stays wrapped. Throws kBusy if they are being changed all the while.
void copyKeys(const std::filesystem::path& keys, Directory& to);

/// Throws kUsage where one would lie inside the other.
void refuseOneInTheOther(const std::filesystem::path& log, const std::filesystem::path& keys);
/// What must be said where the two lie too close together; empty if they do not.
std::string tooClose(const std::filesystem::path& log, const std::filesystem::path& keys);

}  // namespace minutebook

// cli/witness/cosign_file.h
//
// Cosigning without a network: what a log hands over as files, as one request to the witness.

#pragma once

#include <optional>
#include <string>

#include "ledger/base/outcome.h"
#include "ledger/witness/witness.h"

namespace minutebook {

/// The request that stands in `path`, for a witness that is where it is: the request itself; or a
/// signed checkpoint; or a published directory, whose waiting checkpoint comes before its published
/// one. `published` is where proofs are made from, unless `path` is that directory. Refused:
/// `witness.request-malformed`. Throws kMissing if there is nothing to cosign, kUsage if it takes a
/// proof and nothing to make it from, kCorrupt if the directory is not the checkpoint's.
Outcome<std::string> requestFrom(const std::string& path,
                                 const std::optional<std::string>& published,
                                 const Witness& witness);

}  // namespace minutebook

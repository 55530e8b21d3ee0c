// cli/keys/listing.h
//
// `minutebook key list` and `key show`: which keys are here, what the record says of each, and the
// fingerprint that readers compare.

#pragma once

#include <string>

#include "cli/commands.h"
#include "cli/session.h"

namespace minutebook {

/// Every signing key, and the verifier keys of the ledger. Needs no passphrase.
ExitStatus listKeysOf(Call& call, const LedgerPlace& place);

/// One key, by its name or the name of its author. Throws kKey if there is none of that name.
ExitStatus showKey(Call& call, const LedgerPlace& place, const std::string& name);

}  // namespace minutebook

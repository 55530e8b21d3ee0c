// cli/keys/log_rotation.h
//
// How one key of the ledger's own follows another: made and enrolled, both sign for a while, and
// the older one is retired; or at once, when a key is in other hands. Cut short anywhere, the next
// call does what is left: docs/formats/keys.md.

#pragma once

#include <string>

#include "cli/commands.h"
#include "cli/session.h"

namespace minutebook {

/// `key rotate-log`: makes and enrols the next key for checkpoints. Throws kUsage while two are in
/// force already.
ExitStatus rotateLogKey(Call& call, const LedgerPlace& place);

/// `key retire-log`: revokes the oldest key for checkpoints that is in force and destroys its
/// secret half. Throws kUsage if it is the only one.
ExitStatus retireLogKey(Call& call, const LedgerPlace& place);

/// `key compromised NAME`: revokes a key that may be in other hands, from --from on. Of the last
/// key for checkpoints, or for the ledger's own entries, the next one is enrolled with it.
ExitStatus revokeCompromised(Call& call, const LedgerPlace& place, const std::string& name);

}  // namespace minutebook

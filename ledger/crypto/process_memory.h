// ledger/crypto/process_memory.h
//
// What this process holds opened must not be written out when it fails.

#pragma once

namespace minutebook {

/// From now on no core dump of this process is written, and no other process of the same user may
/// look into its memory. Call it first thing in main(). A system that refuses is let be: the
/// program works the same. Under a sanitizer, which looks into its own process, only the former.
void keepMemoryPrivate();

}  // namespace minutebook

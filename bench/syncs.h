// bench/syncs.h
//
// Counts what no program may cheat with: how often this process waited for its disk. The program
// that links this gets its fsync() and fdatasync() from here, RocksDB's calls included.

#pragma once

#include <chrono>
#include <cstdint>

namespace minutebook::bench {

/// Calls of fsync() and fdatasync() so far, by any thread.
std::uint64_t syncsSoFar();

/// Time spent waiting in them so far, by all threads together.
std::chrono::nanoseconds syncTimeSoFar();

/// From now on every sync takes so much longer, as on a slower disk.
void delaySyncs(std::chrono::microseconds delay);

}  // namespace minutebook::bench

// ledger/store/thread_map.h
//
// The map of all threads as a file beside the log, so that proving that nothing was left out reads
// a few hashes and not every thread. Derived: it may be deleted, and is made again when it is not
// of the count asked for. Bytes: docs/formats/threads.md.

#pragma once

#include <cstdint>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/tlog/threads.h"

namespace minutebook {

class EntryStore;

/// The file's name in the ledger's folder.
inline constexpr char kThreadMapFile[] = "threads-map";

/// What the clerk's newest threadsRooted says.
struct ThreadCount {
  std::uint64_t size = 0;  ///< Entries that it covers.
  std::uint64_t threads = 0;
  Hash root;

  bool operator==(const ThreadCount&) const = default;
};

/// The count in the newest entry of the store. Throws kBug if that is no threadsRooted.
ThreadCount newestThreadCount(const EntryStore& store);

/// Makes the file for the newest count, unless it is there. Only for a store whose newest entry is
/// a threadsRooted and whose facts reach that far; throws kBug otherwise, kIo.
void keepThreadMap(const EntryStore& store);

/// Where a thread stands in the map of the newest count: the one leaf if there is such a thread;
/// else the leaves on either side of where it would stand, of which one may be missing. Each leads
/// to the counted root. Throws as keepThreadMap(), and kCorrupt if the store's threads are not
/// those that were counted.
std::vector<MapLeaf> findInThreadMap(const EntryStore& store, const Hash& key);

}  // namespace minutebook

// ledger/store/log_appender.h
//
// The write path below the rules: entries in, one synced batch out. Private to ledger/store; the
// Sequencer is the door.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"
#include "ledger/seal/opening.h"
#include "ledger/store/store_parts.h"
#include "ledger/tlog/tile.h"

namespace minutebook {

/// One entry to append: its stored bytes, and the openings that commit with it (may be null).
struct NewEntry {
  Bytes bytes;
  const std::vector<Opening>* openings = nullptr;
};

/// Grows the tree and writes entries, openings, full tiles and head in one batch with one sync.
class LogAppender {
 public:
  /// `store` is open for writing and outlives this.
  explicit LogAppender(EntryStore& store);

  /// Returns the leaf hashes of the new entries; they are durable then. On a throw they are on disk
  /// whole or not at all, and the store must be dropped: every later call throws kIo.
  std::vector<Hash> append(std::span<const NewEntry> entries, std::int64_t recordedAt);

 private:
  void put(Family family, ByteView key, ByteView value);
  void putEntry(std::uint64_t index, const NewEntry& entry);

  EntryStore::Parts& parts_;
  TileBuilder tiles_;
  Sha256 hasher_;
  rocksdb::WriteBatch batch_;  // Kept for its memory.
  std::vector<FullTile> completed_;
};

}  // namespace minutebook

// ledger/tlog/log_reader.h
//
// A log as its readers see it, wherever it is: the store, a published directory, memory.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// Entries by index from 0, and the hash tiles that go with them. What a reader says is not yet
/// verified: audit/verify compares it with a signed root.
///
/// One thread at a time. Every member throws kIo if reading fails, and kCorrupt, naming the file or
/// index, if what is there cannot be read as a log.
class LogReader {
 public:
  /// Receives an entry's index and its stored bytes; the view ends with the call.
  using EntryVisitor = std::function<void(std::uint64_t index, ByteView entry)>;

  virtual ~LogReader() = default;

  /// Entries that this reader sees; the next index. It never shrinks, and grows only in a reader
  /// whose maker appends to it.
  virtual std::uint64_t size() const = 0;
  /// The stored bytes of one entry. Throws kBug unless index < size().
  virtual Bytes entry(std::uint64_t index) const = 0;
  /// Every entry from `from` up to, not with, `to`, in order. Throws kBug unless from <= to <=
  /// size(). The default asks entry() for each.
  virtual void forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const;
  /// The hashes of tile n of a level, as the log keeps them, or nothing if it does not: a caller
  /// then works them out from what is below. `width` is 256 or, for the last tile of a level, less;
  /// what comes back is exactly width * 32 bytes, cut from a wider tile if the log has grown since.
  /// A log may keep full tiles only.
  virtual std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const = 0;
  /// The RFC 6962 leaf hash of one entry, from its level 0 tile if it is kept, else from the entry.
  virtual Hash leafHashAt(Sha256& hasher, std::uint64_t index) const;
  /// The root over full tile n of a level, or nothing if the log does not keep that tile. A full
  /// tile never changes, so a reader may remember its root.
  virtual std::optional<Hash> fullTileRoot(Sha256& hasher, unsigned level, std::uint64_t n) const;
};

}  // namespace minutebook

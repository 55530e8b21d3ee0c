// ledger/store/entry_store.h
//
// The ledger on disk: RocksDB stays behind this name. Entries, openings, tiles and head are the
// record; facts and thread heads are derived from it and can be made again. Column families, keys
// and the crash argument: docs/formats/store.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/seal/opening.h"
#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

/// The unsigned head: what one synced batch leaves behind with its entries.
struct Head {
  Frontier frontier;
  std::int64_t newestTime = INT64_MIN;  ///< `recordedAt` of the newest entry.
};

/// How the ledger is opened.
enum class StoreAccess {
  kRead,     ///< A fixed snapshot, beside another process that may be writing.
  kWrite,    ///< The one writer; kBusy, naming the holder, if there is another.
  kExamine,  ///< As kRead, for `verify`: what open() holds against the head is left to checkHead().
};

/// One open ledger directory: its `log/` and, for the writer, its `LOCK`. A resource; one thread at
/// a time.
class EntryStore {
 public:
  /// Makes an empty log in `ledger`, which is made (not its parents) if it is not there. Throws
  /// kConfig if it already has a log, and kBusy if another process is making one. Cut short by a
  /// crash, it can simply be called again.
  static void create(const std::filesystem::path& ledger);

  /// Opens the log of the ledger directory. A clean open replays nothing. After a crash a torn last
  /// write is dropped (it was never acknowledged). `holder` is written to LOCK for others to read:
  /// "process 812 (import)".
  ///
  /// Throws kMissing if there is no log; kCorrupt, naming file and offset, for any other damage and
  /// if the head does not follow from the newest entries and the tiles (`verify` reads the rest);
  /// kBusy if another process writes, or, with kRead, if a half-written tail is still there at the
  /// third look; with kWrite also what refuseIfReadOnly() throws.
  static std::unique_ptr<EntryStore> open(const std::filesystem::path& ledger, StoreAccess access,
                                          const std::string& holder);

  /// With kWrite, flushes so that the next open replays nothing. If that fails nothing is lost: the
  /// next open replays.
  ~EntryStore();
  EntryStore(const EntryStore&) = delete;
  EntryStore& operator=(const EntryStore&) = delete;

  const Head& head() const;
  std::uint64_t size() const;

  /// The log as this opening sees it. Lives as long as the store.
  const LogReader& reader() const;

  /// The openings stored with an entry, in the order of their paths; erased ones are gone.
  std::vector<Opening> openingsOf(std::uint64_t index) const;
  /// Every stored opening, in the order of entries.
  void forEachOpening(
      const std::function<void(std::uint64_t index, const Opening& opening)>& visit) const;

  /// Facts are complete for the entries before this index. Behind size() in two cases: after a
  /// crash, and in a reader beside a writer; see derive.h.
  std::uint64_t factsUpTo() const;
  /// A derived fact, by key; what has been staged but not flushed counts.
  std::optional<std::string> findFact(std::string_view key) const;
  /// Every fact whose key begins with `prefix`, in order of the keys.
  void forEachFact(
      std::string_view prefix,
      const std::function<void(std::string_view key, std::string_view value)>& visit) const;
  /// Drops all facts, durably, so that they are derived again from the first entry. Needs kWrite.
  void forgetFacts();

  /// What open() does but with kExamine: throws kCorrupt if the head does not follow from the
  /// newest entries and the tiles.
  void checkHead() const;

  /// Reads every stored file whole and compares its checksum, then every block, then the logs.
  /// Throws kCorrupt naming the file; kBusy if a writer took a file away from a reader meanwhile.
  void verifyChecksums() const;

  struct Parts;
  Parts& parts() { return *parts_; }
  const Parts& parts() const { return *parts_; }

 private:
  friend std::unique_ptr<EntryStore> wrapParts(std::unique_ptr<Parts> parts);
  explicit EntryStore(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace minutebook

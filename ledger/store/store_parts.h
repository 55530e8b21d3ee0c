// ledger/store/store_parts.h
//
// What is behind EntryStore, for the other files of this folder and for tests that put a failing
// file system under it. Private to ledger/store.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "ledger/store/entry_store.h"
#include "ledger/store/fact_table.h"
#include "ledger/store/rocks.h"
#include "ledger/store/writer_lock.h"

namespace minutebook {

/// Entries and tiles of the store up to its head.
class StoreReader : public LogReader {
 public:
  /// Both must outlive this.
  StoreReader(const Rocks& rocks, const Head& head) : rocks_(rocks), head_(head) {}

  std::uint64_t size() const override { return head_.frontier.size(); }
  Bytes entry(std::uint64_t index) const override;
  void forEach(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) const override;
  std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const override;
  /// Remembered: the hashes above the last full tile of a level are made from up to 255 of them,
  /// and every proof needs some.
  std::optional<Hash> fullTileRoot(Sha256& hasher, unsigned level, std::uint64_t n) const override;

 private:
  const Rocks& rocks_;
  const Head& head_;
  mutable std::map<std::pair<unsigned, std::uint64_t>, Hash> tileRoots_;
};

/// What an open store consists of; later members use earlier ones.
struct EntryStore::Parts {
  /// Opens the database in the ledger's folder; takes no lock and reads no head yet.
  Parts(std::filesystem::path ledgerPath, StoreAccess how, RocksMode mode, rocksdb::Env* env,
        FactTable::Start start = FactTable::Start::kFromDisk);

  std::filesystem::path ledger;
  StoreAccess access;
  std::optional<WriterLock> lock;
  Rocks rocks;
  FactTable facts;
  Head head;
  StoreReader reader;
  bool writeFailed = false;  // Nobody knows what is on disk; only a new opening can find out.
};

/// As EntryStore::open(), with another environment under RocksDB. `env` must outlive the store.
std::unique_ptr<EntryStore> openStore(const std::filesystem::path& ledger, StoreAccess access,
                                      const std::string& holder, rocksdb::Env* env);

/// As EntryStore::open() for the writer, but its lookups are empty and none of the old ones are
/// read: for making them again. It must not be written to but by FactTable::replaceDisk().
std::unique_ptr<EntryStore> openWithLookupsAside(const std::filesystem::path& ledger,
                                                 const std::string& holder);

/// newestTime i64 || frontier: the value of "head".
std::string storedHead(const Head& head);

}  // namespace minutebook

// ledger/store/rocks.h
//
// The only door to RocksDB: its settings, its column families and its errors. Private to
// ledger/store. Keys and values: docs/formats/store.md.

#pragma once

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"

namespace minutebook {

/// Throws the Fault that a RocksDB status means; `what` names the operation and the object.
void check(const rocksdb::Status& status, const std::string& what);

/// The column families, in the order of their handles.
enum class Family : std::size_t {
  kMeta,     ///< RocksDB's "default": "format", "head", "erasing", "erased" || key id.
  kEntry,    ///< u64 index -> stored bytes of the entry.
  kOpening,  ///< u64 index || path -> data key id || box.
  kTile,     ///< u8 level || u64 n -> 8,192 bytes; full tiles only.
  kFact,     ///< Derived lookups, among them thread heads and how far they reach.
};
inline constexpr std::size_t kFamilies = 5;

inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kFormat = "minutebook/store/v1";
inline constexpr std::string_view kHeadKey = "head";
inline constexpr std::string_view kErasingKey = "erasing";
inline constexpr std::string_view kErasedKey = "erased";

/// How an existing database is to be opened.
enum class RocksMode {
  kCreate,
  kWrite,
  kRead,          ///< Any damage at the end of the log refuses.
  kReadDropTorn,  ///< A write cut short at the end of the log is left out.
};

/// An open database and its families. A resource; closed by the destructor.
class Rocks {
 public:
  /// `env` is the operating system's unless a test gives another.
  Rocks(const std::filesystem::path& directory, RocksMode mode, rocksdb::Env* env);
  Rocks(const Rocks&) = delete;
  Rocks& operator=(const Rocks&) = delete;
  ~Rocks();

  rocksdb::DB& db() const { return *db_; }
  /// The handle of a column family, which lives as long as this.
  rocksdb::ColumnFamilyHandle* family(Family which) const {
    return handles_[static_cast<std::size_t>(which)];
  }

  /// Nothing if the key is absent.
  std::optional<std::string> get(Family which, std::string_view key) const;
  std::unique_ptr<rocksdb::Iterator> iterate(Family which, const rocksdb::ReadOptions& how) const;

  /// Everything in memory onto disk, all families at one point in time.
  void flush();
  /// Flushes, then writes a family's tables again, so that no file holds what was deleted from it;
  /// not even one that a killed process left.
  void dropDeleted(Family which);
  /// Adds a sorted file of facts in one atomic, durable step. `facts` is sorted by key.
  void ingestFacts(const std::vector<std::pair<std::string_view, std::string_view>>& facts) {
    ingest(facts, false);
  }
  /// The same, and everything that was there before is gone with that step.
  void replaceFacts(const std::vector<std::pair<std::string_view, std::string_view>>& facts) {
    ingest(facts, true);
  }

  const rocksdb::Options& options() const { return options_; }

 private:
  void ingest(const std::vector<std::pair<std::string_view, std::string_view>>& facts, bool isAll);
  void rewriteTables(Family which);
  void removeStrayTables();
  std::filesystem::path directory_;
  rocksdb::Options options_;
  rocksdb::ColumnFamilyOptions factOptions_;
  std::unique_ptr<rocksdb::DB> db_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilies> handles_{};
};

/// The same bytes as RocksDB takes them, not copied: they must outlive the slice.
inline rocksdb::Slice slice(std::string_view text) {
  return {text.data(), text.size()};
}
inline rocksdb::Slice slice(ByteView bytes) {
  return slice(asText(bytes));
}
/// The bytes of a slice where they lie, not copied: they must outlive the view.
inline std::string_view textOf(const rocksdb::Slice& from) {
  return {from.data(), from.size()};
}
inline ByteView bytesOf(const rocksdb::Slice& from) {
  return asBytes(textOf(from));
}

/// Big-endian, so that RocksDB's order is the order of the numbers.
std::array<std::uint8_t, 8> indexKey(std::uint64_t index);
std::array<std::uint8_t, 9> tileKey(unsigned level, std::uint64_t n);

}  // namespace minutebook

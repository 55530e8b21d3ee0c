#include "ledger/store/rocks.h"

#include <rocksdb/cache.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;
constexpr std::size_t kKiB = std::size_t{1} << 10;
/// Bounds both memory and what a crash makes the next opening read again.
constexpr std::uint64_t kWalBytesMax = 64 * kMiB;
constexpr std::size_t kCacheBytes = 24 * kMiB;
constexpr std::uint32_t kDictionaryBytes = 16 * kKiB;
constexpr char kFactsFile[] = "facts-to-ingest";
/// Every fact's key lies between them, and the note of how far the facts reach.
constexpr std::string_view kBeforeFacts = "";
constexpr std::string_view kAfterFacts = "\xff\xff";

constexpr std::array<const char*, kFamilies> kFamilyNames = {"default", "entry", "opening", "tile",
                                                             "fact"};

struct FamilyShape {
  std::size_t writeBufferBytes;
  std::size_t blockBytes;
  rocksdb::CompressionType compression;
};

/// Hashes and ciphertext do not compress, so only entries and facts are.
constexpr std::array<FamilyShape, kFamilies> kFamilyShapes = {{
    {1 * kMiB, 4 * kKiB, rocksdb::kNoCompression},
    {16 * kMiB, 16 * kKiB, rocksdb::kLZ4Compression},
    {16 * kMiB, 8 * kKiB, rocksdb::kNoCompression},
    {4 * kMiB, 16 * kKiB, rocksdb::kNoCompression},
    {8 * kMiB, 4 * kKiB, rocksdb::kLZ4Compression},
}};

rocksdb::ColumnFamilyOptions familyOptions(Family which,
                                           const std::shared_ptr<rocksdb::Cache>& cache) {
  const FamilyShape& shape = kFamilyShapes[static_cast<std::size_t>(which)];
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = shape.writeBufferBytes;
  options.max_write_buffer_number = 2;
  options.compression = shape.compression;
  options.bottommost_compression = shape.compression;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = shape.blockBytes;
  table.format_version = 5;
  if (which == Family::kEntry) {
    // Training a dictionary costs more than writing: only for what stays where it is.
    options.bottommost_compression = rocksdb::kZSTD;
    options.bottommost_compression_opts.max_dict_bytes = kDictionaryBytes;
    options.bottommost_compression_opts.zstd_max_train_bytes = 100 * kDictionaryBytes;
    options.bottommost_compression_opts.max_dict_buffer_bytes = 8 * kMiB;
    options.bottommost_compression_opts.enabled = true;
  }
  if (which == Family::kFact) {
    // Most questions of the rules are about ids that are not there.
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    table.whole_key_filtering = true;
  }
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

rocksdb::Options databaseOptions(RocksMode mode, rocksdb::Env* env) {
  rocksdb::Options options;
  if (env != nullptr) options.env = env;
  options.create_if_missing = mode == RocksMode::kCreate;
  options.create_missing_column_families = mode == RocksMode::kCreate;
  options.error_if_exists = mode == RocksMode::kCreate;
  // Any other mode opens cleanly with batches missing: docs/formats/store.md, "Torn and damaged".
  options.wal_recovery_mode = mode == RocksMode::kReadDropTorn
                                  ? rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords
                                  : rocksdb::WALRecoveryMode::kAbsoluteConsistency;
  options.recycle_log_file_num = 0;
  options.max_total_wal_size = kWalBytesMax;
  options.track_and_verify_wals_in_manifest = true;
  options.atomic_flush = true;
  options.paranoid_checks = true;
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  options.db_write_buffer_size = 32 * kMiB;
  options.max_background_jobs = 2;
  options.max_file_opening_threads = 2;
  options.allow_concurrent_memtable_write = false;  // There is one writer.
  options.skip_stats_update_on_db_open = true;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  options.max_log_file_size = 256 * kKiB;
  options.keep_log_file_num = 2;
  return options;
}

/// Debian's RocksDB ends the program where a new database's first files do not fit on the disk, so
/// it is asked before. Source: WritableFileWriter in RocksDB 7.8 asserts that no write failed
/// before.
void needRoom(std::filesystem::path directory) {
  constexpr std::uintmax_t kFirstFilesBytes = kMiB;
  std::error_code error;
  while (!std::filesystem::exists(directory, error) && directory.has_relative_path()) {
    directory = directory.parent_path();
  }
  const auto room = std::filesystem::space(directory, error);
  if (error || room.available >= kFirstFilesBytes) return;
  throw Fault(FaultKind::kIo, "making " + directory.string() + ": No space left on device",
              "Free some space on the disk and try again.");
}

bool saysCorrupt(const rocksdb::Status& status) {
  return status.IsCorruption() || status.IsNotFound();
}

}  // namespace

void check(const rocksdb::Status& status, const std::string& what) {
  if (status.ok()) return;
  const std::string text = what + ": " + status.ToString();
  if (status.IsNoSpace()) {
    throw Fault(FaultKind::kIo, text, "Free some space on the disk and try again.");
  }
  if (saysCorrupt(status)) {
    throw Fault(FaultKind::kCorrupt, text,
                "Keep this directory as it is and restore the ledger from a backup.");
  }
  if (status.IsBusy() || status.IsTimedOut() || status.IsTryAgain()) {
    throw Fault(FaultKind::kBusy, text, "Try again in a moment.");
  }
  if (status.IsIOError() && text.find("lock") != std::string::npos) {
    throw Fault(FaultKind::kBusy, text, "Another program has the database open; close it first.");
  }
  if (status.IsInvalidArgument() || status.IsNotSupported()) {
    throw Fault(FaultKind::kConfig, text,
                "This may be a ledger of a newer program, or not a ledger at all.");
  }
  throw Fault(FaultKind::kIo, text, "Check that the disk is healthy and try again.");
}

Rocks::Rocks(const std::filesystem::path& directory, RocksMode mode, rocksdb::Env* env)
    : directory_(directory), options_(databaseOptions(mode, env)) {
  if (mode == RocksMode::kCreate) needRoom(directory);
  const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kCacheBytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    families.emplace_back(kFamilyNames[i], familyOptions(static_cast<Family>(i), cache));
  }
  factOptions_ = families[static_cast<std::size_t>(Family::kFact)].options;
  const bool reads = mode == RocksMode::kRead || mode == RocksMode::kReadDropTorn;
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const rocksdb::Status status =
      reads ? rocksdb::DB::OpenForReadOnly(options_, directory.string(), families, &handles, &db)
            : rocksdb::DB::Open(options_, directory.string(), families, &handles, &db);
  check(status, "opening " + directory.string());
  db_.reset(db);
  for (std::size_t i = 0; i < kFamilies; ++i) handles_[i] = handles[i];
}

Rocks::~Rocks() {
  for (rocksdb::ColumnFamilyHandle* handle : handles_) {
    // A handle that cannot be given back is RocksDB's to complain about; nothing is lost by it.
    if (handle != nullptr) db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
  }
  db_->Close().PermitUncheckedError();
}

std::optional<std::string> Rocks::get(Family which, std::string_view key) const {
  std::string value;
  const rocksdb::Status status =
      db_->Get(rocksdb::ReadOptions(), family(which), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  check(status, "reading " + directory_.string());
  return value;
}

std::unique_ptr<rocksdb::Iterator> Rocks::iterate(Family which,
                                                  const rocksdb::ReadOptions& how) const {
  return std::unique_ptr<rocksdb::Iterator>(db_->NewIterator(how, family(which)));
}

void Rocks::flush() {
  rocksdb::FlushOptions how;
  how.wait = true;
  check(db_->Flush(how, {handles_.begin(), handles_.end()}), "flushing " + directory_.string());
}

void Rocks::dropDeleted(Family which) {
  flush();
  rocksdb::CompactRangeOptions how;
  how.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  check(db_->CompactRange(how, family(which), nullptr, nullptr),
        "compacting " + directory_.string());
  rewriteTables(which);
  removeStrayTables();
}

void Rocks::rewriteTables(Family which) {
  // After a kill, a range compaction may leave a deletion beside the table that holds what it
  // deletes: all tables in one go leave neither.
  std::vector<rocksdb::LiveFileMetaData> live;
  db_->GetLiveFilesMetaData(&live);
  std::vector<std::string> tables;
  int level = 1;
  for (const rocksdb::LiveFileMetaData& table : live) {
    if (table.column_family_name != family(which)->GetName()) continue;
    tables.push_back(table.name);
    level = std::max(level, table.level);
  }
  if (tables.empty()) return;
  check(db_->CompactFiles(rocksdb::CompactionOptions(), family(which), tables, level),
        "writing tables again in " + directory_.string());
}

void Rocks::removeStrayTables() {
  // A process that was killed leaves tables that no manifest names: the library deletes them some
  // openings later, and what was to be dropped may stand in them.
  const std::string what = "looking for what a killed process left in " + directory_.string();
  check(db_->PauseBackgroundWork(), what);
  std::vector<rocksdb::LiveFileMetaData> live;
  db_->GetLiveFilesMetaData(&live);
  std::set<std::string> named;
  for (const rocksdb::LiveFileMetaData& table : live) {
    named.insert(std::filesystem::path(table.name).filename().string());
  }
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(directory_, error)) {
    const std::string name = file.path().filename().string();
    if (!name.ends_with(".sst") || named.contains(name)) continue;
    const rocksdb::Status removed = options_.env->DeleteFile(file.path().string());
    if (!removed.IsPathNotFound() && !removed.IsNotFound()) check(removed, what);
  }
  check(db_->ContinueBackgroundWork(), what);
}

void Rocks::ingest(const std::vector<std::pair<std::string_view, std::string_view>>& facts,
                   bool isAll) {
  const std::string file = (directory_ / kFactsFile).string();
  const std::string what = "writing facts into " + directory_.string();
  // A process that was killed may have left the name on a file that is a table by now: opening it
  // for writing would empty the table.
  const rocksdb::Status removed = options_.env->DeleteFile(file);
  if (!removed.IsPathNotFound() && !removed.IsNotFound()) check(removed, what);
  const rocksdb::Options options(options_, factOptions_);
  rocksdb::SstFileWriter writer(rocksdb::EnvOptions(), options, family(Family::kFact));
  check(writer.Open(file), what);
  // It covers what is in the database already, and nothing of its own file.
  if (isAll) check(writer.DeleteRange(slice(kBeforeFacts), slice(kAfterFacts)), what);
  for (const auto& [key, value] : facts) check(writer.Put(slice(key), slice(value)), what);
  check(writer.Finish(), what);
  rocksdb::IngestExternalFileOptions how;
  how.move_files = true;
  how.write_global_seqno = false;
  check(db_->IngestExternalFile(family(Family::kFact), {file}, how), what);
}

std::array<std::uint8_t, 8> indexKey(std::uint64_t index) {
  std::array<std::uint8_t, 8> key;
  for (std::size_t i = key.size(); i-- > 0; index >>= 8) key[i] = static_cast<std::uint8_t>(index);
  return key;
}

std::array<std::uint8_t, 9> tileKey(unsigned level, std::uint64_t n) {
  std::array<std::uint8_t, 9> key;
  key[0] = static_cast<std::uint8_t>(level);
  const std::array<std::uint8_t, 8> number = indexKey(n);
  std::copy(number.begin(), number.end(), key.begin() + 1);
  return key;
}

}  // namespace minutebook

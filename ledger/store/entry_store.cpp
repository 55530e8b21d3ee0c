#include "ledger/store/entry_store.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/event/submission.h"
#include "ledger/store/log_files.h"
#include "ledger/store/restored.h"
#include "ledger/store/store_parts.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

constexpr char kRocksFolder[] = "log";
constexpr char kMakingFolder[] = "log.making";
/// A reader looks at a half-written tail this often before it says that somebody is writing.
constexpr int kLooks = 3;
constexpr auto kPauseBetweenLooks = std::chrono::milliseconds(20);

[[noreturn]] void corrupt(const std::string& what) {
  throw Fault(FaultKind::kCorrupt, what,
              "Keep this directory as it is and restore the ledger from a backup.");
}

void checkIsThere(const std::filesystem::path& ledger) {
  std::error_code error;
  if (std::filesystem::exists(ledger / kRocksFolder / "CURRENT", error)) return;
  throw Fault(FaultKind::kMissing, "there is no ledger in " + ledger.string(),
              "Check the directory's name, or make a ledger with init.");
}

Head parseHead(std::string_view stored) {
  Head head;
  std::optional<Frontier> frontier;
  if (stored.size() >= 8) frontier = Frontier::deserialise(asBytes(stored.substr(8)));
  if (!frontier) corrupt("the ledger's head cannot be read");
  head.newestTime = static_cast<std::int64_t>(readU64(asBytes(stored.substr(0, 8))));
  head.frontier = std::move(*frontier);
  return head;
}

Head readHead(const Rocks& rocks) {
  const std::optional<std::string> format = rocks.get(Family::kMeta, kFormatKey);
  if (!format || *format != kFormat) {
    throw Fault(FaultKind::kConfig,
                "the ledger's log has the format \"" + format.value_or("") +
                    "\"; this program "
                    "reads \"" +
                    std::string(kFormat) + "\"",
                "Use the newest version of this program.");
  }
  const std::optional<std::string> head = rocks.get(Family::kMeta, kHeadKey);
  if (!head) corrupt("the ledger has no head");
  return parseHead(*head);
}

/// Whether the head follows from the tiles and, where they do not reach, the newest entries: at
/// most 255 of them are hashed.
void compareHead(const EntryStore::Parts& parts) {
  const std::uint64_t size = parts.head.frontier.size();
  const std::unique_ptr<rocksdb::Iterator> beyond =
      parts.rocks.iterate(Family::kEntry, rocksdb::ReadOptions());
  beyond->Seek(slice(indexKey(size)));
  check(beyond->status(), "reading the end of the log");
  if (beyond->Valid())
    corrupt("the log holds entries beyond the size its head says, " + std::to_string(size));
  if (size == 0) return;
  const Outcome<EntryParts> last = decodeEntry(parts.reader.entry(size - 1));
  if (!last) corrupt("entry " + std::to_string(size - 1) + ": " + last.refusal().reason);
  if (last.value().recordedAt != parts.head.newestTime) {
    corrupt("the head and the newest entry, " + std::to_string(size - 1) +
            ", disagree on when it was recorded");
  }
  Sha256 hasher;
  TileHashes hashes(parts.reader, size);
  if (rootAt(hashes, hasher, size) != parts.head.frontier.root(hasher)) {
    corrupt("the head of size " + std::to_string(size) + " does not follow from the entries");
  }
}

std::unique_ptr<EntryStore::Parts> openParts(const std::filesystem::path& ledger,
                                             StoreAccess access, RocksMode mode, rocksdb::Env* env,
                                             FactTable::Start start) {
  auto parts = std::make_unique<EntryStore::Parts>(ledger, access, mode, env, start);
  parts->head = readHead(parts->rocks);
  if (parts->facts.upTo() > parts->head.frontier.size()) {
    corrupt("the ledger's lookups reach further than its entries");
  }
  return parts;
}

std::unique_ptr<EntryStore::Parts> openForWriting(
    const std::filesystem::path& ledger, const std::string& holder, rocksdb::Env* env,
    FactTable::Start start = FactTable::Start::kFromDisk) {
  WriterLock lock = WriterLock::take(ledger, holder);
  refuseIfReadOnly(ledger);
  const std::optional<LogFilesReport> found = examineLogFiles(ledger / kRocksFolder);
  if (!found) corrupt((ledger / kRocksFolder).string() + " lacks its manifest");
  if (!found->torn.empty()) cutTornWrite(*found);
  auto parts = openParts(ledger, StoreAccess::kWrite, RocksMode::kWrite, env, start);
  parts->lock.emplace(std::move(lock));
  return parts;
}

/// Nothing if a writer was seen at work in a way that may have left something out.
std::unique_ptr<EntryStore::Parts> tryReading(const std::filesystem::path& ledger,
                                              StoreAccess access, rocksdb::Env* env) {
  const std::filesystem::path rocks = ledger / kRocksFolder;
  const bool written = isBeingWritten(ledger);
  const std::optional<std::string> stamp = manifestStamp(rocks);
  if (!stamp) return nullptr;
  std::unique_ptr<EntryStore::Parts> parts;
  try {
    const std::optional<LogFilesReport> found = examineLogFiles(rocks);
    if (!found || (written && !found->torn.empty())) return nullptr;
    // What was just examined is whole. Behind it the writer may be half-way through its next batch.
    const bool mayEndTorn = written || !found->torn.empty();
    parts = openParts(ledger, access, mayEndTorn ? RocksMode::kReadDropTorn : RocksMode::kRead, env,
                      FactTable::Start::kFromDisk);
  } catch (const Fault&) {
    // Files that a writer removes under the reader's hands look like damage; look again.
    if (isBeingWritten(ledger) || manifestStamp(rocks) != stamp) return nullptr;
    throw;
  }
  return manifestStamp(rocks) == stamp ? std::move(parts) : nullptr;
}

std::unique_ptr<EntryStore::Parts> openForReading(const std::filesystem::path& ledger,
                                                  StoreAccess access, rocksdb::Env* env) {
  for (int look = 1;; ++look) {
    if (auto parts = tryReading(ledger, access, env)) return parts;
    if (look == kLooks) break;
    std::this_thread::sleep_for(kPauseBetweenLooks);
  }
  throw Fault(FaultKind::kBusy, ledger.string() + " is being written by " + writerInWords(ledger),
              "Try again in a moment.");
}

}  // namespace

std::string storedHead(const Head& head) {
  Bytes bytes;
  appendU64(bytes, static_cast<std::uint64_t>(head.newestTime));
  append(bytes, head.frontier.serialise());
  return std::string(asText(bytes));
}

EntryStore::Parts::Parts(std::filesystem::path ledgerPath, StoreAccess how, RocksMode mode,
                         rocksdb::Env* env, FactTable::Start start)
    : ledger(std::move(ledgerPath)),
      access(how),
      rocks(ledger / kRocksFolder, mode, env),
      facts(rocks, start),
      reader(rocks, head) {}

void EntryStore::create(const std::filesystem::path& ledger) {
  Directory directory = Directory::create(ledger, Readers::kOwner);
  const WriterLock lock = WriterLock::take(ledger, "a process that makes it");
  if (std::filesystem::exists(ledger / kRocksFolder)) {
    throw Fault(FaultKind::kConfig, ledger.string() + " already holds a ledger",
                "Choose another directory.");
  }
  // Made beside its place and renamed, so that a crash leaves a whole log or none.
  std::filesystem::remove_all(ledger / kMakingFolder);
  {
    Rocks rocks(ledger / kMakingFolder, RocksMode::kCreate, nullptr);
    rocksdb::WriteBatch batch;
    rocksdb::ColumnFamilyHandle* meta = rocks.family(Family::kMeta);
    check(batch.Put(meta, slice(kFormatKey), slice(kFormat)), "making the log");
    check(batch.Put(meta, slice(kHeadKey), slice(storedHead(Head()))), "making the log");
    rocksdb::WriteOptions how;
    how.sync = true;
    check(rocks.db().Write(how, &batch), "making the log");
    rocks.flush();
  }
  std::filesystem::rename(ledger / kMakingFolder, ledger / kRocksFolder);
  directory.noteFolder(kRocksFolder);
  directory.syncFolders();
}

std::unique_ptr<EntryStore> wrapParts(std::unique_ptr<EntryStore::Parts> parts) {
  return std::unique_ptr<EntryStore>(new EntryStore(std::move(parts)));
}

std::unique_ptr<EntryStore> openStore(const std::filesystem::path& ledger, StoreAccess access,
                                      const std::string& holder, rocksdb::Env* env) {
  checkIsThere(ledger);
  auto parts = access == StoreAccess::kWrite ? openForWriting(ledger, holder, env)
                                             : openForReading(ledger, access, env);
  if (access != StoreAccess::kExamine) compareHead(*parts);
  return wrapParts(std::move(parts));
}

std::unique_ptr<EntryStore> openWithLookupsAside(const std::filesystem::path& ledger,
                                                 const std::string& holder) {
  checkIsThere(ledger);
  auto parts = openForWriting(ledger, holder, nullptr, FactTable::Start::kAside);
  compareHead(*parts);
  return wrapParts(std::move(parts));
}

std::unique_ptr<EntryStore> EntryStore::open(const std::filesystem::path& ledger,
                                             StoreAccess access, const std::string& holder) {
  return openStore(ledger, access, holder, nullptr);
}

EntryStore::EntryStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

EntryStore::~EntryStore() {
  if (parts_->access != StoreAccess::kWrite || parts_->writeFailed) return;
  try {
    parts_->facts.writeTailBeforeFlush();
    parts_->rocks.flush();
  } catch (const Fault&) {
    // Everything acknowledged is in the write-ahead log; the next open replays it.
  }
}

const Head& EntryStore::head() const {
  return parts_->head;
}

std::uint64_t EntryStore::size() const {
  return parts_->head.frontier.size();
}

const LogReader& EntryStore::reader() const {
  return parts_->reader;
}

namespace {

Opening parseOpening(ByteView key, ByteView value) {
  std::optional<Opening> opening;
  if (key.size() > 8) {
    if (const auto path = FieldPath::parse(key.subspan(8))) opening = Opening::parse(*path, value);
  }
  if (!opening) {
    corrupt("an opening" +
            (key.size() >= 8 ? " of entry " + std::to_string(readU64(key.first(8))) : "") +
            " cannot be read");
  }
  return std::move(*opening);
}

}  // namespace

std::vector<Opening> EntryStore::openingsOf(std::uint64_t index) const {
  std::vector<Opening> openings;
  const auto prefix = indexKey(index);
  const auto each = parts_->rocks.iterate(Family::kOpening, rocksdb::ReadOptions());
  for (each->Seek(slice(prefix)); each->Valid(); each->Next()) {
    const ByteView key = bytesOf(each->key());
    if (key.size() < 8 || !sameBytes(key.first(8), prefix)) break;
    openings.push_back(parseOpening(key, bytesOf(each->value())));
  }
  check(each->status(), "reading the openings of entry " + std::to_string(index));
  return openings;
}

void EntryStore::forEachOpening(
    const std::function<void(std::uint64_t index, const Opening& opening)>& visit) const {
  rocksdb::ReadOptions how;
  how.fill_cache = false;
  const auto each = parts_->rocks.iterate(Family::kOpening, how);
  for (each->SeekToFirst(); each->Valid(); each->Next()) {
    const ByteView key = bytesOf(each->key());
    const Opening opening = parseOpening(key, bytesOf(each->value()));
    visit(readU64(key.first(8)), opening);
  }
  check(each->status(), "reading the openings");
}

std::uint64_t EntryStore::factsUpTo() const {
  return parts_->facts.upTo();
}

std::optional<std::string> EntryStore::findFact(std::string_view key) const {
  return parts_->facts.find(key);
}

void EntryStore::forEachFact(
    std::string_view prefix,
    const std::function<void(std::string_view key, std::string_view value)>& visit) const {
  parts_->facts.forEach(prefix, visit);
}

void EntryStore::forgetFacts() {
  if (parts_->access != StoreAccess::kWrite) {
    throw Fault(FaultKind::kBug, "facts are forgotten through a reading store");
  }
  parts_->facts.forget();
}

void EntryStore::checkHead() const {
  compareHead(*parts_);
}

void EntryStore::verifyChecksums() const {
  rocksdb::DB& db = parts_->rocks.db();
  const std::string what = "checking the files of " + parts_->ledger.string();
  for (const rocksdb::Status& status : {db.VerifyFileChecksums(rocksdb::ReadOptions()),
                                        db.VerifyChecksum(rocksdb::ReadOptions())}) {
    if (status.IsPathNotFound() && isBeingWritten(parts_->ledger)) {
      throw Fault(FaultKind::kBusy, what + ": a writer took a file away meanwhile",
                  "Try again in a moment.");
    }
    check(status, what);
  }
  if (parts_->access != StoreAccess::kWrite && !isBeingWritten(parts_->ledger)) {
    examineLogFiles(parts_->ledger / kRocksFolder);
  }
}

}  // namespace minutebook

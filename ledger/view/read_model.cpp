#include "ledger/view/read_model.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/view/applier.h"
#include "ledger/view/kept_views.h"
#include "ledger/view/model_lock.h"
#include "ledger/view/model_stamp.h"
#include "ledger/view/named_sql.h"
#include "ledger/view/sql_guard.h"
#include "ledger/view/sqlite.h"
#include "view_files.h"

namespace minutebook {

namespace {

constexpr std::uint64_t kEntriesPerTransaction = 1000;
/// What a file is called until it is whole.
constexpr const char* kFresh = ".new";

std::string damagedWords(const DamagedModel& damaged) {
  return std::string("it was damaged (") + damaged.what() + ")";
}

std::string leafHex(const LogReader& log, std::uint64_t size) {
  if (size == 0) return "";
  Sha256 hasher;
  return toHex(log.leafHashAt(hasher, size - 1).view());
}

/// Which file an open connection belongs to: another process may have put a new one in its place.
struct FileIdentity {
  dev_t device = 0;
  ino_t inode = 0;
  bool operator==(const FileIdentity&) const = default;
};

std::optional<FileIdentity> identityOf(const std::filesystem::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{found.st_dev, found.st_ino};
}

struct About {
  std::string stamp;
  std::uint64_t size = 0;
  std::string lastLeaf;
};

About readAbout(Database& database) {
  Prepared there = database.prepare(namedSql(view_sql::apply_sql, "has_about"));
  if (!there.step()) throw DamagedModel("read model: the file is empty");
  Prepared read = database.prepare(namedSql(view_sql::apply_sql, "about"));
  if (!read.step()) throw DamagedModel("read model: it does not say how far it has come");
  return {std::get<std::string>(read.value(0)), static_cast<std::uint64_t>(read.integer(1)),
          std::get<std::string>(read.value(2))};
}

void writeAbout(Database& database, std::uint64_t size, const std::string& lastLeaf) {
  Prepared write = database.prepare(namedSql(view_sql::apply_sql, "write_about"));
  write.bind(1, static_cast<std::int64_t>(size));
  write.bind(2, lastLeaf);
  write.run();
}

void makeTables(Database& database, const ModelPlan& plan, const std::string& stamp) {
  database.execute(modelTablesSql(plan));
  Prepared first = database.prepare(namedSql(view_sql::apply_sql, "first_about"));
  first.bind(1, stamp);
  first.run();
}

/// Everything up to `size` into an empty database, indexes last.
void fill(Database& database, const ModelPlan& plan, const std::string& stamp, const LogReader& log,
          std::uint64_t size) {
  database.execute("BEGIN");
  makeTables(database, plan, stamp);
  {
    Applier applier(database, plan);
    log.forEach(0, size, [&](std::uint64_t index, ByteView bytes) { applier.apply(index, bytes); });
    database.execute(modelIndexesAndViewsSql(plan));
    applier.settle(log);
  }
  writeAbout(database, size, leafHex(log, size));
  database.execute("COMMIT");
}

/// From `from` on, in transactions of bounded size.
void applyMore(Database& database, const ModelPlan& plan, const LogReader& log, std::uint64_t from,
               std::uint64_t to) {
  Applier applier(database, plan);
  for (std::uint64_t next = from; next < to;) {
    std::uint64_t end = std::min(to, next + kEntriesPerTransaction);
    database.execute("BEGIN IMMEDIATE");
    log.forEach(next, end,
                [&](std::uint64_t index, ByteView bytes) { applier.apply(index, bytes); });
    applier.settle(log);
    writeAbout(database, end, leafHex(log, end));
    database.execute("COMMIT");
    next = end;
  }
}

void removeFile(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::remove(file, error);
  if (!error) return;
  throw Fault(FaultKind::kIo, "remove " + file.string() + ": " + error.message(),
              "Check that the ledger's folder may be written to.");
}

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) {
  return file.string() + ending;
}

}  // namespace

struct ReadModel::Parts {
  explicit Parts(const Catalogue& catalogue) : plan(catalogue), stamp(modelStamp(plan)) {}

  std::filesystem::path file;  // Empty: in memory.
  ModelPlan plan;
  std::string stamp;
  Database database;
  std::uint64_t size = 0;

  FileIdentity opened;  // Of `database`.

  void openFile();
  /// Why the file cannot be carried on with, or nothing after it was opened.
  std::optional<std::string> openExisting(const LogReader& log);
  /// The same in words, and damage too; empty if it was opened.
  std::string whyNotOpened(const LogReader& log);

  /// An empty one beside the file.
  Database freshFile() const;
  /// Makes that one, closed by now and of `upTo` entries, the file.
  void putFreshInPlace(std::uint64_t upTo);
  CaughtUp rebuild(const LogReader& log, std::string why);
  ModelComparison compareHeld(Database& made);
  ModelComparison rebuildCompared(const LogReader& log);
};

void ReadModel::Parts::openFile() {
  database = Database(file.string(), Database::Access::kReadWrite);
  database.execute(std::string(view_sql::live_sql));
  opened = identityOf(file).value_or(FileIdentity{});
}

std::optional<std::string> ReadModel::Parts::openExisting(const LogReader& log) {
  std::optional<FileIdentity> found = identityOf(file);
  if (!found) {
    database.close();
    return "there was none";
  }
  if (!database || found != opened) openFile();
  About about = readAbout(database);
  if (about.stamp != stamp) return "another version of the program made it";
  if (about.size > log.size()) return "the log is shorter than what it holds";
  if (about.lastLeaf != leafHex(log, about.size)) return "it holds entries of another log";
  size = about.size;
  return std::nullopt;
}

std::string ReadModel::Parts::whyNotOpened(const LogReader& log) {
  try {
    return openExisting(log).value_or("");
  } catch (const DamagedModel& damaged) {
    return damagedWords(damaged);
  }
}

Database ReadModel::Parts::freshFile() const {
  removeFile(beside(file, kFresh));
  Database made(beside(file, kFresh).string(), Database::Access::kCreate);
  made.execute(std::string(view_sql::bulk_sql));
  return made;
}

void ReadModel::Parts::putFreshInPlace(std::uint64_t upTo) {
  const std::filesystem::path fresh = beside(file, kFresh);
  {
    FileDescriptor written =
        Directory::open(fresh.parent_path().empty() ? "." : fresh.parent_path(), Readers::kOwner)
            .openFile(fresh.filename().string(), O_RDWR);
    syncData(written, fresh.string());
  }
  database.close();
  // A write-ahead log that outlived its database would be applied to the next one.
  removeFile(beside(file, "-wal"));
  removeFile(beside(file, "-shm"));
  std::error_code error;
  std::filesystem::rename(fresh, file, error);
  if (error) {
    throw Fault(FaultKind::kIo, "rename " + fresh.string() + ": " + error.message(),
                "Check that the ledger's folder may be written to.");
  }
  openFile();
  size = upTo;
}

CaughtUp ReadModel::Parts::rebuild(const LogReader& log, std::string why) {
  std::uint64_t upTo = log.size();
  {
    Database made = freshFile();
    fill(made, plan, stamp, log, upTo);
  }
  putFreshInPlace(upTo);
  return {CaughtUp::How::kRebuilt, upTo, std::move(why)};
}

ModelComparison ReadModel::Parts::compareHeld(Database& made) {
  ModelComparison compared;
  try {
    compared = compareModels(database, made, size);
  } catch (const DamagedModel& damaged) {
    compared.notCompared = damagedWords(damaged);
  }
  return compared;
}

ModelComparison ReadModel::Parts::rebuildCompared(const LogReader& log) {
  ModelComparison compared;
  compared.notCompared = whyNotOpened(log);
  const bool isHeld = compared.notCompared.empty();
  {
    Database made = freshFile();
    // The old one may be behind: what both can hold is compared before the rest comes.
    const std::uint64_t common = isHeld ? size : log.size();
    fill(made, plan, stamp, log, common);
    if (isHeld) compared = compareHeld(made);
    applyMore(made, plan, log, common, log.size());
  }
  putFreshInPlace(log.size());
  return compared;
}

ReadModel::ReadModel(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ReadModel::ReadModel(ReadModel&&) noexcept = default;
ReadModel& ReadModel::operator=(ReadModel&&) noexcept = default;
ReadModel::~ReadModel() = default;

ReadModel::ReadModel(std::filesystem::path file, const Catalogue& catalogue)
    : parts_(std::make_unique<Parts>(catalogue)) {
  parts_->file = std::move(file);
}

ReadModel ReadModel::inMemoryUpTo(const LogReader& log, std::uint64_t size,
                                  const Catalogue& catalogue) {
  if (size > log.size()) throw Fault(FaultKind::kBug, "read model: beyond the end of the log");
  auto parts = std::make_unique<Parts>(catalogue);
  parts->database = Database(":memory:", Database::Access::kCreate);
  fill(parts->database, parts->plan, parts->stamp, log, size);
  parts->size = size;
  return ReadModel(std::move(parts));
}

CaughtUp ReadModel::catchUp(const LogReader& log) {
  Parts& parts = *parts_;
  if (parts.file.empty()) throw Fault(FaultKind::kBug, "a model in memory stays as it is");
  ModelLock lock(parts.file);
  // The one fault that is answered here and not in main(): this file can always be made again.
  std::string damage;
  try {
    std::optional<std::string> why = parts.openExisting(log);
    if (why) return parts.rebuild(log, *why);
    std::uint64_t from = parts.size;
    std::uint64_t to = log.size();
    if (from == to) return {};
    applyMore(parts.database, parts.plan, log, from, to);
    parts.size = to;
    return {CaughtUp::How::kApplied, to - from, ""};
  } catch (const DamagedModel& damaged) {
    damage = damagedWords(damaged);
  }
  return parts.rebuild(log, damage);
}

CaughtUp ReadModel::rebuild(const LogReader& log) {
  if (parts_->file.empty()) throw Fault(FaultKind::kBug, "a model in memory stays as it is");
  ModelLock lock(parts_->file);
  return parts_->rebuild(log, "it was asked for");
}

Rebuilt ReadModel::rebuildCompared(const LogReader& log) {
  if (parts_->file.empty()) throw Fault(FaultKind::kBug, "a model in memory stays as it is");
  ModelLock lock(parts_->file);
  ModelComparison compared = parts_->rebuildCompared(log);
  return {{CaughtUp::How::kRebuilt, log.size(), "it was asked for"}, std::move(compared)};
}

void ReadModel::keepViews() const {
  const Parts& parts = *parts_;
  if (parts.file.empty()) return;
  ModelLock lock(parts.file);
  if (identityOf(parts.file) != parts.opened) return;
  // A connection of its own: the temporary views by which it is done go with it.
  Database writer(parts.file.string(), Database::Access::kReadWrite);
  if (readAbout(writer).size != parts.size) return;
  writer.execute(std::string(view_sql::live_sql));
  keepViewsInFile(writer.share().get());
}

std::uint64_t ReadModel::size() const {
  return parts_->size;
}

const std::string& ReadModel::stamp() const {
  return parts_->stamp;
}

Query ReadModel::query() const {
  if (!parts_->database) throw Fault(FaultKind::kBug, "read model: asked before it was opened");
  return Query(parts_->database.share());
}

GuardedQuery ReadModel::guardedQuery(const SqlLimits& limits) const {
  if (!parts_->database) throw Fault(FaultKind::kBug, "read model: asked before it was opened");
  if (parts_->file.empty()) return {parts_->database.share(), limits};
  return {Database(parts_->file.string(), Database::Access::kReadOnly).share(), limits};
}

std::vector<GuardedQuery> ReadModel::guardedQueries(std::size_t threads,
                                                    const SqlLimits& limits) const {
  std::vector<GuardedQuery> queries;
  if (parts_->file.empty() || !mayBeOnThreads()) {
    queries.push_back(guardedQuery(limits));
    return queries;
  }
  // Whoever applies entries holds the lock, so nothing comes between the first and the last.
  ModelLock lock(parts_->file);
  while (queries.size() < threads) {
    Database database(parts_->file.string(), Database::Access::kReadOnly);
    database.execute(namedSql(view_sql::apply_sql, "stay_at_this_state"));
    queries.push_back({database.share(), limits});
  }
  return queries;
}

}  // namespace minutebook

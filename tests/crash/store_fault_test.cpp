// Disks that fail a sync, and power that goes at one.

#include <gtest/gtest.h>
#include <rocksdb/file_system.h>

#include <fstream>
#include <functional>
#include <map>
#include <mutex>

#include "tests/crash/crash_recipe.h"
#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;
using rocksdb::IOStatus;

/// A file system that knows which bytes of its files are synced, and tells before each sync.
class WatchedFileSystem : public rocksdb::FileSystemWrapper {
 public:
  /// Called before a file is synced. What it returns is what the sync says; ok() goes through.
  using BeforeSync = std::function<IOStatus(const std::string& file)>;

  explicit WatchedFileSystem(BeforeSync before)
      : FileSystemWrapper(rocksdb::FileSystem::Default()), before_(std::move(before)) {}

  const char* Name() const override { return "WatchedFileSystem"; }

  IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                           std::unique_ptr<rocksdb::FSWritableFile>* result,
                           rocksdb::IODebugContext* debug) override;
  IOStatus RenameFile(const std::string& from, const std::string& to,
                      const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (const auto found = files_.extract(from)) files_[to] = found.mapped();
    }
    return FileSystemWrapper::RenameFile(from, to, options, debug);
  }

  void wrote(const std::string& name, std::uint64_t bytes) {
    const std::lock_guard<std::mutex> lock(mutex_);
    files_[name].written += bytes;
  }
  IOStatus beforeSync(const std::string& name) {
    const std::lock_guard<std::mutex> lock(mutex_);
    return before_ ? before_(name) : IOStatus::OK();
  }
  void synced(const std::string& name) {
    const std::lock_guard<std::mutex> lock(mutex_);
    files_[name].synced = files_[name].written;
  }

  /// The directory as a power cut would leave it. Only from inside `before`.
  void copyAsPowerCut(const fs::path& from, const fs::path& to) const {
    fs::create_directories(to / "log");
    for (const auto& file : fs::directory_iterator(from / "log")) {
      std::ifstream in(file.path(), std::ios::binary);
      std::string content((std::istreambuf_iterator<char>(in)), {});
      const auto known = files_.find(file.path().string());
      if (known != files_.end()) {
        content.resize(std::min<std::size_t>(content.size(), known->second.synced));
      }
      std::ofstream(to / "log" / file.path().filename(), std::ios::binary) << content;
    }
  }

 private:
  struct Known {
    std::uint64_t written = 0;
    std::uint64_t synced = 0;
  };
  BeforeSync before_;
  mutable std::mutex mutex_;
  std::map<std::string, Known> files_;
};

class WatchedFile : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  WatchedFile(std::unique_ptr<rocksdb::FSWritableFile> file, WatchedFileSystem& system,
              std::string name)
      : FSWritableFileOwnerWrapper(std::move(file)), system_(system), name_(std::move(name)) {}

  using FSWritableFileOwnerWrapper::Append;
  IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                  rocksdb::IODebugContext* debug) override {
    system_.wrote(name_, data.size());
    return FSWritableFileOwnerWrapper::Append(data, options, debug);
  }
  IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                  const rocksdb::DataVerificationInfo& info,
                  rocksdb::IODebugContext* debug) override {
    system_.wrote(name_, data.size());
    return FSWritableFileOwnerWrapper::Append(data, options, info, debug);
  }
  IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    IOStatus said = system_.beforeSync(name_);
    const IOStatus done = FSWritableFileOwnerWrapper::Sync(options, debug);
    if (done.ok()) system_.synced(name_);
    return said.ok() ? done : said;
  }
  IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    return Sync(options, debug);
  }

 private:
  WatchedFileSystem& system_;
  std::string name_;
};

IOStatus WatchedFileSystem::NewWritableFile(const std::string& name,
                                            const rocksdb::FileOptions& options,
                                            std::unique_ptr<rocksdb::FSWritableFile>* result,
                                            rocksdb::IODebugContext* debug) {
  const IOStatus status = FileSystemWrapper::NewWritableFile(name, options, result, debug);
  if (!status.ok()) return status;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    files_[name] = Known();
  }
  *result = std::make_unique<WatchedFile>(std::move(*result), *this, name);
  return status;
}

bool isWriteAheadLog(const std::string& name) {
  return name.ends_with(".log");
}

TEST(FailedSync, StopsTheStoreAndTheNextOpeningFindsOut) {
  const TempDirectory temp;
  const fs::path ledger = temp.path() / "ledger";
  EntryStore::create(ledger);
  bool failing = false;
  const auto system = std::make_shared<WatchedFileSystem>([&](const std::string& file) {
    return failing && isWriteAheadLog(file) ? IOStatus::IOError("the disk says no")
                                            : IOStatus::OK();
  });
  const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(system);
  {
    const auto store = openStore(ledger, StoreAccess::kWrite, "test", env.get());
    LogAppender appender(*store);
    appendRecipe(*store, appender, 10);
    failing = true;
    EXPECT_EQ(faultOf([&] { appendRecipe(*store, appender, 5); }), FaultKind::kIo);
    EXPECT_EQ(store->size(), 10u);
    failing = false;
    // It could work again now; but nobody knows what is on disk.
    EXPECT_EQ(faultOf([&] { appendRecipe(*store, appender, 5); }), FaultKind::kIo);
  }
  const auto store = EntryStore::open(ledger, StoreAccess::kWrite, "test");
  EXPECT_TRUE(store->size() == 10 || store->size() == 15) << store->size();
  EXPECT_EQ(checkRecipe(*store), "");
  LogAppender appender(*store);
  appendRecipe(*store, appender, 3);
  EXPECT_EQ(checkRecipe(*store), "");
}

TEST(PowerCut, AtAnySyncPointKeepsWhatWasAcknowledged) {
  const TempDirectory temp;
  const fs::path ledger = temp.path() / "ledger";
  EntryStore::create(ledger);
  std::uint64_t acknowledged = 0;
  std::vector<std::uint64_t> acknowledgedAt;
  WatchedFileSystem* watched = nullptr;
  const auto system = std::make_shared<WatchedFileSystem>([&](const std::string&) {
    watched->copyAsPowerCut(ledger, temp.path() / std::to_string(acknowledgedAt.size()));
    acknowledgedAt.push_back(acknowledged);
    return IOStatus::OK();
  });
  watched = system.get();
  const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(system);
  for (int round = 0; round < 3; ++round) {
    const auto store = openStore(ledger, StoreAccess::kWrite, "test", env.get());
    LogAppender appender(*store);
    bringFactsUp(*store);
    for (int batch = 0; batch < 6; ++batch) {
      appendRecipe(*store, appender, batchAt(store->size()));
      acknowledged = store->size();
      bringFactsUp(*store);
      if (batch == 3) store->parts().facts.writeTail();
    }
  }
  ASSERT_GE(acknowledgedAt.size(), 18u);
  for (std::size_t cut = 0; cut < acknowledgedAt.size(); ++cut) {
    const auto store =
        EntryStore::open(temp.path() / std::to_string(cut), StoreAccess::kWrite, "test");
    EXPECT_GE(store->size(), acknowledgedAt[cut]) << cut;
    EXPECT_TRUE(isBatchEdge(store->size())) << cut;
    EXPECT_EQ(checkRecipe(*store), "") << cut;
    EXPECT_EQ(checkFacts(*store), "") << cut;
  }
}

}  // namespace
}  // namespace minutebook

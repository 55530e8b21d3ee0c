// cli/import/reader.h
//
// Reads a file of record lines in batches, each the makings of one submission. The next batch is
// read and composed on a second thread while the ledger syncs this one.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>
#include <vector>

#include "cli/import/desk.h"
#include "cli/import/record_lines.h"
#include "ledger/crypto/hmac.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/compose.h"
#include "ledger/store/recorder.h"

namespace minutebook {

/// At most so many lines or bytes in one signed submission.
inline constexpr std::size_t kBatchLinesMax = 1000;
inline constexpr std::size_t kBatchBytesMax = std::size_t{8} << 20;

/// One batch, or the end of the file, or the first line that could not be understood.
struct ImportBatch {
  std::vector<PreparedDraft> drafts;
  std::vector<std::uint64_t> lines;  ///< Line number of each draft, from 1.
  std::optional<Refusal> refusal;    ///< Then nothing of this batch may be recorded.
  std::uint64_t refusedLine = 0;
  bool last = false;
};

/// Ids for imported lines: the same file gives the same ids, on this ledger only.
///
/// Memory: eight bytes and overhead for each different line, so that the n-th of several identical
/// lines gets the n-th id.
class ImportIds {
 public:
  ImportIds(ByteView importKey, std::string origin) : mac_(importKey), origin_(std::move(origin)) {}

  /// HMAC-SHA-256(import key, origin || line || u32 n-th identical line) as a UUID of version 8.
  StatementId next(std::string_view line);

 private:
  Hash macOf(std::string_view line, std::uint32_t nth);

  HmacSha256 mac_;
  std::string origin_;
  std::unordered_set<std::uint64_t> seen_;
};

/// One file. Its arguments must outlive it; next() is for one thread.
class ImportReader {
 public:
  /// Throws kMissing if there is no such file. "-" is not handled here.
  ImportReader(const std::string& path, ImportDesk& desk, ImportIds& ids);
  ~ImportReader();
  ImportReader(const ImportReader&) = delete;
  ImportReader& operator=(const ImportReader&) = delete;

  /// The next batch, in order; after one with `last` or a refusal there are no more. Throws kIo if
  /// the file cannot be read on.
  ImportBatch next();

 private:
  void work();
  ImportBatch readBatch();
  std::optional<Refusal> addLine(const std::string& line, ImportBatch& batch);

  std::string path_;
  RecordLines lines_;
  ImportDesk& desk_;
  ImportIds& ids_;
  Sha256 hasher_;
  std::unique_ptr<RandomSource> random_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ImportBatch> ready_;
  bool stop_ = false;
  std::exception_ptr failure_;
  std::thread worker_;
};

}  // namespace minutebook

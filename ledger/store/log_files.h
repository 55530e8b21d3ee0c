// ledger/store/log_files.h
//
// Looks at the write-ahead logs and the manifest before RocksDB does. Private to ledger/store.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace minutebook {

/// What was found at the end of the newest write-ahead log.
struct LogFilesReport {
  std::filesystem::path torn;  ///< The newest log, if its last write was cut short; or empty.
  std::uint64_t tornFrom = 0;  ///< Where its last complete record ends.
};

/// Reads the manifest and every write-ahead log. Throws kCorrupt as examineLogFile() does, also if
/// a log other than the newest is torn. Nothing if a file vanished meanwhile: a writer is at work.
std::optional<LogFilesReport> examineLogFiles(const std::filesystem::path& rocks);

/// Cuts the torn write off, durably. Only for the holder of the writer's lock. (RocksDB could be
/// told to skip it; but a crash before it has removed the file would leave a torn log that is not
/// the newest, which means damage.)
void cutTornWrite(const LogFilesReport& report);

/// Changes whenever a writer moves entries from a write-ahead log to a table: a reader that saw it
/// change while opening may have missed a log, and has to look again. Nothing if there is no log.
std::optional<std::string> manifestStamp(const std::filesystem::path& rocks);

}  // namespace minutebook

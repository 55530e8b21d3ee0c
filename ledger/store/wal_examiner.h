// ledger/store/wal_examiner.h
//
// Reads RocksDB's log files (write-ahead logs and manifests share one format) for itself and tells
// a write that a crash cut short from damage. RocksDB's own recovery modes either drop acknowledged
// batches behind a flipped length bit or refuse every torn write. Why: docs/formats/store.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace minutebook {

/// What a log file that is not damaged looks like at its end.
enum class LogFileEnd {
  kWhole,  ///< The last record is complete.
  kTorn,   ///< A last write was cut short; it cannot have been acknowledged.
};

/// What a log file holds that is whole, and how the file ends.
struct LogFileReport {
  LogFileEnd end = LogFileEnd::kWhole;
  std::uint64_t records = 0;     ///< Complete logical records.
  std::uint64_t wholeBytes = 0;  ///< Where the last complete record ends.
};

/// Walks the whole file, checking every record. Nothing if there is no such file.
///
/// Torn means: what is wrong is at the very end, and it is a header that is cut, or a record whose
/// header asks for more bytes than the file has (and no other length up to the end has a valid
/// checksum, which would be a flipped length), or first fragments without their last, or only zeros
/// to the end of the file.
///
/// Throws kCorrupt, naming file and offset, for everything else: among it a last record that is all
/// there and fails its checksum. Throws kIo.
/// Source: RocksDB wiki, "Write Ahead Log File Format"; recyclable records are refused, for the
/// store never reuses log files.
std::optional<LogFileReport> examineLogFile(const std::filesystem::path& file);

}  // namespace minutebook

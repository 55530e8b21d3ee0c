// ledger/store/writer_lock.h
//
// One writer at a time. The file LOCK in the ledger directory says in words who it is.

#pragma once

#include <filesystem>
#include <string>

#include "ledger/base/directory.h"

namespace minutebook {

/// Held while this object lives; the system lets go of it when the process ends, however it ends.
class WriterLock {
 public:
  /// Throws kBusy, with the holder's own words, if another has it; kIo if LOCK cannot be written.
  static WriterLock take(const std::filesystem::path& ledger, const std::string& holder);
  WriterLock(WriterLock&&) noexcept = default;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
};

/// Whether some process is the writer just now.
bool isBeingWritten(const std::filesystem::path& ledger);

/// What LOCK says about the writer, on one line of at most 200 printable characters; "another
/// process" if it says nothing.
std::string writerInWords(const std::filesystem::path& ledger);

}  // namespace minutebook

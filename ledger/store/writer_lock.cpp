#include "ledger/store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr char kLockFile[] = "LOCK";
constexpr std::size_t kHolderBytesMax = 200;
/// A reader that looks whether anybody writes holds the lock for an instant; that is no writer.
constexpr int kTries = 4;
constexpr auto kPause = std::chrono::milliseconds(5);

bool tryLock(const FileDescriptor& file, int operation) {
  while (::flock(file.get(), operation | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return false;
    if (errno != EINTR) {
      throw Fault(FaultKind::kIo, "locking LOCK: " + std::system_category().message(errno),
                  "Keep the ledger on a disk of this machine; some network folders cannot lock.");
    }
  }
  return true;
}

}  // namespace

WriterLock WriterLock::take(const std::filesystem::path& ledger, const std::string& holder) {
  const std::filesystem::path path = ledger / kLockFile;
  FileDescriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file) {
    throw Fault(FaultKind::kIo,
                "opening " + path.string() + ": " + std::system_category().message(errno),
                "Check that you may write in the ledger's directory.");
  }
  for (int tries = 1; !tryLock(file, LOCK_EX); ++tries) {
    if (tries == kTries) {
      throw Fault(FaultKind::kBusy,
                  ledger.string() + " is being written by " + writerInWords(ledger),
                  "Wait until it has finished, then try again.");
    }
    std::this_thread::sleep_for(kPause);
  }
  const std::string line = holder.substr(0, kHolderBytesMax) + "\n";
  if (::ftruncate(file.get(), 0) != 0 ||
      ::pwrite(file.get(), line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
    throw Fault(FaultKind::kIo,
                "writing " + path.string() + ": " + std::system_category().message(errno),
                "Free some space on the disk and try again.");
  }
  return WriterLock(std::move(file));
}

WriterLock::~WriterLock() {
  // The words are for people only, so failing to remove them harms nobody.
  if (file_ && ::ftruncate(file_.get(), 0) != 0) errno = 0;
}

bool isBeingWritten(const std::filesystem::path& ledger) {
  const FileDescriptor file(::open((ledger / kLockFile).c_str(), O_RDONLY | O_CLOEXEC));
  return file && !tryLock(file, LOCK_SH);
}

std::string writerInWords(const std::filesystem::path& ledger) {
  const FileDescriptor file(::open((ledger / kLockFile).c_str(), O_RDONLY | O_CLOEXEC));
  std::string words(kHolderBytesMax, '\0');
  const ssize_t got = file ? ::pread(file.get(), words.data(), words.size(), 0) : 0;
  words.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  words.resize(std::min(words.size(), words.find('\n')));
  for (char& c : words) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return words.empty() ? "another process" : words;
}

}  // namespace minutebook

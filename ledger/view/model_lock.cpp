#include "ledger/view/model_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr int kTriesMax = 3000;
constexpr useconds_t kPauseUs = 10'000;

}  // namespace

ModelLock::ModelLock(const std::filesystem::path& modelFile) {
  std::string path = modelFile.string() + ".lock";
  file_ = FileDescriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file_) {
    throw Fault(FaultKind::kIo, "lock " + path + ": " + std::strerror(errno),
                "The read model lies in the ledger's folder, which must be writable.");
  }
  for (int tries = 0; ::flock(file_.get(), LOCK_EX | LOCK_NB) != 0; ++tries) {
    if (tries == kTriesMax) {
      throw Fault(FaultKind::kBusy, "lock " + path + ": another process is bringing it up to date",
                  "Try again in a minute.");
    }
    ::usleep(kPauseUs);
  }
}

}  // namespace minutebook

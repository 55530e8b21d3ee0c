#include "cli/handing_out/unfinished.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigits = 16;

bool isInTheMaking(std::string_view name) {
  if (name.size() <= kMakingMark.size() + kDigits) return false;
  const std::string_view digits = name.substr(name.size() - kDigits);
  const std::string_view mark =
      name.substr(name.size() - kDigits - kMakingMark.size(), kMakingMark.size());
  return mark == kMakingMark && digits.find_first_not_of("0123456789abcdef") == digits.npos;
}

bool tryLock(const FileDescriptor& file, int operation) {
  while (::flock(file.get(), operation) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

/// A plain file or folder of this user, never what a link points at.
bool isOurs(const FileDescriptor& file) {
  struct stat found {};
  if (::fstat(file.get(), &found) != 0 || found.st_uid != ::geteuid()) return false;
  return S_ISREG(found.st_mode) || S_ISDIR(found.st_mode);
}

}  // namespace

FolderLock::FolderLock(const fs::path& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      isHeld_(folder_ && tryLock(folder_, LOCK_EX)) {}

void holdInTheMaking(const FileDescriptor& made) {
  // Where it cannot be locked, neither can whoever looks for leftovers, who then leaves it alone.
  tryLock(made, LOCK_EX | LOCK_NB);
}

std::vector<std::string> removeUnfinished(const fs::path& folder) {
  std::vector<std::string> removed;
  const FolderLock lock(folder);
  if (!lock.isHeld()) return removed;
  std::error_code error;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    const std::string name = each->path().filename().string();
    if (!isInTheMaking(name)) continue;
    const FileDescriptor left(
        ::open(each->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!left || !isOurs(left) || !tryLock(left, LOCK_EX | LOCK_NB)) continue;
    std::error_code failed;
    fs::remove_all(each->path(), failed);
    if (!failed) removed.push_back(name);
  }
  std::sort(removed.begin(), removed.end());
  return removed;
}

}  // namespace minutebook

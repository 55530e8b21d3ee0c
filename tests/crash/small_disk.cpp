#include "tests/crash/small_disk.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace minutebook {

namespace {

bool writeText(const char* path, const std::string& text) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  return written;
}

/// A mount table of our own, so that nothing is left behind however the test ends.
bool ownMounts() {
  const std::string user = std::to_string(::geteuid());
  const std::string group = std::to_string(::getegid());
  if (::unshare(CLONE_NEWNS) != 0) {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    if (!writeText("/proc/self/uid_map", "0 " + user + " 1") ||
        !writeText("/proc/self/setgroups", "deny") ||
        !writeText("/proc/self/gid_map", "0 " + group + " 1")) {
      return false;
    }
  }
  return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

}  // namespace

SmallDisk::SmallDisk(std::filesystem::path at, std::uint64_t bytes) : at_(std::move(at)) {
  const std::string size = "size=" + std::to_string(bytes);
  if (ownMounts() && ::mount("none", at_.c_str(), "tmpfs", 0, size.c_str()) == 0) return;
  trouble_ = std::string("A small disk cannot be mounted here: ") + std::strerror(errno) + ".";
}

SmallDisk::~SmallDisk() {
  if (trouble_.empty()) ::umount2(at_.c_str(), MNT_DETACH);
}

void SmallDisk::fillBut(std::uint64_t bytes) {
  const std::uintmax_t room = std::filesystem::space(at_).available;
  const int file = ::open((at_ / "filler").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return;
  if (room > bytes && ::posix_fallocate(file, 0, static_cast<off_t>(room - bytes)) != 0) errno = 0;
  ::close(file);
}

void SmallDisk::giveBack() {
  std::filesystem::remove(at_ / "filler");
}

}  // namespace minutebook

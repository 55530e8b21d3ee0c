#include "ledger/base/directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// Where a file is written before it gets its name. One for a directory: what a crash leaves behind
/// is overwritten by the next write.
constexpr char kWriting[] = ".writing";

[[noreturn]] void failIo(const std::string& operation) {
  const int error = errno;
  std::string remedy = error == ENOSPC || error == EDQUOT
                           ? "Free some space on the disk and try again."
                           : "Check that the disk is healthy and the file may be used by you.";
  throw Fault(FaultKind::kIo, operation + ": " + std::system_category().message(error),
              std::move(remedy));
}

[[noreturn]] void failNotPlain(const std::string& what) {
  throw Fault(FaultKind::kCorrupt, what + " is not a plain file or folder here",
              "Look at what is there: a symbolic link or a special file is never followed.");
}

/// The parts of a relative path. None for "".
std::vector<std::string> splitPath(std::string_view relative) {
  std::vector<std::string> parts;
  while (!relative.empty()) {
    const std::size_t slash = relative.find('/');
    std::string part(relative.substr(0, slash));
    const bool endsInSlash = slash == relative.size() - 1;
    if (part.empty() || part == "." || part == ".." || endsInSlash ||
        part.find('\0') != std::string::npos) {
      throw Fault(FaultKind::kBug,
                  "not a path below a directory: \"" + std::string(relative) + "\"");
    }
    parts.push_back(std::move(part));
    relative = slash == std::string_view::npos ? "" : relative.substr(slash + 1);
  }
  return parts;
}

struct SplitName {
  std::string folder;  // "" for the root.
  std::string name;
};

SplitName splitName(std::string_view relative) {
  std::vector<std::string> parts = splitPath(relative);
  if (parts.empty()) throw Fault(FaultKind::kBug, "an empty path names no file");
  const std::size_t folderBytes = relative.size() - parts.back().size();
  return {std::string(relative.substr(0, folderBytes == 0 ? 0 : folderBytes - 1)), parts.back()};
}

constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// An open folder, or nothing if absent. `what` names it for a message.
FileDescriptor openFolderAt(int parent, const std::string& name, const std::string& what) {
  FileDescriptor folder(::openat(parent, name.c_str(), kOpenFolder));
  if (folder || errno == ENOENT) return folder;
  if (errno == ELOOP || errno == ENOTDIR) failNotPlain(what);
  failIo("opening " + what);
}

mode_t fileMode(Readers readers) {
  return readers == Readers::kOwner ? 0600 : 0644;
}
mode_t folderMode(Readers readers) {
  return readers == Readers::kOwner ? 0700 : 0755;
}

void syncFolder(const FileDescriptor& folder, const std::string& what) {
  if (::fsync(folder.get()) != 0) failIo("syncing " + what);
}

void lockFolder(const FileDescriptor& folder, const std::string& what) {
  while (::flock(folder.get(), LOCK_EX) != 0) {
    if (errno != EINTR) failIo("locking " + what);
  }
}

/// Holds the advisory lock of a directory while a file is written and renamed.
class WritingLock {
 public:
  /// Nothing to do where the whole directory is held: its lock is the same one.
  WritingLock(const FileDescriptor& folder, bool isHeld, const std::string& what)
      : folder_(isHeld ? -1 : folder.get()) {
    if (!isHeld) lockFolder(folder, what);
  }
  WritingLock(const WritingLock&) = delete;
  WritingLock& operator=(const WritingLock&) = delete;
  ~WritingLock() {
    if (folder_ >= 0) ::flock(folder_, LOCK_UN);
  }

 private:
  int folder_;
};

/// Removes the file being written unless it got its name, so that a full disk is not kept full.
class RemoveUnlessNamed {
 public:
  explicit RemoveUnlessNamed(const FileDescriptor& folder) : folder_(folder.get()) {}
  RemoveUnlessNamed(const RemoveUnlessNamed&) = delete;
  RemoveUnlessNamed& operator=(const RemoveUnlessNamed&) = delete;
  ~RemoveUnlessNamed() {
    if (!named_) ::unlinkat(folder_, kWriting, 0);
  }
  void named() { named_ = true; }

 private:
  int folder_;
  bool named_ = false;
};

Directory::Item::Kind kindAt(int folder, const char* name) {
  struct stat status {};
  if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    failIo(std::string("stat ") + name);
  if (S_ISREG(status.st_mode)) return Directory::Item::Kind::kFile;
  if (S_ISDIR(status.st_mode)) return Directory::Item::Kind::kFolder;
  return Directory::Item::Kind::kOther;
}

}  // namespace

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

Directory::Directory(std::filesystem::path path, FileDescriptor root, Readers readers)
    : path_(std::move(path)), root_(std::move(root)), readers_(readers) {}

Directory Directory::open(const std::filesystem::path& path, Readers readers) {
  FileDescriptor root(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) {
    if (errno != ENOENT && errno != ENOTDIR) failIo("opening " + path.string());
    throw Fault(FaultKind::kMissing, "there is no directory " + path.string(),
                "Check the path, or make the directory first.");
  }
  return Directory(path, std::move(root), readers);
}

Directory Directory::create(const std::filesystem::path& path, Readers readers) {
  if (::mkdir(path.c_str(), folderMode(readers)) == 0) {
    std::filesystem::path absolute = std::filesystem::absolute(path).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();  // A final slash.
    Directory parent = open(absolute.parent_path(), readers);
    syncFolder(parent.root_, parent.path_.string());
  } else if (errno != EEXIST) {
    failIo("making the directory " + path.string());
  }
  return open(path, readers);
}

std::string Directory::describe(std::string_view relative) const {
  return relative.empty() ? path_.string() : (path_ / std::string(relative)).string();
}

FileDescriptor Directory::walk(std::string_view relative) const {
  FileDescriptor folder = openFolderAt(root_.get(), ".", describe(""));
  for (const std::string& part : splitPath(relative)) {
    folder = openFolderAt(folder.get(), part, describe(relative));
    if (!folder) break;
  }
  return folder;
}

FileDescriptor Directory::openFolder(std::string_view relative, Make make) {
  if (make == Make::kNo) return walk(relative);
  FileDescriptor folder = openFolderAt(root_.get(), ".", describe(""));
  std::string soFar;
  for (const std::string& part : splitPath(relative)) {
    if (::mkdirat(folder.get(), part.c_str(), folderMode(readers_)) == 0) {
      unsyncedFolders_.insert(soFar);
    } else if (errno != EEXIST) {
      failIo("making the folder " + describe(relative));
    }
    folder = openFolderAt(folder.get(), part, describe(relative));
    if (!folder) failIo("opening " + describe(relative));
    soFar += (soFar.empty() ? "" : "/") + part;
  }
  return folder;
}

FileDescriptor Directory::openFile(std::string_view relative, int flags) const {
  const SplitName split = splitName(relative);
  FileDescriptor folder = walk(split.folder);
  if (!folder) return {};
  // O_NONBLOCK: opening a pipe somebody put here must not wait for its other end.
  FileDescriptor file(::openat(folder.get(), split.name.c_str(),
                               flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, fileMode(readers_)));
  if (!file) {
    if (errno == ENOENT) return {};
    if (errno == ELOOP || errno == ENXIO) failNotPlain(describe(relative));
    failIo("opening " + describe(relative));
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) failIo("stat " + describe(relative));
  if (!S_ISREG(status.st_mode)) failNotPlain(describe(relative));
  return file;
}

std::optional<Bytes> Directory::read(std::string_view relative, std::size_t bytesMax) const {
  FileDescriptor file = openFile(relative, O_RDONLY);
  if (!file) return std::nullopt;
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) failIo("stat " + describe(relative));
  // One byte more than expected, so that a file that has just grown is read to its end.
  Bytes content(std::min<std::size_t>(static_cast<std::size_t>(status.st_size), bytesMax) + 1);
  std::size_t filled = 0;
  while (true) {
    const ssize_t got = ::read(file.get(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failIo("reading " + describe(relative));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > bytesMax) {
      throw Fault(FaultKind::kCorrupt,
                  describe(relative) + " is larger than the " + std::to_string(bytesMax) +
                      " bytes it can have",
                  "Replace the file by the one from a backup or from its publisher.");
    }
    if (filled == content.size()) content.resize(std::min(filled * 2, bytesMax) + 1);
  }
  content.resize(filled);
  return content;
}

std::optional<std::uint64_t> Directory::fileBytes(std::string_view relative) const {
  const SplitName split = splitName(relative);
  FileDescriptor folder = walk(split.folder);
  if (!folder) return std::nullopt;
  struct stat status {};
  if (::fstatat(folder.get(), split.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::nullopt;
    failIo("stat " + describe(relative));
  }
  if (!S_ISREG(status.st_mode)) failNotPlain(describe(relative));
  return static_cast<std::uint64_t>(status.st_size);
}

std::vector<Directory::Item> Directory::list(std::string_view relative) const {
  FileDescriptor folder = walk(relative);
  if (!folder) return {};
  const int copy = ::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0);
  if (copy < 0) failIo("listing " + describe(relative));
  std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(copy), &::closedir);
  if (!stream) failIo("listing " + describe(relative));
  std::vector<Item> items;
  while (true) {
    errno = 0;
    const dirent* found = ::readdir(stream.get());
    if (found == nullptr) {
      if (errno != 0) failIo("listing " + describe(relative));
      break;
    }
    const std::string_view name = found->d_name;
    if (name == "." || name == "..") continue;
    items.push_back({std::string(name), kindAt(folder.get(), found->d_name)});
  }
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.name < b.name; });
  return items;
}

void Directory::write(std::string_view relative, ByteView content) {
  const SplitName split = splitName(relative);
  FileDescriptor folder = openFolder(split.folder, Make::kYes);
  const WritingLock lock(root_, held_, describe(""));
  if (::unlinkat(root_.get(), kWriting, 0) != 0 && errno != ENOENT) {
    failIo("removing " + describe(kWriting));
  }
  FileDescriptor file = openFile(kWriting, O_WRONLY | O_CREAT | O_EXCL);
  RemoveUnlessNamed leftover(root_);
  writeAllAt(file, content, 0, describe(relative));
  if (::fsync(file.get()) != 0) failIo("syncing " + describe(relative));
  if (::renameat(root_.get(), kWriting, folder.get(), split.name.c_str()) != 0) {
    failIo("renaming to " + describe(relative));
  }
  leftover.named();
  unsyncedFolders_.insert(split.folder);
}

void Directory::writeDurably(std::string_view relative, ByteView content) {
  write(relative, content);
  syncFolders();
}

void Directory::noteFolder(std::string_view relative) {
  unsyncedFolders_.insert(splitName(relative).folder);
}

void Directory::hold() {
  lockFolder(root_, describe(""));
  held_ = true;
}

void Directory::syncFolders() {
  for (const std::string& relative : unsyncedFolders_) {
    FileDescriptor folder = walk(relative);
    if (folder) syncFolder(folder, describe(relative));
  }
  unsyncedFolders_.clear();
}

void Directory::remove(std::string_view relative) {
  const SplitName split = splitName(relative);
  FileDescriptor folder = walk(split.folder);
  if (!folder) return;
  if (::unlinkat(folder.get(), split.name.c_str(), 0) == 0 ||
      (errno == EISDIR && ::unlinkat(folder.get(), split.name.c_str(), AT_REMOVEDIR) == 0)) {
    unsyncedFolders_.insert(split.folder);
  } else if (errno != ENOENT) {
    failIo("removing " + describe(relative));
  }
}

void writeAllAt(const FileDescriptor& file, ByteView content, std::uint64_t offset,
                const std::string& what) {
  while (!content.empty()) {
    const ssize_t written =
        ::pwrite(file.get(), content.data(), content.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) failIo("writing " + what);
    content = content.subspan(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void syncData(const FileDescriptor& file, const std::string& what) {
  if (::fdatasync(file.get()) != 0) failIo("syncing " + what);
}

}  // namespace minutebook

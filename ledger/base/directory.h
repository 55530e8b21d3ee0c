// ledger/base/directory.h
//
// Files below one directory, read and written safely: no symbolic link is followed below the root,
// sizes are bounded before anything is allocated, and a file is replaced as a whole or not at all.
// Keys, published logs and the guard all go through here.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/file_tree.h"

namespace minutebook {

/// Owns one open POSIX file descriptor. Moved, never copied; closed by the destructor.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();

  /// The descriptor, or -1 if this holds none.
  int get() const noexcept { return fd_; }
  explicit operator bool() const noexcept { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// Who may read the files and folders that a Directory makes.
enum class Readers {
  kOwner,     ///< Files 0600, folders 0700, whatever the umask.
  kEveryone,  ///< Files 0644, folders 0755, less the umask.
};

/// One directory and everything below it, by relative path ("tile/0/x001/000").
///
/// A resource: moved, not copied. The root itself may be reached through a symbolic link (the
/// person chose it); below the root a link is refused. One thread at a time. Two processes may
/// write() at once; each file is then one of the two, whole.
///
/// Every member throws kIo when the system refuses, naming the file, and kBug for a relative path
/// that is absolute, empty, or has an empty, "." or ".." part.
class Directory : public FileTree {
 public:
  /// Throws kMissing if there is no directory at `path`.
  static Directory open(const std::filesystem::path& path, Readers readers);
  /// As open(), but makes the directory (not its parents) first if it is absent, durably.
  static Directory create(const std::filesystem::path& path, Readers readers);

  const std::filesystem::path& path() const noexcept { return path_; }

  /// Throws kCorrupt, besides what FileTree says, if the file lies behind a symbolic link.
  std::optional<Bytes> read(std::string_view relative, std::size_t bytesMax) const override;
  std::optional<std::uint64_t> fileBytes(std::string_view relative) const override;
  std::vector<Item> list(std::string_view relative) const override;
  std::string nameOf(std::string_view relative) const override { return describe(relative); }

  /// Replaces the file: written beside the root's files, synced, then renamed into place; folders
  /// are made as needed. The name is durable only after syncFolders(). On a throw the old file is
  /// untouched.
  void write(std::string_view relative, ByteView content);
  /// write() followed by syncFolders().
  void writeDurably(std::string_view relative, ByteView content);
  /// Has the folder of `relative` synced by the next syncFolders(), though nothing is written:
  /// for a file found in place that an interrupted run may have left unsynced.
  void noteFolder(std::string_view relative);
  /// Keeps other processes from writing here until this object is gone.
  void hold();
  /// Syncs every folder touched since the last call, so that all names are on disk.
  void syncFolders();
  /// Removes a file or an empty folder; absent is fine.
  void remove(std::string_view relative);

  /// Opens one regular file with `flags` (O_RDWR, O_CREAT, ...), never through a link. Holds
  /// nothing if it is absent and O_CREAT is not among the flags.
  FileDescriptor openFile(std::string_view relative, int flags) const;

 private:
  Directory(std::filesystem::path path, FileDescriptor root, Readers readers);

  /// A folder below the root, made on the way if `make`; holds nothing if absent.
  enum class Make { kNo, kYes };
  FileDescriptor openFolder(std::string_view relative, Make make);
  FileDescriptor walk(std::string_view relative) const;
  std::string describe(std::string_view relative) const;

  std::filesystem::path path_;
  FileDescriptor root_;
  Readers readers_;
  bool held_ = false;
  std::set<std::string, std::less<>> unsyncedFolders_;  // Relative; "" is the root.
};

/// Writes all of `content` at `offset`. Throws kIo, naming `what`.
void writeAllAt(const FileDescriptor& file, ByteView content, std::uint64_t offset,
                const std::string& what);
/// Puts contents and size on disk (fdatasync). Throws kIo, naming `what`.
void syncData(const FileDescriptor& file, const std::string& what);

}  // namespace minutebook

// cli/handing_out/handing_out.h
//
// Files and folders that hold opened values, for one reader: new, whole or not at all, and for
// nobody else on this machine to read.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/surroundings.h"
#include "ledger/base/directory.h"
#include "ledger/crypto/random.h"

namespace minutebook {

/// Where something is to be handed out, which is not there yet.
class NewPath {
 public:
  /// Throws kUsage if none is given, or something is there already. `example` is for the sentence.
  NewPath(const std::optional<std::string>& given, const std::string& example);

  const std::filesystem::path& path() const { return path_; }
  /// A name in the same folder that nothing has.
  std::filesystem::path beside(RandomSource& random) const;

 private:
  std::filesystem::path path_;
};

/// Removes what killed runs left beside that place, and says so on standard error.
void tellUnfinished(const NewPath& to, Surroundings& surroundings);

/// A folder in the making, readable by its owner only. Removed with all in it unless it becomes
/// something.
class ScratchFolder {
 public:
  explicit ScratchFolder(std::filesystem::path path);
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  Directory& directory() { return directory_; }
  /// Gets its name, durably. Nothing is written in it afterwards.
  void becomes(const NewPath& to);

 private:
  std::filesystem::path path_;
  Directory directory_;
  bool isKept_ = false;
};

/// The same for a file.
class NewFile {
 public:
  NewFile(const NewPath& to, RandomSource& random);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  const FileDescriptor& descriptor() const { return file_; }
  /// Its content is synced already.
  void becomes(const NewPath& to);

 private:
  std::filesystem::path path_;
  FileDescriptor file_;
  bool isKept_ = false;
};

}  // namespace minutebook

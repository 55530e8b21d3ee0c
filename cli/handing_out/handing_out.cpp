#include "cli/handing_out/handing_out.h"

#include <fcntl.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "cli/handing_out/unfinished.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

/// Gives a finished file or folder its name, durably. What was put there meanwhile stays.
void giveName(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    throw Fault(FaultKind::kIo,
                "naming " + to.string() + ": " + std::system_category().message(errno),
                "Check that nothing was put there meanwhile, and try again.");
  }
  Directory parent = Directory::open(to.parent_path(), Readers::kOwner);
  parent.noteFolder(to.filename().string());
  parent.syncFolders();
}

}  // namespace

NewPath::NewPath(const std::optional<std::string>& given, const std::string& example) {
  if (!given || given->empty() || *given == "-") {
    throw Fault(FaultKind::kUsage, "no file or folder was named to write to",
                "Add -o with a new name, for example -o " + example + ".");
  }
  path_ = fs::absolute(*given).lexically_normal();
  if (!path_.has_filename()) path_ = path_.parent_path();
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path_, error))) return;
  throw Fault(FaultKind::kUsage, *given + " is there already",
              "Choose a new name; nothing that is there is overwritten.");
}

fs::path NewPath::beside(RandomSource& random) const {
  std::array<std::uint8_t, 8> bytes{};
  random.fill(bytes);
  fs::path beside = path_;
  beside += std::string(kMakingMark) + toHex(bytes);
  return beside;
}

void tellUnfinished(const NewPath& to, Surroundings& surroundings) {
  for (const std::string& name : removeUnfinished(to.path().parent_path())) {
    surroundings.err << "An earlier run was cut short and left " << name
                     << ", which may hold opened values: it is removed.\n";
  }
}

ScratchFolder::ScratchFolder(fs::path path)
    : path_(std::move(path)), directory_([this] {
        const FolderLock lock(path_.parent_path());
        Directory made = Directory::create(path_, Readers::kOwner);
        made.hold();
        return made;
      }()) {}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!isKept_) fs::remove_all(path_, ignored);
}

void ScratchFolder::becomes(const NewPath& to) {
  giveName(path_, to.path());
  isKept_ = true;
}

NewFile::NewFile(const NewPath& to, RandomSource& random) : path_(to.beside(random)) {
  const Directory folder = Directory::open(path_.parent_path(), Readers::kOwner);
  const FolderLock lock(path_.parent_path());
  file_ = folder.openFile(path_.filename().string(), O_RDWR | O_CREAT | O_EXCL);
  holdInTheMaking(file_);
}

NewFile::~NewFile() {
  std::error_code ignored;
  if (!isKept_) fs::remove(path_, ignored);
}

void NewFile::becomes(const NewPath& to) {
  giveName(path_, to.path());
  isKept_ = true;
}

}  // namespace minutebook

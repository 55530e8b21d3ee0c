#include "cli/keeping/backup_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/bundle/tar.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

// log/<file>: nothing of a backup lies deeper.
constexpr unsigned kDepthMax = 2;

[[noreturn]] void notABackup(const std::string& what) {
  throw Fault(FaultKind::kCorrupt, what,
              "Use another backup; keep this one as it is until you have one that restores.");
}

/// What RocksDB writes for itself and nobody needs.
bool isScribble(const std::string& name) {
  return name == "log/LOCK" || name.starts_with("log/LOG");
}

void walk(const FileTree& tree, const std::string& folder, unsigned depth,
          std::vector<std::string>& names) {
  for (const FileTree::Item& item : tree.list(folder)) {
    const std::string name = folder.empty() ? item.name : folder + "/" + item.name;
    if (item.kind == FileTree::Item::Kind::kFolder && depth < kDepthMax) {
      walk(tree, name, depth + 1, names);
    } else if (item.kind != FileTree::Item::Kind::kFile || !isBundleName(name)) {
      notABackup(tree.nameOf(name) + " is nothing that a backup holds");
    } else {
      names.push_back(name);
    }
  }
}

/// Every file but note and list, by name.
std::vector<std::string> namesIn(const FileTree& tree) {
  std::vector<std::string> names;
  walk(tree, "", 1, names);
  std::erase_if(names, [](const std::string& name) {
    return name == kBackupNoteFile || name == kFileListFile;
  });
  std::sort(names.begin(), names.end());
  return names;
}

Bytes readWhole(const FileTree& tree, const std::string& name) {
  std::optional<Bytes> bytes = tree.read(name, kBundleFileBytesMax);
  if (!bytes) notABackup(tree.nameOf(name) + " is missing");
  return std::move(*bytes);
}

void removeScribbles(Directory& folder) {
  for (const std::string& name : namesIn(folder)) {
    if (isScribble(name)) folder.remove(name);
  }
}

}  // namespace

void syncTree(const fs::path& folder) {
  auto sync = [](const fs::path& path, int flags) {
    const FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW));
    if (file && ::fsync(file.get()) == 0) return;
    throw Fault(FaultKind::kIo,
                "syncing " + path.string() + ": " + std::system_category().message(errno),
                "Check that the disk is healthy and has room, and try again.");
  };
  for (const auto& item : fs::recursive_directory_iterator(folder)) {
    sync(item.path(), item.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  }
  sync(folder, O_RDONLY | O_DIRECTORY);
}

void sealBackup(Directory& folder, BackupNote note) {
  removeScribbles(folder);
  std::vector<ListedFile> files;
  Sha256 hasher;
  for (const std::string& name : namesIn(folder)) {
    const Bytes bytes = readWhole(folder, name);
    files.push_back({name, bytes.size(), hasher.of(ByteView(bytes))});
  }
  const std::string list = encodeFileList(files);
  note.files = hasher.of(asBytes(list));
  folder.write(kFileListFile, asBytes(list));
  syncTree(folder.path());
  folder.writeDurably(kBackupNoteFile, asBytes(note.encode()));
}

void archiveBackup(const Directory& folder, const FileDescriptor& file, const std::string& what) {
  std::vector<std::string> names = namesIn(folder);
  names.emplace_back(kBackupNoteFile);
  names.emplace_back(kFileListFile);
  std::sort(names.begin(), names.end());
  TarWriter writer(file, what);
  for (const std::string& name : names) writer.add(name, readWhole(folder, name));
  writer.finish();
}

std::unique_ptr<FileTree> openBackup(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return std::make_unique<Directory>(Directory::open(path, Readers::kOwner));
  }
  return std::make_unique<TarFile>(TarFile::open(path));
}

BackupContents readBackup(const FileTree& backup) {
  const std::optional<Bytes> text = backup.read(kBackupNoteFile, kBundleFileBytesMax);
  if (!text) {
    notABackup(backup.nameOf(kBackupNoteFile) +
               " is missing: this is no backup, or one that was cut short");
  }
  const std::optional<BackupNote> note = BackupNote::parse(asText(*text));
  if (!note) notABackup(backup.nameOf(kBackupNoteFile) + " cannot be read");
  const Bytes list = readWhole(backup, std::string(kFileListFile));
  auto files = parseFileList(asText(list));
  if (!files || sha256(ByteView(list)) != note->files) {
    notABackup(backup.nameOf(kFileListFile) + " is not the list that was written");
  }
  BackupContents contents{*note, std::move(files).value()};
  std::vector<std::string> listed;
  for (const ListedFile& file : contents.files) listed.push_back(file.name);
  for (const std::string& name : namesIn(backup)) {
    if (std::binary_search(listed.begin(), listed.end(), name)) continue;
    notABackup(backup.nameOf(name) + " was not there when the backup was made");
  }
  return contents;
}

void copyBackup(const FileTree& backup, const BackupContents& contents, Directory& to) {
  Sha256 hasher;
  for (const ListedFile& file : contents.files) {
    const Bytes bytes = readWhole(backup, file.name);
    if (bytes.size() != file.bytes || hasher.of(ByteView(bytes)) != file.hash) {
      notABackup(backup.nameOf(file.name) + " is not as it was written");
    }
    to.write(file.name, bytes);
  }
  to.syncFolders();
}

}  // namespace minutebook

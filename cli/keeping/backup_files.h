// cli/keeping/backup_files.h
//
// A backup as files: listed when it is made, and held against the list before anything is restored.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/bundle/file_list.h"
#include "ledger/store/backup.h"

namespace minutebook {

/// The file of a backup that says what it is; it is written last.
constexpr std::string_view kBackupNoteFile = "backup";
constexpr std::string_view kLedgerFileName = "ledger.toml";

/// What a backup says it holds.
struct BackupContents {
  BackupNote note;
  std::vector<ListedFile> files;
};

/// Lists everything in a folder of a finished copy, writes list and note, and puts all of it on
/// disk. `note.files` is set here.
void sealBackup(Directory& folder, BackupNote note);
/// The files of a sealed folder as one archive.
void archiveBackup(const Directory& folder, const FileDescriptor& file, const std::string& what);

/// A backup in a folder or an archive. Throws kMissing if there is nothing at `path`.
std::unique_ptr<FileTree> openBackup(const std::filesystem::path& path);
/// Note and list, and that nothing lies there besides. Throws kCorrupt, saying what is wrong.
BackupContents readBackup(const FileTree& backup);
/// Copies every listed file, each held against its size and hash on the way. Throws kCorrupt,
/// naming the first that is not as it was written.
void copyBackup(const FileTree& backup, const BackupContents& contents, Directory& to);

/// Every file and folder below `folder`, onto disk.
void syncTree(const std::filesystem::path& folder);

}  // namespace minutebook

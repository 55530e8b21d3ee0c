// ledger/bundle/tar.h
//
// A bundle as one file: an archive of plain files in the ustar form of POSIX, in one spelling only.
// Read in place; nothing is ever unpacked. Format: docs/formats/bundle.md.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "ledger/base/directory.h"
#include "ledger/base/file_tree.h"

namespace minutebook {

/// More files than this are in no archive of ours.
constexpr std::size_t kTarFilesMax = std::size_t{1} << 20;

/// Writes an archive front to back. The same files give the same bytes.
class TarWriter {
 public:
  /// `file` is open for writing and empty; `what` names it for a message.
  TarWriter(const FileDescriptor& file, std::string what) : file_(file), what_(std::move(what)) {}

  /// Appends one file. Throws kBug unless names come in ascending order and may be a bundle's.
  void add(std::string_view name, ByteView content);
  /// The end of the archive, synced.
  void finish();

 private:
  void put(ByteView bytes);

  const FileDescriptor& file_;
  std::string what_;
  std::string last_;
  std::uint64_t at_ = 0;
};

/// The files in an archive.
class TarFile : public FileTree {
 public:
  /// Reads every header. Throws kMissing if there is no such file, and kCorrupt, with a sentence on
  /// what and where, unless it is exactly what TarWriter writes: links, devices, folders, absolute
  /// names, names with "..", names twice or out of order, odd headers, and bytes after the end.
  static TarFile open(const std::filesystem::path& path);
  /// The same of a file that is open already; `name` is for messages.
  static TarFile of(FileDescriptor file, std::string name);

  std::optional<Bytes> read(std::string_view relative, std::size_t bytesMax) const override;
  std::optional<std::uint64_t> fileBytes(std::string_view relative) const override;
  std::vector<Item> list(std::string_view relative) const override;
  std::string nameOf(std::string_view relative) const override;

 private:
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
  };
  TarFile(std::string path, FileDescriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  void readHeaders();
  /// The offset behind a file whose header is at `offset`.
  std::uint64_t take(std::uint64_t offset, const Bytes& header, std::uint64_t fileBytes);
  Bytes bytesAt(std::uint64_t offset, std::size_t count) const;
  [[noreturn]] void refuse(std::uint64_t offset, const std::string& why) const;

  std::string path_;
  FileDescriptor file_;
  std::map<std::string, Place, std::less<>> files_;
};

}  // namespace minutebook

// ledger/base/file_tree.h
//
// Files by relative path, to be read only: a directory, or the inside of an archive. Verifiers are
// written against this, so nothing has to be unpacked to be checked.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"

namespace minutebook {

/// Files and folders below one root, by relative path ("tile/0/x001/000"). One thread at a time.
class FileTree {
 public:
  /// What list() found.
  struct Item {
    /// A link is kOther, whatever it points to.
    enum class Kind { kFile, kFolder, kOther };

    std::string name;
    Kind kind;
  };

  virtual ~FileTree() = default;

  /// The whole file, or nothing if it or a folder on the way is absent.
  /// Throws kCorrupt if it is larger than `bytesMax` or is not a regular file.
  virtual std::optional<Bytes> read(std::string_view relative, std::size_t bytesMax) const = 0;
  /// Size of the regular file in bytes, or nothing if absent. Throws as read() does.
  virtual std::optional<std::uint64_t> fileBytes(std::string_view relative) const = 0;
  /// What a folder holds, sorted by name; "" lists the root. Nothing in it if it is absent.
  virtual std::vector<Item> list(std::string_view relative) const = 0;
  /// How a file is called in a sentence.
  virtual std::string nameOf(std::string_view relative) const = 0;
};

}  // namespace minutebook

// ledger/bundle/file_list.h
//
// What lies in a bundle: every file by name, size and SHA-256. Format: docs/formats/bundle.md.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// Names of the three files that a bundle has beside the published log.
constexpr std::string_view kManifestFile = "manifest";
constexpr std::string_view kFileListFile = "files";
constexpr std::string_view kOpeningsFile = "openings";

/// Larger files are in no bundle, and are refused before anything is allocated for them.
constexpr std::size_t kBundleFileBytesMax = std::size_t{256} << 20;
/// No name of a bundle's file is longer: it has to fit into an archive's header.
constexpr std::size_t kBundleNameBytesMax = 100;

/// Whether a text may name a file of a bundle: parts of letters, digits, '.', '-' and '_' with a
/// slash between them, none of them empty, "." or "..".
bool isBundleName(std::string_view name);

/// One file.
struct ListedFile {
  std::string name;
  std::uint64_t bytes = 0;
  Hash hash;

  bool operator==(const ListedFile&) const = default;
};

/// One line a file: SHA-256 in hex, size, name, with one space between. `files` must be in the
/// order of their names.
std::string encodeFileList(const std::vector<ListedFile>& files);
/// Refused (`bundle.malformed`) unless `text` is exactly what encodeFileList() writes for names in
/// strictly ascending order.
Outcome<std::vector<ListedFile>> parseFileList(std::string_view text);

}  // namespace minutebook

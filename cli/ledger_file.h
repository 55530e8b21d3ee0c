// cli/ledger_file.h
//
// `ledger.toml`: what makes a directory a ledger.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace minutebook {

struct LedgerFile {
  int format = 1;
  std::string origin;
  std::optional<std::string> guard;  ///< Absolute; only where init was told another place for it.
};

/// Throws kMissing if there is no ledger at `directory`, kConfig if the file cannot be read as one
/// or is of a newer format.
LedgerFile readLedgerFile(const std::filesystem::path& directory);

/// The file's text.
std::string writeLedgerFile(const LedgerFile& file);

}  // namespace minutebook

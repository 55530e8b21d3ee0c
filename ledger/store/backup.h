// ledger/store/backup.h
//
// A copy of the log beside whoever writes it, and the note that says what a backup holds. Bytes and
// what is never in it: docs/formats/backup.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/store/entry_store.h"
#include "ledger/store/guard.h"

namespace minutebook {

/// Makes `to`/log, which must not be there: entries, openings, tiles and head exactly as `from`
/// sees them, and none of what can be derived. Nothing is in it that was deleted before. On disk
/// when it returns; made in place, so work in a folder that has no name yet. Returns how many
/// openings were copied.
std::uint64_t copyLog(const EntryStore& from, const std::filesystem::path& to);

/// The openings that a store has.
std::uint64_t countOpenings(const EntryStore& store);

/// What a backup says of itself: its file `backup`.
struct BackupNote {
  std::string origin;
  SignedHead head;             ///< Size and root; whether it was ever signed, the guard knows.
  std::uint64_t openings = 0;  ///< Sealed values that are in it, encrypted.
  std::int64_t madeAt = 0;     ///< Seconds since the Unix epoch, UTC.
  Hash files;                  ///< SHA-256 of the list of its files.

  bool operator==(const BackupNote&) const = default;
  std::string encode() const;
  /// Nothing unless `text` is exactly what encode() writes.
  static std::optional<BackupNote> parse(std::string_view text);
};

}  // namespace minutebook

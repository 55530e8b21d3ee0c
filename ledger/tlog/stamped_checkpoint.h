// ledger/tlog/stamped_checkpoint.h
//
// A signed checkpoint with the time stamps it was given, and all that checking them will need when
// the authorities are gone. Worked example: docs/formats/stamped.md.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/crypto/time_stamp.h"

namespace minutebook {

/// How the file begins.
constexpr std::string_view kStampedHead = "minutebook/stamped-checkpoint/v1\n";
/// Larger files, and files with more stamps, are refused unread.
constexpr std::size_t kStampedBytesMax = std::size_t{16} << 20;
constexpr std::size_t kStampsMax = 32;

/// What one stamp is over.
struct StampedBytes {
  ImprintHash hash = ImprintHash::kSha256;
  std::string data;
};

/// A checkpoint and its stamps, oldest first. Parsed is not verified.
struct StampedCheckpoint {
  std::vector<StampEvidence> stamps;
  std::string checkpoint;  ///< The signed checkpoint, byte for byte.

  bool operator==(const StampedCheckpoint&) const = default;
  std::string encode() const;
  /// Refused (`stamp.malformed`, `note.malformed`) unless `text` is exactly what encode() writes.
  static Outcome<StampedCheckpoint> parse(std::string_view text);

  /// What the stamp at `place` is over; the place after the last one is the next stamp's. The
  /// first is over the checkpoint's text, with SHA-256: the same however many keys sign it. Each
  /// later one is over this file as it stood before it, with SHA-512: evidence is renewed before
  /// its certificates, keys or hashes age. Throws kBug past that place.
  StampedBytes bytesOf(std::size_t place) const;
};

}  // namespace minutebook

// ledger/bundle/disclosure_file.h
//
// One opened field for one reader, with all that is needed to check it: the entry, the proof that
// it is in the log, and the opening. Format: docs/formats/bundle.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/secret_bytes.h"
#include "ledger/seal/opening.h"
#include "ledger/seal/viewer.h"

namespace minutebook {

/// Larger files are refused unread.
constexpr std::size_t kDisclosureBytesMax = std::size_t{1} << 20;

/// A disclosure as it was written. Parsed is not verified. Moved, not copied.
struct DisclosureFile {
  std::string origin;
  Viewer reader;
  std::string purpose;
  /// The entry that says that this was disclosed; nothing where it would give away whose it is.
  std::optional<std::uint64_t> recordedIn;
  std::string vkey;   ///< The log's, as whoever made the file says.
  std::string proof;  ///< A tlog-proof with its signed checkpoint.
  Bytes entry;
  FieldPath path;
  Salt salt{};
  SecretBytes value;

  /// JSON, indented, ending in LF. Wiped when let go.
  SecretBytes encode() const;
  /// Refused (`disclosure.malformed`) unless `text` is exactly what encode() writes.
  static Outcome<DisclosureFile> parse(std::string_view text);
};

}  // namespace minutebook

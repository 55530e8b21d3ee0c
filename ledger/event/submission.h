// ledger/event/submission.h
//
// What one author signs, once: 1 to 1,024 statements. Bytes: docs/formats/submission.md.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/event/statement.h"

namespace minutebook {

inline constexpr std::size_t kSubmissionStatementsMax = 1024;
inline constexpr std::size_t kSubmissionBytesMax = std::size_t{8} << 20;
inline constexpr std::size_t kEntryBytesMax = 65528;

/// Statements of one author for one origin, and the signature over all of them.
struct Submission {
  std::vector<Statement> statements;
  Bytes signature;  ///< 64 bytes, Ed25519 over submissionMessage().
};

/// The bytes that are signed: "minutebook/submission/v1\n" || origin || "\n" || u64 count || root,
/// where root is the RFC 6962 root over the statements' bytes.
Bytes submissionMessage(std::string_view origin, std::uint64_t count, const Hash& root);

/// A stored entry, taken apart.
struct EntryParts {
  std::int64_t recordedAt = 0;  ///< Seconds since the Unix epoch, UTC.
  std::uint32_t ordinal = 0;
  std::uint32_t count = 0;
  Bytes statement;
  Bytes signature;  ///< 64 bytes at ordinal 0; empty after.
};

/// Canonical bytes of an entry. Throws kBug if it would exceed kEntryBytesMax.
Bytes encodeEntry(const EntryParts& parts);
/// Code: entry.malformed. Strict: canonical, signature exactly at ordinal 0, ordinal < count <=
/// 1024.
Outcome<EntryParts> decodeEntry(ByteView bytes);

/// EntryParts without a copy: views into the bytes that it was read from.
struct EntryView {
  std::int64_t recordedAt = 0;
  std::uint32_t ordinal = 0;
  std::uint32_t count = 0;
  ByteView statement;
  ByteView signature;
};

/// decodeEntry() for whoever keeps `bytes`.
Outcome<EntryView> viewEntry(ByteView bytes);

}  // namespace minutebook

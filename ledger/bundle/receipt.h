// ledger/bundle/receipt.h
//
// What a person takes home: an entry, or all entries about somebody, with everything that is needed
// to check offline that they are in the log, unchanged, and that none was left out. Format:
// docs/formats/receipt.md.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/secret_bytes.h"
#include "ledger/seal/opening.h"
#include "ledger/seal/viewer.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/threads.h"

namespace minutebook {

/// Larger receipts are refused unread.
constexpr std::size_t kReceiptBytesMax = std::size_t{4} << 20;
/// The same of a page that holds one.
constexpr std::size_t kReceiptFileBytesMax = std::size_t{8} << 20;
/// Entries in one receipt; who has more is handed a bundle.
constexpr std::size_t kReceiptEntriesMax = 1000;

/// An entry, and the path from it to the receipt's checkpoint.
struct ProvenEntry {
  std::uint64_t index = 0;
  Bytes entry;
  std::vector<Hash> path;  ///< Leaf's sibling first.

  bool operator==(const ProvenEntry&) const = default;
  /// The lines of a tlog-proof up to its checkpoint: with that behind them they are one.
  std::string proofLines() const;
};

/// One opened field.
struct ReceiptOpening {
  FieldPath path;
  Salt salt{};
  SecretBytes value;  ///< Text and Data their bytes, structs canonical words.
};

/// An entry that the receipt is about.
struct ReceiptEntry {
  ProvenEntry proven;
  std::vector<Hash> submission;  ///< From its statement to what its author signed.
  Bytes signature;               ///< 64 bytes; none at ordinal 0, whose entry holds it.
  std::vector<ReceiptOpening> openings;
};

/// Whom or what a receipt is complete about.
struct ReceiptSubject {
  std::string where;  ///< The register: "participant".
  std::string id;

  bool operator==(const ReceiptSubject&) const = default;
};

/// The clerk's count of all threads, and where the subject's stands in it: one leaf if there is
/// such a thread; else its neighbours, of which the first or the last may be missing.
struct ThreadProof {
  ReceiptSubject about;
  ProvenEntry rooted;
  std::vector<MapLeaf> leaves;
};

/// A receipt as it was written. Parsed is not verified: see audit/verify/verify_receipt.h. Moved,
/// not copied.
struct Receipt {
  std::vector<std::string> says;  ///< In plain words: see wordsOf().
  std::string origin;
  Viewer reader;  ///< For whom the openings are.
  std::optional<std::string> purpose;
  std::vector<std::uint64_t> recordedIn;  ///< Entries that say what was opened.
  std::string vkey;                       ///< The log's, as whoever made the receipt says.
  std::vector<std::string> witnesses;     ///< Verifier keys, the same.
  std::string checkpoint;                 ///< Signed, byte for byte.
  std::vector<ReceiptEntry> entries;      ///< One, or all of the thread, in order.
  std::optional<ThreadProof> threads;     ///< With "all about" and "nothing about" only.
  std::vector<ProvenEntry> keys;          ///< Entries that say whose the signers' keys are.

  /// JSON, indented, ending in LF. Wiped when let go.
  SecretBytes encode() const;
  /// Refused (`receipt.malformed`) unless `text` is exactly what encode() writes for some receipt.
  static Outcome<Receipt> parse(std::string_view text);
};

/// What the receipt proves, in plain words, one sentence a line. They follow from the bytes that
/// are proved and from nothing else.
std::vector<std::string> wordsOf(const Receipt& receipt);

/// "2026-03-02T10:00:00Z"; of a time that no calendar has, its seconds since 1970.
std::string timeInWords(std::int64_t unixTime);

/// The refusal of bytes that are no receipt.
Refusal receiptMalformed(std::string reason);

}  // namespace minutebook

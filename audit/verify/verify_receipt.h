// audit/verify/verify_receipt.h
//
// A receipt, checked by its holder with nothing else but, at best, the log's key and a policy.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/verify/finding.h"
#include "audit/verify/verify_published.h"
#include "ledger/bundle/receipt.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/statement.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/policy.h"

namespace minutebook {

/// How one check came out. Not being able to check something is no failure of what was checked.
enum class CheckResult { kChecked, kFailed, kCouldNotCheck };
/// "Checked", "Failed", "Could not check": everywhere in these words.
std::string_view inWords(CheckResult result);

/// One thing that was looked at, in a sentence.
struct CheckedPoint {
  CheckResult result = CheckResult::kChecked;
  std::string says;

  bool operator==(const CheckedPoint&) const = default;
};

/// What the holder has besides the receipt.
struct ReceiptExpectations {
  std::optional<std::string> vkeys;  ///< The log's verifier keys, one a line.
  std::optional<Policy> policy;      ///< Which witnesses must have cosigned.
};

/// An entry of the receipt, once it is proved.
struct CheckedEntry {
  std::uint64_t index = 0;
  EntryParts parts;
  std::optional<Statement> statement;
  std::string signer;  ///< Participant whose key signed it; empty: not shown.
};

/// What verifying a receipt came to. What could be read is there even if there are findings.
struct ReceiptCheck {
  std::vector<Finding> findings;
  std::vector<CheckedPoint> points;  ///< What was checked and what could not be; none failed.
  KeySource keySource = KeySource::kGiven;
  std::optional<Receipt> receipt;
  std::optional<Checkpoint> checkpoint;  ///< Verified.
  std::vector<CheckedEntry> entries;     ///< Those that are proved, in the receipt's order.

  CheckResult result() const {
    return findings.empty() ? CheckResult::kChecked : CheckResult::kFailed;
  }
};

/// Signature and origin first; size and root only from the verified checkpoint; then each entry's
/// proof, the author's signature, the openings, the thread, and last the words.
ReceiptCheck verifyReceipt(Receipt receipt, const Catalogue& catalogue,
                           const ReceiptExpectations& expectations);

/// The same for the bytes of a receipt that could not be read.
ReceiptCheck refusedReceipt(const Refusal& refusal);

/// A tlog-proof with the entry that it is of.
ReceiptCheck verifyProof(const TlogProof& proof, Bytes entry, const Catalogue& catalogue,
                         const ReceiptExpectations& expectations);

}  // namespace minutebook

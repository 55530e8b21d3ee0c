// audit/verify/receipt_signers.h
//
// Whose keys signed what a receipt holds: as entries of the log say that the receipt proves, too.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "ledger/bundle/receipt.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/submission.h"

namespace minutebook {

/// Whose key it is.
struct KnownSigner {
  std::string participant;  ///< Empty: the ledger's clerk.
  std::uint64_t entry = 0;  ///< That says so.
};

/// Keys by what entries name them for. An entry is to be proved before it is given.
class ReceiptSigners {
 public:
  explicit ReceiptSigners(const Catalogue& catalogue) : catalogue_(catalogue) {}

  /// False if the entry names nobody's key for signing entries.
  bool add(const ProvenEntry& proven);
  /// Null if no entry given names the key.
  const KnownSigner* find(ByteView publicKey) const;

 private:
  template <typename Data>
  bool name(const Data& key, KnownSigner signer);

  const Catalogue& catalogue_;
  std::map<PublicKey, KnownSigner> signers_;
};

/// How the author's signature over a submission came out.
enum class SubmissionAnswer { kHolds, kDoesNotHold, kOtherOrigin };
/// Leads the statement's leaf up `path` to the root that was signed, for the ledger `origin`.
SubmissionAnswer checkSubmission(const EntryParts& entry, const Statement& statement,
                                 std::span<const Hash> path, ByteView signature,
                                 std::string_view origin);

}  // namespace minutebook

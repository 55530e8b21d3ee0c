#include "audit/verify/verify_receipt.h"

#include <algorithm>
#include <set>
#include <utility>

#include "audit/verify/receipt_signers.h"
#include "audit/verify/receipt_thread.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/mentions.h"

namespace minutebook {

namespace {

std::vector<std::string> linesOf(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string entryName(std::uint64_t index) {
  return "Entry " + std::to_string(index);
}

/// "1 hash", "3 hashes".
std::string hashCount(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " hash" : " hashes");
}

/// What is wrong with a proof that does not hold, as far as it can be told.
std::string whyNotProved(const ProvenEntry& proven, std::uint64_t size) {
  const std::string place = std::to_string(proven.index);
  const std::string head = "the checkpoint of " + std::to_string(size) + " entries";
  if (proven.index >= size) {
    return "It is said to be entry " + place + ", but " + head +
           " ends before. (proof.does-not-hold)";
  }
  const std::size_t length = pathLength({proven.index, size});
  if (proven.path.size() != length) {
    return "The proof has " + hashCount(proven.path.size()) + "; it takes " + hashCount(length) +
           " from entry " + place + " to " + head + ". (proof.does-not-hold)";
  }
  return "The proof does not lead from the entry, as number " + place + ", to " + head +
         ". (proof.does-not-hold)";
}

/// Whether a receipt shows the way to the author's signature; a bare proof does not.
enum class Signatures { kShown, kMayBeElsewhere };

/// Verifies one receipt. Used once.
class ReceiptVerifier {
 public:
  ReceiptVerifier(const Catalogue& catalogue, const ReceiptExpectations& expectations)
      : catalogue_(catalogue), expectations_(expectations), signers_(catalogue) {}

  ReceiptCheck run(Receipt receipt, Signatures signatures) {
    check_.receipt = std::move(receipt);
    const Receipt& held = *check_.receipt;
    if (openTheCheckpoint() && proveEntries()) {
      for (const ReceiptEntry& entry : held.entries) checkEntry(entry, signatures);
      if (held.threads) checkThread();
      tellSigners();
      tellOpenings();
      if (held.says != wordsOf(held)) {
        refuse(FindingKind::kReceiptOtherWords, "It should begin: " + wordsOf(held).front());
      }
      tellWitnesses();
    }
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  void refuse(FindingKind kind, std::string detail, std::optional<std::uint64_t> index = {}) {
    findings_.add(kind, index, std::move(detail));
  }
  void refuse(FindingKind kind, const Refusal& refusal) { findings_.add(kind, refusal); }
  void say(CheckResult result, std::string what) {
    check_.points.push_back({result, std::move(what)});
  }

  /// The keys to trust: the holder's, or else those that the receipt shows.
  std::vector<std::string> chooseKeys() {
    const std::optional<Policy>& policy = expectations_.policy;
    std::vector<std::string> keys;
    if (expectations_.vkeys) keys = linesOf(*expectations_.vkeys);
    if (policy) {
      for (const std::string& key : policy->vkeys()) keys.push_back(key);
    }
    const bool isLogKnown = expectations_.vkeys || (policy && !policy->logs().empty());
    check_.keySource = isLogKnown ? KeySource::kGiven : KeySource::kDirectory;
    if (!isLogKnown) keys.push_back(check_.receipt->vkey);
    if (!policy) {
      keys.insert(keys.end(), check_.receipt->witnesses.begin(), check_.receipt->witnesses.end());
    }
    std::vector<std::string> once;
    for (std::string& key : keys) {
      if (std::find(once.begin(), once.end(), key) == once.end()) once.push_back(std::move(key));
    }
    return once;
  }

  bool openTheCheckpoint() {
    const std::vector<std::string> chosen = chooseKeys();
    auto keys = TrustedKeys::of(hasher_, chosen);
    if (!keys) return refuse(FindingKind::kVkeyRefused, keys.refusal()), false;
    keys_ = std::move(keys).value();
    auto opened = openCheckpoint(*keys_, check_.receipt->origin, check_.receipt->checkpoint);
    if (!opened) {
      const std::string& shown = check_.receipt->vkey;
      if (std::find(chosen.begin(), chosen.end(), shown) == chosen.end()) {
        refuse(FindingKind::kVkeyOther,
               "Shown: " + shown +
                   ". If the ledger has changed its key since you got yours, an entry of its "
                   "published log says so (a key enrolled for checkpoints): ask its keeper for "
                   "the new key by another way than this receipt.");
      }
      return refuse(FindingKind::kReceiptNotProved, opened.refusal()), false;
    }
    signatures_ = opened.value().signatures;
    check_.checkpoint = std::move(opened).value().checkpoint;
    const std::string of = "the checkpoint of " + std::to_string(check_.checkpoint->size) +
                           " entries of " + check_.receipt->origin;
    if (check_.keySource == KeySource::kGiven) {
      say(CheckResult::kChecked, "The ledger's key, which you have, signed " + of + ".");
    } else {
      say(CheckResult::kChecked, "The key in the receipt itself signed " + of + ".");
      say(CheckResult::kCouldNotCheck,
          "Whose ledger it is. The key came with the receipt: get it by another way, and give it "
          "with --vkey.");
    }
    return true;
  }

  bool isProved(const ProvenEntry& proven) {
    const Checkpoint& head = *check_.checkpoint;
    if (verifyInclusion(hasher_, leafHash(hasher_, proven.entry), {proven.index, head.size},
                        proven.path, head.root)) {
      return true;
    }
    refuse(FindingKind::kReceiptNotProved, whyNotProved(proven, head.size), proven.index);
    return false;
  }

  /// Nothing else is looked at unless all that the receipt holds is in the log.
  bool proveEntries() {
    const Receipt& held = *check_.receipt;
    bool areProved = true;
    for (const ReceiptEntry& entry : held.entries) areProved &= isProved(entry.proven);
    if (held.threads) areProved &= isProved(held.threads->rooted);
    for (const ProvenEntry& key : held.keys) areProved &= isProved(key);
    if (!areProved) return false;
    if (held.entries.size() == 1) {
      say(CheckResult::kChecked,
          entryName(held.entries[0].proven.index) + " is in the log, and it has not been changed.");
    } else if (!held.entries.empty()) {
      say(CheckResult::kChecked, "All " + std::to_string(held.entries.size()) +
                                     " entries are in the log, and none has been changed.");
    }
    for (const ProvenEntry& key : held.keys) {
      if (signers_.add(key)) continue;
      refuse(FindingKind::kReceiptWrongSigner,
             entryName(key.index) + " enrols nobody's key for signing entries.", key.index);
    }
    return true;
  }

  void checkEntry(const ReceiptEntry& held, Signatures signatures) {
    const std::uint64_t index = held.proven.index;
    Outcome<EntryParts> parts = decodeEntry(held.proven.entry);
    if (!parts) return refuse(FindingKind::kEntryMalformed, parts.refusal().reason, index);
    check_.entries.push_back({index, std::move(parts).value(), std::nullopt, ""});
    CheckedEntry& entry = check_.entries.back();
    Outcome<Statement> statement = Statement::decode(entry.parts.statement);
    if (!statement)
      return refuse(FindingKind::kStatementMalformed, statement.refusal().reason, index);
    entry.statement = std::move(statement).value();
    if (signatures == Signatures::kMayBeElsewhere && entry.parts.count != 1) {
      return say(CheckResult::kCouldNotCheck,
                 "Who signed it: it was signed together with other entries. A receipt shows the "
                 "signature, too.");
    }
    checkSigner(entry, held);
    checkOpenings(entry, held);
  }

  void checkSigner(CheckedEntry& entry, const ReceiptEntry& held) {
    const bool isFirst = entry.parts.ordinal == 0;
    if (isFirst != held.signature.empty()) {
      return refuse(FindingKind::kSubmissionBadSignature,
                    entryName(entry.index) +
                        (isFirst ? " holds the signature itself, and the receipt brings another."
                                 : " was signed together with others, and the signature is not in "
                                   "the receipt."),
                    entry.index);
    }
    const Bytes& signature = isFirst ? entry.parts.signature : held.signature;
    switch (checkSubmission(entry.parts, *entry.statement, held.submission, signature,
                            check_.receipt->origin)) {
      case SubmissionAnswer::kOtherOrigin:
        return refuse(FindingKind::kSubmissionOtherLedger,
                      entryName(entry.index) + " was said to another ledger.", entry.index);
      case SubmissionAnswer::kDoesNotHold:
        return refuse(FindingKind::kSubmissionBadSignature, whyNotSigned(entry, held), entry.index);
      case SubmissionAnswer::kHolds:
        break;
    }
    const KnownSigner* signer = signerOf(*entry.statement);
    entry.signer = !signer                       ? ""
                   : signer->participant.empty() ? "the ledger itself"
                                                 : signer->participant;
    ++(signer ? knownSigners_ : unknownSigners_);
  }

  static std::string whyNotSigned(const CheckedEntry& entry, const ReceiptEntry& held) {
    const LeafPosition place{entry.parts.ordinal, entry.parts.count};
    const std::string which = entryName(entry.index) + ", number " + std::to_string(place.index) +
                              " of " + std::to_string(place.size) + " that were signed together";
    const std::size_t length = place.index < place.size ? pathLength(place) : 0;
    if (held.submission.size() != length) {
      return which + ": the way to the signature has " + hashCount(held.submission.size()) +
             "; it takes " + hashCount(length) + ".";
    }
    return which + ".";
  }

  const KnownSigner* signerOf(const Statement& statement) const {
    return signers_.find(statement.author());
  }

  void checkOpenings(const CheckedEntry& entry, const ReceiptEntry& held) {
    const std::vector<SealedField> sealed = mentionsOf(*entry.statement, catalogue_).sealed;
    std::set<FieldPath> seen;
    for (const ReceiptOpening& opening : held.openings) {
      if (!seen.insert(opening.path).second) {
        refuse(FindingKind::kOpeningTwice,
               entryName(entry.index) + ", field " + placeOf(opening) + ".", entry.index);
      } else {
        checkOpening(entry.index, sealed, opening);
      }
    }
    sealed_ += sealed.size() - std::min(sealed.size(), seen.size());
  }

  static std::string placeOf(const ReceiptOpening& opening) { return toHex(opening.path.bytes()); }

  void checkOpening(std::uint64_t index, const std::vector<SealedField>& sealed,
                    const ReceiptOpening& opening) {
    const auto field = std::find_if(sealed.begin(), sealed.end(), [&](const SealedField& one) {
      return one.path == opening.path;
    });
    if (field == sealed.end()) {
      refuse(FindingKind::kOpeningUnexpected,
             entryName(index) + " seals nothing in field " + placeOf(opening) + ".", index);
    } else if (commitmentOf(hasher_, opening.salt, opening.path, opening.value.view()) !=
               field->commitment) {
      refuse(FindingKind::kOpeningOtherValue, entryName(index) + ", " + field->field + ".", index);
    } else {
      ++opened_;
    }
  }

  void checkThread() {
    const Receipt& held = *check_.receipt;
    const std::uint64_t index = held.threads->rooted.index;
    const Outcome<EntryParts> entry = decodeEntry(held.threads->rooted.entry);
    if (!entry) return refuse(FindingKind::kReceiptIncomplete, entry.refusal());
    const Outcome<Statement> rooted = Statement::decode(entry.value().statement);
    if (!rooted) return refuse(FindingKind::kReceiptIncomplete, rooted.refusal());
    if (checkSubmission(entry.value(), rooted.value(), {}, entry.value().signature, held.origin) !=
        SubmissionAnswer::kHolds) {
      return refuse(FindingKind::kSubmissionBadSignature,
                    entryName(index) + ", the count of threads.", index);
    }
    if (const auto why = whyIncomplete(held, rooted.value())) {
      return refuse(FindingKind::kReceiptIncomplete, *why);
    }
    const std::string about = held.threads->about.where + " " + held.threads->about.id;
    const std::string asOf = ", as the ledger counted at entry " + std::to_string(index) + ".";
    say(CheckResult::kChecked, held.entries.empty()
                                   ? "Nothing is recorded about " + about + asOf
                                   : "Nothing about " + about + " was left out" + asOf);
    const KnownSigner* signer = signerOf(rooted.value());
    if (signer && !signer->participant.empty()) {
      refuse(FindingKind::kReceiptWrongSigner,
             "The count was signed by " + signer->participant + ", not by the ledger itself.",
             index);
    } else if (!signer) {
      say(CheckResult::kCouldNotCheck, "Whether the ledger itself signed that count.");
    }
  }

  void tellSigners() {
    if (unknownSigners_ != 0) {
      say(CheckResult::kCouldNotCheck,
          "Whose keys signed it: the receipt does not show where they were enrolled. Each "
          "signature fits its key.");
    }
    if (knownSigners_ == 0) return;
    std::set<std::string> names;
    for (const CheckedEntry& entry : check_.entries) {
      if (!entry.signer.empty()) names.insert(entry.signer);
    }
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    say(CheckResult::kChecked, "It was signed with the key of " + list + ".");
  }

  void tellOpenings() {
    if (opened_ != 0) {
      say(CheckResult::kChecked, std::to_string(opened_) + " sealed field" +
                                     (opened_ == 1 ? " says" : "s say") + " what was sealed then.");
    }
    if (sealed_ != 0) {
      say(CheckResult::kCouldNotCheck, "What " + std::to_string(sealed_) + " sealed field" +
                                           (sealed_ == 1 ? " says: it is" : "s say: they are") +
                                           " not opened in this receipt.");
    }
  }

  void tellWitnesses() {
    const std::optional<Policy>& policy = expectations_.policy;
    if (policy && policy->asksForWitnesses()) {
      const bool isMet = policy->quorumMet(policy->cosigners(*keys_, signatures_));
      if (!isMet) return refuse(FindingKind::kQuorumNotMet, policy->quorumInWords() + ".");
      return say(CheckResult::kChecked,
                 "Witnesses saw the same log: " + policy->quorumInWords() + ".");
    }
    std::string names;
    for (const VerifiedSignature& one : signatures_) {
      if (one.time) names += (names.empty() ? "" : ", ") + keys_->key(one.key).name;
    }
    say(CheckResult::kCouldNotCheck,
        names.empty() ? "Whether everybody sees the same log. No witness was asked for."
                      : "Whether these witnesses are who they say: " + names +
                            ". Their keys came with the receipt; give a --policy of your own.");
  }

  const Catalogue& catalogue_;
  const ReceiptExpectations& expectations_;
  Sha256 hasher_;
  FindingList findings_;
  ReceiptCheck check_;
  std::optional<TrustedKeys> keys_;
  std::vector<VerifiedSignature> signatures_;
  ReceiptSigners signers_;
  std::size_t knownSigners_ = 0;
  std::size_t unknownSigners_ = 0;
  std::size_t opened_ = 0;
  std::size_t sealed_ = 0;
};

}  // namespace

std::string_view inWords(CheckResult result) {
  switch (result) {
    case CheckResult::kChecked:
      return "Checked";
    case CheckResult::kFailed:
      return "Failed";
    case CheckResult::kCouldNotCheck:
      break;
  }
  return "Could not check";
}

ReceiptCheck verifyReceipt(Receipt receipt, const Catalogue& catalogue,
                           const ReceiptExpectations& expectations) {
  return ReceiptVerifier(catalogue, expectations).run(std::move(receipt), Signatures::kShown);
}

ReceiptCheck refusedReceipt(const Refusal& refusal) {
  FindingList refused;
  refused.add(FindingKind::kReceiptRefused, refusal);
  ReceiptCheck check;
  check.findings = refused.sorted();
  return check;
}

ReceiptCheck verifyProof(const TlogProof& proof, Bytes entry, const Catalogue& catalogue,
                         const ReceiptExpectations& expectations) {
  Receipt receipt;
  receipt.origin = proof.checkpoint.substr(0, proof.checkpoint.find('\n'));
  receipt.checkpoint = proof.checkpoint;
  receipt.entries.push_back({{proof.index, std::move(entry), proof.path}, {}, {}, {}});
  receipt.says = wordsOf(receipt);
  return ReceiptVerifier(catalogue, expectations)
      .run(std::move(receipt), Signatures::kMayBeElsewhere);
}

}  // namespace minutebook

#include "audit/verify/verify_disclosure.h"

#include <utility>

#include "ledger/crypto/merkle.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/proof.h"

namespace minutebook {

namespace {

/// Verifies one disclosure. Used once.
class DisclosureVerifier {
 public:
  DisclosureVerifier(const Catalogue& catalogue, const Policy* policy)
      : catalogue_(catalogue), policy_(policy) {}

  DisclosureCheck run(std::string_view text, const std::optional<std::string>& vkeys) {
    Outcome<DisclosureFile> file = DisclosureFile::parse(text);
    if (file) {
      check_.file = std::move(file).value();
      checkProof(vkeys);
      checkStatement();
    } else {
      refuse(FindingKind::kDisclosureRefused, file.refusal());
    }
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  void refuse(FindingKind kind, const Refusal& refusal) { findings_.add(kind, refusal); }

  /// The log's keys: those the reader has, or else the one that the file shows.
  std::vector<std::string> chooseKeys(const std::optional<std::string>& vkeys) {
    const std::string& shown = check_.file->vkey;
    if (policy_) return policy_->vkeys();
    if (!vkeys) {
      check_.keySource = KeySource::kDirectory;
      return {shown};
    }
    return keyLines(*vkeys);
  }

  /// Another key than the reader's is no fault of a file that the reader's key signed, too.
  void compareShown(const TrustedKeys& keys) {
    const std::string& shown = check_.file->vkey;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys.key(i).encode(hasher_) == shown) return;
    }
    findings_.add(FindingKind::kVkeyOther, std::nullopt,
                  "Given: " + keys.key(0).encode(hasher_) + ". Shown: " + shown + ".");
  }

  void checkProof(const std::optional<std::string>& vkeys) {
    const auto proof = TlogProof::parse(check_.file->proof);
    if (!proof) return refuse(FindingKind::kDisclosureNotProved, proof.refusal());
    check_.index = proof.value().index;
    const auto keys = TrustedKeys::of(hasher_, chooseKeys(vkeys));
    if (!keys) return refuse(FindingKind::kVkeyRefused, keys.refusal());
    auto opened = verifyTlogProof(hasher_, proof.value(), leafHash(hasher_, check_.file->entry),
                                  keys.value(), check_.file->origin);
    if (!opened) {
      compareShown(keys.value());
      return refuse(FindingKind::kDisclosureNotProved, opened.refusal());
    }
    if (policy_) check_.quorum = quorumOf(*policy_, keys.value(), opened.value());
    if (check_.quorum && !check_.quorum->met) {
      findings_.add(FindingKind::kQuorumNotMet, std::nullopt, inWords(*check_.quorum));
    }
    check_.checkpoint = std::move(opened).value().checkpoint;
  }

  void checkStatement() {
    const Outcome<EntryParts> entry = decodeEntry(check_.file->entry);
    if (!entry) {
      return findings_.add(FindingKind::kEntryMalformed, check_.index,
                           entry.refusal().reason + " (" + entry.refusal().code + ")");
    }
    Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (!statement) {
      return findings_.add(FindingKind::kStatementMalformed, check_.index,
                           statement.refusal().reason);
    }
    check_.statement = std::move(statement).value();
    for (const SealedField& field : mentionsOf(*check_.statement, catalogue_).sealed) {
      if (field.path == check_.file->path) return checkOpening(field);
    }
    findings_.add(FindingKind::kOpeningUnexpected, check_.index,
                  "Nothing is sealed in the entry at the place that the file names.");
  }

  void checkOpening(const SealedField& field) {
    check_.field = field.field;
    const DisclosureFile& file = *check_.file;
    if (commitmentOf(hasher_, file.salt, file.path, file.value.view()) == field.commitment) return;
    findings_.add(FindingKind::kOpeningOtherValue, check_.index,
                  "Entry " + std::to_string(check_.index) + ", " + field.field + ".");
  }

  const Catalogue& catalogue_;
  const Policy* policy_;
  Sha256 hasher_;
  FindingList findings_;
  DisclosureCheck check_;
};

}  // namespace

DisclosureCheck verifyDisclosure(std::string_view text, const Catalogue& catalogue,
                                 const std::optional<std::string>& vkeys, const Policy* policy) {
  return DisclosureVerifier(catalogue, policy).run(text, vkeys);
}

}  // namespace minutebook

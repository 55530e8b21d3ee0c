#include "audit/verify/verify_proof.h"

#include <string>
#include <utility>

#include "audit/verify/verify_checkpoint.h"
#include "ledger/crypto/merkle.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/tree.h"

namespace minutebook {

namespace {

/// Verifies one proof. Used once.
class ProofVerifier {
 public:
  explicit ProofVerifier(const PublishedExpectations& expected) : expected_(expected) {}

  ProofCheck run(std::string_view text, ByteView entry) {
    const Outcome<TlogProof> proof = TlogProof::parse(text);
    if (proof) {
      check_.index = proof.value().index;
      checkPath(proof.value(), entry);
      readEntry(entry);
    } else {
      refuse(FindingKind::kProofRefused, proof.refusal());
    }
    check_.findings = findings_.sorted();
    return std::move(check_);
  }

 private:
  void refuse(FindingKind kind, const Refusal& refusal) {
    findings_.add(kind, std::nullopt, refusal.reason + " (" + refusal.code + ")");
  }

  void checkPath(const TlogProof& proof, ByteView entry) {
    CheckpointCheck signedHead = verifyCheckpoint(proof.checkpoint, expected_);
    findings_.add(signedHead.findings);
    check_.quorum = std::move(signedHead.quorum);
    if (!signedHead.checkpoint) return;
    const Checkpoint& head = *signedHead.checkpoint;
    Sha256 hasher;
    const bool holds = verifyInclusion(hasher, leafHash(hasher, entry), {proof.index, head.size},
                                       proof.path, head.root);
    if (holds) {
      check_.checkpoint = head;
      return;
    }
    findings_.add(FindingKind::kProofNotProved, proof.index,
                  "The path does not lead from these bytes, as entry " +
                      std::to_string(proof.index) + ", to the root of " +
                      std::to_string(head.size) + " entries.");
  }

  void readEntry(ByteView bytes) {
    const Outcome<EntryParts> entry = decodeEntry(bytes);
    if (!entry) return refuse(FindingKind::kEntryMalformed, entry.refusal());
    check_.recordedAt = entry.value().recordedAt;
    Outcome<Statement> statement = Statement::decode(entry.value().statement);
    if (!statement) return refuse(FindingKind::kStatementMalformed, statement.refusal());
    check_.statement = std::move(statement).value();
  }

  const PublishedExpectations& expected_;
  FindingList findings_;
  ProofCheck check_;
};

}  // namespace

ProofCheck verifyProof(std::string_view proof, ByteView entry,
                       const PublishedExpectations& expected) {
  return ProofVerifier(expected).run(proof, entry);
}

}  // namespace minutebook

// tests/unit/verify/verify_handed_test.cpp: a checkpoint, a proof, and a policy's witnesses.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/verify/receipt_file.h"
#include "audit/verify/verify_checkpoint.h"
#include "ledger/tlog/cosignature.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The small ledger, with two witnesses that may cosign its checkpoint.
class VerifyHandedTest : public testing::Test {
 protected:
  VerifyHandedTest() { fill(scenario_); }

  static SigningKey witnessKey(std::uint8_t seed) { return SigningKey::fromSeed(Bytes(32, seed)); }
  std::string witnessLine(const std::string& name, std::uint8_t seed) {
    const VerifierKey key{"witness.example/" + name, NoteKeyType::kCosignatureV1,
                          toBytes(witnessKey(seed).publicKey().view())};
    return "witness " + name + " " + key.encode(hasher_) + "\n";
  }
  /// `all` or `any` of Board and Archive; "none" asks for no witness.
  Policy policy(const std::string& howMany) {
    const std::string witnesses = witnessLine("Board", 71) + witnessLine("Archive", 72);
    const std::string quorum = howMany == "none"
                                   ? "quorum none\n"
                                   : "group both " + howMany + " Board Archive\nquorum both\n";
    return Policy::parse(hasher_, "log " + scenario_.vkey() + "\n" + witnesses + quorum).value();
  }
  /// The signed checkpoint with cosignatures under these seeds, whose names are Board and Archive.
  std::string cosigned(const std::vector<std::pair<std::string, std::uint8_t>>& witnesses) {
    SignedNote note = SignedNote::parse(scenario_.signedCheckpoint()).value();
    for (const auto& [name, seed] : witnesses) {
      note.signatures.push_back(
          cosign(hasher_, "witness.example/" + name, witnessKey(seed), 1700000000, note.text));
    }
    return note.encode();
  }
  static PublishedExpectations with(Policy policy) {
    PublishedExpectations expected;
    expected.policy = std::move(policy);
    return expected;
  }
  PublishedExpectations withKey() {
    PublishedExpectations expected;
    expected.vkeys = scenario_.vkey();
    return expected;
  }
  std::string proofOf(std::uint64_t index) {
    TileHashes hashes(scenario_.log(), scenario_.log().size());
    TlogProof proof;
    proof.index = index;
    proof.path = proveInclusion(hashes, hasher_, {index, scenario_.log().size()});
    proof.checkpoint = scenario_.signedCheckpoint();
    return proof.encode();
  }

  ReceiptCheck checkProof(std::string_view proof, Bytes entry) {
    return verifyProofFile(proof, std::move(entry), theCatalogue(),
                           {std::string(scenario_.vkey()), std::nullopt});
  }

  Scenario scenario_;
  Sha256 hasher_;
};

TEST_F(VerifyHandedTest, ACheckpointOfTheLogsOwnKey) {
  const CheckpointCheck check = verifyCheckpoint(scenario_.signedCheckpoint(), withKey());
  EXPECT_THAT(check.findings, IsEmpty());
  EXPECT_EQ(check.checkpoint->size, scenario_.log().size());
  EXPECT_FALSE(check.quorum);
}

TEST_F(VerifyHandedTest, RefusesACheckpointWithOneBitChanged) {
  std::string changed = scenario_.signedCheckpoint();
  changed[changed.find('\n') + 1] ^= 1;
  const CheckpointCheck check = verifyCheckpoint(changed, withKey());
  EXPECT_THAT(codesOf(check.findings), ElementsAre("checkpoint.refused"));
  EXPECT_FALSE(check.checkpoint);
}

TEST_F(VerifyHandedTest, CountsTheWitnessesOfAPolicy) {
  const std::string both = cosigned({{"Board", 71}, {"Archive", 72}});
  EXPECT_THAT(verifyCheckpoint(both, with(policy("all"))).findings, IsEmpty());
  const std::string one = cosigned({{"Archive", 72}});
  EXPECT_THAT(verifyCheckpoint(one, with(policy("any"))).findings, IsEmpty());
  const CheckpointCheck check = verifyCheckpoint(one, with(policy("all")));
  EXPECT_THAT(codesOf(check.findings), ElementsAre("quorum.not-met"));
  EXPECT_THAT(check.quorum->cosigners, ElementsAre("Archive"));
  EXPECT_THAT(check.quorum->absent, ElementsAre("Board"));
  EXPECT_THAT(check.findings[0].detail, HasSubstr("Not by: Board."));
  EXPECT_TRUE(check.checkpoint) << "The log has signed it all the same.";
}

TEST_F(VerifyHandedTest, AskingForNoWitnessIsMetByNone) {
  const CheckpointCheck check =
      verifyCheckpoint(scenario_.signedCheckpoint(), with(policy("none")));
  EXPECT_THAT(check.findings, IsEmpty());
  EXPECT_TRUE(check.quorum->met);
}

TEST_F(VerifyHandedTest, AForgedCosignatureRefusesTheNote) {
  // Under Board's name and key id, but by another key.
  SignedNote note = SignedNote::parse(cosigned({{"Board", 71}, {"Archive", 72}})).value();
  note.signatures[1].signature.back() ^= 1;
  const CheckpointCheck check = verifyCheckpoint(note.encode(), with(policy("any")));
  EXPECT_THAT(codesOf(check.findings), ElementsAre("checkpoint.refused"));
}

TEST_F(VerifyHandedTest, ALogThatThePolicyDoesNotKnow) {
  const Policy other =
      Policy::parse(hasher_, "log " +
                                 VerifierKey{"example.org/hillside", NoteKeyType::kEd25519,
                                             toBytes(witnessKey(9).publicKey().view())}
                                     .encode(hasher_) +
                                 "\nquorum none\n")
          .value();
  const CheckpointCheck check = verifyCheckpoint(scenario_.signedCheckpoint(), with(other));
  EXPECT_THAT(codesOf(check.findings), ElementsAre("checkpoint.refused"));
  EXPECT_THAT(check.findings[0].detail, HasSubstr("knows no log called example.org/lakeside"));
}

TEST_F(VerifyHandedTest, ProvesEveryEntry) {
  for (std::uint64_t i = 0; i < scenario_.log().size(); ++i) {
    const ReceiptCheck check = checkProof(proofOf(i), scenario_.log().entry(i));
    EXPECT_THAT(check.findings, IsEmpty()) << i;
    ASSERT_EQ(check.entries.size(), 1u);
    EXPECT_EQ(check.entries[0].index, i);
    EXPECT_TRUE(check.entries[0].statement);
  }
}

TEST_F(VerifyHandedTest, ProvesNoOtherEntryAndNoOtherByte) {
  for (std::uint64_t i = 1; i < scenario_.log().size(); ++i) {
    const ReceiptCheck check = checkProof(proofOf(i - 1), scenario_.log().entry(i));
    EXPECT_THAT(codesOf(check.findings),
                ElementsAre("receipt.not-proved@" + std::to_string(i - 1)));
  }
  Bytes changed = scenario_.log().entry(3);
  changed.back() ^= 1;
  EXPECT_FALSE(checkProof(proofOf(3), changed).findings.empty());
}

TEST_F(VerifyHandedTest, RefusesWhatIsNoProof) {
  const ReceiptCheck check = checkProof("c2sp.org/tlog-proof@v1\nindex 01\n", Bytes{1});
  EXPECT_THAT(codesOf(check.findings), ElementsAre("receipt.refused"));
}

}  // namespace
}  // namespace minutebook

// tests/unit/verify/checkpoint_trust_test.cpp
//
// A published directory held against a policy: who has cosigned, and whether that is enough.

#include "audit/verify/checkpoint_trust.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "audit/verify/verify_published.h"
#include "ledger/tlog/cosignature.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CheckpointTrustTest : public testing::Test {
 protected:
  CheckpointTrustTest() {
    fill(scenario_);
    scenario_.publish(directory_);
    expected_.workers = Workers::kOne;
    expected_.rules = Part::kLeftOut;
    expected_.signatures = Part::kLeftOut;
    while (log_.ends_with('\n')) log_.pop_back();
  }
  static SigningKey keyOf(std::uint8_t seed) { return SigningKey::fromSeed(Bytes(32, seed)); }
  std::string witness(const std::string& name, std::uint8_t seed) {
    return "witness " + name + " " +
           VerifierKey{name + ".example/w", NoteKeyType::kCosignatureV1,
                       toBytes(keyOf(seed).publicKey().view())}
               .encode(hasher_) +
           "\n";
  }
  std::string policy(const std::string& quorum) {
    return "log " + log_ + "\n" + witness("A", 0x41) + witness("B", 0x42) + "group g " + quorum +
           " A B\nquorum g\n";
  }
  /// Adds a cosignature to the published checkpoint, over `text` or its own.
  void addCosignature(const std::string& name, std::uint8_t seed, std::string text = "") {
    std::string note(asText(*directory_.read(kCheckpointFile, kNoteBytesMax)));
    if (text.empty()) text = SignedNote::parse(note).value().text;
    note += cosign(hasher_, name + ".example/w", keyOf(seed), 1, text).encode();
    std::ofstream(temp_.path() / kCheckpointFile, std::ios::binary) << note;
  }
  PublishedCheck check(const std::string& text) {
    expected_.policy = text;
    return verifyPublished(directory_, theCatalogue(), expected_);
  }
  std::vector<std::string> found(const std::string& text) { return codesOf(check(text).findings); }

  Sha256 hasher_;
  Scenario scenario_;
  TempDirectory temp_;
  Directory directory_ = Directory::open(temp_.path(), Readers::kEveryone);
  std::string log_ = scenario_.vkey();
  PublishedExpectations expected_;
};

TEST_F(CheckpointTrustTest, CountsWhoHasCosigned) {
  EXPECT_THAT(found(policy("any")), ElementsAre("witness.quorum-missed"));
  addCosignature("B", 0x42);
  EXPECT_THAT(found(policy("any")), IsEmpty());
  EXPECT_THAT(check(policy("any")).notes, Contains("Asked for: 1 of 2: A, B. Cosigned: B."));
  EXPECT_THAT(found(policy("all")), ElementsAre("witness.quorum-missed"));
  addCosignature("A", 0x41);
  EXPECT_THAT(found(policy("all")), IsEmpty());
}

TEST_F(CheckpointTrustTest, CountsNoStrangerAndNobodyTwice) {
  addCosignature("C", 0x43);
  addCosignature("A", 0x41);
  addCosignature("A", 0x41);
  EXPECT_THAT(found(policy("all")), ElementsAre("witness.quorum-missed"));
}

TEST_F(CheckpointTrustTest, RefusesANoteWithAFalseCosignatureOfAWitness) {
  addCosignature("A", 0x41);
  addCosignature("B", 0x42, "another text\n");
  EXPECT_THAT(found(policy("any")), ElementsAre("checkpoint.refused"));
}

TEST_F(CheckpointTrustTest, TakesThePolicysLogsForKeysOfTheReader) {
  const PublishedCheck checked = check("log " + log_ + "\nquorum none\n");
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.keySource, KeySource::kGiven);
  EXPECT_THAT(checked.notes, ElementsAre(HasSubstr("no witness is asked for")));
  EXPECT_EQ(check("quorum none\n").keySource, KeySource::kDirectory);
}

TEST_F(CheckpointTrustTest, FindsAPolicyOfAnotherLogOrNone) {
  const std::string other = VerifierKey{"log.example/other", NoteKeyType::kEd25519,
                                        toBytes(keyOf(0x51).publicKey().view())}
                                .encode(hasher_);
  EXPECT_THAT(found("log " + other + "\nquorum none\n"),
              ElementsAre("vkey.other", "checkpoint.refused"));
  EXPECT_THAT(found("quorum\n"), ElementsAre("policy.refused"));
  expected_.vkeys = log_ + "\n";
  EXPECT_THAT(found("log " + other + "\nquorum none\n"), ElementsAre("policy.other-log"));
  EXPECT_THAT(found("log " + other + "\nlog " + log_ + "\nquorum none\n"), IsEmpty());
}

}  // namespace
}  // namespace minutebook

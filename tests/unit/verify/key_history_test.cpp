#include "audit/verify/key_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/verify/continued.h"
#include "audit/verify/log_key_check.h"
#include "tests/unit/verify/small_ledger.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class KeyHistoryTest : public testing::Test {
 protected:
  static PublicKey keyOf(std::uint8_t seed) {
    return SigningKey::fromSeed(Bytes(32, seed)).publicKey();
  }
  static std::string hexOf(std::uint8_t seed) { return toHex(keyOf(seed).view()); }
  static std::string vkeyOf(const PublicKey& key) {
    Sha256 hasher;
    return VerifierKey{std::string(Scenario::kOrigin), NoteKeyType::kEd25519, toBytes(key.view())}
        .encode(hasher);
  }
  std::string oldVkey() { return scenario_.vkey(); }
  std::string oldHex() { return toHex(scenario_.logKey().publicKey().view()); }

  void record(const std::string& line) { scenario_.record({line}); }
  void enrolLog(std::uint8_t seed) {
    record(R"({"kind": "keyEnrolled", "purpose": "log", "publicKey": ")" + hexOf(seed) + "\"}");
  }
  void revoke(const std::string& hex, const std::string& rest) {
    record(R"({"kind": "keyRevoked", "publicKey": ")" + hex + "\"" + rest + "}");
  }
  KeyHistory history() { return keyHistoryOf(scenario_.log(), theCatalogue()); }
  std::vector<std::string> doubtful() { return doubtfulSignatures(scenario_.log(), history()); }
  Checkpoint head() { return {std::string(Scenario::kOrigin), scenario_.log().size(), {}, {}}; }

  Scenario scenario_;  // Entries 0 and 1, at 00:01 and 00:02 of 2022-01-01.
};

TEST_F(KeyHistoryTest, KnowsEachKeyFromEntryToEntry) {
  enrolLog(60);
  revoke(oldHex(), R"(, "why": "replaced", "from": "2022-01-01T00:03Z")");
  const KeyHistory found = history();
  ASSERT_EQ(found.keys().size(), 4u);  // Steward, clerk, log, log.
  const KeyInLog* old = found.find(scenario_.logKey().publicKey());
  ASSERT_TRUE(old && old->end);
  EXPECT_EQ(old->purpose, schema::KeyPurpose::LOG);
  EXPECT_EQ(old->enrolled, 0u);
  EXPECT_EQ(old->end->entry, 3u);
  EXPECT_EQ(formatMoment(old->end->from), "2022-01-01T00:03Z");
  const KeyInLog* next = found.find(keyOf(60));
  ASSERT_TRUE(next);
  EXPECT_EQ(next->enrolled, 2u);
  EXPECT_FALSE(next->end);
  EXPECT_FALSE(found.find(keyOf(61)));
  // A whole check gathers the same on its way.
  EXPECT_EQ(verifyLog(scenario_.log(), theCatalogue(), {}).keys.keys().size(), 4u);
}

TEST_F(KeyHistoryTest, NamesWhatAKeySignedAfterItWasInOtherHands) {
  const std::string steward = toHex(history().keys()[0].key.view());
  record(R"({"kind": "keyEnrolled", "purpose": "author", "participant": "P-1", "publicKey": ")" +
         hexOf(61) + "\"}");                                // Entry 2, 00:03.
  record(R"({"kind": "participantJoined", "id": "P-7"})");  // Entry 3, 00:04.
  revoke(steward, R"(, "why": "seenByOthers", "from": "2022-01-01T00:03:30Z")");
  EXPECT_THAT(doubtful(), ElementsAre(HasSubstr("a key of P-1 was not to be trusted from "
                                                "2022-01-01T00:03:30Z; after that it signed entry "
                                                "3. Ask")));
  EXPECT_EQ(verifyLog(scenario_.log(), theCatalogue(), {}).notes, doubtful());
}

TEST_F(KeyHistoryTest, DoubtsAWholeDayWhereNoHourIsKnown) {
  const std::string steward = toHex(history().keys()[0].key.view());
  record(R"({"kind": "keyEnrolled", "purpose": "author", "participant": "P-1", "publicKey": ")" +
         hexOf(61) + "\"}");
  revoke(steward, R"(, "why": "lost", "from": "2022-01-01")");
  EXPECT_THAT(doubtful(), ElementsAre(HasSubstr("it signed entries 0, 1 and 2.")));
}

TEST_F(KeyHistoryTest, DoubtsNothingWhereNobodySaidWhenOrItWasOnlyReplaced) {
  const std::string steward = toHex(history().keys()[0].key.view());
  record(R"({"kind": "keyEnrolled", "purpose": "author", "participant": "P-1", "publicKey": ")" +
         hexOf(61) + "\"}");
  revoke(steward, R"(, "why": "seenByOthers")");
  EXPECT_THAT(doubtful(), IsEmpty());
  EXPECT_EQ(keyHistoryOf(scenario_.log(), theCatalogue()).keys().size(), 4u);
}

TEST_F(KeyHistoryTest, OnlyRevokedKeysVouchForNothing) {
  enrolLog(60);
  revoke(oldHex(), R"(, "why": "replaced")");
  const auto check = [&](std::vector<std::string> signers) {
    return checkLogKeys(history(), head(), {signers, signers, {}}).finding;
  };
  const auto found = check({oldVkey()});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, FindingKind::kCheckpointRevokedKey);
  EXPECT_THAT(found->detail, HasSubstr("Revoked by entry 3, which this checkpoint of 4"));
  EXPECT_FALSE(check({oldVkey(), vkeyOf(keyOf(60))}));
  EXPECT_FALSE(check({vkeyOf(keyOf(61))})) << "the reader has it from elsewhere";
  EXPECT_FALSE(check({}));
  // Before its end it counted.
  Checkpoint earlier = head();
  earlier.size = 3;
  EXPECT_FALSE(checkLogKeys(history(), earlier, {{oldVkey()}, {oldVkey()}, {}}).finding);
}

TEST_F(KeyHistoryTest, TellsOfTheOtherKeyThatIsShown) {
  enrolLog(60);
  const std::string next = vkeyOf(keyOf(60));
  const std::string planted = vkeyOf(keyOf(61));
  const KeysAtHand keys{{oldVkey()}, {oldVkey()}, {next, oldVkey(), planted}};
  EXPECT_THAT(checkLogKeys(history(), head(), keys).notes,
              ElementsAre(HasSubstr("by entry 2: " + next),
                          HasSubstr("a key for checkpoints that no entry enrols: " + planted)));
  EXPECT_THAT(checkLogKeys(history(), head(), {{next}, {next}, {next, oldVkey()}}).notes, IsEmpty())
      << "who has the newer one needs no older";
}

TEST_F(KeyHistoryTest, TellsTheHolderOfARetiredKeyWhereItsSuccessorStands) {
  EXPECT_FALSE(successorInWords(history(), {oldVkey()}));
  enrolLog(60);
  EXPECT_FALSE(successorInWords(history(), {oldVkey()})) << "it still signs";
  revoke(oldHex(), R"(, "why": "replaced")");
  const auto said = successorInWords(history(), {oldVkey()});
  ASSERT_TRUE(said);
  EXPECT_THAT(*said, HasSubstr("it was retired (entry 3), and entry 2 enrols the key " +
                               vkeyOf(keyOf(60))));
  EXPECT_FALSE(successorInWords(history(), {vkeyOf(keyOf(61))}));
  EXPECT_FALSE(successorInWords(history(), {"nonsense"}));
}

TEST(Continued, ReadsTheOlderLedgersEndFromTheFirstEntryOnly) {
  Scenario scenario;
  EXPECT_FALSE(continuedCheckpoint(scenario.log(), theCatalogue()));
  EXPECT_FALSE(continuedCheckpoint(MemoryLog(), theCatalogue()));
}

}  // namespace
}  // namespace minutebook

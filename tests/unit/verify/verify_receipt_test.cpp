#include "audit/verify/verify_receipt.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/schema.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/tlog/cosignature.h"
#include "tests/unit/verify/made_receipt.h"

namespace minutebook {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// fill() and eleven more entries that name P-7: fourteen with the join and the first input.
Scenario& filled(Scenario& scenario) {
  fill(scenario);
  for (int i = 2; i <= 13; ++i) {
    scenario.record({R"({"kind": "inputReceived", "id": "I-)" + std::to_string(i) +
                     R"(", "participant": "P-7", "text": "Word )" + std::to_string(i) +
                     R"(.", "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"}})"});
  }
  scenario.rootThreads();
  return scenario;
}

class VerifyReceiptTest : public testing::Test {
 protected:
  ReceiptCheck check(Receipt receipt) {
    return verifyReceipt(std::move(receipt), theCatalogue(), expectations_);
  }
  std::vector<std::string> found(Receipt receipt) {
    return codesOf(check(std::move(receipt)).findings);
  }
  std::vector<std::string> told(const ReceiptCheck& check) {
    std::vector<std::string> lines;
    for (const CheckedPoint& point : check.points) {
      lines.push_back(std::string(inWords(point.result)) + ": " + point.says);
    }
    return lines;
  }

  Sha256 hasher_;
  Scenario scenario_;
  ReceiptMaker maker_{filled(scenario_)};
  ReceiptExpectations expectations_{scenario_.vkey(), {}};
};

TEST_F(VerifyReceiptTest, ChecksAnEntryUpToWhoSignedIt) {
  const ReceiptCheck checked = check(maker_.ofEntry(4));
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.result(), CheckResult::kChecked);
  EXPECT_EQ(checked.keySource, KeySource::kGiven);
  ASSERT_EQ(checked.entries.size(), 1u);
  EXPECT_EQ(checked.entries[0].signer, "P-1");
  EXPECT_THAT(
      told(checked),
      ElementsAre("Checked: The ledger's key, which you have, signed the checkpoint of 20 entries "
                  "of example.org/lakeside.",
                  "Checked: Entry 4 is in the log, and it has not been changed.",
                  "Checked: It was signed with the key of P-1.",
                  "Could not check: Whether everybody sees the same log. No witness was asked "
                  "for."));
}

TEST_F(VerifyReceiptTest, ChecksEveryEntryOfTheLog) {
  for (std::uint64_t i = 0; i < maker_.entries.size(); ++i) {
    EXPECT_THAT(found(maker_.ofEntry(i)), IsEmpty()) << i;
  }
}

TEST_F(VerifyReceiptTest, SaysWhatItCannotCheckWithoutTheKey) {
  expectations_.vkeys.reset();
  Receipt receipt = maker_.ofEntry(4);
  receipt.keys.clear();
  const ReceiptCheck checked = check(std::move(receipt));
  EXPECT_EQ(checked.result(), CheckResult::kChecked);
  EXPECT_EQ(checked.keySource, KeySource::kDirectory);
  EXPECT_THAT(told(checked), Contains(HasSubstr("Could not check: Whose ledger it is.")));
  EXPECT_THAT(told(checked), Contains(HasSubstr("Could not check: Whose keys signed it")));
}

TEST_F(VerifyReceiptTest, ChecksWhatIsOpened) {
  Receipt receipt = maker_.ofEntry(2);
  maker_.open(receipt.entries[0]);
  EXPECT_THAT(told(check(std::move(receipt))),
              Contains("Checked: 1 sealed field says what was sealed then."));
  EXPECT_THAT(told(check(maker_.ofEntry(2))),
              Contains("Could not check: What 1 sealed field says: it is not opened in this "
                       "receipt."));
}

TEST_F(VerifyReceiptTest, RefusesAnOpeningThatIsNotWhatWasSealed) {
  Receipt value = maker_.ofEntry(2);
  maker_.open(value.entries[0]);
  value.entries[0].openings[0].value = SecretBytes(asBytes("Alex"));
  EXPECT_THAT(found(std::move(value)), ElementsAre("opening.other-value@2"));
  Receipt place = maker_.ofEntry(2);
  maker_.open(place.entries[0]);
  place.entries[0].openings[0].path.steps[0].ordinal = 9;
  EXPECT_THAT(found(std::move(place)), ElementsAre("opening.unexpected@2"));
  Receipt twice = maker_.ofEntry(2);
  maker_.open(twice.entries[0]);
  maker_.open(twice.entries[0]);
  EXPECT_THAT(found(std::move(twice)), ElementsAre("opening.twice@2"));
}

TEST_F(VerifyReceiptTest, LooksAtNothingElseUntilSignatureAndProofHold) {
  Receipt other = maker_.ofEntry(4);
  other.checkpoint.replace(other.checkpoint.find("\n20\n"), 4, "\n21\n");
  EXPECT_THAT(found(std::move(other)), ElementsAre("receipt.not-proved"));
  Receipt origin = maker_.ofEntry(4);
  origin.origin = "example.org/other";
  EXPECT_THAT(found(std::move(origin)), ElementsAre("receipt.not-proved"));
  Receipt key = maker_.ofEntry(4);
  expectations_.vkeys =
      VerifierKey{std::string(Scenario::kOrigin), NoteKeyType::kEd25519, Bytes(32, 5)}.encode(
          *std::make_unique<Sha256>());
  key.says = {"Anything"};
  EXPECT_THAT(found(std::move(key)), ElementsAre("vkey.other", "receipt.not-proved"));
  expectations_.vkeys = "no key";
  EXPECT_THAT(found(maker_.ofEntry(4)), ElementsAre("vkey.refused"));
}

TEST_F(VerifyReceiptTest, FindsAnyChangedBitOfAnEntry) {
  const Receipt receipt = maker_.ofEntry(4);
  for (std::size_t i = 0; i < receipt.entries[0].proven.entry.size(); i += 7) {
    Receipt changed = maker_.ofEntry(4);
    changed.entries[0].proven.entry[i] ^= 1;
    EXPECT_THAT(found(std::move(changed)), ElementsAre("receipt.not-proved@4")) << i;
  }
}

TEST_F(VerifyReceiptTest, FindsAWrongPathIndexOrSignature) {
  Receipt index = maker_.ofEntry(4);
  index.entries[0].proven.index = 5;
  EXPECT_THAT(found(std::move(index)), ElementsAre("receipt.not-proved@5"));
  Receipt beyond = maker_.ofEntry(4);
  beyond.entries[0].proven.index = 20;
  EXPECT_THAT(found(std::move(beyond)), ElementsAre("receipt.not-proved@20"));
  Receipt shorter = maker_.ofEntry(4);
  shorter.entries[0].proven.path.pop_back();
  EXPECT_THAT(found(std::move(shorter)), ElementsAre("receipt.not-proved@4"));
  Receipt longer = maker_.ofEntry(4);
  longer.entries[0].proven.path.push_back(Hash());
  EXPECT_THAT(found(std::move(longer)), ElementsAre("receipt.not-proved@4"));
  Receipt signature = maker_.ofEntry(4);
  signature.entries[0].signature[3] ^= 1;
  EXPECT_THAT(found(std::move(signature)), ElementsAre("submission.bad-signature@4"));
  Receipt none = maker_.ofEntry(4);
  none.entries[0].signature.clear();
  EXPECT_THAT(found(std::move(none)), ElementsAre("submission.bad-signature@4"));
  Receipt twice = maker_.ofEntry(2);
  twice.entries[0].signature = Bytes(64, 1);
  EXPECT_THAT(found(std::move(twice)), ElementsAre("submission.bad-signature@2"));
  Receipt path = maker_.ofEntry(4);
  path.entries[0].submission.clear();
  EXPECT_THAT(found(std::move(path)), ElementsAre("submission.bad-signature@4"));
}

TEST_F(VerifyReceiptTest, FindsAnEntryThatNamesNoSignersKey) {
  Receipt receipt = maker_.ofEntry(4);
  receipt.keys.push_back(maker_.proven(5));
  EXPECT_THAT(found(std::move(receipt)), ElementsAre("receipt.wrong-signer@5"));
  Receipt unproved = maker_.ofEntry(4);
  unproved.keys[0].entry = maker_.entries[1];
  EXPECT_THAT(found(std::move(unproved)), ElementsAre("receipt.not-proved@0"));
}

TEST_F(VerifyReceiptTest, HoldsTheWordsAgainstWhatIsProved) {
  Receipt receipt = maker_.ofEntry(4);
  receipt.says[0] = "This receipt shows that P-7 was paid.";
  const ReceiptCheck checked = check(std::move(receipt));
  EXPECT_THAT(codesOf(checked.findings), ElementsAre("receipt.other-words"));
  EXPECT_EQ(checked.findings[0].detail,
            "It should begin: This receipt shows that entry 4 of example.org/lakeside was recorded "
            "at 2022-01-01T00:03:00Z and has not been changed since.");
}

TEST_F(VerifyReceiptTest, ShowsAllEntriesAboutAPerson) {
  Receipt receipt = maker_.about("P-7");
  ASSERT_EQ(receipt.entries.size(), 14u);
  EXPECT_EQ(receipt.says[0],
            "This receipt shows all 14 entries about participant P-7 in example.org/lakeside, as "
            "of entry 19: none was left out or changed.");
  const ReceiptCheck checked = check(std::move(receipt));
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_THAT(told(checked), Contains("Checked: Nothing about participant P-7 was left out, as the "
                                      "ledger counted at entry 19."));
}

TEST_F(VerifyReceiptTest, CatchesAProverThatDropsEntrySevenOfFourteenAndRenumbers) {
  Receipt dropped = maker_.about("P-7");
  dropped.entries.erase(dropped.entries.begin() + 6);
  dropped.says = wordsOf(dropped);
  EXPECT_THAT(found(std::move(dropped)), ElementsAre("receipt.incomplete"));

  Receipt counted = maker_.about("P-7");
  counted.entries.erase(counted.entries.begin() + 6);
  counted.threads->leaves[0].head.count = 13;
  counted.says = wordsOf(counted);
  EXPECT_THAT(found(std::move(counted)), ElementsAre("receipt.incomplete"));

  // The whole chain made anew over thirteen: it leads to another root.
  Receipt chained = maker_.about("P-7");
  chained.entries.erase(chained.entries.begin() + 6);
  Sha256 hasher;
  ThreadHead head;
  for (const ReceiptEntry& entry : chained.entries) {
    extendThread(hasher, head, entry.proven.index, leafHash(hasher, entry.proven.entry));
  }
  chained.threads->leaves[0].head = head;
  chained.says = wordsOf(chained);
  EXPECT_THAT(found(std::move(chained)), ElementsAre("receipt.incomplete"));

  // Another entry in its place, so that the count holds.
  Receipt swapped = maker_.about("P-7");
  swapped.entries[6] = maker_.entry(5);
  EXPECT_THAT(found(std::move(swapped)), ElementsAre("receipt.incomplete"));

  // One of the others twice, and in another order.
  Receipt twice = maker_.about("P-7");
  twice.entries[6] = maker_.entry(twice.entries[5].proven.index);
  EXPECT_THAT(found(std::move(twice)), ElementsAre("receipt.incomplete"));
}

TEST_F(VerifyReceiptTest, ShowsThatNothingIsRecordedAboutSomebody) {
  std::size_t atAnEnd = 0;
  for (int i = 100; i < 160; ++i) {
    Receipt receipt = maker_.about("P-" + std::to_string(i));
    atAnEnd += receipt.threads->leaves.size() == 1;
    EXPECT_THAT(found(std::move(receipt)), IsEmpty()) << i;
  }
  EXPECT_GT(atAnEnd, 0u);
  EXPECT_EQ(maker_.about("P-100").says[0],
            "This receipt shows that nothing is recorded about participant P-100 in "
            "example.org/lakeside, as of entry 19.");
}

TEST_F(VerifyReceiptTest, CatchesAProverThatHidesAThread) {
  // P-7's neighbours, as if they stood side by side.
  Receipt hidden = maker_.about("P-7");
  hidden.entries.clear();
  Sha256 hasher;
  const auto at = maker_.heads.find(threadKey(hasher, {schema::Register::PARTICIPANT, "P-7"}));
  ASSERT_NE(at, maker_.heads.begin());
  ASSERT_NE(std::next(at), maker_.heads.end());
  hidden.threads->leaves = {maker_.leafAt(std::prev(at)), maker_.leafAt(std::next(at))};
  hidden.says = wordsOf(hidden);
  EXPECT_THAT(found(std::move(hidden)), ElementsAre("receipt.incomplete"));
  for (const auto& leaf : {maker_.leafAt(std::prev(at)), maker_.leafAt(std::next(at))}) {
    Receipt half = maker_.about("P-7");
    half.entries.clear();
    half.threads->leaves = {leaf};
    half.says = wordsOf(half);
    EXPECT_THAT(found(std::move(half)), ElementsAre("receipt.incomplete"));
  }
  Receipt none = maker_.about("P-100");
  none.threads->leaves.clear();
  EXPECT_THAT(found(std::move(none)), ElementsAre("receipt.incomplete"));
  // The proof of somebody else's thread.
  Receipt other = maker_.about("P-9");
  other.threads->about.id = "P-8";
  other.says = wordsOf(other);
  EXPECT_THAT(found(std::move(other)), ElementsAre("receipt.incomplete"));
}

TEST_F(VerifyReceiptTest, TakesNoOtherCountThanTheClerks) {
  Receipt old = maker_.about("P-9");
  old.threads->rooted = maker_.proven(6);
  old.says = wordsOf(old);
  EXPECT_THAT(found(std::move(old)), ElementsAre("receipt.incomplete"));
  Receipt none = maker_.about("P-9");
  none.threads->rooted = maker_.proven(5);
  none.says = wordsOf(none);
  EXPECT_THAT(found(std::move(none)), ElementsAre("receipt.incomplete"));
  Receipt where = maker_.about("P-9");
  where.threads->about.where = "nobody";
  where.says = wordsOf(where);
  EXPECT_THAT(found(std::move(where)), ElementsAre("receipt.incomplete"));
  Receipt unsaid = maker_.about("P-9");
  unsaid.keys.clear();
  EXPECT_THAT(told(check(std::move(unsaid))),
              Contains("Could not check: Whether the ledger itself signed that count."));
}

TEST_F(VerifyReceiptTest, HoldsWitnessesAgainstThePolicyOfItsHolder) {
  Sha256 hasher;
  const SigningKey witness = SigningKey::fromSeed(Bytes(32, 9));
  const std::string vkey = VerifierKey{"witness.example.org/w", NoteKeyType::kCosignatureV1,
                                       toBytes(witness.publicKey().view())}
                               .encode(hasher);
  expectations_.policy =
      Policy::parse(hasher, "log " + scenario_.vkey() + "\nwitness W " + vkey + "\nquorum W\n")
          .value();
  expectations_.vkeys.reset();
  EXPECT_THAT(found(maker_.ofEntry(4)), ElementsAre("quorum.not-met"));
  Receipt receipt = maker_.ofEntry(4);
  SignedNote note = SignedNote::parse(receipt.checkpoint).value();
  note.signatures.push_back(
      cosign(hasher, "witness.example.org/w", witness, 1700000000, note.text));
  receipt.checkpoint = note.encode();
  const ReceiptCheck checked = check(std::move(receipt));
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  EXPECT_EQ(checked.keySource, KeySource::kGiven);
  EXPECT_THAT(told(checked), Contains(HasSubstr("Checked: Witnesses saw the same log: ")));
  // Without a policy their keys are only what the receipt says.
  expectations_ = {scenario_.vkey(), {}};
  Receipt shown = maker_.ofEntry(4);
  shown.checkpoint = note.encode();
  shown.witnesses = {vkey};
  EXPECT_THAT(told(check(std::move(shown))),
              Contains(HasSubstr("Could not check: Whether these witnesses are who they say: "
                                 "witness.example.org/w.")));
}

TEST_F(VerifyReceiptTest, ChecksABareProofWithItsEntry) {
  const ProvenEntry alone = maker_.proven(5);
  const TlogProof proof{std::nullopt, 5, alone.path, scenario_.signedCheckpoint()};
  const ReceiptCheck checked = verifyProof(proof, alone.entry, theCatalogue(), expectations_);
  EXPECT_THAT(codesOf(checked.findings), IsEmpty());
  const ProvenEntry together = maker_.proven(4);
  EXPECT_THAT(told(verifyProof({std::nullopt, 4, together.path, scenario_.signedCheckpoint()},
                               together.entry, theCatalogue(), expectations_)),
              Contains(HasSubstr("Could not check: Who signed it")));
  EXPECT_THAT(
      codesOf(verifyProof(proof, maker_.entries[4], theCatalogue(), expectations_).findings),
      ElementsAre("receipt.not-proved@5"));
}

TEST(CheckResult, HasThreeWords) {
  EXPECT_EQ(inWords(CheckResult::kChecked), "Checked");
  EXPECT_EQ(inWords(CheckResult::kFailed), "Failed");
  EXPECT_EQ(inWords(CheckResult::kCouldNotCheck), "Could not check");
}

/// A statement of a kind that this schema does not know yet.
Statement newerThan(const Statement& known) {
  capnp::MallocMessageBuilder message;
  message.setRoot(known.reader());
  auto root = message.getRoot<schema::Statement>();
  auto data = capnp::AnyStruct::Builder(root.getRecord()).getDataSection();
  data[0] = 0xa0;
  data[1] = 0x0f;
  const auto words = capnp::canonicalize(root.asReader());
  return Statement::decode({words.asBytes().begin(), words.asBytes().size()}).value();
}

TEST(ReceiptAndSchema, AnOlderReaderChecksEntriesOfANewerSchema) {
  Scenario scenario;
  fill(scenario);
  std::vector<Statement> newer;
  newer.push_back(newerThan(scenario.statement(R"({"kind": "participantJoined", "id": "P-10"})")));
  ASSERT_EQ(newer.front().kindNumber(), 4000);
  scenario.forceIn(std::move(newer));
  ReceiptMaker maker(scenario);
  const ReceiptExpectations expectations{scenario.vkey(), {}};
  // Older entries in a log that has newer ones, and the newer one itself: proved and signed.
  for (std::uint64_t index : {2u, 7u}) {
    const ReceiptCheck check = verifyReceipt(maker.ofEntry(index), theCatalogue(), expectations);
    EXPECT_THAT(codesOf(check.findings), IsEmpty()) << index;
    ASSERT_EQ(check.entries.size(), 1u);
    EXPECT_EQ(check.entries[0].signer, "P-1");
  }
}

TEST(ReceiptAndSchema, ANewerReaderChecksEntriesOfAnOlderSchema) {
  // What an older schema wrote has less room in a struct than this one knows fields for.
  Scenario scenario;
  scenario.record({R"({"kind": "keyEnrolled", "purpose": "log", "publicKey": ")" +
                   std::string(64, '9') + "\"}"});
  scenario.rootThreads();
  ReceiptMaker maker(scenario);
  const Statement written = scenario.facts().statementAt(2);
  const auto enrolled = written.record().getKeyEnrolled();
  const auto known = capnp::Schema::from<schema::KeyEnrolled>().getProto().getStruct();
  ASSERT_LT(capnp::AnyStruct::Reader(enrolled).getPointerSection().size(), known.getPointerCount());
  const ReceiptCheck check = verifyReceipt(maker.ofEntry(2), theCatalogue(), {scenario.vkey(), {}});
  EXPECT_THAT(codesOf(check.findings), IsEmpty());
}

}  // namespace
}  // namespace minutebook

#include "ledger/store/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ledger/seal/leftovers.h"
#include "ledger/store/recorder.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr std::string_view kName = "Seven, who will be forgotten";
constexpr std::string_view kContact = "by the green door at seven";
constexpr std::string_view kOther = "Eight, who stays";

/// P-7 with a name (entry 2) and a contact (entry 3), P-8 with a name (entry 4).
class ErasureTest : public testing::Test {
 protected:
  ErasureTest() {
    record(R"({"kind": "rightGranted", "participant": "P-1", "right": "coordinator"})");
    record(R"({"kind": "participantJoined", "id": "P-7", "name": ")" + std::string(kName) + "\"}");
    record(R"({"kind": "participantChanged", "participant": "P-7", "contact": ")" +
           std::string(kContact) + "\"}");
    record(R"({"kind": "participantJoined", "id": "P-8", "name": ")" + std::string(kOther) + "\"}");
    ledger_.store->parts().rocks.flush();
  }

  void record(const std::string& line) {
    const Composer composer(theCatalogue(), {std::string(StoredLedger::kOrigin),
                                             toBytes(ledger_.steward.publicKey().view()), "P-1"});
    Outcome<Draft> draft = composer.compose(parseJson(line).value());
    ASSERT_TRUE(draft) << draft.refusal().reason;
    std::array<std::uint8_t, 10> random;
    random_.fill(random);
    std::vector<PreparedDraft> drafts;
    drafts.push_back({std::move(draft).value(), StatementId::fromTime(1640995200, random)});
    Recorder recorder(theCatalogue(), *ledger_.store, *ledger_.sequencer, *keys_, random_,
                      std::string(StoredLedger::kOrigin));
    const auto result = recorder.record(std::move(drafts), ledger_.steward, 1640995200);
    ASSERT_TRUE(std::holds_alternative<Recorded>(result));
  }

  void reopen() {
    keys_.reset();
    ledger_.close();
    ledger_.open();
    keys_ = std::make_unique<DataKeys>(keyDirectory_, master_, DataKeys::Access::kWrite);
  }
  DataKeyId keyOf(std::string_view participant) const {
    return keys_->findSubject("participant/" + std::string(participant))->id;
  }
  StatementId statementAt(std::uint64_t index) const {
    return ledger_.sequencer->facts().statementAt(index).id();
  }
  DestroyedSealed destroy(const ErasedKey& key, bool withMaster = true) {
    Eraser eraser(*ledger_.store, keyDirectory_, withMaster ? keys_.get() : nullptr,
                  std::string(StoredLedger::kOrigin), random_);
    return eraser.destroy({key});
  }
  std::string opened(std::uint64_t index) {
    std::string all;
    Vault vault(*ledger_.store, *keys_, std::string(StoredLedger::kOrigin));
    for (const Opening& opening : ledger_.store->openingsOf(index)) {
      all += asText(vault.open(index, opening.path).value);
    }
    return all;
  }
  std::vector<fs::path> files() const {
    std::vector<fs::path> paths;
    for (const auto& each : fs::recursive_directory_iterator(ledger_.path())) {
      if (each.is_regular_file()) paths.push_back(each.path());
    }
    return paths;
  }
  /// How many files hold these bytes.
  std::uint64_t filesWith(ByteView bytes) const {
    std::uint64_t count = 0;
    for (const fs::path& path : files()) {
      if (contentOf(path).find(asText(bytes)) != std::string::npos) ++count;
    }
    return count;
  }
  static std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// How often 32 bytes of a file are the key of `opening`.
  std::uint64_t windowsThatOpen(const Opening& opening, const StatementId& statement) const {
    Aead aead;
    std::uint64_t found = 0;
    for (const fs::path& path : files()) {
      const std::string content = contentOf(path);
      EXPECT_LT(content.size(), std::size_t{1} << 20) << path << " makes this test slow";
      for (std::size_t at = 0; at + kAeadKeyBytes <= content.size(); ++at) {
        DataKey key{opening.keyId, "", SecretBytes(asBytes(content).subspan(at, kAeadKeyBytes))};
        found += openValue(aead, key, {StoredLedger::kOrigin, statement}, opening) ? 1 : 0;
      }
    }
    return found;
  }

  StoredLedger ledger_;
  FixedRandom random_;
  Directory keyDirectory_ = Directory::create(ledger_.path() / "keys", Readers::kOwner);
  MasterKey master_ = MasterKey::create(keyDirectory_, {}, random_);
  std::unique_ptr<DataKeys> keys_ =
      std::make_unique<DataKeys>(keyDirectory_, master_, DataKeys::Access::kWrite);
};

TEST_F(ErasureTest, DestroysOneKeyAndItsOpeningsAndNothingElse) {
  const ErasedKey key{keyOf("P-7"), {}};
  const DestroyedSealed done = destroy(key);
  EXPECT_EQ(done.keys, 1u);
  EXPECT_EQ(done.openings, 2u);
  reopen();
  EXPECT_EQ(keys_->find(key.id), nullptr);
  EXPECT_THAT(ledger_.store->openingsOf(2), IsEmpty());
  EXPECT_THAT(ledger_.store->openingsOf(3), IsEmpty());
  EXPECT_EQ(opened(4), kOther);
  EXPECT_FALSE(destroy(key).isAnything());
}

TEST_F(ErasureTest, NoFileHoldsTheKeyOrTheCiphertextAnyMore) {
  const DataKeyId id = keyOf("P-7");
  const Bytes box = ledger_.store->openingsOf(2).front().box;
  const Bytes other = ledger_.store->openingsOf(4).front().box;
  EXPECT_GT(filesWith(box), 0u);
  destroy({id, {}});
  EXPECT_EQ(filesWith(box), 0u);
  EXPECT_GT(filesWith(other), 0u);
  for (const fs::path& path : files()) {
    if (path.filename() != "data.keys") continue;
    EXPECT_EQ(contentOf(path).find(asText(id.view())), std::string::npos);
  }
}

TEST_F(ErasureTest, NoThirtyTwoBytesOfAnyFileAreTheKey) {
  const Opening kept = ledger_.store->openingsOf(2).front();
  const StatementId statement = statementAt(2);
  const SecretBytes key = keys_->find(kept.keyId)->key.clone();
  destroy({kept.keyId, {}});
  reopen();
  EXPECT_EQ(windowsThatOpen(kept, statement), 0u);
  // That it would have been found:
  std::ofstream(ledger_.path() / "forgotten", std::ios::binary) << "x" << asText(key.view()) << "y";
  EXPECT_EQ(windowsThatOpen(kept, statement), 1u);
}

TEST_F(ErasureTest, OfSomeEntriesSealsTheOthersAgainAndDestroysTheOldKey) {
  const DataKeyId old = keyOf("P-7");
  const Bytes box = ledger_.store->openingsOf(2).front().box;
  const ErasedKey inPart{old, {statementAt(3)}};
  const DestroyedSealed done = destroy(inPart);
  EXPECT_EQ(done.keys, 1u);
  EXPECT_EQ(done.openings, 1u);
  EXPECT_EQ(done.sealedAgain, 1u);
  EXPECT_EQ(filesWith(box), 0u) << "the old ciphertext of what stays is under the old key";
  reopen();
  EXPECT_EQ(keys_->find(old), nullptr);
  EXPECT_NE(keyOf("P-7"), old);
  EXPECT_EQ(opened(2), kName);
  EXPECT_THAT(ledger_.store->openingsOf(3), IsEmpty());
  EXPECT_EQ(opened(4), kOther);
  EXPECT_FALSE(destroy(inPart).isAnything());
}

TEST_F(ErasureTest, OfSomeEntriesCutShortBeforeTheKeyWentIsCompleted) {
  const DataKeyId old = keyOf("P-7");
  keys_->renew("participant/P-7", random_);  // As a crash after the first step leaves it.
  keys_->sync();
  reopen();
  destroy({old, {statementAt(3)}});
  reopen();
  EXPECT_EQ(opened(2), kName);
  EXPECT_THAT(ledger_.store->openingsOf(3), IsEmpty());
  EXPECT_EQ(keys_->idsOf("participant/P-7").size(), 1u);
}

TEST_F(ErasureTest, WithoutTheMasterKeyAWholeKeyGoesAndOfOneInPartTheOpenings) {
  const DataKeyId id = keyOf("P-7");
  const DestroyedSealed inPart = destroy({id, {statementAt(3)}}, false);
  EXPECT_FALSE(inPart.isWhole);
  EXPECT_EQ(inPart.openings, 1u);
  EXPECT_EQ(opened(2), kName);
  EXPECT_TRUE(needsErasing(*ledger_.store, keyDirectory_, {{id, {statementAt(3)}}}));
  const DestroyedSealed whole = destroy({id, {}}, false);
  EXPECT_TRUE(whole.isWhole);
  reopen();
  EXPECT_EQ(keys_->find(id), nullptr);
  EXPECT_THAT(ledger_.store->openingsOf(2), IsEmpty());
}

TEST_F(ErasureTest, KnowsWhetherAStoreHasBeenThroughIt) {
  const std::vector<ErasedKey> known = {{keyOf("P-7"), {}}};
  EXPECT_FALSE(needsErasing(*ledger_.store, keyDirectory_, {}));
  EXPECT_TRUE(needsErasing(*ledger_.store, keyDirectory_, known));
  destroyDataKeys(keyDirectory_, {known[0].id});
  EXPECT_TRUE(needsErasing(*ledger_.store, keyDirectory_, known)) << "the openings are there";
  destroy(known[0], false);
  EXPECT_FALSE(needsErasing(*ledger_.store, keyDirectory_, known));
}

TEST_F(ErasureTest, TheNoteOfWhatWasBegunStaysUntilItEnds) {
  EXPECT_EQ(erasureBegun(*ledger_.store), std::nullopt);
  noteErasureBegun(*ledger_.store, "a plan");
  ledger_.crash();
  EXPECT_EQ(erasureBegun(*ledger_.store), "a plan");
  noteErasureEnded(*ledger_.store);
  ledger_.crash();
  EXPECT_EQ(erasureBegun(*ledger_.store), std::nullopt);
}

}  // namespace
}  // namespace minutebook

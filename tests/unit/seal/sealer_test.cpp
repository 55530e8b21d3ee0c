#include "ledger/seal/sealer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "ledger/event/mentions.h"
#include "ledger/seal/disclosures.h"
#include "tests/support/fixed_random.h"
#include "tests/support/lines.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

/// Keys in a folder of their own, without a passphrase.
class SealerTest : public testing::Test {
 protected:
  Draft draftOf(std::string_view line) {
    return Composer(theCatalogue(), theSpeaker()).compose(parseJson(line).value()).value();
  }

  TempDirectory folder_;
  FixedRandom random_;
  Directory directory_ = Directory::open(folder_.path(), Readers::kOwner);
  MasterKey master_ = MasterKey::create(directory_, std::nullopt, random_);
  DataKeys keys_{directory_, master_, DataKeys::Access::kWrite};
};

constexpr const char* kLine =
    R"({"kind": "inputReceived", "id": "I-7", "participant": "P-14", "text": "Use simpler words.",
        "story": {"personalStory": "no"}, "sources": [{"sealedDocument": "0102"}]})";

TEST_F(SealerTest, CommitsToEverySecretAndOpensItAgain) {
  Draft draft = draftOf(kLine);
  std::vector<PlainSecret> secrets = draft.secrets();
  Sealer sealer(keys_, random_, theSpeaker().origin);
  std::vector<Opening> openings = sealer.seal(draft, theStatementId());
  Statement statement = draft.finish().value();
  EXPECT_EQ(statement.id(), theStatementId());
  std::vector<SealedField> fields = mentionsOf(statement, theCatalogue()).sealed;
  ASSERT_EQ(openings.size(), 3u);
  ASSERT_EQ(fields.size(), 3u);
  Sha256 hasher;
  Aead aead;
  std::set<Salt> salts;
  for (std::size_t i = 0; i < openings.size(); ++i) {
    EXPECT_EQ(openings[i].path, secrets[i].path);
    const DataKey* key = keys_.find(openings[i].keyId);
    ASSERT_NE(key, nullptr);
    EXPECT_EQ(key->subject, secrets[i].subject);
    auto opened = openValue(aead, *key, {theSpeaker().origin, theStatementId()}, openings[i]);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->value, secrets[i].value);
    EXPECT_TRUE(salts.insert(opened->salt).second) << "a salt is never used twice";
    const auto& field = *std::find_if(fields.begin(), fields.end(), [&](const SealedField& each) {
      return each.path == openings[i].path;
    });
    EXPECT_EQ(commitmentOf(hasher, opened->salt, openings[i].path, opened->value),
              field.commitment);
  }
}

TEST_F(SealerTest, KeepsOneKeyForEachSubject) {
  Sealer sealer(keys_, random_, theSpeaker().origin);
  Draft first = draftOf(kLine);
  Draft second = draftOf(kLine);
  std::vector<Opening> a = sealer.seal(first, theStatementId());
  std::vector<Opening> b = sealer.seal(second, theStatementId());
  EXPECT_EQ(keys_.size(), 2u) << "participant/P-14 and ledger/";
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].keyId, b[i].keyId);
    EXPECT_NE(a[i].box, b[i].box) << "the same words sealed twice look different";
  }
  // The commitments differ too, so nobody can tell that two people said the same.
  EXPECT_FALSE(sameBytes(first.finish().value().bytes(), second.finish().value().bytes()));
}

TEST_F(SealerTest, MakesTheSameBytesFromTheSameRandomness) {
  auto run = [] {
    TempDirectory folder;
    FixedRandom random;
    Directory directory = Directory::open(folder.path(), Readers::kOwner);
    MasterKey master = MasterKey::create(directory, std::nullopt, random);
    DataKeys keys(directory, master, DataKeys::Access::kWrite);
    Draft draft = Composer(theCatalogue(), theSpeaker()).compose(parseJson(kLine).value()).value();
    (void)Sealer(keys, random, theSpeaker().origin).seal(draft, theStatementId());
    return toBytes(draft.finish().value().bytes());
  };
  EXPECT_EQ(run(), run());
}

TEST(NothingDisclosed, OpensNothing) {
  NothingDisclosed nothing;
  Disclosure disclosure = nothing.open(0, FieldPath{});
  EXPECT_EQ(disclosure.state, SealState::kSealedForYou);
  EXPECT_TRUE(disclosure.value.empty());
}

}  // namespace
}  // namespace minutebook

// tests/unit/crypto/key_ring_test.cpp

#include "ledger/crypto/key_ring.h"

#include <gtest/gtest.h>

#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

class KeyRingTest : public ::testing::Test {
 protected:
  TempDirectory temp_;
  Directory keys_ = Directory::create(temp_.path() / "keys", Readers::kOwner);
  FixedRandom random_;
  MasterKey master_ = MasterKey::create(keys_, {}, random_);
  KeyRing ring_{keys_, master_};

  /// Flips one bit of a file.
  void flip(std::string_view file, std::size_t byte) {
    Bytes bytes = *keys_.read(file, 4096);
    bytes.at(byte) ^= 1;
    keys_.writeDurably(file, bytes);
  }
};

TEST_F(KeyRingTest, AKeySignsAlikeBeforeAndAfterItWasStored) {
  const SigningKey made = ring_.create("author-ada", random_);
  const SigningKey found = ring_.get("author-ada");
  EXPECT_EQ(found.publicKey(), made.publicKey());
  EXPECT_EQ(found.sign(asBytes("m")), made.sign(asBytes("m")));
}

TEST_F(KeyRingTest, KeepsAKeyMadeElsewhere) {
  const SigningKey key = SigningKey::fromSeed(Bytes(32, 9));
  ring_.add("clerk", key, random_);
  EXPECT_EQ(ring_.get("clerk").publicKey(), key.publicKey());
}

TEST_F(KeyRingTest, ListsPublicKeysWithoutTheMasterKey) {
  const SigningKey log = ring_.create(kLogKeyName, random_);
  const SigningKey ada = ring_.create("author-ada", random_);
  ring_.createImportKey(random_);
  const std::vector<ListedKey> expected{{"author-ada", ada.publicKey()}, {"log", log.publicKey()}};
  EXPECT_EQ(listKeys(keys_), expected);
  EXPECT_EQ(findPublicKey(keys_, "log"), log.publicKey());
  EXPECT_FALSE(findPublicKey(keys_, "clerk"));
  EXPECT_FALSE(findPublicKey(keys_, "import"));
}

TEST_F(KeyRingTest, NumbersTheKeysThatFollowALedgersOwn) {
  EXPECT_EQ(numberedKeyName(kLogKeyName, 1), "log");
  EXPECT_EQ(numberedKeyName(kClerkKeyName, 12), "clerk-12");
  EXPECT_EQ(keyNumber(kLogKeyName, "log"), 1u);
  EXPECT_EQ(keyNumber(kLogKeyName, "log-2"), 2u);
  for (const char* name : {"log-", "log-1", "log-0", "log-02", "log-x", "logs", "log-100000", ""}) {
    EXPECT_FALSE(keyNumber(kLogKeyName, name)) << name;
  }
  const SigningKey second = ring_.create("log-2", random_);
  EXPECT_EQ(listKeys(keys_).front(), (ListedKey{"log-2", second.publicKey()}));
}

TEST_F(KeyRingTest, DestroysAKeyAndWhatWasLeftOfADestruction) {
  ring_.create("log", random_);
  const Bytes before = *keys_.read("log.key", 4096);
  ring_.create("log-2", random_);
  ring_.destroy("log");
  EXPECT_FALSE(ring_.find("log"));
  EXPECT_TRUE(ring_.find("log-2"));
  EXPECT_FALSE(keys_.fileBytes(kDyingFile));
  ring_.destroy("log");  // Absent is fine.
  // Cut short after the name went: listed no more, and gone with the next call.
  keys_.writeDurably(kDyingFile, before);
  EXPECT_EQ(listKeys(keys_).size(), 1u);
  ring_.finishDestroying();
  EXPECT_FALSE(keys_.fileBytes(kDyingFile));
  EXPECT_EQ(faultOf([&] { ring_.destroy("import"); }), FaultKind::kBug);
}

TEST_F(KeyRingTest, NeverOverwritesAKey) {
  ring_.create("log", random_);
  EXPECT_EQ(faultOf([&] { ring_.create("log", random_); }), FaultKind::kConfig);
  ring_.createImportKey(random_);
  EXPECT_EQ(faultOf([&] { ring_.createImportKey(random_); }), FaultKind::kConfig);
}

TEST_F(KeyRingTest, AnAbsentKeyIsNothingOrToldAsSuch) {
  EXPECT_FALSE(ring_.find("author-bo"));
  EXPECT_EQ(faultOf([&] { ring_.get("author-bo"); }), FaultKind::kKey);
  EXPECT_EQ(faultOf([&] { (void)ring_.importKey(); }), FaultKind::kKey);
}

TEST_F(KeyRingTest, AnotherMasterKeyDoesNotOpenIt) {
  ring_.create("log", random_);
  ring_.createImportKey(random_);
  keys_.writeDurably("master.key", Bytes(32, 5));
  MasterKey other = MasterKey::open(keys_, {});
  KeyRing stranger(keys_, other);
  EXPECT_EQ(faultOf([&] { stranger.get("log"); }), FaultKind::kKey);
  EXPECT_EQ(faultOf([&] { (void)stranger.importKey(); }), FaultKind::kKey);
}

TEST_F(KeyRingTest, AKeyFileUnderAnotherNameIsRefused) {
  ring_.create("author-ada", random_);
  keys_.writeDurably("author-bo.key", *keys_.read("author-ada.key", 4096));
  EXPECT_EQ(faultOf([&] { ring_.get("author-bo"); }), FaultKind::kCorrupt);
}

TEST_F(KeyRingTest, NoBitOfAKeyFileCanBeChangedUnnoticed) {
  ring_.create("log", random_);
  const std::size_t length = keys_.read("log.key", 4096)->size();
  for (std::size_t byte = 0; byte < length; ++byte) {
    flip("log.key", byte);
    ASSERT_TRUE(faultOf([&] { ring_.get("log"); })) << "byte " << byte;
    flip("log.key", byte);
  }
  EXPECT_FALSE(faultOf([&] { ring_.get("log"); }));
}

TEST_F(KeyRingTest, TheImportKeyIsTheSameEachTime) {
  ring_.createImportKey(random_);
  const SecretBytes first = ring_.importKey();
  EXPECT_EQ(first.size(), 32u);
  EXPECT_TRUE(sameBytes(first.view(), ring_.importKey().view()));
}

TEST_F(KeyRingTest, NamesCannotLeaveTheDirectory) {
  EXPECT_EQ(authorKeyName("ada.l-2"), "author-ada.l-2");
  for (const char* name :
       {"", "../x", ".hidden", "a/b", "-a", "a b", "a\n", "a23456789012345678901234567890123"}) {
    EXPECT_EQ(faultOf([&] { authorKeyName(name); }), FaultKind::kUsage) << name;
    EXPECT_FALSE(ring_.find(std::string("author-") + name));
  }
  EXPECT_EQ(faultOf([&] { ring_.create("../log", random_); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { ring_.create("master", random_); }), FaultKind::kBug);
}

// Recomputed with another program from the bytes that FixedRandom gives: docs/formats/keys.md.
TEST_F(KeyRingTest, WritesTheSigningKeyOfTheWorkedExample) {
  ring_.create("log", random_);
  EXPECT_EQ(asText(*keys_.read("log.key", 4096)),
            "minutebook/key/signing/v1\nname log\n"
            "public f26e009336669279bd6e14130e7bf8d2c36ed0d82937e604dce2141c8562474b\n"
            "wrapped "
            "zQSkdUSY4G21oTxfzzqUKdSu+vdeymyWkgL0fBQ3JK0ANxpW9M7qzy9wbFotTzqiPZxzL6pVhIqbdsPq\n");
}

TEST_F(KeyRingTest, WritesTheImportKeyOfTheWorkedExample) {
  ring_.createImportKey(random_);
  EXPECT_EQ(asText(*keys_.read("import.key", 4096)),
            "minutebook/key/secret/v1\nname import\nwrapped "
            "zQSkdUSY4G21oTxfzzqUKdSu+vdeymyWkgL0fBQ3JK0ANxpW9M7qzy9wbFooWMDEEkz6qVQVUTM3D+iI\n");
}

}  // namespace
}  // namespace minutebook

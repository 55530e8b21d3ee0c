// tests/unit/crypto/master_key_test.cpp

#include "ledger/crypto/master_key.h"

#include <gtest/gtest.h>

#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

class MasterKeyTest : public ::testing::Test {
 protected:
  TempDirectory temp_;
  Directory keys_ = Directory::create(temp_.path() / "keys", Readers::kOwner);
  FixedRandom random_;

  /// Rewrites master.scrypt with one text in place of another.
  void edit(std::string_view from, std::string_view to) {
    std::string text(asText(*keys_.read("master.scrypt", 1024)));
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    keys_.writeDurably("master.scrypt", asBytes(text.replace(at, from.size(), to)));
  }
};

TEST_F(MasterKeyTest, AKeyFileOpensWhatItWrapped) {
  const Bytes box = MasterKey::create(keys_, {}, random_).wrap("log", asBytes("seed"), random_);
  EXPECT_FALSE(MasterKey::needsPassphrase(keys_));
  MasterKey again = MasterKey::open(keys_, {});
  const auto opened = again.unwrap("log", box);
  ASSERT_TRUE(opened);
  EXPECT_EQ(asText(opened->view()), "seed");
  EXPECT_FALSE(again.unwrap("clerk", box)) << "a box is bound to its name";
}

TEST_F(MasterKeyTest, APassphraseOpensWhatItWrapped) {
  const Bytes box = MasterKey::create(keys_, asBytes("four plain words here"), random_)
                        .wrap("log", asBytes("seed"), random_);
  EXPECT_TRUE(MasterKey::needsPassphrase(keys_));
  EXPECT_TRUE(MasterKey::open(keys_, asBytes("four plain words here")).unwrap("log", box));
}

TEST_F(MasterKeyTest, AWrongOrMissingPassphraseIsToldAsSuch) {
  MasterKey::create(keys_, asBytes("right"), random_);
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, asBytes("wrong")); }), FaultKind::kKey);
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, asBytes("right\n")); }), FaultKind::kKey);
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, {}); }), FaultKind::kKey);
}

TEST_F(MasterKeyTest, NoMasterKeyIsMissing) {
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, {}); }), FaultKind::kMissing);
}

TEST_F(MasterKeyTest, NeverReplacesAMasterKey) {
  MasterKey::create(keys_, {}, random_);
  EXPECT_EQ(faultOf([&] { MasterKey::create(keys_, {}, random_); }), FaultKind::kConfig);
  EXPECT_EQ(faultOf([&] { MasterKey::create(keys_, asBytes("p"), random_); }), FaultKind::kConfig);
}

TEST_F(MasterKeyTest, RefusesAnEmptyPassphrase) {
  EXPECT_EQ(faultOf([&] { MasterKey::create(keys_, ByteView{}, random_); }), FaultKind::kConfig);
}

TEST_F(MasterKeyTest, AKeyFileOfAnotherLengthIsCorrupt) {
  keys_.writeDurably("master.key", Bytes(31));
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, {}); }), FaultKind::kCorrupt);
}

TEST_F(MasterKeyTest, ADamagedScryptFileIsCorruptAndNeverExpensive) {
  MasterKey::create(keys_, asBytes("p"), random_);
  edit("N 32768", "N 99999999999");
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, asBytes("p")); }), FaultKind::kCorrupt);
  edit("N 99999999999", "N 032768");
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, asBytes("p")); }), FaultKind::kCorrupt);
  edit("N 032768", "N 32768");
  edit("p 1\n", "p 1\nq 1\n");
  EXPECT_EQ(faultOf([&] { MasterKey::open(keys_, asBytes("p")); }), FaultKind::kCorrupt);
}

// The texts were recomputed with Python's hashlib.scrypt and hmac: docs/formats/keys.md.
TEST_F(MasterKeyTest, WritesTheFileOfTheWorkedExample) {
  MasterKey::create(keys_, asBytes("four plain words here"), random_);
  EXPECT_EQ(asText(*keys_.read("master.scrypt", 1024)),
            "minutebook/master/scrypt/v1\nN 32768\nr 8\np 1\n"
            "salt af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc\n"
            "check b3a4a6f87883024adbdb89c9648b98c3d6122878ec75f4bf58acb0427d210bb7\n");
}

}  // namespace
}  // namespace minutebook

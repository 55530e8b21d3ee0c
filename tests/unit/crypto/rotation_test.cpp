// tests/unit/crypto/rotation_test.cpp

#include "ledger/crypto/rotation.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "ledger/crypto/data_keys.h"
#include "ledger/crypto/key_ring.h"
#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

const std::string kOld = "four plain words here";
const std::string kNew = "four other words now";

/// A ledger's folder with one key of every sort, under the passphrase kOld.
class RotationTest : public ::testing::Test {
 protected:
  RotationTest() {
    KeyRing ring(keys_, master_);
    ring.create(kLogKeyName, random_);
    ring.create(kClerkKeyName, random_);
    ring.create("author-ada", random_);
    ring.createImportKey(random_);
    DataKeys data(keys_, master_, DataKeys::Access::kWrite);
    for (const char* subject : {"participant/P-1", "group/WG", "ledger/"}) {
      data.ensure(subject, random_);
    }
    data.sync();
  }

  Rotated rotate(const std::optional<std::string>& to) {
    std::optional<ByteView> passphrase;
    if (to) passphrase = asBytes(*to);
    return rotateMasterKey(temp_.path(), master_, passphrase, random_);
  }
  Directory folder() { return Directory::open(temp_.path() / "keys", Readers::kOwner); }
  MasterKey open(const std::string& passphrase) {
    return MasterKey::open(folder(), asBytes(passphrase));
  }
  void copyKeys(const char* name) {
    fs::copy(temp_.path() / "keys", temp_.path() / name, fs::copy_options::recursive);
  }

  TempDirectory temp_;
  FixedRandom random_;
  Directory keys_ = Directory::create(temp_.path() / "keys", Readers::kOwner);
  MasterKey master_ = MasterKey::create(keys_, asBytes(kOld), random_);
};

TEST_F(RotationTest, KeepsEveryKeyAndEveryIdUnderTheNewPassphrase) {
  const std::vector<ListedKey> listed = listKeys(keys_);
  copyKeys("before");
  const Rotated rotated = rotate(kNew);
  EXPECT_EQ(rotated.namedKeys, 4u);
  EXPECT_EQ(rotated.dataKeys, 3u);
  Directory now = folder();
  MasterKey master = open(kNew);
  EXPECT_EQ(listKeys(now), listed);

  Directory before = Directory::open(temp_.path() / "before", Readers::kOwner);
  MasterKey old = MasterKey::open(before, asBytes(kOld));
  KeyRing rings[] = {KeyRing(before, old), KeyRing(now, master)};
  for (const ListedKey& key : listed) {
    EXPECT_TRUE(sameBytes(rings[0].get(key.name).seed(), rings[1].get(key.name).seed()));
  }
  EXPECT_TRUE(sameBytes(rings[0].importKey().view(), rings[1].importKey().view()));
  EXPECT_TRUE(DataKeys(now, master, DataKeys::Access::kRead)
                  .holdsTheSameAs(DataKeys(before, old, DataKeys::Access::kRead)));
}

TEST_F(RotationTest, KeepsTheKeyInUseWhereSomebodyHasTwo) {
  const std::vector<std::string> people = {"participant/P-1", "participant/P-2", "participant/P-3",
                                           "participant/P-4", "participant/P-5"};
  std::map<std::string, DataKeyId> inUse;
  {
    DataKeys data(keys_, master_, DataKeys::Access::kWrite);
    for (const std::string& person : people) data.ensure(person, random_);
    for (const std::string& person : people) inUse[person] = data.renew(person, random_).id;
    data.sync();
  }
  rotate(kNew);
  Directory now = folder();
  MasterKey master = open(kNew);
  const DataKeys after(now, master, DataKeys::Access::kRead);
  for (const std::string& person : people) {
    EXPECT_EQ(after.idsOf(person).size(), 2u);
    EXPECT_EQ(after.findSubject(person)->id, inUse[person]) << person;
    EXPECT_EQ(after.idsOf(person).back(), inUse[person]) << person;
  }
}

TEST_F(RotationTest, TheOldPassphraseOpensNothingHereAndABackupStill) {
  copyKeys("backup");
  rotate(kNew);
  EXPECT_EQ(faultOf([&] { open(kOld); }), FaultKind::kKey);
  Directory backup = Directory::open(temp_.path() / "backup", Readers::kOwner);
  MasterKey old = MasterKey::open(backup, asBytes(kOld));
  EXPECT_EQ(DataKeys(backup, old, DataKeys::Access::kRead).size(), 3u);
}

TEST_F(RotationTest, NoBoxOfTheOldKeysIsLeftAnywhere) {
  const Bytes box = *keys_.read("data.keys", 1 << 20);
  FileDescriptor stillOpen = keys_.openFile("data.keys", O_RDONLY);
  rotate(kNew);
  EXPECT_FALSE(hasRotationLeftovers(temp_.path()));
  EXPECT_NE(*folder().read("data.keys", 1 << 20), box);
  // The very blocks of the old file, which this descriptor keeps.
  Bytes blocks(box.size());
  ASSERT_EQ(::pread(stillOpen.get(), blocks.data(), blocks.size(), 0),
            static_cast<ssize_t>(blocks.size()));
  EXPECT_EQ(blocks, Bytes(box.size(), 0xff));
}

TEST_F(RotationTest, GoesToAKeyFileAndBack) {
  rotate(std::nullopt);
  EXPECT_FALSE(MasterKey::needsPassphrase(folder()));
  EXPECT_FALSE(fs::exists(temp_.path() / "keys" / "master.scrypt"));
  MasterKey fromFile = MasterKey::open(folder(), std::nullopt);
  rotateMasterKey(temp_.path(), fromFile, asBytes(kNew), random_);
  EXPECT_FALSE(fs::exists(temp_.path() / "keys" / "master.key"));
  EXPECT_EQ(DataKeys(*std::make_unique<Directory>(folder()),
                     *std::make_unique<MasterKey>(open(kNew)), DataKeys::Access::kRead)
                .size(),
            3u);
}

TEST_F(RotationTest, AFolderThatNeverTookItsPlaceIsRemoved) {
  fs::create_directory(temp_.path() / "keys.rotating");
  std::ofstream(temp_.path() / "keys.rotating" / "master.key") << "half";
  EXPECT_TRUE(hasRotationLeftovers(temp_.path()));
  EXPECT_TRUE(removeRotationLeftovers(temp_.path()));
  EXPECT_FALSE(hasRotationLeftovers(temp_.path()));
  EXPECT_FALSE(removeRotationLeftovers(temp_.path()));
  EXPECT_EQ(DataKeys(keys_, master_, DataKeys::Access::kRead).size(), 3u);
}

TEST_F(RotationTest, AMasterKeyThatWasReplacedMeanwhileDoesNothing) {
  MasterKey late = open(kOld);
  rotate(kNew);
  EXPECT_EQ(faultOf([&] { rotateMasterKey(temp_.path(), late, asBytes(kOld), random_); }),
            FaultKind::kBusy);
  EXPECT_NO_THROW(open(kNew));
}

TEST_F(RotationTest, WhoeverOpenedTheOldFolderIsToldAndNeverFindsItEmpty) {
  Directory before = folder();
  MasterKey late = open(kOld);
  rotate(kNew);
  EXPECT_EQ(faultOf([&] { DataKeys(before, late, DataKeys::Access::kRead); }), FaultKind::kBusy);
}

TEST_F(RotationTest, WhatIsNoKeyIsKeptAsItIsAndAnUnknownKeyStopsIt) {
  keys_.writeDurably("README", asBytes("the safe is in the hall"));
  rotate(kNew);
  EXPECT_EQ(asText(*folder().read("README", 100)), "the safe is in the hall");
  Directory now = folder();
  now.writeDurably("strange.key", asBytes("?"));
  MasterKey master = open(kNew);
  EXPECT_EQ(faultOf([&] { rotateMasterKey(temp_.path(), master, asBytes(kOld), random_); }),
            FaultKind::kConfig);
  EXPECT_FALSE(hasRotationLeftovers(temp_.path()));
  EXPECT_NO_THROW(open(kNew));
}

TEST_F(RotationTest, AFolderBehindALinkIsLeftAlone) {
  fs::rename(temp_.path() / "keys", temp_.path() / "elsewhere");
  fs::create_directory_symlink(temp_.path() / "elsewhere", temp_.path() / "keys");
  EXPECT_EQ(faultOf([&] { rotate(kNew); }), FaultKind::kConfig);
  EXPECT_NO_THROW(open(kOld));
}

}  // namespace
}  // namespace minutebook

// tests/unit/crypto/data_keys_test.cpp

#include "ledger/crypto/data_keys.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

constexpr std::size_t kHeadBytes = 24;
constexpr std::size_t kRecordBytes = 140;
using Access = DataKeys::Access;

class DataKeysTest : public ::testing::Test {
 protected:
  TempDirectory temp_;
  Directory keys_ = Directory::create(temp_.path() / "keys", Readers::kOwner);
  FixedRandom random_;
  MasterKey master_ = MasterKey::create(keys_, {}, random_);

  Bytes file() { return *keys_.read("data.keys", 1 << 20); }
  void replace(ByteView bytes) { keys_.writeDurably("data.keys", bytes); }
  /// Makes and syncs a key for each subject; returns their ids.
  std::vector<DataKeyId> make(std::initializer_list<std::string_view> subjects) {
    DataKeys keys(keys_, master_, Access::kWrite);
    std::vector<DataKeyId> ids;
    for (std::string_view subject : subjects) ids.push_back(keys.ensure(subject, random_).id);
    keys.sync();
    return ids;
  }
};

TEST_F(DataKeysTest, FindsAKeyByIdAndBySubjectAfterReopening) {
  DataKeys first(keys_, master_, Access::kWrite);
  const DataKey& made = first.ensure("participant/LE-1", random_);
  first.ensure("ledger/", random_);
  first.sync();
  DataKeys again(keys_, master_, Access::kRead);
  EXPECT_EQ(again.size(), 2u);
  const DataKey* found = again.find(made.id);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->subject, "participant/LE-1");
  EXPECT_TRUE(sameBytes(found->key.view(), made.key.view()));
  EXPECT_EQ(again.findSubject("participant/LE-1"), found);
  EXPECT_EQ(again.findSubject("participant/LE-2"), nullptr);
}

TEST_F(DataKeysTest, EnsureMakesOneKeyForEachSubject) {
  DataKeys keys(keys_, master_, Access::kWrite);
  const DataKeyId id = keys.ensure("group/WG", random_).id;
  EXPECT_EQ(keys.ensure("group/WG", random_).id, id);
  EXPECT_NE(keys.ensure("group/WG2", random_).id, id);
  EXPECT_FALSE(sameBytes(keys.find(id)->key.view(), keys.findSubject("group/WG2")->key.view()));
}

TEST_F(DataKeysTest, NothingIsOnDiskBeforeSync) {
  DataKeys keys(keys_, master_, Access::kWrite);
  keys.ensure("group/WG", random_);
  EXPECT_FALSE(keys_.fileBytes("data.keys"));
  keys.sync();
  EXPECT_EQ(keys_.fileBytes("data.keys"), kHeadBytes + kRecordBytes);
  keys.ensure("group/WG2", random_);
  EXPECT_EQ(keys_.fileBytes("data.keys"), kHeadBytes + kRecordBytes);
  keys.sync();
  keys.sync();
  EXPECT_EQ(keys_.fileBytes("data.keys"), kHeadBytes + 2 * kRecordBytes);
}

TEST_F(DataKeysTest, TheFileNamesNobodyAndAllRecordsAreAlikeInLength) {
  make({"participant/LE-1", "survey/S-1", "ledger/"});
  const Bytes bytes = file();
  EXPECT_EQ(bytes.size(), kHeadBytes + 3 * kRecordBytes);
  const std::string_view text = asText(bytes);
  EXPECT_EQ(text.find("LE-1"), std::string_view::npos);
  EXPECT_EQ(text.find("participant"), std::string_view::npos);
}

TEST_F(DataKeysTest, ATornEndIsIgnoredByReadersAndDroppedByTheWriter) {
  make({"participant/LE-1", "participant/LE-2"});
  const Bytes whole = file();
  for (std::size_t torn : {std::size_t{1}, std::size_t{16}, std::size_t{70}, kRecordBytes - 1}) {
    replace(ByteView(whole).first(whole.size() - torn));
    EXPECT_EQ(DataKeys(keys_, master_, Access::kRead).size(), 1u);
    EXPECT_EQ(file().size(), whole.size() - torn);
    EXPECT_EQ(DataKeys(keys_, master_, Access::kWrite).size(), 1u);
    EXPECT_EQ(file().size(), kHeadBytes + kRecordBytes);
  }
}

TEST_F(DataKeysTest, BlocksOfZerosAtTheEndAreATornEndToo) {
  make({"participant/LE-1"});
  Bytes bytes = file();
  bytes.resize(bytes.size() + 3 * kRecordBytes + 7);
  replace(bytes);
  DataKeys keys(keys_, master_, Access::kWrite);
  EXPECT_EQ(keys.size(), 1u);
  keys.ensure("participant/LE-2", random_);
  keys.sync();
  EXPECT_EQ(DataKeys(keys_, master_, Access::kRead).size(), 2u);
}

TEST_F(DataKeysTest, NoBitOfTheFileCanBeChangedUnnoticed) {
  make({"participant/LE-1", "participant/LE-2"});
  const Bytes whole = file();
  for (std::size_t byte = 0; byte < whole.size(); ++byte) {
    Bytes changed = whole;
    changed[byte] ^= static_cast<std::uint8_t>(1 << (byte % 8));
    replace(changed);
    ASSERT_EQ(faultOf([&] { DataKeys(keys_, master_, Access::kWrite); }), FaultKind::kCorrupt)
        << "byte " << byte;
    ASSERT_EQ(file(), changed) << "damage is never repaired by dropping keys";
  }
}

TEST_F(DataKeysTest, RefusesARecordThatIsThereTwice) {
  make({"participant/LE-1"});
  Bytes bytes = file();
  append(bytes, ByteView(Bytes(bytes)).subspan(kHeadBytes));
  replace(bytes);
  EXPECT_EQ(faultOf([&] { DataKeys(keys_, master_, Access::kRead); }), FaultKind::kCorrupt);
}

TEST_F(DataKeysTest, DestroyingLeavesTheOthersAndNoTraceInTheFile) {
  const auto ids = make({"participant/LE-1", "participant/LE-2", "participant/LE-3"});
  const Bytes before = file();
  DataKeys keys(keys_, master_, Access::kWrite);
  EXPECT_EQ(keys.destroy({ids[1]}), std::vector{ids[1]});
  EXPECT_EQ(keys.find(ids[1]), nullptr);
  EXPECT_TRUE(keys.destroy({ids[1]}).empty());
  const Bytes after = file();
  EXPECT_EQ(after.size(), before.size() - kRecordBytes);
  const ByteView destroyed = ByteView(before).subspan(kHeadBytes + kRecordBytes, kRecordBytes);
  EXPECT_EQ(std::search(after.begin(), after.end(), destroyed.begin(), destroyed.begin() + 16),
            after.end());
  DataKeys again(keys_, master_, Access::kRead);
  EXPECT_EQ(again.size(), 2u);
  EXPECT_NE(again.findSubject("participant/LE-3"), nullptr);
}

TEST_F(DataKeysTest, DestroyingOverwritesTheOldFile) {
  const auto ids = make({"participant/LE-1"});
  FileDescriptor old = keys_.openFile("data.keys", 0);
  DataKeys(keys_, master_, Access::kWrite).destroy({ids[0]});
  Bytes left(kHeadBytes + kRecordBytes);
  ASSERT_EQ(::pread(old.get(), left.data(), left.size(), 0), static_cast<ssize_t>(left.size()));
  EXPECT_TRUE(std::all_of(left.begin(), left.end(), [](auto byte) { return byte == 0xff; }));
}

TEST_F(DataKeysTest, AppendsAfterDestroying) {
  const auto ids = make({"participant/LE-1", "participant/LE-2"});
  DataKeys keys(keys_, master_, Access::kWrite);
  keys.destroy({ids[0]});
  const DataKeyId id = keys.ensure("participant/LE-1", random_).id;
  keys.sync();
  DataKeys again(keys_, master_, Access::kRead);
  EXPECT_EQ(again.size(), 2u);
  EXPECT_NE(again.find(id), nullptr);
}

TEST_F(DataKeysTest, AKeyStagedAndDestroyedIsGone) {
  DataKeys keys(keys_, master_, Access::kWrite);
  const DataKeyId id = keys.ensure("participant/LE-1", random_).id;
  EXPECT_EQ(keys.destroy({id}).size(), 1u);
  keys.sync();
  EXPECT_EQ(DataKeys(keys_, master_, Access::kRead).size(), 0u);
}

TEST_F(DataKeysTest, DestroysWithoutTheMasterKey) {
  const auto ids = make({"participant/LE-1", "participant/LE-2"});
  EXPECT_EQ(listDataKeyIds(keys_), ids);
  EXPECT_EQ(destroyDataKeys(keys_, {ids[0]}), std::vector{ids[0]});
  EXPECT_TRUE(destroyDataKeys(keys_, {ids[0]}).empty());
  EXPECT_EQ(listDataKeyIds(keys_), std::vector{ids[1]});
  EXPECT_NE(DataKeys(keys_, master_, Access::kRead).findSubject("participant/LE-2"), nullptr);
}

TEST_F(DataKeysTest, ARenewedKeyCountsAndTheOldOneStillOpens) {
  const DataKeyId old = make({"participant/LE-1"}).front();
  DataKeys keys(keys_, master_, Access::kWrite);
  const DataKeyId next = keys.renew("participant/LE-1", random_).id;
  keys.sync();
  DataKeys again(keys_, master_, Access::kWrite);
  EXPECT_EQ(again.findSubject("participant/LE-1")->id, next);
  EXPECT_NE(again.find(old), nullptr);
  EXPECT_EQ(again.idsOf("participant/LE-1").size(), 2u);
  again.destroy({old});
  EXPECT_EQ(again.ensure("participant/LE-1", random_).id, next);
}

TEST_F(DataKeysTest, ForgettingLeavesTheFileAsItIs) {
  const DataKeyId id = make({"participant/LE-1"}).front();
  DataKeys keys(keys_, master_, Access::kRead);
  keys.forget(id);
  EXPECT_EQ(keys.find(id), nullptr);
  EXPECT_EQ(keys.findSubject("participant/LE-1"), nullptr);
  EXPECT_EQ(listDataKeyIds(keys_), std::vector{id});
}

TEST_F(DataKeysTest, AnotherMasterKeyDoesNotOpenThem) {
  make({"participant/LE-1"});
  keys_.writeDurably("master.key", Bytes(32, 5));
  MasterKey other = MasterKey::open(keys_, {});
  EXPECT_EQ(faultOf([&] { DataKeys(keys_, other, Access::kRead); }), FaultKind::kCorrupt);
}

TEST_F(DataKeysTest, TwoWritersDoNotMixTheirRecords) {
  DataKeys first(keys_, master_, Access::kWrite);
  DataKeys second(keys_, master_, Access::kWrite);
  first.ensure("participant/LE-1", random_);
  first.sync();
  DataKeys third(keys_, master_, Access::kWrite);
  first.ensure("participant/LE-2", random_);
  first.sync();
  third.ensure("participant/LE-3", random_);
  EXPECT_EQ(faultOf([&] { third.sync(); }), FaultKind::kBusy);
  second.ensure("participant/LE-4", random_);
  EXPECT_EQ(faultOf([&] { second.sync(); }), FaultKind::kBusy);
  EXPECT_EQ(DataKeys(keys_, master_, Access::kRead).size(), 2u);
}

TEST_F(DataKeysTest, SubjectsHaveABound) {
  DataKeys keys(keys_, master_, Access::kWrite);
  keys.ensure(std::string(kDataKeySubjectBytesMax, 'x'), random_);
  EXPECT_EQ(faultOf([&] { keys.ensure(std::string(64, 'x'), random_); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { keys.ensure("", random_); }), FaultKind::kBug);
}

TEST_F(DataKeysTest, ReadersMakeAndDestroyNothing) {
  DataKeys keys(keys_, master_, Access::kRead);
  EXPECT_EQ(keys.size(), 0u);
  EXPECT_EQ(faultOf([&] { keys.ensure("ledger/", random_); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { keys.destroy({DataKeyId{}}); }), FaultKind::kBug);
}

// Recomputed with another program from the bytes that FixedRandom gives: docs/formats/keys.md.
TEST_F(DataKeysTest, WritesTheRecordOfTheWorkedExample) {
  make({"participant/LE-1"});
  const Bytes bytes = file();
  EXPECT_EQ(asText(ByteView(bytes).first(kHeadBytes)), "minutebook/data-keys/v1\n");
  EXPECT_EQ(toHex(ByteView(bytes).subspan(kHeadBytes)),
            "cd2662154e6d76b2b2b92e70c0cac3ccff6d2470f24aa9bd886540e5d3cd17b0558118f2f9640922"
            "61e2b4429229412f09e53204363ed3964df82887f91f27c298d9861b4406a94e926e3a768dae6118"
            "c5321095eda30605f8ceb3d94632da8e75c56c95c30210c05e1ed0699c67753951a26daf112c6b15"
            "fd4701d01022a266b51ad177a4dd69db0ce27fd2");
}

TEST_F(DataKeysTest, AreRecognisedInCopiesOfTheFile) {
  const std::vector<DataKeyId> ids = make({"participant/P-1", "participant/P-2", "ledger/"});
  DataKeyId another;
  another.bytes.fill(0xa5);
  const std::set<DataKeyId> asked = {ids[0], ids[2], another};
  const auto path = temp_.path() / "copy";
  const std::string copy(asText(file()));
  auto foundIn = [&](const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
    return copiedDataKeyIds(path, asked);
  };
  const std::set<DataKeyId> both = {ids[0], ids[2]};
  EXPECT_EQ(foundIn(copy), both);
  EXPECT_EQ(foundIn("an archive: " + copy + std::string(700, '\0') + copy), both);
  EXPECT_EQ(foundIn(copy.substr(0, kHeadBytes + kRecordBytes)), std::set<DataKeyId>{ids[0]});
  EXPECT_EQ(foundIn(copy.substr(1)), std::set<DataKeyId>{});
  EXPECT_EQ(copiedDataKeyIds(temp_.path() / "absent", asked), std::set<DataKeyId>{});
}

TEST_F(DataKeysTest, AreRecognisedAcrossTwoReadsOfAFile) {
  constexpr std::size_t kReadBytes = std::size_t{1} << 20;
  const std::vector<DataKeyId> ids = make({"participant/P-1", "participant/P-2"});
  const std::string copy(asText(file()));
  const auto path = temp_.path() / "archive";
  for (std::size_t before = kReadBytes - copy.size() - 3; before < kReadBytes + 3; before += 7) {
    std::ofstream(path, std::ios::binary)
        << copy << std::string(before - copy.size(), 'x') << copy << std::string(999, '\0');
    EXPECT_EQ(copiedDataKeyIds(path, {ids[1]}), std::set<DataKeyId>{ids[1]}) << before;
  }
}

}  // namespace
}  // namespace minutebook

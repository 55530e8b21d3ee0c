// tests/unit/store/backup_test.cpp

#include "ledger/store/backup.h"

#include <gtest/gtest.h>

#include "ledger/store/restored.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

Hash hashOf(std::uint8_t byte) {
  Hash hash;
  hash.bytes.fill(byte);
  return hash;
}

BackupNote someNote() {
  return {"example.org/stored", {812, hashOf(1)}, 120, 1772445600, hashOf(2)};
}

TEST(CopyLog, HoldsTheSameEntriesTilesAndHead) {
  StoredLedger ledger;
  ledger.organisations(0, 700);
  const std::filesystem::path to = ledger.place("copy");
  std::filesystem::create_directory(to);
  copyLog(*ledger.store, to);
  const auto copy = EntryStore::open(to, StoreAccess::kRead, "test");
  ASSERT_EQ(copy->size(), ledger.store->size());
  EXPECT_EQ(storedHead(copy->head()), storedHead(ledger.store->head()));
  for (std::uint64_t i = 0; i < copy->size(); ++i) {
    ASSERT_EQ(copy->reader().entry(i), ledger.store->reader().entry(i)) << i;
  }
  EXPECT_EQ(copy->reader().tile(0, 1, 256), ledger.store->reader().tile(0, 1, 256));
  EXPECT_EQ(copy->factsUpTo(), 0u) << "What is derived is not copied.";
}

TEST(CopyLog, HoldsTheMomentThatItsSourceWasOpenedAt) {
  StoredLedger ledger;
  ledger.organisations(0, 3);
  const auto snapshot = EntryStore::open(ledger.path(), StoreAccess::kRead, "test");
  ledger.organisations(3, 40);
  std::filesystem::create_directory(ledger.place("copy"));
  copyLog(*snapshot, ledger.place("copy"));
  const auto copy = EntryStore::open(ledger.place("copy"), StoreAccess::kRead, "test");
  EXPECT_EQ(copy->size(), 4u);
  EXPECT_EQ(ledger.store->size(), 44u);
}

TEST(BackupNote, ReadsWhatItWrites) {
  EXPECT_EQ(BackupNote::parse(someNote().encode()), someNote());
}

TEST(BackupNote, ReadsNothingElse) {
  const std::string text = someNote().encode();
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] ^= 1;
    EXPECT_FALSE(BackupNote::parse(changed)) << i;
    EXPECT_FALSE(BackupNote::parse(text.substr(0, i))) << i;
  }
  EXPECT_FALSE(BackupNote::parse(text + "\n"));
  EXPECT_FALSE(BackupNote::parse(text + text));
}

TEST(RestoredMark, ReadsWhatItWritesAndNothingElse) {
  for (const RestoredState state : {RestoredState::kNotCompared, RestoredState::kBehind,
                                    RestoredState::kContradicted, RestoredState::kAccepted}) {
    const RestoredMark mark{state, "Entries 7 to 9 are missing here."};
    const std::string text = mark.encode();
    EXPECT_EQ(RestoredMark::parse(text), mark);
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::string changed = text;
      changed[i] ^= 1;
      EXPECT_FALSE(RestoredMark::parse(changed)) << i;
      EXPECT_FALSE(RestoredMark::parse(text.substr(0, i))) << i;
    }
  }
}

class RestoredLedger : public testing::Test {
 protected:
  RestoredLedger() { ledger_.close(); }
  void mark(RestoredState state) {
    Directory folder = Directory::open(ledger_.path(), Readers::kOwner);
    setRestoredMark(folder, RestoredMark{state, "Why."});
  }
  std::optional<FaultKind> openingWith(StoreAccess access) {
    return faultOf([&] { EntryStore::open(ledger_.path(), access, "test"); });
  }

  StoredLedger ledger_;
};

TEST_F(RestoredLedger, KeepsWritersOutAndReadersNot) {
  EXPECT_EQ(openingWith(StoreAccess::kWrite), std::nullopt);
  mark(RestoredState::kNotCompared);
  EXPECT_EQ(openingWith(StoreAccess::kWrite), FaultKind::kConfig);
  EXPECT_EQ(openingWith(StoreAccess::kRead), std::nullopt);
  EXPECT_EQ(openingWith(StoreAccess::kExamine), std::nullopt);
  for (const RestoredState state : {RestoredState::kBehind, RestoredState::kContradicted}) {
    mark(state);
    EXPECT_EQ(openingWith(StoreAccess::kWrite), FaultKind::kCorrupt);
    EXPECT_EQ(openingWith(StoreAccess::kRead), std::nullopt);
  }
  mark(RestoredState::kAccepted);
  EXPECT_EQ(openingWith(StoreAccess::kWrite), std::nullopt);
}

TEST_F(RestoredLedger, AMarkThatCannotBeReadIsNoLeaveToWrite) {
  Directory folder = Directory::open(ledger_.path(), Readers::kOwner);
  folder.writeDurably("restored", asBytes("nothing of the kind\n"));
  EXPECT_EQ(openingWith(StoreAccess::kWrite), FaultKind::kCorrupt);
  setRestoredMark(folder, std::nullopt);
  EXPECT_EQ(openingWith(StoreAccess::kWrite), std::nullopt);
}

}  // namespace
}  // namespace minutebook

#include "ledger/store/publish.h"

#include <gtest/gtest.h>

#include "ledger/store/log_keys.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/unit/store/stored_ledger.h"

namespace minutebook {
namespace {

class PublishTest : public testing::Test {
 protected:
  Checkpoint published() {
    const std::string vkey(asText(*directory_.read("vkey", 4096))
                               .substr(0, directory_.read("vkey", 4096)->size() - 1));
    Sha256 hasher;
    const auto keys = TrustedKeys::of(hasher, {&vkey, 1});
    return openCheckpoint(keys.value(), StoredLedger::kOrigin, *readPublishedCheckpoint(directory_))
        .value()
        .checkpoint;
  }

  StoredLedger ledger_;
  Guard guard_{ledger_.place("guard"), std::string(StoredLedger::kOrigin)};
  Directory directory_ = Directory::create(ledger_.place("published"), Readers::kEveryone);
};

TEST_F(PublishTest, RootsTheThreadsAndServesEverythingUnderItsCheckpoint) {
  ledger_.organisations(0, 300);
  const Published done = ledger_.publishTo(guard_, directory_);
  EXPECT_EQ(done.head.size, 302u);
  EXPECT_EQ(guard_.last(), done.head);
  EXPECT_EQ(published().root, done.head.root);
  EXPECT_EQ(published().size, 302u);
  EXPECT_TRUE(published().extensions.empty());
  const PublishedLog log(directory_, 302);
  Sha256 hasher;
  Frontier frontier;
  log.forEach(0, 302, [&](std::uint64_t, ByteView entry) {
    frontier.append(hasher, leafHash(hasher, entry));
  });
  EXPECT_EQ(frontier.root(hasher), done.head.root);
  const auto rooted = ledger_.sequencer->facts().statementAt(301);
  ASSERT_TRUE(rooted.record().isThreadsRooted());
  EXPECT_EQ(rooted.record().getThreadsRooted().getSize(), 301u);
  EXPECT_EQ(rooted.record().getThreadsRooted().getThreads(), 301u);  // P-1 and 300 organisations.
  EXPECT_EQ(asText(*directory_.read("schema.capnp", 100)), "# schema\n");
}

TEST_F(PublishTest, AgainWithoutNewEntriesAddsNothingAndSignsTheSameBytes) {
  ledger_.organisations(0, 3);
  ledger_.publishTo(guard_, directory_);
  const auto first = readPublishedCheckpoint(directory_);
  ledger_.close();
  ledger_.open();
  const Published again = ledger_.publishTo(guard_, directory_);
  EXPECT_EQ(again.head.size, 5u);
  EXPECT_EQ(readPublishedCheckpoint(directory_), first);
}

TEST_F(PublishTest, TakesTheNewestEntrysTimeWhenTheClockWasSetBack) {
  ledger_.organisations(0, 3);
  const std::int64_t newest = ledger_.store->head().newestTime;
  PublishMoment moment = ledger_.moment();
  moment.time = newest - 3600;
  const auto index = rootThreads(*ledger_.submitter, ledger_.clerk, moment);
  ASSERT_EQ(index, 4u);
  EXPECT_EQ(ledger_.store->head().newestTime, newest);
  EXPECT_TRUE(ledger_.sequencer->facts().statementAt(4).record().isThreadsRooted());
}

TEST_F(PublishTest, FinishesWhatWasCutShortAfterSigning) {
  ledger_.organisations(0, 3);
  const NewCheckpoint lost = ledger_.checkpoint(guard_, directory_);
  EXPECT_EQ(guard_.last(), lost.head);
  ledger_.crash();
  EXPECT_EQ(ledger_.checkpoint(guard_, directory_).note, lost.note);
  ledger_.organisations(3, 4);
  const Published done = ledger_.publishTo(guard_, directory_);
  EXPECT_EQ(done.head.size, 10u);
  EXPECT_EQ(published().size, 10u);
}

TEST_F(PublishTest, RefusesALedgerThatIsBehindItsGuard) {
  std::filesystem::copy(ledger_.path(), ledger_.place("backup"),
                        std::filesystem::copy_options::recursive);
  ledger_.organisations(0, 3);
  ledger_.publishTo(guard_, directory_);
  ledger_.close();
  std::filesystem::remove_all(ledger_.path());
  std::filesystem::copy(ledger_.place("backup"), ledger_.path(),
                        std::filesystem::copy_options::recursive);
  ledger_.open();
  EXPECT_EQ(faultOf([&] { compareWithGuard(guard_, ledger_.store->reader()); }),
            FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { ledger_.publishTo(guard_, directory_); }), FaultKind::kCorrupt);
  // Also when the guard is lost and only the published directory knows.
  Guard fresh(ledger_.place("fresh"), std::string(StoredLedger::kOrigin));
  EXPECT_EQ(faultOf([&] { ledger_.publishTo(fresh, directory_); }), FaultKind::kCorrupt);
  EXPECT_EQ(fresh.last(), std::nullopt);
  // Grown past the size, it contradicts.
  ledger_.organisations(0, 9);
  EXPECT_EQ(faultOf([&] { ledger_.publishTo(guard_, directory_); }), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { ledger_.publishTo(fresh, directory_); }), FaultKind::kCorrupt);
  EXPECT_EQ(published().size, 5u);
}

TEST_F(PublishTest, NeverPutsAnOlderCheckpointOverANewerOne) {
  const NewCheckpoint older = ledger_.checkpoint(guard_, directory_);
  ledger_.organisations(0, 3);
  ledger_.publishTo(guard_, directory_);
  EXPECT_EQ(faultOf([&] { copyOut(ledger_.store->reader(), older, {"# schema\n"}, directory_); }),
            FaultKind::kBusy);
  EXPECT_EQ(published().size, 6u);
}

TEST_F(PublishTest, ShowsTheCheckpointOnlyWhenItIsToldTo) {
  const NewCheckpoint older = ledger_.checkpoint(guard_, directory_);
  copyOut(ledger_.store->reader(), older, {"# schema\n"}, directory_);
  ledger_.organisations(0, 300);
  const NewCheckpoint newer = ledger_.checkpoint(guard_, directory_);
  copyFiles(ledger_.store->reader(), newer, {"# schema\n"}, directory_);
  EXPECT_EQ(published().size, older.head.size) << "its files are there, and promise nothing";
  EXPECT_TRUE(directory_.fileBytes("tile/0/000.p/" + std::to_string(older.head.size)))
      << "the older one still needs its own";
  const PublishedLog log(directory_, newer.head.size);
  EXPECT_EQ(log.entry(newer.head.size - 1), ledger_.store->reader().entry(newer.head.size - 1));
  // The same may be tried again, and is the same bytes.
  EXPECT_EQ(ledger_.checkpoint(guard_, directory_).note, newer.note);
  showCheckpoint(newer, directory_);
  EXPECT_EQ(published().size, newer.head.size);
  EXPECT_FALSE(directory_.fileBytes("tile/0/000.p/" + std::to_string(older.head.size)))
      << "the full tile has come";
}

TEST_F(PublishTest, ComparesWithWhatAnybodyShowsUnderItsKey) {
  const NewCheckpoint first = ledger_.checkpoint(guard_, directory_);
  const LogReader& log = ledger_.store->reader();
  const auto compare = [&](const std::string& note) {
    return faultOf(
        [&] { compareWithSigned("somebody", note, StoredLedger::kOrigin, first.vkeys, log); });
  };
  EXPECT_EQ(compare(first.note), std::nullopt);
  Sha256 hasher;
  const auto signedBy = [&](const SigningKey& key, std::uint64_t size) {
    return signCheckpoint(hasher, key, {std::string(StoredLedger::kOrigin), size, Hash{}, {}})
        .encode();
  };
  EXPECT_EQ(compare(signedBy(ledger_.log, first.head.size)), FaultKind::kCorrupt);
  EXPECT_EQ(compare(signedBy(ledger_.log, first.head.size + 1)), FaultKind::kCorrupt);
  EXPECT_EQ(compare(signedBy(ledger_.clerk, first.head.size)), std::nullopt)
      << "what the log has not signed is nobody's word";
  EXPECT_EQ(compare("nonsense"), std::nullopt);
}

TEST_F(PublishTest, TakesADirectoryFromOneLogKeyToTheNext) {
  const auto named = [](const char* kind, const SigningKey& key) {
    return Json::object({{"kind", Json::text(kind)},
                         {"purpose", Json::text("log")},
                         {"publicKey", Json::text(toHex(key.publicKey().view()))}});
  };
  const auto enter = [&](const Json& line) {
    std::vector<Statement> statements;
    statements.push_back(ledger_.compose(line));
    return ledger_.submit(std::move(statements)).first;
  };
  const auto keys = [&] { return keysInRecord(*ledger_.store, schema::KeyPurpose::LOG); };
  ledger_.publishTo(guard_, directory_);
  std::vector<SigningKey> both;
  both.push_back(SigningKey::fromSeed(Bytes(32, 9)));
  both.push_back(SigningKey::fromSeed(Bytes(32, 3)));  // StoredLedger's.
  const PublicKey older = both[1].publicKey();
  const std::uint64_t enrolled = enter(named("keyEnrolled", both[0]));
  EXPECT_EQ(keys(),
            (std::vector<KeyInRecord>{{both[0].publicKey(), true, enrolled}, {older, true, 0}}));
  const NewCheckpoint during = makeCheckpoint(*ledger_.store, *ledger_.submitter, guard_,
                                              {ledger_.clerk, both}, ledger_.moment(), directory_);
  EXPECT_EQ(SignedNote::parse(during.note).value().signatures.size(), 2u);
  EXPECT_EQ(during.vkey, logVkey(StoredLedger::kOrigin, both[0].publicKey()));
  copyOut(ledger_.store->reader(), during, {"# schema\n"}, directory_);
  EXPECT_EQ(asText(*directory_.read("vkey", 4096)),
            during.vkey + "\n" + logVkey(StoredLedger::kOrigin, older) + "\n");
  const std::uint64_t revoked = enter(named("keyRevoked", both[1]));
  EXPECT_EQ(keys(), (std::vector<KeyInRecord>{{both[0].publicKey(), true, enrolled},
                                              {older, false, revoked}}));
  const Published after =
      publish(*ledger_.store, *ledger_.submitter, guard_, {ledger_.clerk, both[0]},
              ledger_.moment(), {"# schema\n"}, directory_);
  EXPECT_EQ(after.head.size, during.head.size + 2);
  EXPECT_EQ(asText(*directory_.read("vkey", 4096)), during.vkey + "\n");
}

TEST_F(PublishTest, LeavesTheDirectoryOfAnotherLogAlone) {
  directory_.writeDurably("vkey", asBytes("example.org/other+00000000+AAAA\n"));
  EXPECT_EQ(faultOf([&] { ledger_.publishTo(guard_, directory_); }), FaultKind::kConfig);
  directory_.remove("vkey");
  directory_.writeDurably("checkpoint", asBytes("not a checkpoint\n"));
  EXPECT_EQ(faultOf([&] { ledger_.publishTo(guard_, directory_); }), FaultKind::kConfig);
}

}  // namespace
}  // namespace minutebook

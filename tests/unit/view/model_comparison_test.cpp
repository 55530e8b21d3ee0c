#include "ledger/view/model_comparison.h"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/view/read_model.h"
#include "ledger/view/sqlite.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/view/model_digest.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

class ModelComparisonTest : public testing::Test {
 protected:
  ModelComparisonTest() {
    for (int i = 0; i < 8; ++i) appendInput();
    ledger_.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "Reply soon"})");
  }

  void appendInput() {
    const std::string id = "I-" + std::to_string(++inputs_);
    ledger_.append(R"({"kind": "inputReceived", "id": ")" + id +
                   R"(", "themes": ["time", "words"]})");
  }
  std::filesystem::path file() const { return directory_.path() / "view.sqlite"; }
  ReadModel open() { return ReadModel(file(), ledger_.catalogue()); }
  /// As somebody else's program does it.
  void tamper(const std::string& sql) {
    Database(file().string(), Database::Access::kReadWrite).execute(sql);
  }
  ModelComparison rebuild() { return open().rebuildCompared(ledger_.log()).compared; }
  void expectWhole() {
    ReadModel model = open();
    EXPECT_EQ(model.catchUp(ledger_.log()).how, CaughtUp::How::kWasUpToDate);
    EXPECT_EQ(digestOf(model), digestOf(ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(),
                                                                ledger_.catalogue())));
  }

  SmallLedger ledger_;
  TempDirectory directory_;
  int inputs_ = 0;
};

TEST_F(ModelComparisonTest, SaysThatTheyAreTheSame) {
  open().catchUp(ledger_.log());
  const ModelComparison compared = rebuild();
  EXPECT_TRUE(compared.isSame());
  EXPECT_EQ(compared.size, ledger_.log().size());
  EXPECT_EQ(compared.heldDigest.size(), 64u);
  EXPECT_EQ(compared.heldDigest, compared.givenDigest);
  expectWhole();
}

TEST_F(ModelComparisonTest, HasOneDigestHoweverTheRowsCame) {
  ReadModel grown = open();
  grown.catchUp(ledger_.log());
  for (int i = 0; i < 3; ++i) {
    appendInput();
    grown.catchUp(ledger_.log());
  }
  tamper("VACUUM; INSERT INTO entry_text(entry_text) VALUES('optimize')");
  const ModelComparison first = rebuild();
  EXPECT_TRUE(first.isSame());
  const ModelComparison second = rebuild();
  EXPECT_EQ(second.heldDigest, first.heldDigest);
}

TEST_F(ModelComparisonTest, IsNotAboutWhatViewsSayBeingKept) {
  ReadModel judged = open();
  judged.catchUp(ledger_.log());
  judged.keepViews();
  const ModelComparison compared = rebuild();
  EXPECT_TRUE(compared.isSame());
  EXPECT_EQ(rebuild().heldDigest, compared.heldDigest);
}

TEST_F(ModelComparisonTest, NamesTheTableTheRowsAndTheEntries) {
  open().catchUp(ledger_.log());
  tamper(
      "UPDATE promise_made SET what = 'Never'; DELETE FROM input_received WHERE entry < 8;"
      "INSERT INTO mention VALUES(3, 'input', 'I-9', 'input', 0, 0)");
  const ModelComparison compared = rebuild();
  EXPECT_NE(compared.heldDigest, compared.givenDigest);
  ASSERT_EQ(compared.differences.size(), 3u);
  const TableDifference& deleted = compared.differences[0];
  EXPECT_EQ(deleted.table, "input_received");
  EXPECT_EQ(deleted.notGiven, 0u);
  EXPECT_EQ(deleted.missing, 7u);
  EXPECT_EQ(deleted.entries, (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
  const TableDifference& added = compared.differences[1];
  EXPECT_EQ(added.table, "mention");
  EXPECT_EQ(added.notGiven, 1u);
  EXPECT_EQ(added.missing, 0u);
  const TableDifference& changed = compared.differences[2];
  EXPECT_EQ(changed.table, "promise_made");
  EXPECT_EQ(changed.notGiven, 1u);
  EXPECT_EQ(changed.missing, 1u);
  EXPECT_EQ(changed.entries, std::vector<std::int64_t>{9});
  expectWhole();
  EXPECT_TRUE(rebuild().isSame());
}

TEST_F(ModelComparisonTest, CountsRowsThatAreThereTwice) {
  open().catchUp(ledger_.log());
  tamper("INSERT INTO mention SELECT * FROM mention WHERE entry = 2");
  const ModelComparison compared = rebuild();
  ASSERT_EQ(compared.differences.size(), 1u);
  EXPECT_EQ(compared.differences[0].table, "mention");
  EXPECT_GT(compared.differences[0].notGiven, 0u);
}

TEST_F(ModelComparisonTest, SeesAViewATableAndASearchThatWereChanged) {
  open().catchUp(ledger_.log());
  tamper("DROP VIEW promise_state; CREATE VIEW promise_state AS SELECT 1 AS promise");
  ModelComparison compared = rebuild();
  ASSERT_EQ(compared.differences.size(), 1u);
  EXPECT_EQ(compared.differences[0].table, "sqlite_schema");
  tamper("DROP TABLE pause_started; ALTER TABLE promise_made ADD COLUMN more TEXT");
  compared = rebuild();
  ASSERT_EQ(compared.differences.size(), 1u);
  EXPECT_EQ(compared.differences[0].notGiven, 1u);
  EXPECT_EQ(compared.differences[0].missing, 2u);
  // The text stays where it is; only what a search finds is taken away.
  tamper(
      "CREATE TEMP TABLE text AS SELECT * FROM entry_text_content WHERE id = 9;"
      "CREATE TEMP TABLE size AS SELECT * FROM entry_text_docsize WHERE id = 9;"
      "DELETE FROM entry_text WHERE rowid = 9;"
      "INSERT INTO entry_text_content SELECT * FROM text;"
      "INSERT INTO entry_text_docsize SELECT * FROM size");
  compared = rebuild();
  ASSERT_EQ(compared.differences.size(), 1u);
  EXPECT_EQ(compared.differences[0].table, "entry_text");
  EXPECT_EQ(compared.differences[0].missing, 2u);
  EXPECT_EQ(compared.differences[0].entries, std::vector<std::int64_t>{9});
  expectWhole();
}

TEST_F(ModelComparisonTest, ComparesWhatAnOldOneHadComeTo) {
  open().catchUp(ledger_.log());
  const std::uint64_t before = ledger_.log().size();
  appendInput();
  const ModelComparison compared = rebuild();
  EXPECT_TRUE(compared.isSame());
  EXPECT_EQ(compared.size, before);
  expectWhole();
}

TEST_F(ModelComparisonTest, SaysWhyItDidNotCompare) {
  EXPECT_EQ(rebuild().notCompared, "there was none");
  tamper("UPDATE _about SET stamp = 'another'");
  EXPECT_EQ(rebuild().notCompared, "another version of the program made it");
  tamper("UPDATE _about SET size = 99");
  EXPECT_EQ(rebuild().notCompared, "the log is shorter than what it holds");
  tamper("UPDATE _about SET last_leaf = ''");
  EXPECT_EQ(rebuild().notCompared, "it holds entries of another log");
  std::ofstream(file(), std::ios::binary | std::ios::trunc)
      << "This is no database, and it is long enough to be read as one.";
  const ModelComparison damaged = rebuild();
  EXPECT_EQ(damaged.notCompared.rfind("it was damaged (", 0), 0u) << damaged.notCompared;
  EXPECT_FALSE(damaged.isSame());
  expectWhole();
}

TEST_F(ModelComparisonTest, SaysSoWhenAPageInTheMiddleIsDamaged) {
  open().catchUp(ledger_.log());
  tamper("PRAGMA wal_checkpoint(TRUNCATE)");
  std::int64_t page = 0;
  {
    Database found(file().string(), Database::Access::kReadOnly);
    Prepared root = found.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'mention'");
    ASSERT_TRUE(root.step());
    page = root.integer(0);
  }
  std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp((page - 1) * 4096) << std::string(4096, '\xff');
  bytes.close();
  const ModelComparison damaged = rebuild();
  EXPECT_EQ(damaged.notCompared.rfind("it was damaged (", 0), 0u) << damaged.notCompared;
  expectWhole();
}

TEST_F(ModelComparisonTest, LeavesReadersWithTheOldOne) {
  ReadModel reader = open();
  reader.catchUp(ledger_.log());
  Query before = reader.query();
  appendInput();
  rebuild();
  EXPECT_EQ(before.count("SELECT count(*) FROM input_received"), 8);
  EXPECT_EQ(reader.catchUp(ledger_.log()).how, CaughtUp::How::kWasUpToDate);
  EXPECT_EQ(reader.query().count("SELECT count(*) FROM input_received"), 9);
}

}  // namespace
}  // namespace minutebook

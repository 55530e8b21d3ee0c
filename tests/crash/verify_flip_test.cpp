// Bytes that were changed anywhere in a ledger's store, seen by the program's own `verify`: every
// one is found, and the first entry that is touched is named where entries can be read.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <random>
#include <sstream>

#include "cli/commands.h"
#include "ledger/base/fault.h"
#include "ledger/event/json.h"
#include "ledger/store/entry_store.h"
#include "ledger/store/rocks.h"
#include "ledger/store/wal_examiner.h"
#include "tests/support/files.h"
#include "tests/support/fixed_random.h"
#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

constexpr int kNotVerifiedStatus = 4;  // docs/formats/exit-status.md

void writeFile(const fs::path& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

/// What one run of `verify` answered.
struct Answer {
  int status = 0;
  std::string said;
  std::optional<std::uint64_t> firstBad;  ///< The lowest index that a finding names.
};

std::optional<std::uint64_t> firstBadIn(const std::string& document) {
  if (document.empty()) return std::nullopt;
  const Outcome<Json> json = parseJson(document);
  EXPECT_TRUE(json) << document;
  const Json* findings = json ? json.value().find("findings") : nullptr;
  if (findings == nullptr) return std::nullopt;
  std::optional<std::uint64_t> first;
  for (const Json& finding : findings->items()) {
    const Json* index = finding.find("firstBadIndex");
    if (index == nullptr) continue;
    const std::uint64_t value = *parseDecimal(index->text());
    first = std::min(first.value_or(value), value);
  }
  return first;
}

/// The program in this process: a thousand starts would take too long.
Answer verifyBook(const ProgramLedger& ledger) {
  FixedRandom random;
  std::istringstream in;
  std::ostringstream out, err;
  const std::string home = ledger.place("home").string();
  ::setenv("HOME", home.c_str(), 1);
  ::unsetenv("XDG_STATE_HOME");
  Surroundings surroundings{[] { return std::int64_t{1720000000}; },
                            random,
                            in,
                            out,
                            err,
                            [](const std::string&) { return std::optional<std::string>(); },
                            [](const std::string&) { return std::optional<std::string>(); }};
  Answer answer;
  answer.status =
      runMinutebook({"--ledger", ledger.book().string(), "verify", "--json"}, surroundings);
  answer.said = out.str() + err.str();
  answer.firstBad = firstBadIn(out.str());
  return answer;
}

/// The first entry that this store, damaged or not, cannot give; nothing if it gives all, or cannot
/// be opened at all.
std::optional<std::uint64_t> firstUnreadable(const fs::path& book) {
  try {
    const auto store = EntryStore::open(book, StoreAccess::kExamine, "");
    std::uint64_t at = 0;
    try {
      for (; at < store->size(); ++at) store->reader().entry(at);
    } catch (const Fault&) {
      return at;
    }
  } catch (const Fault&) {
  }
  return std::nullopt;
}

std::vector<fs::path> filesEndingIn(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() == ending && file.file_size() > 0) files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class FlippedLedger : public testing::Test {
 protected:
  explicit FlippedLedger(unsigned seed = 20240614) : random_(seed) {}

  fs::path rocksFolder() const { return ledger_.book() / "log"; }

  /// 602 entries in four submissions, everything in tables.
  void makeClean() {
    for (int i = 0; i < 2; ++i) {
      ASSERT_TRUE(ledger_.run({"import", ledger_.recordFile(300)}).isDone());
    }
    const Answer whole = verifyBook(ledger_);
    ASSERT_EQ(whole.status, 0) << whole.said;
  }
  /// The same killed while it waits for a next file, so that what was imported is in the
  /// write-ahead log only.
  void makeDirty() {
    // Otherwise it would read all files first, and wait before it records anything.
    std::vector<std::string> words = {"import", "--public-on-purpose"};
    for (int i = 0; i < 40; ++i) words.push_back(ledger_.recordFile(1 + i % 8));
    const std::string pipe = ledger_.place("pipe").string();
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    words.push_back(pipe);
    const ProgramEnd end = ledger_.runner().runAndKillWhen(ledger_.call(words), [&] {
      return acknowledgedBatches(ledger_.runner().saidSoFar()).size() == 40;
    });
    ASSERT_TRUE(end.wasKilled()) << end.err;
    const Answer whole = verifyBook(ledger_);
    ASSERT_EQ(whole.status, 0) << whole.said;
  }

  char change(char byte) {
    return static_cast<char>(byte ^ static_cast<char>(1 + random_() % 255));
  }

  /// Verifies with another byte at one place of one file, which is put back.
  Answer verifyWithFlip(const fs::path& file, std::size_t at) {
    const std::string good = readFile(file);
    std::string bad = good;
    bad[at] = change(bad[at]);
    writeFile(file, bad);
    const Answer answer = verifyBook(ledger_);
    unreadable_ = firstUnreadable(ledger_.book());
    writeFile(file, good);
    return answer;
  }
  void expectFound(const Answer& answer) {
    EXPECT_EQ(answer.status, kNotVerifiedStatus) << answer.said;
    if (unreadable_) {
      EXPECT_EQ(answer.firstBad, unreadable_) << answer.said;
    }
  }

  /// The value under a key of the store, through the store's own door.
  std::string valueOf(Family family, std::string_view key) {
    return Rocks(rocksFolder(), RocksMode::kRead, nullptr).get(family, key).value();
  }
  void putValue(Family family, std::string_view key, std::string_view value) {
    Rocks rocks(rocksFolder(), RocksMode::kWrite, nullptr);
    rocksdb::WriteOptions how;
    how.sync = true;
    check(rocks.db().Put(how, rocks.family(family), slice(key), slice(value)), "changing a value");
    rocks.flush();
  }
  /// Verifies with another byte in one value, properly stored: what somebody would do who means to
  /// change the record and not the disk.
  Answer verifyWithValue(Family family, std::string_view key) {
    const std::string good = valueOf(family, key);
    std::string bad = good;
    const std::size_t at = random_() % bad.size();
    bad[at] = change(bad[at]);
    putValue(family, key, bad);
    const Answer answer = verifyBook(ledger_);
    putValue(family, key, good);
    return answer;
  }
  std::vector<std::string> keysOf(Family family) {
    std::vector<std::string> keys;
    const Rocks rocks(rocksFolder(), RocksMode::kRead, nullptr);
    const auto each = rocks.iterate(family, rocksdb::ReadOptions());
    for (each->SeekToFirst(); each->Valid(); each->Next()) keys.emplace_back(textOf(each->key()));
    return keys;
  }

  std::mt19937 random_;
  ProgramLedger ledger_;
  std::optional<std::uint64_t> unreadable_;
};

/// The random places are divided among several tests, which run at the same time.
class VerifyFlips : public FlippedLedger, public testing::WithParamInterface<unsigned> {
 protected:
  VerifyFlips() : FlippedLedger(20240615 + GetParam()) {}
};

TEST_P(VerifyFlips, FindsEveryByteChangedInATable) {
  makeClean();
  const std::vector<fs::path> tables = filesEndingIn(rocksFolder(), ".sst");
  ASSERT_GE(tables.size(), 4u);
  int named = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    const fs::path& table = tables[i % tables.size()];
    const std::size_t at = random_() % fs::file_size(table);
    SCOPED_TRACE(table.filename().string() + " byte " + std::to_string(at));
    expectFound(verifyWithFlip(table, at));
    named += unreadable_ ? 1 : 0;
  }
  EXPECT_GT(named, 0);
  EXPECT_EQ(verifyBook(ledger_).status, 0);
}

TEST_P(VerifyFlips, FindsEveryByteChangedInTheWriteAheadLog) {
  makeDirty();
  const std::vector<fs::path> logs = filesEndingIn(rocksFolder(), ".log");
  ASSERT_EQ(logs.size(), 1u);
  for (int i = 0; i < 150; ++i) {
    const std::size_t at = random_() % fs::file_size(logs[0]);
    SCOPED_TRACE("byte " + std::to_string(at));
    expectFound(verifyWithFlip(logs[0], at));
  }
  EXPECT_EQ(verifyBook(ledger_).status, 0);
}

TEST_F(FlippedLedger, ShowsEveryChangedLengthInTheWriteAheadLog) {
  makeDirty();
  const fs::path log = filesEndingIn(rocksFolder(), ".log").at(0);
  const std::string content = readFile(log);
  std::size_t records = 0;
  for (std::size_t at = 0; at + 7 <= content.size(); ++records) {
    SCOPED_TRACE("record at byte " + std::to_string(at));
    for (std::size_t byte = 4; byte < 6; ++byte) expectFound(verifyWithFlip(log, at + byte));
    const auto low = static_cast<std::uint8_t>(content[at + 4]);
    const auto high = static_cast<std::uint8_t>(content[at + 5]);
    at += 7 + low + (std::size_t{high} << 8);
    if (32768 - at % 32768 < 7) at += 32768 - at % 32768;
  }
  EXPECT_GE(records, 40u);
}

TEST_P(VerifyFlips, NamesTheEntryThatWasChanged) {
  makeClean();
  for (int i = 0; i < 25; ++i) {
    const std::uint64_t index = random_() % 602;
    SCOPED_TRACE("entry " + std::to_string(index));
    const Answer answer = verifyWithValue(Family::kEntry, asText(indexKey(index)));
    EXPECT_EQ(answer.status, kNotVerifiedStatus) << answer.said;
    // One signature covers a submission; a bad one is found where the submission begins.
    const std::uint64_t first = index < 2 ? index : 2 + (index - 2) / 300 * 300;
    ASSERT_TRUE(answer.firstBad) << answer.said;
    EXPECT_GE(*answer.firstBad, first) << answer.said;
    EXPECT_LE(*answer.firstBad, index) << answer.said;
    // Where a full tile covers it, its very leaf is named.
    if (index < 512) {
      EXPECT_NE(answer.said.find("tile.wrong"), answer.said.npos) << answer.said;
    }
  }
  EXPECT_EQ(verifyBook(ledger_).status, 0);
}

TEST_P(VerifyFlips, NamesTheEntryWhoseTileOrOpeningWasChanged) {
  makeClean();
  const std::vector<std::string> tiles = keysOf(Family::kTile);
  ASSERT_EQ(tiles.size(), 2u);
  const std::vector<std::string> openings = keysOf(Family::kOpening);
  ASSERT_EQ(openings.size(), 600u);
  for (int i = 0; i < 26; ++i) {
    const bool isTile = i % 2 == 0;
    const std::string& key =
        isTile ? tiles[random_() % tiles.size()] : openings[random_() % openings.size()];
    SCOPED_TRACE(toHex(asBytes(key)));
    const Answer answer = verifyWithValue(isTile ? Family::kTile : Family::kOpening, key);
    EXPECT_EQ(answer.status, kNotVerifiedStatus) << answer.said;
    ASSERT_TRUE(answer.firstBad) << answer.said;
    if (isTile) {
      const std::uint64_t first = readU64(asBytes(key).subspan(1)) * 256;
      EXPECT_TRUE(*answer.firstBad >= first && *answer.firstBad < first + 256) << answer.said;
    } else {
      EXPECT_EQ(*answer.firstBad, readU64(asBytes(key).first(8))) << answer.said;
    }
  }
  EXPECT_EQ(verifyBook(ledger_).status, 0);
}

TEST_F(FlippedLedger, ShowsAChangedHead) {
  makeClean();
  for (int i = 0; i < 25; ++i) {
    const Answer answer = verifyWithValue(Family::kMeta, kHeadKey);
    EXPECT_EQ(answer.status, kNotVerifiedStatus) << answer.said;
  }
  EXPECT_EQ(verifyBook(ledger_).status, 0);
}

TEST_F(FlippedLedger, NamesTheEntryAlsoWhereTheGuardIsContradicted) {
  makeClean();
  ASSERT_TRUE(ledger_.publish(ledger_.place("published")).isDone());
  EXPECT_NE(verifyBook(ledger_).said.find(R"("guard": "holds")"), std::string::npos);
  // No full tile covers this one, so the root that was signed follows from it directly.
  const Answer answer = verifyWithValue(Family::kEntry, asText(indexKey(602)));
  EXPECT_EQ(answer.status, kNotVerifiedStatus) << answer.said;
  EXPECT_EQ(answer.firstBad, 602u) << answer.said;
  EXPECT_NE(answer.said.find("guard.contradicted"), answer.said.npos) << answer.said;
  EXPECT_NE(answer.said.find(R"("guard": "contradicted")"), answer.said.npos) << answer.said;
}

INSTANTIATE_TEST_SUITE_P(Quarter, VerifyFlips, testing::Range(0u, 4u));

}  // namespace
}  // namespace minutebook

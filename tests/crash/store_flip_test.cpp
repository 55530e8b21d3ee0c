// Bits that turn, writes that are cut short: nothing acknowledged may go missing without a word.

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "ledger/base/fault.h"
#include "ledger/store/wal_examiner.h"
#include "tests/crash/crash_recipe.h"
#include "tests/support/files.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

void writeFile(const fs::path& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

class StoreFlipTest : public testing::Test {
 protected:
  /// A copy of a ledger with 60 batches in its write-ahead log, as a kill would leave it.
  void makeDirty() {
    const fs::path live = temp_.path() / "live";
    EntryStore::create(live);
    const auto store = EntryStore::open(live, StoreAccess::kWrite, "test");
    LogAppender appender(*store);
    for (int i = 0; i < 60; ++i) {
      sizeBeforeLast_ = store->size();
      appendRecipe(*store, appender, 1 + static_cast<std::uint64_t>(i) % 4);
    }
    size_ = store->size();
    fs::copy(live, good_, fs::copy_options::recursive);
  }
  /// One that was closed, so that everything is in tables.
  void makeClean() {
    EntryStore::create(good_);
    for (int i = 0; i < 2; ++i) {
      const auto store = EntryStore::open(good_, StoreAccess::kWrite, "test");
      LogAppender appender(*store);
      for (int batch = 0; batch < 3; ++batch) appendRecipe(*store, appender, 200);
      bringFactsUp(*store);
      if (i == 0) store->parts().facts.writeTail();  // One table that was taken in as a file.
      size_ = store->size();
    }
  }
  /// The only non-empty file with this ending in the good copy's log.
  fs::path theFile(const std::string& ending) {
    for (const auto& file : fs::directory_iterator(good_ / "log")) {
      if (file.path().extension() == ending && file.file_size() > 0) return file.path();
    }
    return {};
  }
  /// Opens a copy in which one file has other content: "refused", "same", or what went wrong.
  std::string outcomeWith(const fs::path& file, std::string_view content, StoreAccess access) {
    const fs::path copy = temp_.path() / "copy";
    fs::remove_all(copy);
    fs::copy(good_, copy, fs::copy_options::recursive);
    writeFile(copy / "log" / file.filename(), content);
    try {
      const auto store = EntryStore::open(copy, access, "test");
      store->verifyChecksums();
      if (store->size() != size_) return "size " + std::to_string(store->size());
      const std::string wrong = checkRecipe(*store);
      return wrong.empty() ? "same" : wrong;
    } catch (const Fault&) {
      return "refused";
    }
  }
  std::string outcomeOfFlip(const fs::path& file, std::string content, std::size_t bit,
                            StoreAccess access) {
    content[bit / 8] = static_cast<char>(content[bit / 8] ^ 1 << bit % 8);
    return outcomeWith(file, content, access);
  }

  TempDirectory temp_;
  fs::path good_ = temp_.path() / "good";
  std::uint64_t size_ = 0;
  std::uint64_t sizeBeforeLast_ = 0;
};

TEST_F(StoreFlipTest, RefusesEveryFlippedLengthBitOfTheWriteAheadLog) {
  makeDirty();
  const fs::path file = theFile(".log");
  const std::string content = readFile(file);
  std::size_t tried = 0;
  for (std::size_t at = 0; at + 7 <= content.size(); ++tried) {
    const std::size_t length = static_cast<std::uint8_t>(content[at + 4]) |
                               static_cast<std::size_t>(static_cast<std::uint8_t>(content[at + 5]))
                                   << 8;
    for (std::size_t bit = 0; bit < 16; ++bit) {
      ASSERT_EQ(outcomeOfFlip(file, content, (at + 4) * 8 + bit, StoreAccess::kWrite), "refused")
          << "record at " << at << " bit " << bit;
    }
    at += 7 + length;
    if (32768 - at % 32768 < 7) at += 32768 - at % 32768;
  }
  EXPECT_GE(tried, 60u);
}

TEST_F(StoreFlipTest, RefusesRandomFlipsInTheWriteAheadLog) {
  makeDirty();
  const fs::path file = theFile(".log");
  const std::string content = readFile(file);
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    const std::size_t bit = random() % (content.size() * 8);
    const StoreAccess access = i % 2 == 0 ? StoreAccess::kWrite : StoreAccess::kRead;
    ASSERT_EQ(outcomeOfFlip(file, content, bit, access), "refused") << bit;
  }
}

TEST_F(StoreFlipTest, DropsALastWriteCutAtAnyByteAndNothingElse) {
  makeDirty();
  const fs::path file = theFile(".log");
  const std::string content = readFile(file);
  const std::uint64_t size = size_;
  size_ = sizeBeforeLast_;
  std::size_t last = 0;
  for (std::size_t cut = content.size() - 1; last == 0; --cut) {
    writeFile(temp_.path() / "cut.log", content.substr(0, cut));
    const auto report = examineLogFile(temp_.path() / "cut.log");
    if (report->end == LogFileEnd::kWhole) last = cut;
  }
  for (std::size_t cut = last; cut < content.size(); cut += cut < last + 10 ? 1 : 41) {
    for (const StoreAccess access : {StoreAccess::kRead, StoreAccess::kWrite}) {
      ASSERT_EQ(outcomeWith(file, content.substr(0, cut), access), "same") << cut;
    }
  }
  size_ = size;
  EXPECT_EQ(outcomeWith(file, content, StoreAccess::kWrite), "same");
}

TEST_F(StoreFlipTest, RefusesATornLogThatIsNotTheNewest) {
  makeDirty();
  const fs::path file = theFile(".log");
  const std::string content = readFile(file);
  writeFile(good_ / "log" / "999999.log", "");
  EXPECT_EQ(outcomeWith(file, content, StoreAccess::kWrite), "same");
  EXPECT_EQ(outcomeWith(file, content.substr(0, content.size() - 3), StoreAccess::kWrite),
            "refused");
}

TEST_F(StoreFlipTest, FindsEveryRandomFlipInTheTables) {
  makeClean();
  std::mt19937 random(11);
  std::vector<fs::path> tables;
  for (const auto& file : fs::directory_iterator(good_ / "log")) {
    if (file.path().extension() == ".sst") tables.push_back(file.path());
  }
  std::sort(tables.begin(), tables.end());
  ASSERT_GE(tables.size(), 5u);
  for (int i = 0; i < 300; ++i) {
    const fs::path& table = tables[static_cast<std::size_t>(i) % tables.size()];
    const std::string content = readFile(table);
    const std::size_t bit = random() % (content.size() * 8);
    const StoreAccess access = i % 2 == 0 ? StoreAccess::kWrite : StoreAccess::kRead;
    ASSERT_EQ(outcomeOfFlip(table, content, bit, access), "refused")
        << table.filename() << " bit " << bit;
  }
}

TEST_F(StoreFlipTest, RefusesRandomFlipsInTheManifest) {
  makeClean();
  fs::path manifest;
  for (const auto& file : fs::directory_iterator(good_ / "log")) {
    if (file.path().filename().string().starts_with("MANIFEST-")) manifest = file.path();
  }
  const std::string content = readFile(manifest);
  std::mt19937 random(13);
  for (int i = 0; i < 150; ++i) {
    const std::size_t bit = random() % (content.size() * 8);
    ASSERT_EQ(outcomeOfFlip(manifest, content, bit, StoreAccess::kWrite), "refused") << bit;
  }
}

}  // namespace
}  // namespace minutebook

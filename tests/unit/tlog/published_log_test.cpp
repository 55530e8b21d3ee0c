// tests/unit/tlog/published_log_test.cpp

#include "ledger/tlog/published_log.h"

#include <gtest/gtest.h>

#include <set>

#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

class PublishedLogTest : public ::testing::Test {
 protected:
  void publish(std::uint64_t size) {
    growTo(log_, size);
    written_ = publishTiles(log_, size, directory_);
    publishCheckpoint(directory_, "checkpoint of " + std::to_string(size) + "\n", size);
  }
  std::set<std::string> files() {
    std::set<std::string> paths;
    for (const auto& item : fs::recursive_directory_iterator(temp_.path())) {
      if (item.is_regular_file()) paths.insert(fs::relative(item.path(), temp_.path()).string());
    }
    return paths;
  }
  static std::set<std::string> expected(std::uint64_t size) {
    std::set<std::string> paths{"checkpoint"};
    for (const TilePath& path : tilesFor(size)) paths.insert(path.encode());
    return paths;
  }
  Hash publishedRoot(std::uint64_t size) {
    const PublishedLog published(directory_, size);
    TileHashes hashes(published, size);
    return rootAt(hashes, hasher_, size);
  }
  /// What reading everything of a directory of `size` runs into.
  std::optional<FaultKind> faultOfReading(std::uint64_t size) {
    return faultOf([&] {
      const PublishedLog published(directory_, size);
      published.forEach(0, size, [](std::uint64_t, ByteView) {});
      for (const TilePath& path : tilesFor(size)) {
        if (path.kind == TilePath::Kind::kHashes) published.tile(path.level, path.n, path.width);
      }
    });
  }

  TempDirectory temp_;
  Directory directory_ = Directory::open(temp_.path(), Readers::kEveryone);
  MemoryLog log_;
  Sha256 hasher_;
  std::uint64_t written_ = 0;
};

TEST_F(PublishedLogTest, HoldsTheFilesOfItsSizeAndReadsBack) {
  publish(600);
  EXPECT_EQ(files(), expected(600));
  EXPECT_EQ(written_, 7u);
  EXPECT_EQ(readPublishedCheckpoint(directory_), "checkpoint of 600\n");
  const PublishedLog published(directory_, 600);
  EXPECT_EQ(published.size(), 600u);
  std::uint64_t next = 0;
  published.forEach(0, 600, [&](std::uint64_t index, ByteView entry) {
    EXPECT_EQ(index, next++);
    ASSERT_TRUE(sameBytes(entry, log_.entry(index)));
  });
  EXPECT_EQ(next, 600u);
  EXPECT_EQ(asText(published.entry(599)), "599");
  EXPECT_EQ(asText(published.entry(0)), "0");
  EXPECT_EQ(publishedRoot(600), log_.root());
}

TEST_F(PublishedLogTest, AnEmptyLogIsACheckpointAlone) {
  publish(0);
  EXPECT_EQ(files(), std::set<std::string>{"checkpoint"});
  EXPECT_EQ(publishedRoot(0), kEmptyRoot);
}

TEST_F(PublishedLogTest, ADirectoryWithoutACheckpointHasNone) {
  EXPECT_FALSE(readPublishedCheckpoint(directory_));
}

TEST_F(PublishedLogTest, GrowingWritesWhatIsNewAndRemovesPartialsThatBecameFull) {
  publish(200);
  publish(250);
  // The checkpoint of 200 may still be in somebody's hands: its partial stays until 000 is full.
  EXPECT_TRUE(files().contains("tile/0/000.p/200"));
  EXPECT_TRUE(files().contains("tile/entries/000.p/250"));
  publish(260);
  EXPECT_EQ(files(), expected(260));
  EXPECT_FALSE(fs::exists(temp_.path() / "tile/0/000.p"));
  publish(600);
  EXPECT_EQ(written_, 5u) << "two tiles, two bundles and the level above";
  publish(600);
  EXPECT_EQ(written_, 3u) << "partial files only";
  EXPECT_EQ(publishedRoot(600), log_.root());
}

TEST_F(PublishedLogTest, PartialsAreKeptUntilTheNewCheckpointIsThere) {
  publish(200);
  growTo(log_, 300);
  publishTiles(log_, 300, directory_);
  EXPECT_TRUE(files().contains("tile/0/000.p/200"));
  EXPECT_EQ(readPublishedCheckpoint(directory_), "checkpoint of 200\n");
  MemoryLog small;
  growTo(small, 200);
  EXPECT_EQ(publishedRoot(200), small.root());
}

TEST_F(PublishedLogTest, AReaderOfAnOldSizeFallsBackToTheFullFiles) {
  publish(200);
  publish(300);
  MemoryLog small;
  growTo(small, 200);
  EXPECT_EQ(publishedRoot(200), small.root());
  EXPECT_EQ(asText(PublishedLog(directory_, 200).entry(199)), "199");
  EXPECT_EQ(faultOf([&] { PublishedLog(directory_, 200).entry(200); }), FaultKind::kBug);
}

TEST_F(PublishedLogTest, AnInterruptedFullTileIsWrittenAgain) {
  publish(256);
  fs::resize_file(temp_.path() / "tile/0/000", 100);
  fs::resize_file(temp_.path() / "tile/entries/000", 100);
  publish(257);
  EXPECT_EQ(publishedRoot(257), log_.root());
  EXPECT_FALSE(faultOfReading(257));
}

TEST_F(PublishedLogTest, EveryFileThatIsMissingOrOfAnotherSizeIsCorrupt) {
  publish(600);
  for (const TilePath& path : tilesFor(600)) {
    const Bytes good = *directory_.read(path.encode(), kBundleBytesMax);
    directory_.remove(path.encode());
    EXPECT_EQ(faultOfReading(600), FaultKind::kCorrupt) << path.encode();
    Bytes longer = good;
    longer.push_back(0);
    directory_.writeDurably(path.encode(), longer);
    EXPECT_EQ(faultOfReading(600), FaultKind::kCorrupt) << path.encode();
    directory_.writeDurably(path.encode(), ByteView(good).first(good.size() - 1));
    EXPECT_EQ(faultOfReading(600), FaultKind::kCorrupt) << path.encode();
    directory_.writeDurably(path.encode(), good);
  }
  EXPECT_FALSE(faultOfReading(600));
}

TEST_F(PublishedLogTest, FollowsNoLink) {
  publish(600);
  TempDirectory elsewhere;
  fs::rename(temp_.path() / "tile/entries", elsewhere.path() / "entries");
  fs::create_directory_symlink(elsewhere.path() / "entries", temp_.path() / "tile/entries");
  EXPECT_EQ(faultOfReading(600), FaultKind::kCorrupt);
  EXPECT_EQ(faultOf([&] { publish(700); }), FaultKind::kCorrupt);
}

TEST_F(PublishedLogTest, APublishedFileMayLookLikeGzip) {
  // 8,075 is 1f 8b in big-endian: the first bytes of a bundle, and of a compressed file.
  log_.append(Bytes(8075, 'x'));
  publish(1);
  EXPECT_EQ(toHex(ByteView(*directory_.read("tile/entries/000.p/1", 9000)).first(2)), "1f8b");
  EXPECT_EQ(PublishedLog(directory_, 1).entry(0), Bytes(8075, 'x'));
}

}  // namespace
}  // namespace minutebook

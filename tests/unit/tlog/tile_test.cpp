// tests/unit/tlog/tile_test.cpp

#include "ledger/tlog/tile.h"

#include <gtest/gtest.h>

#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

using Kind = TilePath::Kind;

TEST(TilePath, ReadsWhatItWrites) {
  const std::pair<TilePath, const char*> cases[] = {
      {{Kind::kHashes, 0, 0, 256}, "tile/0/000"},
      {{Kind::kHashes, 0, 0, 44}, "tile/0/000.p/44"},
      {{Kind::kHashes, 2, 1234067, 256}, "tile/2/x001/x234/067"},
      {{Kind::kHashes, 63, 1000, 255}, "tile/63/x001/000.p/255"},
      {{Kind::kEntries, 0, 0, 1}, "tile/entries/000.p/1"},
      {{Kind::kEntries, 0, 999999, 256}, "tile/entries/x999/999"},
  };
  for (const auto& [path, text] : cases) {
    EXPECT_EQ(path.encode(), text);
    EXPECT_EQ(TilePath::parse(text), path) << text;
  }
}

TEST(TilePath, RefusesEveryOtherSpelling) {
  for (const char* text : {"",
                           "tile",
                           "tile/",
                           "tile/0",
                           "tile/0/",
                           "/tile/0/000",
                           "tile/00/000",
                           "tile/64/000",
                           "tile/-1/000",
                           "tile/0/0",
                           "tile/0/00",
                           "tile/0/0000",
                           "tile/0/1000",
                           "tile/0/x000/000",
                           "tile/0/x000/x001/000",
                           "tile/0/x001",
                           "tile/0/x001/",
                           "tile/0/001/000",
                           "tile/0/x001/x000",
                           "tile/0/x1/000",
                           "tile/0/X001/000",
                           "tile/0/000.p",
                           "tile/0/000.p/",
                           "tile/0/000.p/0",
                           "tile/0/000.p/256",
                           "tile/0/000.p/01",
                           "tile/0/000.p/1/",
                           "tile/0/000.p/1.p/1",
                           "tile/0/000/",
                           "tile/0/000 ",
                           "tile/data/000",
                           "tile/entries",
                           "tile/entries/",
                           "tile/0/../000",
                           "tile/0/x018/x446/x744/x073/x709/x551/615",
                           "tile/0/x999/x999/x999/x999/x999/x999/x999/999"}) {
    EXPECT_FALSE(TilePath::parse(text)) << text;
  }
}

// The worked example of C2SP tlog-tiles.
TEST(TileWidth, AgreesWithTheExampleOf70000Entries) {
  EXPECT_EQ(fullTiles(0, 70000), 273u);
  EXPECT_EQ(tileWidth(0, 272, 70000), 256u);
  EXPECT_EQ(tileWidth(0, 273, 70000), 112u);
  EXPECT_EQ(tileWidth(0, 274, 70000), 0u);
  EXPECT_EQ(fullTiles(1, 70000), 1u);
  EXPECT_EQ(tileWidth(1, 1, 70000), 17u);
  EXPECT_EQ(tileWidth(2, 0, 70000), 1u);
  EXPECT_EQ(tileWidth(3, 0, 70000), 0u);
  EXPECT_EQ(tilesFor(70000).size(), 551u);
}

TEST(TileWidth, NeverNamesAnEmptyTile) {
  EXPECT_TRUE(tilesFor(0).empty());
  EXPECT_EQ(tileWidth(0, 1, 256), 0u);
  EXPECT_EQ(tileWidth(1, 0, 255), 0u);
  EXPECT_EQ(tileWidth(7, 0, kTreeSizeMax), 64u);
  EXPECT_EQ(tileWidth(8, 0, kTreeSizeMax), 0u);
  EXPECT_EQ(tileWidth(63, 0, kTreeSizeMax), 0u);
  std::vector<std::string> paths;
  for (const TilePath& path : tilesFor(256)) paths.push_back(path.encode());
  EXPECT_EQ(paths, (std::vector<std::string>{"tile/0/000", "tile/entries/000", "tile/1/000.p/1"}));
}

TEST(Bundle, ReadsWhatItWrites) {
  Bytes bundle;
  const Bytes longest(kBundleEntryBytesMax, 0x1f);
  appendToBundle(bundle, asBytes("one"));
  appendToBundle(bundle, {});
  appendToBundle(bundle, longest);
  EXPECT_EQ(toHex(ByteView(bundle).first(9)), "00036f6e650000ffff");
  const auto entries = decodeBundle(bundle, 3);
  ASSERT_TRUE(entries);
  EXPECT_EQ(asText((*entries)[0]), "one");
  EXPECT_TRUE((*entries)[1].empty());
  EXPECT_TRUE(sameBytes((*entries)[2], longest));
}

TEST(Bundle, RefusesAnyOtherCountAndAnyCut) {
  Bytes bundle;
  for (const char* entry : {"one", "", "three"}) appendToBundle(bundle, asBytes(entry));
  EXPECT_FALSE(decodeBundle(bundle, 2));
  EXPECT_FALSE(decodeBundle(bundle, 4));
  for (std::size_t length = 0; length < bundle.size(); ++length) {
    EXPECT_FALSE(decodeBundle(ByteView(bundle).first(length), 3)) << length;
  }
}

TEST(Bundle, AnEntryOver65535BytesIsABug) {
  Bytes bundle;
  EXPECT_EQ(faultOf([&] { appendToBundle(bundle, Bytes(65536)); }), FaultKind::kBug);
}

TEST(DecodeTile, WantsTheExactSize) {
  EXPECT_EQ(decodeTile(Bytes(64), 2)->size(), 2u);
  EXPECT_FALSE(decodeTile(Bytes(64), 1));
  EXPECT_FALSE(decodeTile(Bytes(63), 2));
  EXPECT_FALSE(decodeTile(Bytes(65), 2));
}

TEST(TileBuilder, MakesTheSameTilesWhereverItStarts) {
  MemoryLog whole;
  growTo(whole, 66000);
  for (std::uint64_t start : {1, 255, 256, 257, 300, 65535, 65536, 65900}) {
    // What a store holds on disk when it is opened again: full tiles and entries up to `start`.
    MemoryLog stored;
    growTo(stored, start);
    Frontier frontier = stored.frontier();
    TileBuilder builder(stored);
    Sha256 hasher;
    std::vector<FullTile> made;
    for (std::uint64_t i = start; i < 66000; ++i) {
      frontier.append(hasher, leafHash(hasher, whole.entry(i)),
                      [&](const Subtree& subtree) { builder.add(hasher, subtree, made); });
    }
    ASSERT_EQ(made.size(), whole.fullTileCount() - stored.fullTileCount()) << start;
    for (const FullTile& tile : made) {
      ASSERT_EQ(tile.hashes, whole.tile(tile.level, tile.n, kTileWidth))
          << "level " << tile.level << " tile " << tile.n << " from " << start;
    }
    EXPECT_EQ(frontier.root(hasher), whole.root());
  }
}

TEST(TileBuilder, NoticesASkippedSubtree) {
  MemoryLog log;
  TileBuilder builder(log);
  Sha256 hasher;
  std::vector<FullTile> made;
  builder.add(hasher, {0, 0, Hash{}}, made);
  EXPECT_EQ(faultOf([&] { builder.add(hasher, {0, 2, Hash{}}, made); }), FaultKind::kBug);
}

/// Counts what is read from a log.
class CountingLog : public LogReader {
 public:
  explicit CountingLog(const LogReader& log) : log_(log) {}
  std::uint64_t size() const override { return log_.size(); }
  Bytes entry(std::uint64_t index) const override {
    ++entries;
    return log_.entry(index);
  }
  std::optional<Bytes> tile(unsigned level, std::uint64_t n, unsigned width) const override {
    ++tiles;
    return log_.tile(level, n, width);
  }

  mutable int entries = 0;
  mutable int tiles = 0;

 private:
  const LogReader& log_;
};

TEST(TileHashes, ReadsOnlyTheTilesThatAProofNeeds) {
  MemoryLog log;
  growTo(log, 65536 + 256);
  CountingLog counting(log);
  TileHashes hashes(counting, log.size());
  Sha256 hasher;
  proveInclusion(hashes, hasher, {12345, log.size()});
  EXPECT_EQ(counting.entries, 0);
  // Leaf tile, level 1 tile, and the right edge: a partial tile of level 1 made from one below.
  EXPECT_LE(counting.tiles, 5);
}

TEST(LogReader, LeafHashesComeFromTilesOrEntriesAlike) {
  MemoryLog log;
  growTo(log, 300);
  Sha256 hasher;
  for (std::uint64_t index : {0, 255, 256, 299}) {
    EXPECT_EQ(log.leafHashAt(hasher, index), leafHash(hasher, log.entry(index))) << index;
  }
  std::uint64_t next = 250;
  log.forEach(250, 260, [&](std::uint64_t index, ByteView entry) {
    EXPECT_EQ(index, next++);
    EXPECT_EQ(asText(entry), std::to_string(index));
  });
  EXPECT_EQ(next, 260u);
  EXPECT_EQ(faultOf([&] { log.forEach(0, 301, [](std::uint64_t, ByteView) {}); }), FaultKind::kBug);
}

}  // namespace
}  // namespace minutebook

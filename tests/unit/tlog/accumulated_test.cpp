// tests/unit/tlog/accumulated_test.cpp
//
// tests/golden/vectors/accumulated.json: one SHA-256 over the text lines of thousands of roots,
// proofs and tiles. Each proof is checked as well as compared.

#include <gtest/gtest.h>

#include "ledger/tlog/tile.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

class Accumulated : public ::testing::Test {
 protected:
  /// Compares the lines added so far with the vector of this name.
  void expectVector(const std::string& name) {
    const auto& vector = known_["vectors"][name];
    EXPECT_EQ(toHex(lines_.finish().view()), vector["sha256"].get<std::string>()) << name;
    EXPECT_EQ(count_, vector["lines"].get<std::size_t>()) << name;
    count_ = 0;
  }
  void addLine(const std::string& line) {
    lines_.update(asBytes(line));
    lines_.update(asBytes("\n"));
    ++count_;
  }
  void addProof(std::uint64_t first, std::uint64_t second, const std::vector<Hash>& path) {
    std::string line = std::to_string(first) + " " + std::to_string(second);
    for (const Hash& hash : path) line += " " + toHex(hash.view());
    addLine(line);
  }
  void addInclusion(TileHashes& hashes, LeafPosition at) {
    const std::vector<Hash> path = proveInclusion(hashes, hasher_, at);
    addProof(at.index, at.size, path);
    const Hash leaf = hashes.subtree(0, at.index);
    ASSERT_TRUE(verifyInclusion(hasher_, leaf, at, path, roots_.at(at.size)));
    ASSERT_EQ(path.size(), pathLength(at));
  }
  void addConsistency(TileHashes& hashes, SizeStep step) {
    const std::vector<Hash> path = proveConsistency(hashes, hasher_, step);
    addProof(step.from, step.to, path);
    const RootStep roots{roots_.at(step.from), roots_.at(step.to)};
    ASSERT_TRUE(verifyConsistency(hasher_, step, path, roots));
  }

  /// Fills the log, and roots_ by the way.
  void grow(std::uint64_t size) {
    for (std::uint64_t n = 0; n <= size; ++n) {
      growTo(log_, n);
      roots_.push_back(log_.root());
    }
  }

  nlohmann::json known_ = goldenJson("vectors/accumulated.json");
  Sha256 hasher_;
  Sha256 lines_;
  std::size_t count_ = 0;
  MemoryLog log_;
  std::vector<Hash> roots_;  // By size.
};

TEST_F(Accumulated, Roots) {
  grow(1030);
  for (std::uint64_t n = 0; n <= 1030; ++n) {
    addLine(std::to_string(n) + " " + toHex(roots_[n].view()));
  }
  expectVector("roots");
}

TEST_F(Accumulated, SmallProofs) {
  grow(130);
  for (std::uint64_t n = 1; n <= 130; ++n) {
    TileHashes hashes(log_, n);
    for (std::uint64_t m = 0; m < n; ++m) addInclusion(hashes, {m, n});
  }
  expectVector("inclusion");
  for (std::uint64_t n = 1; n <= 130; ++n) {
    TileHashes hashes(log_, n);
    for (std::uint64_t m = 1; m <= n; ++m) addConsistency(hashes, {m, n});
  }
  expectVector("consistency");
}

TEST_F(Accumulated, ProofsAtTheEdgesOfTiles) {
  grow(1030);
  for (std::uint64_t n = 250; n <= 1030; ++n) {
    TileHashes hashes(log_, n);
    for (std::uint64_t m :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{254}, std::uint64_t{255},
          std::uint64_t{256}, std::uint64_t{257}, n / 2, n - 1}) {
      if (m < n) addInclusion(hashes, {m, n});
    }
  }
  expectVector("inclusion_edge");
  for (std::uint64_t n = 250; n <= 1030; ++n) {
    TileHashes hashes(log_, n);
    for (std::uint64_t m : {std::uint64_t{1}, std::uint64_t{255}, std::uint64_t{256},
                            std::uint64_t{257}, std::uint64_t{512}, n / 2, n - 1, n}) {
      if (m <= n) addConsistency(hashes, {m, n});
    }
  }
  expectVector("consistency_edge");
}

TEST_F(Accumulated, TilesAndBundles) {
  growTo(log_, 70000);
  for (std::uint64_t size : {1, 255, 256, 257, 65536, 65537, 70000}) {
    TileHashes hashes(log_, size);
    forEachTile(size, [&](const TilePath& path) {
      Bytes file;
      if (path.kind == TilePath::Kind::kHashes) {
        file = hashes.tileBytes(path.level, path.n);
      } else {
        log_.forEach(path.n * kTileWidth, path.n * kTileWidth + path.width,
                     [&](std::uint64_t, ByteView entry) { appendToBundle(file, entry); });
      }
      addLine(path.encode() + " " + toHex(hasher_.of(file).view()));
    });
    expectVector("tiles_" + std::to_string(size));
  }
}

TEST_F(Accumulated, TileIndexPaths) {
  ASSERT_EQ(known_["tile_index_paths"].size(), 15u);
  for (const auto& [n, text] : known_["tile_index_paths"].items()) {
    EXPECT_EQ(encodeTileIndex(std::stoull(n)), text.get<std::string>());
    const auto parsed = TilePath::parse("tile/0/" + text.get<std::string>());
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->n, std::stoull(n));
  }
}

}  // namespace
}  // namespace minutebook

// tests/unit/tlog/tree_test.cpp

#include "ledger/tlog/tree.h"

#include <gtest/gtest.h>

#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

class ClassicTree : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& input : known_["inputs"]) {
      leaves_.push_back(leafHash(hasher_, fromHex(input.get<std::string>()).value()));
    }
  }

  nlohmann::json known_ = goldenJson("vectors/rfc6962-ct8.json");
  Sha256 hasher_;
  std::vector<Hash> leaves_;
};

TEST_F(ClassicTree, HasTheKnownLeafHashesAndRoots) {
  EXPECT_EQ(leaves_, hashesOf(known_["leaf_hashes"]));
  Frontier frontier;
  const std::vector<Hash> roots = hashesOf(known_["roots"]);
  ASSERT_EQ(roots.size(), 9u);
  for (std::size_t size = 0; size <= 8; ++size) {
    EXPECT_EQ(rootOf(hasher_, std::span(leaves_).first(size)), roots[size]) << size;
    EXPECT_EQ(frontier.root(hasher_), roots[size]) << size;
    if (size < 8) frontier.append(hasher_, leaves_[size]);
  }
  EXPECT_EQ(kEmptyRoot, roots[0]);
}

TEST_F(ClassicTree, HasTheKnownInclusionProofs) {
  const std::vector<Hash> roots = hashesOf(known_["roots"]);
  LeafHashes hashes(leaves_);
  ASSERT_EQ(known_["inclusion"].size(), 36u);
  for (const auto& proof : known_["inclusion"]) {
    const LeafPosition at{proof["index"], proof["size"]};
    const std::vector<Hash> path = hashesOf(proof["proof"]);
    EXPECT_EQ(proveInclusion(hashes, hasher_, at), path) << proof.dump();
    EXPECT_EQ(pathLength(at), path.size()) << proof.dump();
    EXPECT_TRUE(verifyInclusion(hasher_, leaves_[at.index], at, path, roots[at.size]));
  }
}

TEST_F(ClassicTree, HasTheKnownConsistencyProofs) {
  const std::vector<Hash> roots = hashesOf(known_["roots"]);
  LeafHashes hashes(leaves_);
  ASSERT_EQ(known_["consistency"].size(), 36u);
  for (const auto& proof : known_["consistency"]) {
    const SizeStep step{proof["size1"], proof["size2"]};
    const std::vector<Hash> path = hashesOf(proof["proof"]);
    EXPECT_EQ(proveConsistency(hashes, hasher_, step), path) << proof.dump();
    EXPECT_TRUE(verifyConsistency(hasher_, step, path, {roots[step.from], roots[step.to]}));
  }
}

class InclusionTest : public ClassicTree {
 protected:
  void SetUp() override {
    ClassicTree::SetUp();
    LeafHashes hashes(leaves_);
    root_ = rootOf(hasher_, std::span(leaves_).first(7));
    path_ = proveInclusion(hashes, hasher_, {5, 7});
  }
  bool holds(LeafPosition at) { return verifyInclusion(hasher_, leaves_[5], at, path_, root_); }

  Hash root_;
  std::vector<Hash> path_;
};

TEST_F(InclusionTest, RefusesEveryOtherPlace) {
  EXPECT_TRUE(holds({5, 7}));
  for (std::uint64_t index = 0; index < 9; ++index) {
    // Size 8 has the same path as size 7 for leaf 5 in shape; only the root tells them apart.
    for (std::uint64_t size = 0; size < 9; ++size) {
      const bool sameShape = index == 5 && (size == 7 || size == 8);
      if (sameShape) continue;
      EXPECT_FALSE(holds({index, size})) << index << " of " << size;
    }
  }
  EXPECT_FALSE(holds({UINT64_MAX, UINT64_MAX}));
  EXPECT_FALSE(holds({5, kTreeSizeMax + 1}));
}

TEST_F(InclusionTest, RefusesAPathOfAnyOtherLength) {
  const std::vector<Hash> whole = path_;
  path_.push_back(Hash{});
  EXPECT_FALSE(holds({5, 7}));
  path_ = whole;
  path_.pop_back();
  EXPECT_FALSE(holds({5, 7}));
  path_.clear();
  EXPECT_FALSE(holds({5, 7}));
}

TEST_F(InclusionTest, AnEmptyPathProvesOnlyTheOnlyLeaf) {
  path_.clear();
  EXPECT_TRUE(verifyInclusion(hasher_, leaves_[0], {0, 1}, path_, leaves_[0]));
  EXPECT_FALSE(verifyInclusion(hasher_, leaves_[0], {0, 1}, path_, leaves_[1]));
  EXPECT_FALSE(verifyInclusion(hasher_, leaves_[0], {0, 0}, path_, leaves_[0]));
  EXPECT_FALSE(verifyInclusion(hasher_, leaves_[0], {0, 2}, path_, leaves_[0]));
}

class ConsistencyTest : public ClassicTree {
 protected:
  bool holds(SizeStep step, const std::vector<Hash>& path) {
    const std::vector<Hash> roots = hashesOf(known_["roots"]);
    return verifyConsistency(hasher_, step, path, {roots.at(step.from), roots.at(step.to)});
  }
};

TEST_F(ConsistencyTest, FromNothingOrToItselfOnlyAnEmptyPathHolds) {
  EXPECT_TRUE(holds({0, 5}, {}));
  EXPECT_TRUE(holds({5, 5}, {}));
  EXPECT_TRUE(holds({0, 0}, {}));
  EXPECT_FALSE(holds({0, 5}, {Hash{}}));
  EXPECT_FALSE(holds({5, 5}, {Hash{}}));
  EXPECT_FALSE(holds({3, 5}, {}));
  EXPECT_FALSE(holds({4, 5}, {}));
}

TEST_F(ConsistencyTest, RefusesAStepBackOrTwoRootsForOneSize) {
  const Hash root = hashOf(known_["roots"][5]);
  EXPECT_FALSE(holds({5, 3}, {root}));
  EXPECT_FALSE(verifyConsistency(hasher_, {5, 5}, {}, {root, Hash{}}));
  EXPECT_FALSE(verifyConsistency(hasher_, {5, kTreeSizeMax + 1}, {}, {root, root}));
}

TEST_F(ConsistencyTest, RefusesAPathOfAnyOtherLength) {
  LeafHashes hashes(leaves_);
  for (std::uint64_t from = 1; from < 8; ++from) {
    std::vector<Hash> path = proveConsistency(hashes, hasher_, {from, 8});
    ASSERT_TRUE(holds({from, 8}, path));
    path.push_back(path.back());
    EXPECT_FALSE(holds({from, 8}, path)) << from;
    path.resize(path.size() - 2);
    EXPECT_FALSE(holds({from, 8}, path)) << from;
  }
}

TEST(Frontier, SaysWhichSubtreesALeafCompletes) {
  Sha256 hasher;
  Frontier frontier;
  std::vector<std::vector<std::pair<unsigned, std::uint64_t>>> completed;
  for (int i = 0; i < 4; ++i) {
    completed.emplace_back();
    frontier.append(hasher, Hash{}, [&](const Subtree& subtree) {
      completed.back().emplace_back(subtree.level, subtree.index);
    });
  }
  using Completed = std::vector<std::pair<unsigned, std::uint64_t>>;
  EXPECT_EQ(completed[0], (Completed{{0, 0}}));
  EXPECT_EQ(completed[1], (Completed{{0, 1}, {1, 0}}));
  EXPECT_EQ(completed[2], (Completed{{0, 2}}));
  EXPECT_EQ(completed[3], (Completed{{0, 3}, {1, 1}, {2, 0}}));
}

TEST(Frontier, IsTheSameAfterItWasStored) {
  Sha256 hasher;
  Frontier frontier;
  for (int i = 0; i < 300; ++i) {
    const auto again = Frontier::deserialise(frontier.serialise());
    ASSERT_TRUE(again);
    ASSERT_EQ(*again, frontier);
    frontier = *again;
    frontier.append(hasher, leafHash(hasher, asBytes(std::to_string(i))));
  }
  MemoryLog log;
  growTo(log, 300);
  EXPECT_EQ(frontier.root(hasher), log.root());
}

TEST(Frontier, RefusesBytesThatAreNone) {
  Sha256 hasher;
  Frontier frontier;
  for (int i = 0; i < 3; ++i) frontier.append(hasher, Hash{});
  const Bytes good = frontier.serialise();
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_FALSE(Frontier::deserialise(ByteView(good).first(length))) << length;
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(Frontier::deserialise(longer));
  Bytes tooLarge = good;
  tooLarge[0] = 0x80;
  tooLarge[7] = 1;
  EXPECT_FALSE(Frontier::deserialise(tooLarge));
}

TEST(Proofs, AskingForWhatIsNotInTheTreeIsABug) {
  MemoryLog log;
  growTo(log, 5);
  Sha256 hasher;
  TileHashes hashes(log, 5);
  EXPECT_EQ(faultOf([&] { proveInclusion(hashes, hasher, {5, 5}); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { proveInclusion(hashes, hasher, {0, 6}); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { proveConsistency(hashes, hasher, {4, 3}); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { hashes.subtree(3, 0); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { hashes.subtree(64, 0); }), FaultKind::kBug);
  EXPECT_EQ(faultOf([&] { TileHashes(log, 6); }), FaultKind::kBug);
}

TEST(PathLength, IsRightAtTheEdges) {
  EXPECT_EQ(pathLength({0, 1}), 0u);
  EXPECT_EQ(pathLength({4, 5}), 1u);
  EXPECT_EQ(pathLength({0, 5}), 3u);
  EXPECT_EQ(pathLength({0, kTreeSizeMax}), 62u);
  EXPECT_EQ(pathLength({kTreeSizeMax - 1, kTreeSizeMax}), 62u);
  EXPECT_EQ(pathLength({std::uint64_t{1} << 61, (std::uint64_t{1} << 61) + 1}), 1u);
}

}  // namespace
}  // namespace minutebook

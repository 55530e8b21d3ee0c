// tests/unit/tlog/misbehaviour_test.cpp

#include "ledger/tlog/misbehaviour.h"

#include <gtest/gtest.h>

#include "ledger/tlog/tile_hashes.h"
#include "tests/support/memory_log.h"

namespace minutebook {
namespace {

/// One log with two histories: they agree in the first `common` entries.
class MisbehaviourTest : public ::testing::Test {
 protected:
  static constexpr const char* kOrigin = "log.example/forked";

  std::string signedAt(MemoryLog& log, std::uint64_t size) {
    TileHashes hashes(log, log.size());
    return signCheckpoint(hasher_, key_, {kOrigin, size, rootAt(hashes, hasher_, size), {}})
        .encode();
  }
  /// A second history that differs in entry `at`.
  void fork(std::uint64_t at, std::uint64_t size) {
    growTo(ours_, size);
    while (theirs_.size() < size) {
      const std::string entry = theirs_.size() == at ? "other" : std::to_string(theirs_.size());
      theirs_.append(asBytes(entry));
    }
  }
  std::string codeOf(const Misbehaviour& evidence) {
    const auto checked = checkMisbehaviour(hasher_, evidence);
    return checked ? "" : checked.refusal().code;
  }

  Sha256 hasher_;
  SigningKey key_ = SigningKey::fromSeed(Bytes(32, 5));
  std::string vkey_ =
      VerifierKey{kOrigin, NoteKeyType::kEd25519, toBytes(key_.publicKey().view())}.encode(hasher_);
  MemoryLog ours_;
  MemoryLog theirs_;
};

TEST_F(MisbehaviourTest, ShowsTwoRootsForOneSize) {
  fork(3, 9);
  const auto found =
      findMisbehaviour(hasher_, vkey_, signedAt(ours_, 9), signedAt(theirs_, 9), nullptr);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->beginning);
  const auto checked = checkMisbehaviour(hasher_, *found);
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked.value().later.size, 9u);
}

TEST_F(MisbehaviourTest, ShowsThatALaterTreeBeginsOtherwiseAtAnyTwoSizes) {
  fork(0, 20);
  for (std::uint64_t size = 1; size < 20; ++size) {
    for (std::uint64_t later = size + 1; later <= 20; ++later) {
      const auto found =
          findMisbehaviour(hasher_, vkey_, signedAt(ours_, later), signedAt(theirs_, size), &ours_);
      ASSERT_TRUE(found) << size << " and " << later;
      EXPECT_EQ(codeOf(*found), "");
      const auto read = Misbehaviour::parse(found->encode());
      ASSERT_TRUE(read);
      EXPECT_EQ(read.value(), *found);
    }
  }
}

TEST_F(MisbehaviourTest, ShowsNothingWhereTheHistoriesAgree) {
  fork(7, 12);
  for (std::uint64_t size = 0; size <= 7; ++size) {
    EXPECT_FALSE(
        findMisbehaviour(hasher_, vkey_, signedAt(ours_, 12), signedAt(theirs_, size), &ours_))
        << size;
  }
  EXPECT_TRUE(findMisbehaviour(hasher_, vkey_, signedAt(ours_, 12), signedAt(theirs_, 8), &ours_));
  EXPECT_FALSE(findMisbehaviour(hasher_, vkey_, signedAt(ours_, 12), signedAt(ours_, 12), nullptr));
}

TEST_F(MisbehaviourTest, NeedsTheTreeOfTheLargerOne) {
  fork(3, 12);
  const std::string later = signedAt(ours_, 12);
  const std::string earlier = signedAt(theirs_, 9);
  EXPECT_FALSE(findMisbehaviour(hasher_, vkey_, earlier, later, nullptr));
  EXPECT_FALSE(findMisbehaviour(hasher_, vkey_, earlier, later, &theirs_)) << "not its tree";
  EXPECT_TRUE(findMisbehaviour(hasher_, vkey_, earlier, later, &ours_));
}

TEST_F(MisbehaviourTest, DoesNotBlameALogForWhatItDidNotSign) {
  fork(3, 9);
  const SigningKey forger = SigningKey::fromSeed(Bytes(32, 6));
  const std::string forged =
      signCheckpoint(hasher_, forger, {kOrigin, 9, theirs_.root(), {}}).encode();
  EXPECT_FALSE(findMisbehaviour(hasher_, vkey_, signedAt(ours_, 9), forged, nullptr));
  EXPECT_EQ(codeOf({vkey_, signedAt(ours_, 9), forged, std::nullopt}), "note.untrusted");
  std::string broken = signedAt(theirs_, 9);
  broken.replace(broken.find("\n9\n"), 3, "\n8\n");
  EXPECT_EQ(codeOf({vkey_, broken, signedAt(ours_, 9), std::nullopt}), "note.bad-signature");
  EXPECT_EQ(codeOf({"nonsense", broken, broken, std::nullopt}), "vkey.malformed");
}

TEST_F(MisbehaviourTest, IsNotShownByTheWrongPath) {
  fork(3, 12);
  const auto found =
      findMisbehaviour(hasher_, vkey_, signedAt(theirs_, 9), signedAt(ours_, 12), &ours_);
  ASSERT_TRUE(found);
  Misbehaviour bad = *found;
  bad.beginning->path[1].bytes[0] ^= 1;
  EXPECT_EQ(codeOf(bad), "misbehaviour.not-shown");
  bad = *found;
  bad.beginning->path.push_back(Hash{});
  EXPECT_EQ(codeOf(bad), "misbehaviour.not-shown");
  bad = *found;
  bad.beginning.reset();
  EXPECT_EQ(codeOf(bad), "misbehaviour.not-shown");
  bad = *found;
  bad.earlier = signedAt(ours_, 9);
  EXPECT_EQ(codeOf(bad), "misbehaviour.not-shown") << "the log is in the right";
  bad = *found;
  std::swap(bad.earlier, bad.later);
  EXPECT_EQ(codeOf(bad), "misbehaviour.not-shown");
  bad = *found;
  bad.later = bad.earlier;
  EXPECT_EQ(codeOf(bad), "misbehaviour.not-shown");
}

TEST_F(MisbehaviourTest, IsRefusedWithAnyByteChanged) {
  fork(2, 6);
  const std::string good =
      findMisbehaviour(hasher_, vkey_, signedAt(theirs_, 5), signedAt(ours_, 6), &ours_)->encode();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    const auto read = Misbehaviour::parse(bad);
    EXPECT_TRUE(!read || !codeOf(read.value()).empty()) << "byte " << i;
    const auto cut = Misbehaviour::parse(good.substr(0, i));
    EXPECT_TRUE(!cut || !codeOf(cut.value()).empty()) << "cut at " << i;
  }
  EXPECT_FALSE(Misbehaviour::parse(good + "\n"));
  EXPECT_FALSE(Misbehaviour::parse(std::string(kMisbehaviourBytesMax + 1, 'a')));
}

TEST_F(MisbehaviourTest, HasANameOfItsOwn) {
  fork(3, 9);
  const Misbehaviour nine =
      *findMisbehaviour(hasher_, vkey_, signedAt(ours_, 9), signedAt(theirs_, 9), nullptr);
  const Misbehaviour eight =
      *findMisbehaviour(hasher_, vkey_, signedAt(ours_, 8), signedAt(theirs_, 8), nullptr);
  EXPECT_TRUE(nine.fileName().starts_with("misbehaviour-9-"));
  EXPECT_NE(nine.fileName(), eight.fileName());
}

TEST_F(MisbehaviourTest, IsSeenInTheProofOfALogThatOwnsUpToItsFork) {
  fork(3, 13);
  TileHashes hashes(theirs_, 13);
  for (std::uint64_t from = 0; from <= 13; ++from) {
    const auto path = proveConsistency(hashes, hasher_, {from, 13});
    const auto root = provedBeginning(hasher_, {from, 13}, path, theirs_.root());
    const bool held = from > 2 && from != 4 && from != 8 && from != 13;
    ASSERT_EQ(root.has_value(), held) << from;
    EXPECT_TRUE(!held || *root == rootAt(hashes, hasher_, from)) << from;
    EXPECT_FALSE(provedBeginning(hasher_, {from, 13}, path, ours_.root()));
  }
}

}  // namespace
}  // namespace minutebook

// tests/unit/tlog/checkpoint_test.cpp

#include "ledger/tlog/checkpoint.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "ledger/tlog/cosignature.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/tile_hashes.h"
#include "tests/support/fault_of.h"
#include "tests/unit/tlog/vectors.h"

namespace minutebook {
namespace {

constexpr char kOrigin[] = "log.example.org/minutes";
constexpr char kEmptyRootLine[] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

TEST(Checkpoint, OfAnEmptyLogIsTheKnownText) {
  const Checkpoint checkpoint{kOrigin, 0, kEmptyRoot, {}};
  const std::string text = std::string(kOrigin) + "\n0\n" + kEmptyRootLine + "\n";
  EXPECT_EQ(checkpoint.encode(), text);
  EXPECT_EQ(Checkpoint::parse(text).value(), checkpoint);
}

TEST(Checkpoint, KeepsExtensionLinesOfOtherLogs) {
  const std::string text = std::string("o\n12\n") + kEmptyRootLine + "\nextra one\nextra two\n";
  const auto parsed = Checkpoint::parse(text);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed.value().extensions, (std::vector<std::string>{"extra one", "extra two"}));
  EXPECT_EQ(parsed.value().encode(), text);
}

TEST(Checkpoint, RefusesEveryOtherSpelling) {
  const std::string root = kEmptyRootLine;
  for (const std::string& text : {std::string(),
                                  std::string("\n"),
                                  "o\n1\n" + root,
                                  std::string("o\n1\n\n"),
                                  "\n1\n" + root + "\n",
                                  "o\n\n" + root + "\n",
                                  "o\n01\n" + root + "\n",
                                  "o\n+1\n" + root + "\n",
                                  "o\n-1\n" + root + "\n",
                                  "o\n1 \n" + root + "\n",
                                  "o\n1.0\n" + root + "\n",
                                  "o\n4611686018427387905\n" + root + "\n",
                                  "o\n18446744073709551617\n" + root + "\n",
                                  "o\n1\n" + root.substr(0, 43) + "\n",
                                  "o\n1\n" + root + "=\n",
                                  "o\n1\n" + root + " \n",
                                  std::string("o\n1\nAAAA\n"),
                                  "o\n1\n" + root + "\n\n",
                                  "o\n1\n" + root + "\n\nx\n",
                                  "o\n1\n" + root + "\nx",
                                  "1\n" + root + "\n"}) {
    const auto parsed = Checkpoint::parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.refusal().code, "checkpoint.malformed");
    EXPECT_FALSE(parsed.refusal().remedy.empty());
  }
  EXPECT_TRUE(Checkpoint::parse("o\n4611686018427387904\n" + root + "\n"));
}

class OpenCheckpoint : public ::testing::Test {
 protected:
  void SetUp() override { growTo(log_, 300); }

  std::string vkey(std::string_view name, NoteKeyType type, const SigningKey& key) {
    return VerifierKey{std::string(name), type, toBytes(key.publicKey().view())}.encode(hasher_);
  }
  TrustedKeys keys() {
    const std::vector<std::string> vkeys{
        vkey(kOrigin, NoteKeyType::kEd25519, logKey_),
        vkey("witness.example.org", NoteKeyType::kCosignatureV1, witnessKey_)};
    return TrustedKeys::of(hasher_, vkeys).value();
  }
  Checkpoint head() { return {kOrigin, log_.size(), log_.root(), {}}; }
  /// "" if it opens, else the code of the refusal.
  std::string verdict(const std::string& bytes, std::string_view origin = kOrigin) {
    const auto opened = openCheckpoint(keys(), origin, bytes);
    return opened ? "" : opened.refusal().code;
  }

  Sha256 hasher_;
  MemoryLog log_;
  SigningKey logKey_ = SigningKey::fromSeed(Bytes(32, 1));
  SigningKey witnessKey_ = SigningKey::fromSeed(Bytes(32, 2));
};

TEST_F(OpenCheckpoint, GivesSizeRootAndWhoSigned) {
  SignedNote note = signCheckpoint(hasher_, logKey_, head());
  note.signatures.push_back(cosign(hasher_, "witness.example.org", witnessKey_, 7, note.text));
  const auto opened = openCheckpoint(keys(), kOrigin, note.encode());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened.value().checkpoint, head());
  ASSERT_EQ(opened.value().signatures.size(), 2u);
  EXPECT_EQ(opened.value().signatures[1].time, 7u);
}

TEST_F(OpenCheckpoint, ACosignatureAloneIsNotEnough) {
  const std::string text = head().encode();
  const SignedNote note{text, {cosign(hasher_, "witness.example.org", witnessKey_, 7, text)}};
  EXPECT_EQ(verdict(note.encode()), "note.untrusted");
}

TEST_F(OpenCheckpoint, SeveralKeysOfOneLogSignSideBySide) {
  std::vector<SigningKey> both;
  both.push_back(SigningKey::fromSeed(Bytes(32, 77)));
  both.push_back(SigningKey::fromSeed(logKey_.seed()));
  const SignedNote note = signCheckpoint(hasher_, both, head());
  ASSERT_EQ(note.signatures.size(), 2u);
  EXPECT_EQ(note.signatures[0].name, note.signatures[1].name);
  EXPECT_NE(note.signatures[0].keyId, note.signatures[1].keyId);
  EXPECT_EQ(verdict(note.encode()), "") << "the line of an unknown key is passed over";
  EXPECT_THROW(signCheckpoint(hasher_, std::span<const SigningKey>(), head()), Fault);
}

TEST_F(OpenCheckpoint, RefusesAnotherLog) {
  Checkpoint other = head();
  other.origin = "other.example.org";
  EXPECT_EQ(verdict(signCheckpoint(hasher_, logKey_, other).encode()), "note.untrusted");
  // Signed by our key under our name, but speaking of another log.
  const std::string text = other.encode();
  const SignedNote crossed{text, {signNote(hasher_, kOrigin, logKey_, text)}};
  EXPECT_EQ(verdict(crossed.encode()), "checkpoint.other-origin");
  EXPECT_EQ(verdict(signCheckpoint(hasher_, logKey_, head()).encode(), "other.example.org"),
            "note.untrusted");
}

TEST_F(OpenCheckpoint, RefusesAnEmptyLogWithARoot) {
  EXPECT_EQ(verdict(signCheckpoint(hasher_, logKey_, {kOrigin, 0, Hash{}, {}}).encode()),
            "checkpoint.wrong-empty-root");
  EXPECT_EQ(verdict(signCheckpoint(hasher_, logKey_, {kOrigin, 0, kEmptyRoot, {}}).encode()), "");
}

TEST_F(OpenCheckpoint, RefusesEveryFlippedBit) {
  const std::string good = signCheckpoint(hasher_, logKey_, head()).encode();
  ASSERT_EQ(verdict(good), "");
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    std::string bad = good;
    bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
    ASSERT_NE(verdict(bad), "") << "bit " << bit;
  }
}

TEST_F(OpenCheckpoint, SigningWhatCannotBeReadBackIsABug) {
  EXPECT_EQ(faultOf([&] {
              signCheckpoint(hasher_, logKey_, {"", 0, Hash{}, {}});
            }),
            FaultKind::kBug);
  EXPECT_EQ(faultOf([&] {
              signCheckpoint(hasher_, logKey_, {"a\nb", 0, Hash{}, {}});
            }),
            FaultKind::kBug);
  EXPECT_EQ(faultOf([&] {
              signCheckpoint(hasher_, logKey_, {"a", UINT64_MAX, Hash{}, {}});
            }),
            FaultKind::kBug);
}

class TlogProofTest : public OpenCheckpoint {
 protected:
  TlogProof make(std::uint64_t index) {
    TileHashes hashes(log_, log_.size());
    return {std::nullopt, index, proveInclusion(hashes, hasher_, {index, log_.size()}),
            signCheckpoint(hasher_, logKey_, head()).encode()};
  }
  std::string proofVerdict(const TlogProof& proof, std::string_view entry) {
    const auto opened =
        verifyTlogProof(hasher_, proof, leafHash(hasher_, asBytes(entry)), keys(), kOrigin);
    return opened ? "" : opened.refusal().code;
  }
};

TEST_F(TlogProofTest, HoldsForItsEntryAloneAndReadsBack) {
  for (std::uint64_t index : {0, 255, 256, 299}) {
    TlogProof proof = make(index);
    if (index == 256) proof.extra = toBytes(asBytes("a note for its holder"));
    if (index == 299) proof.extra = Bytes{};
    EXPECT_EQ(proofVerdict(proof, std::to_string(index)), "");
    EXPECT_EQ(proofVerdict(proof, "other"), "proof.does-not-hold");
    EXPECT_EQ(TlogProof::parse(proof.encode()).value(), proof);
    proof.index ^= 1;
    EXPECT_EQ(proofVerdict(proof, std::to_string(index)), "proof.does-not-hold");
  }
}

TEST_F(TlogProofTest, OfTheOnlyEntryHasNoHashes) {
  const Hash root = leafHash(hasher_, asBytes("0"));
  const TlogProof proof{
      std::nullopt, 0, {}, signCheckpoint(hasher_, logKey_, {kOrigin, 1, root, {}}).encode()};
  EXPECT_TRUE(proof.encode().starts_with("c2sp.org/tlog-proof@v1\nindex 0\n\n"));
  EXPECT_EQ(TlogProof::parse(proof.encode()).value(), proof);
  EXPECT_EQ(proofVerdict(proof, "0"), "");
}

TEST_F(TlogProofTest, RefusesEveryOtherSpelling) {
  const std::string good = make(7).encode();
  const auto replaced = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  const std::string hash = toBase64(Bytes(32));
  for (const std::string& text :
       {std::string(), replaced("@v1", "@v2"), replaced("index 7", "index 07"),
        replaced("index 7", "index +7"), replaced("index 7", "index  7"),
        replaced("index 7", "index 4611686018427387904"), replaced("index 7\n", ""),
        replaced("index 7", "extra x\nindex 7"),
        replaced("index 7", "extra AA==\nextra AA==\nindex 7"),
        replaced("index 7", "index 7\nindex 7"), replaced("index 7\n", "index 7\nAAAA\n"),
        replaced("index 7\n", "index 7\n" + hash + " \n"), replaced("\n\n", "\n"),
        good.substr(0, good.find("\n\n") + 1), good + "\n"}) {
    EXPECT_FALSE(TlogProof::parse(text)) << text;
  }
}

// The texts of docs/formats/tlog.md, and so what tlog_fixture writes for three entries.
TEST(WorkedExample, IsWhatTheDocumentSays) {
  std::ifstream in(std::string(MINUTEBOOK_SOURCE_DIR) + "/docs/formats/tlog.md");
  const std::string document{std::istreambuf_iterator<char>(in), {}};
  Sha256 hasher;
  MemoryLog log;
  growTo(log, 3);
  const SigningKey key = SigningKey::fromSeed(sha256(asBytes("minutebook fixture key")).view());
  const std::string origin = "log.example.org/fixture";
  const std::string checkpoint = signCheckpoint(hasher, key, {origin, 3, log.root(), {}}).encode();
  TileHashes hashes(log, 3);
  const TlogProof proof{std::nullopt, 1, proveInclusion(hashes, hasher, {1, 3}), checkpoint};
  const VerifierKey vkey{origin, NoteKeyType::kEd25519, toBytes(key.publicKey().view())};
  EXPECT_NE(document.find("```\n" + proof.encode() + "```"), std::string::npos);
  EXPECT_NE(document.find("```\n" + checkpoint + "```"), std::string::npos);
  EXPECT_NE(document.find("```\n" + vkey.encode(hasher) + "\n```"), std::string::npos);
  for (std::uint64_t i = 0; i < 3; ++i) {
    EXPECT_NE(document.find(toHex(hashes.subtree(0, i).view())), std::string::npos);
  }
}

TEST_F(TlogProofTest, TakesSixtyThreeHashesAndNoMore) {
  TlogProof proof = make(7);
  proof.path.assign(kPathLengthMax, Hash{});
  EXPECT_TRUE(TlogProof::parse(proof.encode()));
  proof.path.push_back(Hash{});
  EXPECT_FALSE(TlogProof::parse(proof.encode()));
}

}  // namespace
}  // namespace minutebook

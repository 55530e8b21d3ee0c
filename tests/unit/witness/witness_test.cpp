// tests/unit/witness/witness_test.cpp

#include "ledger/witness/witness.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "ledger/tlog/cosignature.h"
#include "tests/support/fault_of.h"
#include "tests/support/files.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/witness/watched_log.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

class WitnessTest : public ::testing::Test {
 protected:
  WitnessTest() {
    FixedRandom random;
    Witness::create(place_, "experts.example/w", random);
    witness_.emplace(place_);
    EXPECT_FALSE(witness_->watch(log_.vkey()));
  }
  int ask(const std::string& body, std::uint64_t now = 1000) {
    last_ = witness_->add(body, now);
    return httpStatusOf(last_);
  }
  int ask(const AddCheckpoint& request, std::uint64_t now = 1000) {
    return ask(request.encode(), now);
  }
  std::uint64_t known() {
    const auto latest = witness_->latest(SignedLog::kOrigin);
    return latest ? latest->size : UINT64_MAX;
  }
  fs::path stateFile() {
    return place_ / "logs" / toHex(sha256(asBytes(SignedLog::kOrigin)).view()) / "checkpoint";
  }

  TempDirectory temp_;
  fs::path place_ = temp_.path() / "state";
  SignedLog log_{20};
  SignedLog fork_{20, 4};
  std::optional<Witness> witness_;
  WitnessReply last_;
};

// A session published elsewhere; it is not part of this tree.
TEST_F(WitnessTest, AnswersASessionOfOthersAsTheyDo) {
  const char* shared = std::getenv("MINUTEBOOK_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "MINUTEBOOK_SHARED does not say where it is";
  std::ifstream file(std::string(shared) + "/vectors/notes.json");
  const nlohmann::json known = nlohmann::json::parse(file);
  const nlohmann::json& session = known["witness"];
  ASSERT_FALSE(witness_->watch(session["vkey"]));
  ASSERT_GT(session["requests"].size(), 10u);
  for (const nlohmann::json& one : session["requests"]) {
    EXPECT_EQ(ask(one["request"].get<std::string>()), one["status"].get<int>()) << one["name"];
    if (!one.contains("body")) continue;
    EXPECT_EQ(std::to_string(last_.latestSize) + "\n", one["body"]) << one["name"];
  }
  for (const auto& [origin, hash] : known["origin_hashes"].items()) {
    if (origin == "about") continue;
    EXPECT_EQ(toHex(sha256(asBytes(origin)).view()), hash);
  }
}

// The whole of a session, in order, as the protocol has it.
TEST_F(WitnessTest, AnswersASessionAsTheProtocolSays) {
  EXPECT_EQ(ask(log_.request(0, 1)), 200);
  EXPECT_EQ(known(), 1u);
  AddCheckpoint forged = log_.request(1, 3);
  forged.checkpoint.replace(forged.checkpoint.size() - 8, 1, "/");
  EXPECT_EQ(ask(forged), 403);
  // One bit more than base64 has there: it is read as a signature, and as a wrong one.
  AddCheckpoint odd64 = log_.request(1, 3);
  char& last = odd64.checkpoint[odd64.checkpoint.size() - 3];
  last = last == 'A' ? 'B' : static_cast<char>(last + 1);
  EXPECT_EQ(ask(odd64), 403);
  AddCheckpoint unknown = log_.request(1, 3);
  unknown.checkpoint.replace(0, 3, "lag");
  EXPECT_EQ(ask(unknown), 404);
  AddCheckpoint bare = log_.request(1, 3);
  bare.proof.clear();
  EXPECT_EQ(ask(bare), 422);
  AddCheckpoint wrong = log_.request(1, 3);
  wrong.proof[1].bytes[31] ^= 1;
  EXPECT_EQ(ask(wrong), 422);
  EXPECT_EQ(ask(log_.request(1, 3)), 200);
  EXPECT_EQ(ask(log_.request(1, 5)), 409);
  EXPECT_EQ(last_.latestSize, 3u);
  EXPECT_EQ(ask(log_.request(3, 5)), 200);
  EXPECT_EQ(ask(log_.request(0, 5)), 409);
  EXPECT_EQ(last_.latestSize, 5u);
  const std::string unsignedNote = log_.note(5).substr(0, log_.note(5).find("\n\n") + 1);
  EXPECT_EQ(ask("old 5\n\n" + unsignedNote), 400);
  Sha256 hasher;
  const std::string text =
      std::string(SignedLog::kOrigin) + "\nfive\n" + toBase64(log_.rootOf(5).view()) + "\n";
  const SignedNote odd{text, {signNote(hasher, SignedLog::kOrigin, log_.key, text)}};
  EXPECT_EQ(ask("old 5\n\n" + odd.encode()), 400);
  EXPECT_EQ(known(), 5u);
}

TEST_F(WitnessTest, CosignsWhatVerifiesUnderItsKey) {
  ASSERT_EQ(ask(log_.request(0, 7), 1234), 200);
  Sha256 hasher;
  const std::vector<std::string> vkeys{log_.vkey(), witness_->vkey()};
  const auto keys = TrustedKeys::of(hasher, vkeys);
  const auto opened =
      openCheckpoint(keys.value(), SignedLog::kOrigin, log_.note(7) + last_.cosignature);
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened.value().signatures.size(), 2u);
  EXPECT_EQ(opened.value().signatures[1].time, 1234u);
  EXPECT_EQ(witness_->latest(SignedLog::kOrigin)->note, log_.note(7) + last_.cosignature);
  EXPECT_EQ(witness_->latestByHash(toHex(sha256(asBytes(SignedLog::kOrigin)).view())),
            log_.note(7) + last_.cosignature);
}

TEST_F(WitnessTest, CosignsTheSameAgainAndNeverAtAnEarlierTime) {
  ASSERT_EQ(ask(log_.request(0, 7), 2000), 200);
  ASSERT_EQ(ask(log_.request(7, 7), 1000), 200);
  EXPECT_EQ(witness_->latest(SignedLog::kOrigin)->time, 2000u);
  ASSERT_EQ(ask(log_.request(7, 7), 3000), 200);
  EXPECT_EQ(witness_->latest(SignedLog::kOrigin)->time, 3000u);
}

TEST_F(WitnessTest, RefusesSizesAndProofsThatCannotBe) {
  EXPECT_EQ(ask(log_.request(0, 7)), 200);
  AddCheckpoint older = log_.request(3, 3);
  older.oldSize = 7;
  EXPECT_EQ(ask(older), 400);
  EXPECT_EQ(last_.refusal->code, "witness.old-too-large");
  AddCheckpoint more = log_.request(7, 9);
  more.proof.push_back(Hash{});
  EXPECT_EQ(ask(more), 422);
  AddCheckpoint same = log_.request(7, 7);
  same.proof.push_back(Hash{});
  EXPECT_EQ(ask(same), 422);
  EXPECT_EQ(known(), 7u);
}

TEST_F(WitnessTest, TakesAnEmptyLogAndRefusesOneWithARoot) {
  Sha256 hasher;
  const std::string wrong =
      signCheckpoint(hasher, log_.key, {SignedLog::kOrigin, 0, Hash{}, {}}).encode();
  EXPECT_EQ(ask(AddCheckpoint{0, {}, wrong}), 422);
  EXPECT_EQ(ask(log_.request(0, 0)), 200);
  AddCheckpoint first = log_.request(0, 5);
  first.proof.push_back(Hash{});
  EXPECT_EQ(ask(first), 422) << "from nothing only an empty proof holds";
  EXPECT_EQ(ask(log_.request(0, 5)), 200);
}

TEST_F(WitnessTest, KeepsTheEvidenceOfAForkAndStaysWhereItWas) {
  ASSERT_EQ(ask(log_.request(0, 7)), 200);
  AddCheckpoint other = fork_.request(7, 7);
  EXPECT_EQ(ask(other), 422);
  ASSERT_FALSE(last_.evidence.empty());
  const auto same = Misbehaviour::parse(readFile(last_.evidence));
  ASSERT_TRUE(same);
  Sha256 hasher;
  EXPECT_TRUE(checkMisbehaviour(hasher, same.value()));
  // Its own proof leads from another beginning, and so shows the fork.
  EXPECT_EQ(ask(fork_.request(7, 12)), 422);
  ASSERT_FALSE(last_.evidence.empty());
  const auto later = Misbehaviour::parse(readFile(last_.evidence));
  ASSERT_TRUE(later && later.value().beginning);
  EXPECT_TRUE(checkMisbehaviour(hasher, later.value()));
  EXPECT_EQ(known(), 7u);
  EXPECT_EQ(ask(log_.request(7, 12)), 200);
}

TEST_F(WitnessTest, KeepsNoEvidenceOfAnHonestMistake) {
  ASSERT_EQ(ask(log_.request(0, 7)), 200);
  AddCheckpoint wrong = log_.request(7, 12);
  wrong.proof[0].bytes[0] ^= 1;
  EXPECT_EQ(ask(wrong), 422);
  EXPECT_TRUE(last_.evidence.empty());
  EXPECT_EQ(ask(log_.request(3, 12)), 409);
  EXPECT_TRUE(last_.evidence.empty());
}

TEST_F(WitnessTest, StoresOnlyVerifiedLinesSoThatAForgedOneDoesNotWedgeIt) {
  AddCheckpoint request = log_.request(0, 7);
  Sha256 hasher;
  const auto own = VerifierKey::parse(hasher, witness_->vkey());
  const NoteSignature forged{own.value().name, own.value().id(hasher), Bytes(72, 9)};
  const NoteSignature stranger{"stranger", 77, Bytes(64, 9)};
  request.checkpoint += forged.encode() + stranger.encode();
  ASSERT_EQ(ask(request), 200);
  EXPECT_EQ(witness_->latest(SignedLog::kOrigin)->note, log_.note(7) + last_.cosignature);
  ASSERT_EQ(ask(log_.request(7, 9)), 200);
}

TEST_F(WitnessTest, GoesOnWhereItWasInANewProcess) {
  ASSERT_EQ(ask(log_.request(0, 7)), 200);
  const std::string vkey = witness_->vkey();
  witness_.reset();
  witness_.emplace(place_);
  EXPECT_EQ(witness_->vkey(), vkey);
  EXPECT_EQ(witness_->origins(), std::vector<std::string>{SignedLog::kOrigin});
  EXPECT_EQ(ask(log_.request(0, 9)), 409);
  EXPECT_EQ(ask(log_.request(7, 9)), 200);
}

TEST_F(WitnessTest, NeverBeginsAnewWhenItsStateIsDamaged) {
  ASSERT_EQ(ask(log_.request(0, 7)), 200);
  const std::string good = readFile(stateFile());
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    std::ofstream(stateFile(), std::ios::binary) << bad;
    EXPECT_EQ(faultOf([&] { ask(log_.request(7, 9)); }), FaultKind::kCorrupt) << i;
    std::ofstream(stateFile(), std::ios::binary) << good.substr(0, i);
    EXPECT_EQ(faultOf([&] { ask(log_.request(0, 9)); }), FaultKind::kCorrupt) << i;
  }
  std::ofstream(stateFile(), std::ios::binary) << log_.note(7);
  EXPECT_EQ(faultOf([&] { ask(log_.request(7, 9)); }), FaultKind::kCorrupt) << "not cosigned";
}

TEST_F(WitnessTest, KeepsItsKeyForItselfAndForGood) {
  const auto mode = fs::status(place_ / "signing.key").permissions() & fs::perms::mask;
  EXPECT_EQ(mode, fs::perms::owner_read | fs::perms::owner_write);
  FixedRandom random;
  EXPECT_EQ(faultOf([&] { Witness::create(place_, "other.example/w", random); }),
            FaultKind::kConfig);
  EXPECT_EQ(faultOf([&] { Witness::create(temp_.path() / "b", "two words", random); }),
            FaultKind::kUsage);
  EXPECT_EQ(faultOf([&] { Witness(temp_.path() / "none"); }), FaultKind::kMissing);
  std::string text = readFile(place_ / "signing.key");
  text[text.find("public ") + 8] ^= 1;
  std::ofstream(place_ / "signing.key", std::ios::binary) << text;
  EXPECT_EQ(faultOf([&] { Witness again(place_); }), FaultKind::kCorrupt);
}

TEST_F(WitnessTest, WatchesOnlyKeysThatSignCheckpoints) {
  Sha256 hasher;
  EXPECT_EQ(witness_->watch("nonsense")->code, "vkey.malformed");
  EXPECT_EQ(witness_->watch(witness_->vkey())->code, "vkey.unsupported");
  // A second key of the same log, while it changes its key.
  const SigningKey next = SigningKey::fromSeed(Bytes(32, 0x22));
  const std::string nextVkey =
      VerifierKey{SignedLog::kOrigin, NoteKeyType::kEd25519, toBytes(next.publicKey().view())}
          .encode(hasher);
  ASSERT_EQ(ask(log_.request(0, 7)), 200);
  EXPECT_FALSE(witness_->watch(nextVkey));
  AddCheckpoint request = log_.request(7, 9);
  request.checkpoint =
      signCheckpoint(hasher, next, {SignedLog::kOrigin, 9, log_.rootOf(9), {}}).encode();
  EXPECT_EQ(ask(request), 200);
  EXPECT_EQ(witness_->origins().size(), 1u);
}

// Two processes at work in one directory, as two objects: every cosigned size follows from the one
// before, whoever comes first.
TEST_F(WitnessTest, IsOneWitnessThoughManyAskAtOnce) {
  std::vector<std::thread> askers;
  for (int asker = 0; asker < 4; ++asker) {
    askers.emplace_back([&, asker] {
      Witness own(place_);
      SignedLog honest(20);
      SignedLog forked(20, 4);
      for (std::uint64_t to = 1; to <= 20; ++to) {
        SignedLog& mine = asker == 3 ? forked : honest;
        const auto latest = own.latest(SignedLog::kOrigin);
        const std::uint64_t from = latest ? latest->size : 0;
        if (from <= to) own.add(mine.request(from, to).encode(), 1000 + to);
      }
    });
  }
  for (std::thread& asker : askers) asker.join();
  const auto latest = witness_->latest(SignedLog::kOrigin);
  ASSERT_TRUE(latest);
  EXPECT_EQ(latest->size, 20u);
  const bool oneHistory = latest->root == log_.rootOf(20) || latest->root == fork_.rootOf(20);
  EXPECT_TRUE(oneHistory);
}

TEST(AddCheckpoints, AreReadBackAsWrittenAndOnlySo) {
  SignedLog log(20);
  const AddCheckpoint request = log.request(3, 20);
  const auto read = AddCheckpoint::parse(request.encode());
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value(), request);
  const std::string note = log.note(20);
  const std::string hash = toBase64(Hash{}.view()) + "\n";
  std::string many = "old 1\n";
  for (int i = 0; i < 64; ++i) many += hash;
  const std::vector<std::string> bads{
      std::string(),
      "old 3",
      "old\n\n" + note,
      "old 03\n\n" + note,
      "old -1\n\n" + note,
      "old 4611686018427387905\n\n" + note,
      "Old 3\n\n" + note,
      "old 3\n" + note,
      "old 3\n" + hash + note,
      "old 3\nAAAA\n\n" + note,
      "old 3\r\n\n" + note,
      many + "\n" + note,
      "old 3\n\n",
      "old 3\n\n" + note + "\n",
      "old 3\n\n" + note + std::string(kAddCheckpointBytesMax, 'a')};
  for (const std::string& bad : bads) {
    const auto parsed = AddCheckpoint::parse(bad);
    ASSERT_FALSE(parsed) << bad;
    EXPECT_EQ(parsed.refusal().code, "witness.request-malformed");
  }
}

}  // namespace
}  // namespace minutebook

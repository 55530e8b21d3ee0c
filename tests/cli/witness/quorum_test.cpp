// `publish` among real witnesses on this machine, one of them hostile: it does what the policy
// says, in bounded time, and what was published before stays as it is.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "ledger/tlog/cosignature.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/witness/http_server.h"
#include "tests/support/files.h"
#include "tests/support/fixed_random.h"
#include "tests/support/program_ledger.h"
#include "tests/support/raw_server.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// About what the program takes for now: its runs come a minute apart from here on.
constexpr std::int64_t kAbout = 1710066000;  // 2024-03-10T10:20:00Z

/// A witness that serves in a thread of its own.
class GoodWitness {
 public:
  GoodWitness(const fs::path& place, const std::string& name, const std::string& logVkey) {
    FixedRandom random;
    Witness::create(place, name, random);
    witness_.emplace(place);
    (void)witness_->watch(logVkey);
    ServerSetting setting;
    setting.now = [] { return kAbout; };
    setting.told = [](const std::string&) {};
    server_.emplace(*witness_, setting);
    thread_ = std::thread([this] { server_->run(); });
  }
  ~GoodWitness() {
    server_->stop();
    thread_.join();
  }
  const std::string& vkey() const { return witness_->vkey(); }
  std::string url() const { return server_->url(); }

 private:
  std::optional<Witness> witness_;
  std::optional<WitnessServer> server_;
  std::thread thread_;
};

class Quorums : public ::testing::Test {
 protected:
  Quorums() {
    const ProgramEnd keys = ledger_.run({"key", "list", "-q"});
    const std::string mark = "Verifier key of this ledger: ";
    const std::size_t at = keys.out.find(mark) + mark.size();
    vkey_ = keys.out.substr(at, keys.out.find('\n', at) - at);
    good_.emplace(ledger_.place("good"), "good.example/w", vkey_);
  }

  std::string badVkey() {
    Sha256 hasher;
    return VerifierKey{"bad.example/w", NoteKeyType::kCosignatureV1,
                       toBytes(badKey_.publicKey().view())}
        .encode(hasher);
  }
  /// The policy with the good witness and a bad one at `url`, in the ledger's directory.
  void setPolicy(const std::string& quorum, const std::string& url) {
    std::ofstream(ledger_.book() / "policy")
        << "log " << vkey_ << "\nwitness Good " << good_->vkey() << " " << good_->url()
        << "\nwitness Bad " << badVkey() << " " << url << "\ngroup both " << quorum
        << " Good Bad\nquorum both\n";
  }
  ProgramEnd publish() {
    return ledger_.run({"publish", published_.string(), "--witness-timeout", "2.5"});
  }
  ProgramEnd grow() { return ledger_.run({"import", ledger_.recordFile(1)}); }
  /// How a reader who has the policy finds what is published.
  int verified() {
    return ledger_.runner()
        .run(
            {{"verify", published_.string(), "--policy", (ledger_.book() / "policy").string()}, ""})
        .status;
  }
  std::string checkpoint() {
    return fs::exists(published_ / "checkpoint") ? readFile(published_ / "checkpoint") : "";
  }
  /// The text of the checkpoint in a request to cosign.
  static std::string textIn(const std::string& request) {
    const std::string body = RawServer::bodyOf(request);
    const std::size_t blank = body.find("\n\n");
    if (blank == std::string::npos) return "";  // A monitor's question.
    const std::string note = body.substr(blank + 2);
    return note.substr(0, note.find("\n\n") + 1);
  }
  std::string cosigned(const std::string& request, std::uint64_t time) {
    Sha256 hasher;
    return cosign(hasher, "bad.example/w", badKey_, time, textIn(request)).encode();
  }
  /// Publishes under 1 of 2 and 2 of 2 while the bad one behaves so: the first is enough, the
  /// second is not, and recording goes on.
  void expectThatItDoesNotHelp(const RawServer::Behaviour& behaviour) {
    RawServer bad(behaviour);
    setPolicy("all", bad.url());
    const std::string before = checkpoint();
    ASSERT_TRUE(grow().isDone());
    const ProgramEnd both = publish();
    EXPECT_EQ(both.status, 7) << both.out << both.err;
    EXPECT_NE(both.err.find("Cosigned: Good"), std::string::npos) << both.err;
    EXPECT_EQ(checkpoint(), before);
    ASSERT_TRUE(grow().isDone());
    setPolicy("any", bad.url());
    const ProgramEnd one = publish();
    EXPECT_TRUE(one.isDone()) << one.err;
    EXPECT_NE(checkpoint(), before);
    EXPECT_EQ(checkpoint().find("bad.example"), std::string::npos) << checkpoint();
    EXPECT_NE(checkpoint().find("good.example"), std::string::npos) << checkpoint();
    EXPECT_EQ(verified(), 0);
    setPolicy("all", bad.url());
    EXPECT_EQ(verified(), 4) << "two were asked for, and one has cosigned";
  }
  static RawServer::Behaviour always(const std::string& said) {
    return [said](const std::string&) { return said; };
  }

  ProgramLedger ledger_;
  fs::path published_ = ledger_.place("published");
  SigningKey badKey_ = SigningKey::fromSeed(Bytes(32, 0x66));
  std::string vkey_;
  std::optional<GoodWitness> good_;
};

TEST_F(Quorums, AreMetByTwoGoodWitnesses) {
  RawServer honest([this](const std::string& request) {
    return RawServer::answer(200, "text/plain", cosigned(request, kAbout));
  });
  setPolicy("all", honest.url());
  const ProgramEnd done = publish();
  EXPECT_TRUE(done.isDone()) << done.err;
  EXPECT_NE(checkpoint().find("bad.example"), std::string::npos) << checkpoint();
  EXPECT_FALSE(fs::exists(published_ / "checkpoint-to-cosign"));
  EXPECT_EQ(verified(), 0);
}

TEST_F(Quorums, AreNotHelpedByABadSignature) {
  expectThatItDoesNotHelp([this](const std::string& request) {
    std::string line = cosigned(request, kAbout);
    char& digit = line[line.size() - 12];
    digit = digit == 'A' ? 'B' : 'A';
    return RawServer::answer(200, "text/plain", line);
  });
}

TEST_F(Quorums, AreNotHelpedByACosignatureOfAnotherTimeOrCheckpoint) {
  expectThatItDoesNotHelp([this](const std::string& request) {
    return RawServer::answer(200, "text/plain", cosigned(request, 1));
  });
  expectThatItDoesNotHelp([this](const std::string& request) {
    return RawServer::answer(200, "text/plain", cosigned(request + "\n", kAbout + 999'999));
  });
  std::string first;
  expectThatItDoesNotHelp([&, this](const std::string&) {
    if (first.empty()) first = cosigned("\r\n\r\nold 0\n\nexample.org/crash\n1\nAAAA\n\n", kAbout);
    return RawServer::answer(200, "text/plain", first);
  });
}

TEST_F(Quorums, AreNotHeldUpByOneThatHangs) {
  expectThatItDoesNotHelp([](const std::string&) { return std::nullopt; });
}

TEST_F(Quorums, AreNotHelpedByOneThatRollsBackOrClaimsMore) {
  std::atomic<int> size = 5;
  expectThatItDoesNotHelp([&](const std::string&) {
    size = size == 0 ? 5 : size - 1;
    return RawServer::answer(409, "text/x.tlog.size", std::to_string(size) + "\n");
  });
  // Without a checkpoint under the ledger's own key a claim is a claim.
  expectThatItDoesNotHelp(always(RawServer::answer(409, "text/x.tlog.size", "99999\n")));
  expectThatItDoesNotHelp(always(RawServer::answer(422, "text/plain", "")));
}

TEST_F(Quorums, AreNotHelpedByOneThatSpeaksNoHttp) {
  expectThatItDoesNotHelp(always("nonsense"));
  expectThatItDoesNotHelp(always(RawServer::answer(500, "text/html", "<html>")));
}

// A copy of the ledger that is used elsewhere, with a guard that knows nothing: the witness has
// seen the other history, and can show it under the ledger's own key.
TEST_F(Quorums, NeverCoverAForkThatAWitnessCanShow) {
  setPolicy("any", good_->url() + "/nowhere");
  ASSERT_TRUE(publish().isDone());
  const fs::path copy = ledger_.place("copy");
  fs::copy(ledger_.book(), copy, fs::copy_options::recursive);
  const fs::path guard = ledger_.place("guard");
  fs::copy(ledger_.guardDirectory(), guard, fs::copy_options::recursive);
  ASSERT_TRUE(grow().isDone());
  ASSERT_TRUE(publish().isDone());
  const auto inCopy = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--ledger", copy.string(), "--guard", guard.string()});
    return ledger_.runner().run({words, ""});
  };
  ASSERT_TRUE(inCopy({"import", ledger_.recordFile(1)}).isDone());
  const ProgramEnd forked = inCopy({"publish", ledger_.place("elsewhere").string()});
  EXPECT_EQ(forked.status, 4) << forked.out << forked.err;
  EXPECT_FALSE(fs::exists(ledger_.place("elsewhere") / "checkpoint"));
  int evidence = 0;
  for (const auto& file : fs::directory_iterator(copy)) {
    if (!file.path().filename().string().starts_with("misbehaviour-")) continue;
    ++evidence;
    const auto read = Misbehaviour::parse(readFile(file.path()));
    Sha256 hasher;
    ASSERT_TRUE(read);
    EXPECT_TRUE(checkMisbehaviour(hasher, read.value()));
    EXPECT_TRUE(ledger_.runner().run({{"verify", file.path().string()}, ""}).isDone());
  }
  EXPECT_EQ(evidence, 1);
}

// A restored old copy whose guard is gone, too: the witness remembers, before anything is signed.
TEST_F(Quorums, StopARestoredCopyBeforeItSigns) {
  setPolicy("any", good_->url() + "/nowhere");
  const fs::path copy = ledger_.place("copy");
  ASSERT_TRUE(publish().isDone());
  fs::copy(ledger_.book(), copy, fs::copy_options::recursive);
  ASSERT_TRUE(grow().isDone());
  ASSERT_TRUE(publish().isDone());
  const fs::path guard = ledger_.place("new-guard");
  const ProgramEnd behind =
      ledger_.runner().run({{"publish", ledger_.place("elsewhere").string(), "--ledger",
                             copy.string(), "--guard", guard.string()},
                            ""});
  EXPECT_EQ(behind.status, 4) << behind.err;
  EXPECT_NE(behind.err.find("witness Good shows that this ledger signed size"), std::string::npos)
      << behind.err;
  const ProgramEnd bundle = ledger_.runner().run(
      {{"bundle", "--for", "members", "-o", ledger_.place("members.tar").string(), "--ledger",
        copy.string(), "--guard", guard.string()},
       ""});
  EXPECT_EQ(bundle.status, 4) << bundle.err;
  EXPECT_FALSE(fs::exists(guard / "signed")) << bundle.err;
}

}  // namespace
}  // namespace minutebook

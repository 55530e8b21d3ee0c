// tests/unit/witness/http_test.cpp
//
// Client and server over real sockets of this machine, and a client among servers that misbehave.

#include <gtest/gtest.h>

#include <thread>

#include "ledger/witness/http_client.h"
#include "ledger/witness/http_server.h"
#include "tests/support/fault_of.h"
#include "tests/support/fixed_random.h"
#include "tests/support/raw_server.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/witness/watched_log.h"

namespace minutebook {
namespace {

class ServedWitness : public ::testing::Test {
 protected:
  ServedWitness() {
    FixedRandom random;
    Witness::create(temp_.path() / "state", "experts.example/w", random);
    witness_.emplace(temp_.path() / "state");
    EXPECT_FALSE(witness_->watch(log_.vkey()));
    ServerSetting setting;
    setting.timeoutSeconds = 5;
    setting.now = [] { return 1000; };
    setting.told = [this](const std::string& line) { told_.push_back(line); };
    server_.emplace(*witness_, setting);
    thread_ = std::thread([this] { server_->run(); });
  }
  ~ServedWitness() override {
    server_->stop();
    thread_.join();
  }
  HttpAnswer post(const std::string& body, const std::string& path = "/add-checkpoint") {
    return askAll({{server_->url() + path, body}}, {}).front();
  }
  HttpAnswer get(const std::string& path) {
    return askAll({{server_->url() + path, std::nullopt}}, {}).front();
  }
  static std::string monitoring(const std::string& origin) {
    return "/" + toHex(sha256(asBytes(origin)).view()) + "/checkpoint";
  }

  TempDirectory temp_;
  SignedLog log_{20};
  std::optional<Witness> witness_;
  std::optional<WitnessServer> server_;
  std::vector<std::string> told_;
  std::thread thread_;
};

TEST_F(ServedWitness, CosignsAndShowsWhatItCosigned) {
  EXPECT_EQ(get(monitoring(SignedLog::kOrigin)).status, 404);
  const HttpAnswer answer = post(log_.request(0, 7).encode());
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.body.starts_with("\xE2\x80\x94 experts.example/w ")) << answer.body;
  const HttpAnswer shown = get(monitoring(SignedLog::kOrigin));
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(shown.contentType, "text/plain; charset=utf-8");
  EXPECT_EQ(shown.body, log_.note(7) + answer.body);
}

TEST_F(ServedWitness, NamesItsSizeInTheTypeOfTheProtocol) {
  ASSERT_EQ(post(log_.request(0, 7).encode()).status, 200);
  const HttpAnswer answer = post(log_.request(3, 9).encode());
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(answer.contentType, "text/x.tlog.size");
  EXPECT_EQ(answer.body, "7\n");
}

TEST_F(ServedWitness, AnswersEveryOtherRequestWithItsStatus) {
  EXPECT_EQ(post("nonsense").status, 400);
  AddCheckpoint unknown = log_.request(0, 7);
  unknown.checkpoint.replace(0, 3, "lag");
  EXPECT_EQ(post(unknown.encode()).status, 404);
  AddCheckpoint forged = log_.request(0, 7);
  forged.checkpoint.replace(forged.checkpoint.size() - 8, 1, "/");
  EXPECT_EQ(post(forged.encode()).status, 403);
  AddCheckpoint wrong = log_.request(0, 7);
  wrong.proof.push_back(Hash{});
  EXPECT_EQ(post(wrong.encode()).status, 422);
  EXPECT_EQ(get("/add-checkpoint").status, 405);
  EXPECT_EQ(get("/").status, 404);
  EXPECT_EQ(get("/../signing.key").status, 404);
  EXPECT_EQ(get("/logs/checkpoint").status, 404);
  EXPECT_EQ(post("old 0\n\n", "/elsewhere").status, 404);
  EXPECT_FALSE(witness_->latest(SignedLog::kOrigin));
}

TEST_F(ServedWitness, TakesNoBodyThatIsTooLarge) {
  const HttpAnswer answer = post(std::string(kAddCheckpointBytesMax + 1, 'a'));
  EXPECT_NE(answer.status, 200);
  EXPECT_EQ(post(log_.request(0, 7).encode()).status, 200) << "and goes on";
}

TEST_F(ServedWitness, AnswersManyAtOnceAsOneWitness) {
  std::vector<HttpRequest> requests;
  for (std::uint64_t to = 1; to <= 20; ++to) {
    requests.push_back({server_->url() + "/add-checkpoint", log_.request(0, to).encode()});
  }
  int cosigned = 0;
  for (const HttpAnswer& answer : askAll(requests, {})) {
    EXPECT_TRUE(answer.status == 200 || answer.status == 409) << answer.trouble;
    cosigned += answer.status == 200 ? 1 : 0;
  }
  EXPECT_EQ(cosigned, 1);
}

TEST_F(ServedWitness, CannotListenTwiceInOnePlace) {
  ServerSetting setting;
  const std::string url = server_->url();
  setting.listen = *ListenAddress::parse(url.substr(url.rfind('/') + 1));
  EXPECT_EQ(faultOf([&] { WitnessServer(*witness_, setting); }), FaultKind::kConfig);
}

TEST(ListenAddresses, AreNumbersWithAPort) {
  EXPECT_EQ(ListenAddress::parse("127.0.0.1:7001")->port, 7001);
  EXPECT_TRUE(ListenAddress::parse("127.0.0.1:0")->isLoopback());
  EXPECT_EQ(ListenAddress::parse("[::1]:80")->host, "::1");
  EXPECT_TRUE(ListenAddress::parse("[::1]:80")->isLoopback());
  EXPECT_FALSE(ListenAddress::parse("0.0.0.0:80")->isLoopback());
  for (const char* bad : {"", "127.0.0.1", ":80", "127.0.0.1:65536", "127.0.0.1:080", "host:80",
                          "::1:80", "[127.0.0.1]:80", "127.0.0.1:-1", "127.1:80"}) {
    EXPECT_FALSE(ListenAddress::parse(bad)) << bad;
  }
}

class HostileServers : public ::testing::Test {
 protected:
  HttpAnswer ask(RawServer::Behaviour behaviour, HttpLimits limits = {}) {
    RawServer server(std::move(behaviour));
    return askAll({{server.url() + "/add-checkpoint", "old 0\n"}}, limits).front();
  }
};

TEST_F(HostileServers, AreCutOffByTheClientsOwnTime) {
  const HttpLimits brief{std::chrono::milliseconds(200), 1000};
  EXPECT_EQ(ask([](const std::string&) { return std::nullopt; }, brief).trouble,
            "it did not answer within 200 milliseconds");
  // Half an answer, and then silence, for a client that would wait for each byte.
  EXPECT_EQ(ask([](const std::string&) { return "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"; },
                brief)
                .status,
            0);
}

TEST_F(HostileServers, CannotSendMoreThanAnAnswer) {
  const HttpLimits small{std::chrono::milliseconds(5000), 1000};
  const HttpAnswer answer =
      ask([](const std::string&) { return RawServer::answer(200, "a", std::string(5000, 'a')); },
          small);
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.trouble, "it sent more than an answer needs");
}

TEST_F(HostileServers, ThatSpeakNoHttpAreTroubleAndNoMore) {
  for (const char* said : {"", "nonsense\r\n\r\n", "HTTP/9.9 abc\r\n\r\n", "\n\n\n"}) {
    const HttpAnswer answer = ask([said](const std::string&) { return said; });
    EXPECT_EQ(answer.status, 0) << said;
    EXPECT_FALSE(answer.trouble.empty());
  }
}

TEST_F(HostileServers, LeadNobodyElsewhere) {
  std::atomic<int> visits = 0;
  RawServer other([&](const std::string&) {
    ++visits;
    return RawServer::answer(200, "text/plain", "here");
  });
  const std::string to = other.url();
  const HttpAnswer answer = ask([to](const std::string&) {
    return "HTTP/1.1 302 Found\r\nLocation: " + to + "/\r\nContent-Length: 0\r\n\r\n";
  });
  EXPECT_EQ(answer.status, 302);
  EXPECT_EQ(visits, 0);
}

TEST_F(HostileServers, DoNotKeepTheOthersFromAnswering) {
  RawServer good([](const std::string& request) {
    return RawServer::answer(200, "text/plain", RawServer::bodyOf(request));
  });
  RawServer hanging([](const std::string&) { return std::nullopt; });
  const auto answers = askAll({{hanging.url() + "/a", "x"},
                               {good.url() + "/b", "y"},
                               {"https://127.0.0.1:1/", "z"},
                               {"http://user@127.0.0.1:1/", "z"},
                               {"ftp://127.0.0.1/", std::nullopt},
                               {"http://", std::nullopt}},
                              {std::chrono::milliseconds(1500), 1000});
  ASSERT_EQ(answers.size(), 6u);
  EXPECT_EQ(answers[0].status, 0);
  EXPECT_EQ(answers[1].body, "y");
  for (std::size_t i = 2; i < 6; ++i) EXPECT_FALSE(answers[i].trouble.empty()) << i;
}

TEST_F(HostileServers, ThatAreNotThereAreSaidToBeSo) {
  std::string url;
  {
    url = RawServer([](const std::string&) { return ""; }).url();
  }
  EXPECT_EQ(askAll({{url + "/", "x"}}, {}).front().trouble, "it could not be reached");
  EXPECT_TRUE(askAll({}, {}).empty());
}

}  // namespace
}  // namespace minutebook

// tests/unit/witness/ask_test.cpp
//
// The log's side of tlog-witness, without a network: what is asked, and what of the answers counts.

#include "ledger/witness/ask.h"

#include <gtest/gtest.h>

#include "ledger/tlog/cosignature.h"
#include "tests/unit/witness/watched_log.h"

namespace minutebook {
namespace {

class Asking : public ::testing::Test {
 protected:
  static constexpr std::uint64_t kNow = 100'000;

  std::string vkeyOf(const std::string& name, std::uint8_t seed) {
    const SigningKey key = SigningKey::fromSeed(Bytes(32, seed));
    return VerifierKey{name, NoteKeyType::kCosignatureV1, toBytes(key.publicKey().view())}.encode(
        hasher_);
  }
  Policy policy(const std::string& quorum = "all") {
    return Policy::parse(hasher_, "witness A " + vkeyOf("a.example/w", 1) + " http://a.example/\n" +
                                      "witness B " + vkeyOf("b.example/w", 2) +
                                      " http://b.example/w\n" + "witness C " +
                                      vkeyOf("c.example/w", 3) + "\ngroup g " + quorum +
                                      " A B\nquorum g\n")
        .value();
  }
  std::string line(const std::string& name, std::uint8_t seed, std::uint64_t time = kNow) {
    const std::string text = SignedNote::parse(log_.note(20)).value().text;
    return cosign(hasher_, name, SigningKey::fromSeed(Bytes(32, seed)), time, text).encode();
  }
  /// Asks with answers by the host that is asked; keeps what was asked.
  std::vector<AskedWitness> ask(std::function<HttpAnswer(const HttpRequest&)> answer,
                                const std::map<std::string, std::uint64_t>& known = {}) {
    const Policy asked = policy();
    kept_.emplace(asked, SignedNote::parse(log_.note(20)).value().text,
                  CosignatureTimes{kNow - 1000, kNow});
    const ToCosign what{SignedLog::kOrigin, 20, log_.note(20), log_.log()};
    auto result = askWitnesses(
        asked, what, known,
        [&](const std::vector<HttpRequest>& requests) {
          std::vector<HttpAnswer> answers;
          for (const HttpRequest& request : requests) {
            requests_.push_back(request);
            answers.push_back(answer(request));
          }
          return answers;
        },
        *kept_);
    names_ = kept_->witnesses();
    enough_ = kept_->quorumMet();
    cosigned_ = kept_->addTo(SignedNote::parse(log_.note(20)).value());
    kept_.reset();
    return result;
  }
  static bool isA(const HttpRequest& request) {
    return request.url == "http://a.example/add-checkpoint";
  }
  static HttpAnswer text(int status, const std::string& body,
                         const std::string& type = "text/plain") {
    return {status, type, body, ""};
  }
  static HttpAnswer size(const std::string& body) { return text(409, body, "text/x.tlog.size"); }

  Sha256 hasher_;
  SignedLog log_{20};
  std::optional<Cosignatures> kept_;
  std::vector<HttpRequest> requests_;
  std::set<std::string> names_;
  bool enough_ = false;
  std::string cosigned_;
};

TEST_F(Asking, AsksWhomThePolicyNamesAndKeepsTheirLines) {
  const auto asked = ask([&](const HttpRequest& request) {
    return text(200, isA(request) ? line("a.example/w", 1) : line("b.example/w", 2));
  });
  ASSERT_EQ(requests_.size(), 2u) << "C has no address";
  EXPECT_EQ(requests_[1].url, "http://b.example/w/add-checkpoint");
  EXPECT_EQ(*requests_[0].body, "old 0\n\n" + log_.note(20));
  EXPECT_TRUE(enough_);
  EXPECT_EQ(names_, (std::set<std::string>{"A", "B"}));
  EXPECT_EQ(cosigned_, log_.note(20) + line("a.example/w", 1) + line("b.example/w", 2));
  for (const AskedWitness& one : asked) EXPECT_TRUE(one.trouble.empty()) << one.trouble;
}

TEST_F(Asking, AsksOnceMoreFromTheSizeThatAWitnessNames) {
  ask([&](const HttpRequest& request) {
    if (isA(request)) return text(200, line("a.example/w", 1));
    if (request.body->starts_with("old 0\n")) return size("7\n");
    EXPECT_EQ(*request.body, log_.request(7, 20).encode());
    return text(200, line("b.example/w", 2));
  });
  EXPECT_EQ(requests_.size(), 3u);
  EXPECT_TRUE(enough_);
}

TEST_F(Asking, StartsFromTheSizeItKnows) {
  ask(
      [&](const HttpRequest& request) {
        EXPECT_EQ(*request.body,
                  isA(request) ? log_.request(7, 20).encode() : log_.request(0, 20).encode());
        return text(200, isA(request) ? line("a.example/w", 1) : line("b.example/w", 2));
      },
      {{"A", 7}, {"B", 99}});
  EXPECT_TRUE(enough_);
}

TEST_F(Asking, DoesNotRunInCirclesAfterAWitnessThatRollsBack) {
  int rounds = 0;
  const auto asked = ask([&](const HttpRequest& request) {
    if (isA(request)) return text(200, line("a.example/w", 1));
    return size(std::to_string(9 - rounds++) + "\n");
  });
  EXPECT_EQ(requests_.size(), 3u);
  EXPECT_FALSE(enough_);
  EXPECT_EQ(asked[1].trouble, "it named another size each time");
  EXPECT_FALSE(asked[1].contradicts);
}

TEST_F(Asking, KeepsNothingThatDoesNotVerify) {
  const std::vector<std::string> bad{"",
                                     "nonsense",
                                     "\n",
                                     line("b.example/w", 9),
                                     line("b.example/w", 2, 1),
                                     line("b.example/w", 2, kNow + 1000),
                                     line("c.example/w", 2),
                                     log_.note(20),
                                     log_.note(19),
                                     line("a.example/w", 1).substr(0, 40) + "\n"};
  for (const std::string& body : bad) {
    const auto asked = ask([&](const HttpRequest& request) {
      return text(200, isA(request) ? line("a.example/w", 1) : body);
    });
    EXPECT_EQ(names_, std::set<std::string>{"A"}) << body;
    EXPECT_FALSE(enough_);
    EXPECT_FALSE(asked[1].trouble.empty()) << body;
    EXPECT_EQ(cosigned_, log_.note(20) + line("a.example/w", 1));
  }
  // A line with its name and id, and other bytes: forged.
  std::string forged = line("b.example/w", 2);
  forged.replace(forged.size() - 12, 1, forged[forged.size() - 12] == 'A' ? "B" : "A");
  const auto asked = ask([&](const HttpRequest& request) {
    return text(200, isA(request) ? line("a.example/w", 1) : forged);
  });
  EXPECT_EQ(asked[1].trouble, "The cosignature of B does not verify");
}

TEST_F(Asking, IgnoresTheLinesOfStrangersBesideAGoodOne) {
  ask([&](const HttpRequest& request) {
    return text(
        200, isA(request) ? line("a.example/w", 1) : line("stranger", 8) + line("b.example/w", 2));
  });
  EXPECT_TRUE(enough_);
  EXPECT_EQ(cosigned_.find("stranger"), std::string::npos);
}

TEST_F(Asking, SaysWhenAWitnessClaimsToHaveSeenMoreOrElse) {
  for (const HttpAnswer& claim : {size("21\n"), text(422, ""), text(409, "7\n"), size("007\n"),
                                  size("0\n"), size("4611686018427387905\n")}) {
    const auto asked = ask([&](const HttpRequest& request) {
      return isA(request) ? text(200, line("a.example/w", 1)) : claim;
    });
    EXPECT_TRUE(asked[1].contradicts) << claim.body;
    EXPECT_FALSE(enough_);
  }
  for (const int status : {400, 403, 404, 429, 500, 302}) {
    const auto asked = ask([&](const HttpRequest& request) {
      return isA(request) ? text(200, line("a.example/w", 1)) : text(status, "");
    });
    EXPECT_FALSE(asked[1].contradicts);
    EXPECT_EQ(asked[1].trouble, "it answered with status " + std::to_string(status));
  }
}

TEST_F(Asking, ReadsWhatWitnessesShow) {
  const auto shown =
      witnessedNotes(policy(), SignedLog::kOrigin, [&](const std::vector<HttpRequest>& requests) {
        EXPECT_FALSE(requests[0].body);
        EXPECT_TRUE(requests[0].url.ends_with("/checkpoint"));
        return std::vector<HttpAnswer>{text(200, "a note"), text(404, "")};
      });
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0].note, "a note");
  EXPECT_FALSE(shown[1].note);
  EXPECT_TRUE(shown[1].trouble.empty());
}

TEST_F(Asking, TakesCosignaturesFromAFileOrAWholeNote) {
  const Policy asked = policy();
  const std::string sealed = SignedNote::parse(log_.note(20)).value().text;
  Cosignatures kept(asked, sealed, {kNow - 1000, kNow});
  EXPECT_TRUE(kept.take(line("a.example/w", 1)));
  EXPECT_FALSE(kept.quorumMet());
  EXPECT_TRUE(kept.take(log_.note(20) + line("b.example/w", 2)));
  EXPECT_TRUE(kept.quorumMet());
  EXPECT_EQ(kept.take("no line\n").refusal().code, "cosignature.malformed");
  EXPECT_EQ(kept.take(log_.note(19)).value().size(), 1u);
}

}  // namespace
}  // namespace minutebook

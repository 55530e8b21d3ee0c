#include "ledger/door/door.h"

#include <gtest/gtest.h>

#include "tests/rules/cast_ledger.h"

namespace minutebook {
namespace {

class DoorTest : public testing::Test, public CastLedger {
 protected:
  /// Admits lines together, which every test here expects to work, and keeps their secrets.
  Admitted admitted(const std::vector<std::string>& lines) {
    std::vector<Statement> statements;
    secrets_.clear();
    for (const std::string& line : lines) {
      Draft one = draft(line);
      secrets_.push_back(one.secrets());
      statements.push_back(finished(std::move(one), secrets_.size()));
    }
    auto answer = admit(submission(std::move(statements)), facts(), kAfterTables, catalogue());
    return std::get<Admitted>(std::move(answer));
  }

  std::optional<StoppedAtDoor> stopped(const Admitted& one) {
    return Door(catalogue(), facts(), nothing_, {}).check(one, secrets_);
  }

  NothingDisclosed nothing_;
  std::vector<Secrets> secrets_;
};

TEST_F(DoorTest, ReadsAConcernOfTheSameSubmission) {
  Admitted one =
      admitted({R"({"kind": "concernRaised", "id": "C-1", "aboutWhom": "cora"})",
                R"({"kind": "answerGiven", "to": ["concern:C-1"], "standing": "decidingAnswer"})"});
  auto at = stopped(one);
  ASSERT_TRUE(at);
  EXPECT_EQ(at->statement, 1u);
  EXPECT_EQ(at->refusal.code, "concern.answered-by-its-subject");
}

TEST_F(DoorTest, DoesNotSayWhomAConcernIsAbout) {
  Admitted one =
      admitted({R"({"kind": "concernRaised", "id": "C-1", "aboutWhom": "cora"})",
                R"({"kind": "answerGiven", "to": ["concern:C-1"], "standing": "decidingAnswer"})"});
  EXPECT_EQ(stopped(one)->refusal.reason.find("cora"), std::string::npos);
}

TEST_F(DoorTest, LetsPeopleBeNamedWhoJoinInTheSameSubmission) {
  Admitted one = admitted({R"({"kind": "callOpened", "id": "CALL-1"})",
                           R"({"kind": "interestExpressed", "call": "CALL-1", "person": "new"})",
                           R"({"kind": "participantJoined", "id": "new"})"});
  EXPECT_FALSE(stopped(one));
}

TEST_F(DoorTest, StopsASealedNameThatNobodyHas) {
  Admitted one = admitted({R"({"kind": "callOpened", "id": "CALL-1"})",
                           R"({"kind": "interestExpressed", "call": "CALL-1", "person": "new"})"});
  auto at = stopped(one);
  ASSERT_TRUE(at);
  EXPECT_EQ(at->statement, 1u);
  EXPECT_EQ(at->refusal.code, "door.reference-unknown");
  EXPECT_EQ(at->refusal.field, "person");
}

TEST_F(DoorTest, WantsTheSecretsOfEveryStatement) {
  Admitted one = admitted({R"({"kind": "callOpened", "id": "CALL-1"})"});
  secrets_.clear();
  EXPECT_THROW(stopped(one), Fault);
}

}  // namespace
}  // namespace minutebook

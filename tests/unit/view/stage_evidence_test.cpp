// How high a level of participation the record shows, stage by stage (clause LV-02).

#include <gtest/gtest.h>

#include "ledger/view/read_model.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

class StageEvidenceTest : public testing::Test {
 protected:
  StageEvidenceTest() {
    add(R"("kind": "initiativeOpened", "id": "T", "title": "T")");
    add(R"("kind": "stageOpened", "id": "S", "title": "S", "about": "T")");
    add(R"("kind": "participantJoined", "id": "P-7", "expertise": ["livedExperience"])");
    add(R"("kind": "participantJoined", "id": "P-8", "expertise": ["practitioner"])");
  }

  void add(const std::string& members) { ledger_.append("{" + members + "}"); }
  /// One that belongs to the stage.
  void here(const std::string& members) { add(members + R"(, "initiative": "T", "stage": "S")"); }
  void said(const std::string& id, const std::string& when) {
    here(R"("kind": "inputReceived", "id": ")" + id + R"(", "from": "outside: a visitor", )" +
         R"("occurredAt": ")" + when + R"(")");
  }

  /// "level, next level: its state", of the stage or the initiative.
  std::string level(const std::string& of = "stage:S") {
    Rows rows = ask("SELECT * FROM stage_evidence_level WHERE \"of\" = '" + of + "'");
    if (rows.rows.size() != 1) return std::to_string(rows.rows.size()) + " rows";
    const Row& row = rows.rows[0];
    return row.text("level") + ", " + row.text("unmet_level") + ": " + row.text("unmet_state");
  }

  std::string stateOf(int level) {
    Rows rows =
        ask("SELECT state FROM stage_evidence_test WHERE \"of\" = 'stage:S' "
            "AND level_number = " +
            std::to_string(level));
    return rows.rows.size() == 1 ? rows.rows[0].text("state") : "no such test";
  }

  Rows ask(const std::string& sql) {
    ReadModel model =
        ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
    return model.query().all(sql);
  }

  SmallLedger ledger_;
};

TEST_F(StageEvidenceTest, IsNoneWhereNothingIsOnRecord) {
  EXPECT_EQ(level(), "none, informed: unmet");
  EXPECT_EQ(level("initiative:T"), "none, informed: unmet");
}

TEST_F(StageEvidenceTest, IsInformedOnlyOnceNewsArrived) {
  here(R"("kind": "messageSent", "id": "N-1", "what": {"progress": {}}, "to": "P-7")");
  EXPECT_EQ(level(), "none, informed: unknown");
  add(R"("kind": "deliveryReported", "message": "N-1", "to": "P-7", "arrived": "2024-03-02")");
  EXPECT_EQ(level(), "informed, consulted: unmet");
  EXPECT_EQ(level("initiative:T"), "informed, consulted: unmet");
}

TEST_F(StageEvidenceTest, IsConsultedByAnAnswerThatWasNotWorkedOut) {
  said("I-1", "2024-03-02");
  EXPECT_EQ(level(), "none, informed: unmet");
  add(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"], "provenance": "inferred")");
  EXPECT_EQ(stateOf(2), "inferred");
  add(R"("kind": "responseGiven", "id": "RE-2", "inputs": ["I-1"])");
  EXPECT_EQ(level(), "consulted, involved: unmet");
}

TEST_F(StageEvidenceTest, IsInvolvedWhenHeardBeforeTheOptionsWereFixed) {
  here(R"("kind": "matterRaised", "id": "Q-1", "optionsFixed": "2024-04-01")");
  said("I-1", "2024-04-02");
  add(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"])");
  add(R"("kind": "changeMade", "inputs": ["I-1"], "whatChanged": "Plain words.")");
  EXPECT_EQ(stateOf(3), "unmet");
  said("I-2", "2024-04");
  EXPECT_EQ(stateOf(3), "unknown");
  said("I-3", "2024-03-31");
  EXPECT_EQ(level(), "involved, coDesigned: unmet");
}

TEST_F(StageEvidenceTest, TakesTheLastOptionForTheDayOnWhichOptionsWereFixed) {
  here(R"("kind": "matterRaised", "id": "Q-1")");
  said("I-1", "2024-03-15");
  add(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"])");
  add(R"("kind": "changeMade", "inputs": ["I-1"], "whatChanged": "Plain words.")");
  here(R"("kind": "optionProposed", "id": "O-1", "matter": "Q-1", "by": "P-8", )"
       R"("occurredAt": "2024-03-01")");
  EXPECT_EQ(stateOf(3), "unmet");
  here(R"("kind": "optionProposed", "id": "O-2", "matter": "Q-1", "by": "P-8", )"
       R"("occurredAt": "2024-03-20")");
  EXPECT_EQ(stateOf(3), "met");
}

TEST_F(StageEvidenceTest, ComparesAnInputWithTheMatterThatItNames) {
  here(R"("kind": "matterRaised", "id": "Q-1", "optionsFixed": "2024-04-01")");
  here(R"("kind": "matterRaised", "id": "Q-2", "optionsFixed": "2024-06-01")");
  here(R"("kind": "inputReceived", "id": "I-1", "from": "outside: a visitor", )"
       R"("about": ["matter:Q-1"], "occurredAt": "2024-05-01")");
  add(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"])");
  add(R"("kind": "changeMade", "inputs": ["I-1"], "whatChanged": "Plain words.")");
  EXPECT_EQ(stateOf(3), "unmet");
}

TEST_F(StageEvidenceTest, IsCoDesignedByADraftOfSomebodyWithLivedExperience) {
  add(R"("kind": "workOpened", "id": "R")");
  here(R"("kind": "versionMade", "work": "R", "version": "1", "draftedBy": "P-8")");
  EXPECT_EQ(stateOf(4), "unmet");
  here(R"("kind": "versionMade", "work": "R", "version": "2", "draftedBy": "words: we")");
  EXPECT_EQ(stateOf(4), "unknown");
  here(R"("kind": "versionMade", "work": "R", "version": "3", "draftedBy": "P-7")");
  EXPECT_EQ(level(), "coDesigned, coProduced: unmet");
}

TEST_F(StageEvidenceTest, IsCoProducedByPositionsInEveryDecisionAndASharedDelivery) {
  here(R"("kind": "matterRaised", "id": "Q-1", "matterKind": "substantive")");
  here(R"("kind": "optionProposed", "id": "O-1", "matter": "Q-1", "by": "P-7")");
  const std::string position = R"("onBehalfOf": {"participant": "P-7", "basis": )"
                               R"("presentAndAgreed"}, "participant": "P-7", "stance": "inFavour")";
  add(R"("kind": "positionRecorded", "matter": "Q-1", )" + position);
  add(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-8", "stance": "against", )"
      R"("onBehalfOf": {"participant": "P-8", "basis": "presentAndAgreed"})");
  for (const char* other : {"P-9", "P-10"}) {
    add(R"("kind": "participantJoined", "id": ")" + std::string(other) +
        R"(", "expertise": ["technicalExpert"])");
    add(R"("kind": "positionRecorded", "matter": "Q-1", "stance": "inFavour", "participant": ")" +
        std::string(other) + R"(", "onBehalfOf": {"participant": ")" + other +
        R"(", "basis": "presentAndAgreed"})");
  }
  add(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1")");
  here(R"("kind": "actionOpened", "id": "A-1", "what": "Ring.", "to": "P-7", )"
       R"("stageOfWork": "deliver")");
  EXPECT_EQ(level(), "coProduced, led: unmet");
  here(R"("kind": "decisionMade", "id": "D-2", "decisionKind": "administrative")");
  EXPECT_EQ(level(), "coProduced, led: unmet");
  here(R"("kind": "decisionMade", "id": "D-3", "decisionKind": "substantive")");
  EXPECT_EQ(level(), "coDesigned, coProduced: unmet");
  add(R"("kind": "positionRecorded", "decision": "D-3", )" + position);
  EXPECT_EQ(level(), "coProduced, led: unmet");
  add(R"("kind": "actionUpdated", "action": "A-1", "state": "declined")");
  EXPECT_EQ(level(), "coDesigned, coProduced: unmet");
}

TEST_F(StageEvidenceTest, IsLedByTheChairOfTheGroupThatDecides) {
  add(R"("kind": "groupFormed", "id": "WG")");
  add(R"("kind": "roleAssigned", "who": "P-7", "role": "chair", "within": "group:WG")");
  EXPECT_EQ(stateOf(6), "unmet");
  here(R"("kind": "matterRaised", "id": "Q-1", "group": "WG")");
  EXPECT_EQ(level(), "led, : ");
  EXPECT_EQ(level("initiative:T"), "led, : ");
}

TEST_F(StageEvidenceTest, IsLedByHalfOfThePositionsThatCount) {
  here(R"("kind": "decisionMade", "id": "D-1")");
  for (const char* who : {"P-7", "P-8"}) {
    add(R"("kind": "positionRecorded", "decision": "D-1", "stance": "inFavour", "participant": ")" +
        std::string(who) + R"(", "onBehalfOf": {"participant": ")" + who +
        R"(", "basis": "presentAndAgreed"})");
  }
  EXPECT_EQ(stateOf(6), "met");
  add(R"("kind": "participantJoined", "id": "P-9", "expertise": ["technicalExpert"])");
  add(R"("kind": "positionRecorded", "decision": "D-1", "stance": "against", )"
      R"("participant": "P-9", )"
      R"("onBehalfOf": {"participant": "P-9", "basis": "presentAndAgreed"})");
  EXPECT_EQ(stateOf(6), "unmet");
}

}  // namespace
}  // namespace minutebook

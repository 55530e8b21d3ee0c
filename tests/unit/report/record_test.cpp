// What the report's counts must never mix up, each on a ledger of a few lines.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "audit/report/coverage.h"
#include "audit/report/decisions.h"
#include "audit/report/forms.h"
#include "audit/report/inputs.h"
#include "audit/report/meetings.h"
#include "audit/report/pay.h"
#include "audit/report/people.h"
#include "audit/report/promises.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/works.h"
#include "audit/report/you_said.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

class Record : public testing::Test {
 protected:
  std::int64_t add(std::string_view fields) {
    return static_cast<std::int64_t>(ledger_.add("{" + std::string(fields) + "}"));
  }
  Query& query() {
    model_.emplace(ledger_.model());
    query_.emplace(model_->query());
    return *query_;
  }
  void input(const std::string& id, const std::string& more = "") {
    add(R"("kind": "inputReceived", "provenance": "witnessed", "id": ")" + id +
        R"(", "asksForSomething": "yes", "text": {"public": "Use simpler words."})" + more);
  }

  ExampleLedger ledger_;
  std::optional<ReadModel> model_;
  std::optional<Query> query_;
};

TEST_F(Record, NeverCountsAnInferredAnswerAsStated) {
  for (const char* id : {"I-1", "I-2", "I-3", "I-4"}) input(id);
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "adopted",
         "provenance": "inferred")");
  add(R"("kind": "responseGiven", "id": "R-2", "inputs": ["I-2"], "disposition": "declined",
         "provenance": "witnessed")");
  add(R"("kind": "responseGiven", "id": "R-3", "inputs": ["I-3"], "disposition": "unresolved",
         "provenance": "witnessed")");
  LinkCounts counts = linkCounts(inputLines(query(), {}));
  EXPECT_EQ(counts.asking, 4);
  EXPECT_EQ(counts.stated.value, "1 of 4");
  EXPECT_EQ(counts.inferred.value, "1 of 4");
  EXPECT_EQ(counts.unresolved.value, "1 of 4");
  EXPECT_EQ(counts.noneStated.value, "1 of 4");
  EXPECT_EQ(counts.noneStated.provenance.witnessed, 1);
}

TEST_F(Record, CountsApartWhatAsksForNothingAndWhatWasWithdrawn) {
  input("I-1");
  add(R"("kind": "inputReceived", "id": "I-2", "asksForSomething": "no")");
  add(R"("kind": "inputReceived", "id": "I-3")");
  add(R"("kind": "inputRevised", "input": "I-1", "revision": "withdrawn")");
  LinkCounts counts = linkCounts(inputLines(query(), {}));
  EXPECT_EQ(counts.asking, 0);
  EXPECT_EQ(counts.askForNothing.value, "1");
  EXPECT_EQ(counts.notSaid.value, "1");
}

TEST_F(Record, PutsTheOldestAndMostPersonalUnansweredFirst) {
  input("I-1", R"(, "occurredAt": "2021-05")");
  input("I-2", R"(, "occurredAt": "2021-03")");
  input("I-3", R"(, "occurredAt": "2021-06", "participant": "P-7",
      "story": {"personalStory": "yes"})");
  input("I-4", R"(, "occurredAt": "2021-01")");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-4"], "disposition": "adopted")");
  std::string order;
  for (const InputLine& line : inputLines(query(), {})) order += line.id + " ";
  EXPECT_EQ(order, "I-3 I-2 I-1 I-4 ");
}

TEST_F(Record, KeepsAnsweredToldAndJudgedApart) {
  input("I-1");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "declined",
         "reasonCode": "cost", "reason": "There is no money.")");
  InputLine line = inputLines(query(), {}).front();
  EXPECT_EQ(line.answers.front().reason, "cost: There is no money.");
  EXPECT_TRUE(line.told.empty());
  EXPECT_TRUE(line.verdicts.empty());
  add(R"("kind": "messageSent", "id": "MSG-1", "what": {"response": {}}, )"
      R"("about": ["response:R-1"])");
  add(R"("kind": "responseJudged", "response": "R-1", "participant": "P-7", "verdict": "notFair")");
  line = inputLines(query(), {}).front();
  ASSERT_EQ(line.told.size(), 1u);
  EXPECT_NE(line.told[0].text.find("whether it arrived is not recorded"), std::string::npos);
  ASSERT_EQ(line.verdicts.size(), 1u);
  EXPECT_EQ(line.verdicts[0].text, "Not fair.");
}

TEST_F(Record, PrintsNotRecordedWhereOnlyWeIsSaid) {
  add(R"("kind": "decisionMade", "id": "D-1", "deciders": [{"who": "words: we"}])");
  add(R"("kind": "decisionMade", "id": "D-2")");
  add(R"("kind": "decisionMade", "id": "D-3", "how": "allAgreed",
         "deciders": [{"who": "words: all parties", "part": "decided"}])");
  add(R"("kind": "decisionMade", "id": "D-4", "deciders": [{"who": "group:WG"}])");
  add(R"("kind": "decisionMade", "id": "D-5", "provenance": "inferred",
         "deciders": [{"who": "P-1"}])");
  std::vector<DecisionLine> decisions = decisionLines(query(), {});
  EXPECT_EQ(whoDecided(decisions[0]), "not recorded; the source says only \"we\"");
  EXPECT_EQ(whoDecided(decisions[1]), "not recorded");
  EXPECT_EQ(whoDecided(decisions[3]), "group WG");
  DeciderCounts counts = deciderCounts(decisions);
  EXPECT_EQ(counts.allParties.value, "1 of 5");
  EXPECT_EQ(counts.some.value, "1 of 5");
  EXPECT_EQ(counts.notRecorded.value, "3 of 5");
}

TEST_F(Record, KeepsPeopleWhoLeftInEveryCount) {
  add(R"("kind": "groupFormed", "id": "WG", "title": "Working group")");
  for (const char* id : {"P-2", "P-3"}) {
    add(R"("kind": "participantJoined", "expertise": ["livedExperience"], "id": ")" +
        std::string(id) + "\"");
    add(R"("kind": "roleAssigned", "role": "member", "within": "group:WG", "who": ")" +
        std::string(id) + "\"");
  }
  add(R"("kind": "participantLeft", "participant": "P-3", "leaving": "group", )"
      R"("about": "group:WG")");
  GroupMakeup group = groupMakeups(query(), {}).front();
  EXPECT_EQ(group.total.value, "2");
  EXPECT_EQ(group.left, 1);
  EXPECT_EQ(group.byExpertise.front().people.value, "2 of 2");
}

TEST_F(Record, NeverReadsWhatWasToldOfAGroupAsSignedByEach) {
  add(R"("kind": "signOffGiven", "version": "REPORT@1", "group": "WG", "answer": "assent",
         "asTold": "to everyone's satisfaction")");
  SignOffs all = signOffs(query(), {});
  EXPECT_EQ(all.collective.value, "1");
  EXPECT_EQ(all.individual.value, "0");
  EXPECT_NE(all.collectiveLines.front().text.find("told of the group as one"), std::string::npos);
}

TEST_F(Record, CountsStandingPromisesApartAndUnknownLengthsAsUnknown) {
  add(R"("kind": "promiseMade", "id": "PR-1", "what": "Answer.", "standing": "yes")");
  add(R"("kind": "promiseMade", "id": "PR-2", "what": "Pay.")");
  add(R"("kind": "promiseMade", "id": "PR-3", "what": "Tell.")");
  add(R"("kind": "promiseUpdated", "promise": "PR-3", "state": "kept")");
  add(R"("kind": "agendaItemProposed", "id": "A-1", "meeting": "M-1", "item": "Tea",
         "itemKind": "break", "minutes": 10)");
  add(R"("kind": "agendaItemProposed", "id": "A-2", "meeting": "M-1", "item": "Talk",
         "itemKind": "talk")");
  std::vector<PromiseLine> promises = promiseLines(query(), {});
  EXPECT_EQ(countStanding(promises, PromiseStanding::kOpen).value, "1");
  EXPECT_EQ(countStanding(promises, PromiseStanding::kKept).value, "1");
  EXPECT_EQ(countStanding(promises, PromiseStanding::kStanding).value, "1");
  MeetingPlan plan = meetingPlans(*query_, {}).front();
  EXPECT_EQ(plan.total.minutes, 10);
  EXPECT_EQ(plan.total.figure.unknowns, 1);
}

TEST_F(Record, SaysWhatAnEmptyLedgerDoesNotSay) {
  std::string text = textForm(transparencyReport(query()));
  for (const char* needed :
       {"No decision is on record", "No payment is recorded", "No dissent is on record",
        "No promise is on record", "Who was in which group is not recorded"}) {
    EXPECT_NE(text.find(needed), text.npos) << needed;
  }
  EXPECT_NE(textForm(youSaidWeDid(*query_, {})).find("Nothing on record."), std::string::npos);
}

TEST_F(Record, KeepsAReportToOneInitiative) {
  add(R"("kind": "initiativeOpened", "id": "HOMES", "title": "Homes")");
  add(R"("kind": "initiativeOpened", "id": "FOOD", "title": "Food")");
  input("I-1", R"(, "initiative": "HOMES")");
  input("I-2", R"(, "initiative": "FOOD")");
  std::vector<InputLine> inputs = inputLines(query(), {"HOMES"});
  ASSERT_EQ(inputs.size(), 1u);
  EXPECT_EQ(inputs[0].id, "I-1");
  EXPECT_EQ(youSaidWeDid(*query_, {"HOMES"}).from.about, "Homes");
}

TEST_F(Record, FollowsADecisionBackToDissentAndOnToActions) {
  input("I-1", R"(, "participant": "P-7")");
  add(R"("kind": "matterRaised", "id": "Q-1", "question": "Which shape?", )"
      R"("becauseOf": ["input:I-1"])");
  add(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-8", "stance": "against")");
  add(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1", "outcome": "A tree.")");
  add(R"("kind": "actionOpened", "id": "AC-1", "what": "Draw it.", "to": "P-7",
         "becauseOf": ["decision:D-1"])");
  add(R"("kind": "actionUpdated", "action": "AC-1", "state": "done")");
  std::string text = textForm(*trailOf(query(), "decision", "D-1"));
  for (const char* needed : {"Matter Q-1", "Input I-1", "Said by: P-7", "Stance: against",
                             "Action AC-1", "State: done", "leaf 0 of the log"}) {
    EXPECT_NE(text.find(needed), text.npos) << needed << "\n" << text;
  }
  // From the input, the same chain leads on.
  std::string forward = textForm(*trailOf(*query_, "input", "I-1"));
  EXPECT_NE(forward.find("Decision D-1"), forward.npos) << forward;
  EXPECT_NE(forward.find("State: done"), forward.npos) << forward;
}

}  // namespace
}  // namespace minutebook

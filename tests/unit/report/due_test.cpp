// What is owed, each rule on a ledger of a few lines. Today is 2022-03-01.

#include "audit/report/due.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "audit/report/due_items.h"
#include "audit/report/forms.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

class Due : public testing::Test {
 protected:
  void add(std::string_view fields) { ledger_.add("{" + std::string(fields) + "}"); }
  std::vector<DueItem> items(const Scope& scope = {}) {
    ReadModel model = ledger_.model();
    Query query = model.query();
    return dueItems(query, scope, dayNumber(2022, 3, 1));
  }
  /// "sort:how late", one for each line, in order.
  std::string lines(const Scope& scope = {}) {
    std::string text;
    for (const DueItem& item : items(scope)) text += item.sort + ": " + item.late + "; ";
    return text;
  }
  /// The lines of one sort.
  std::size_t count(std::string_view sort) {
    std::vector<DueItem> all = items();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const DueItem& item) { return item.sort == sort; }));
  }
  void promise(const std::string& id, const std::string& due, const std::string& more = "") {
    add(R"("kind": "promiseMade", "what": "Call.", "by": "P-1", "id": ")" + id +
        (due.empty() ? "\"" : R"(", "due": ")" + due + "\"") + more);
  }

  ExampleLedger ledger_;
};

TEST_F(Due, CountsDaysAndNeverGuessesInAVagueMonth) {
  promise("PR-1", "2022-02-17");
  promise("PR-2", "2022-03-01");
  promise("PR-3", "2022-03-04");
  promise("PR-4", "2022-03");
  promise("PR-5", "2022-01");
  promise("PR-6", "2022-04");
  promise("PR-7", "");
  EXPECT_EQ(lines(),
            "promise: at least 29 days late; promise: 12 days late; promise: today; "
            "promise: in 3 days; promise: cannot tell; promise: in 31 days or more; "
            "promise: cannot tell; ");
  EXPECT_EQ(items().back().state, DueState::kNoDate);
}

TEST_F(Due, LooksUpADistanceInTheMeetingThatItHangsOn) {
  add(R"("kind": "meetingScheduled", "id": "M-1", "start": "2022-03-20T10:00Z")");
  add(R"("kind": "meetingScheduled", "id": "M-2", "start": "2022-02-01")");
  add(R"("kind": "meetingCancelled", "meeting": "M-2", "movedTo": "M-1")");
  promise("PR-1", "14 days before meeting:M-1");
  promise("PR-2", "7 days after meeting:M-2");
  promise("PR-3", "14 days before meeting:M-9");
  promise("PR-4", "after meeting:M-1");
  promise("PR-5", "before meeting:M-1");
  EXPECT_EQ(lines(),
            "promise: in 5 days; promise: in 19 days or more; promise: cannot tell; "
            "promise: in 26 days; promise: cannot tell; ");
}

TEST_F(Due, LeavesOutPromisesThatEnded) {
  for (const char* state :
       {"kept", "broken", "withdrawn", "lapsed", "carriedOver", "conditionNotMet"}) {
    std::string id = "PR-" + std::string(state);
    promise(id, "2022-01-01");
    add(R"("kind": "promiseUpdated", "promise": ")" + id + R"(", "state": ")" + state + "\"");
  }
  EXPECT_EQ(lines(), "");
  promise("PR-1", "2022-01-01");
  add(R"("kind": "promiseUpdated", "promise": "PR-1", "state": "partlyKept", )"
      R"("newDue": "2022-03-02")");
  EXPECT_EQ(lines(), "promise: in 1 day; ");
}

TEST_F(Due, WaitsWhileSomethingIsPausedAndNoLonger) {
  add(R"("kind": "initiativeOpened", "id": "HOMES", "title": "Homes")");
  add(R"("kind": "stageOpened", "id": "S-1", "about": "HOMES", "title": "Talks")");
  promise("PR-1", "2022-01-01", R"(, "stage": "S-1")");
  add(R"("kind": "timeLogged", "id": "T-1", "participant": "P-7", "stage": "S-1")");
  add(R"("kind": "pauseStarted", "of": "initiative:HOMES", "reason": "untilPeopleAreReady")");
  // Pay for work that was done does not wait.
  EXPECT_EQ(lines(), "promise: waiting, not late: initiative HOMES is paused; time: cannot tell; ");
  EXPECT_EQ(items({"HOMES"}).size(), 2u);
  EXPECT_EQ(items({"OTHER"}).size(), 0u);
  add(R"("kind": "pauseEnded", "of": "initiative:HOMES")");
  EXPECT_EQ(items().front().state, DueState::kLate);
}

TEST_F(Due, WaitsForAPersonWhoPausesTheirOwnPart) {
  promise("PR-1", "2022-01-01");
  add(R"("kind": "promiseMade", "id": "PR-2", "what": "Ask.", "by": "P-2", "due": "2022-01-01")");
  add(R"("kind": "pauseStarted", "participant": "P-1")");
  EXPECT_EQ(lines(), "promise: waiting, not late: P-1's part is paused; promise: 59 days late; ");
}

TEST_F(Due, WaitsForAnInputThatIsPaused) {
  add(R"("kind": "inputReceived", "id": "I-1", "asksForSomething": "yes")");
  add(R"("kind": "inputReceived", "id": "I-2", "asksForSomething": "yes")");
  add(R"("kind": "pauseStarted", "of": "input:I-1", "reason": "waitingForTheContributor")");
  EXPECT_EQ(lines(), "answer: waiting, not late: input I-1 is paused; answer: cannot tell; ");
}

TEST_F(Due, PassesOnWithARoleWhatWasOpen) {
  promise("PR-1", "2022-03-02");
  add(R"("kind": "promiseMade", "id": "PR-2", "what": "Pay.", "by": "organisation:ORG-1",
         "due": "2022-03-02")");
  add(R"("kind": "actionOpened", "id": "AC-1", "what": "Ask.", "to": "P-1", "due": "2022-03-02")");
  add(R"("kind": "roleEnded", "who": "P-1", "role": "coordinator", "handedTo": "P-5",
         "carried": ["promise:PR-1", "promise:PR-2", "action:AC-1"])");
  ASSERT_EQ(items().size(), 3u);
  // An organisation's promise stays its own, whoever looks after it.
  for (const DueItem& item : items()) {
    EXPECT_EQ(item.by, item.record == "promise PR-2" ? "organisation ORG-1" : "P-5");
  }
}

TEST_F(Due, AsksEachPersonForTheirOwnConsent) {
  add(R"("kind": "consentAsked", "scopes": ["recorded"], "askedOf": "P-7, P-8")");
  EXPECT_EQ(items().front().by, "P-7, P-8");
  add(R"("kind": "consentAnswered", "participant": "P-7", "scopes": ["recorded"],
         "reply": "given", "asked": "entry:01920000-0000-7000-8000-000000000000")");
  EXPECT_EQ(items().front().by, "P-8");
  add(R"("kind": "consentAnswered", "room": "everyoneAgreed", "scopes": ["recorded"],
         "asked": "entry:01920000-0000-7000-8000-000000000000")");
  EXPECT_EQ(count("consent"), 0u);
}

TEST_F(Due, OwesAnAnswerUntilOneIsStated) {
  add(R"("kind": "inputReceived", "id": "I-1", "asksForSomething": "yes")");
  add(R"("kind": "inputReceived", "id": "I-2", "returnRoute": {"direct": null})");
  add(R"("kind": "inputReceived", "id": "I-3", "asksForSomething": "no",
         "returnRoute": {"direct": null})");
  add(R"("kind": "inputReceived", "id": "I-4", "asksForSomething": "yes")");
  add(R"("kind": "inputRevised", "input": "I-4", "revision": "withdrawn")");
  add(R"("kind": "concernRaised", "id": "CO-1", "topic": "papers")");
  EXPECT_EQ(count("answer"), 3u);
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "provenance": "inferred")");
  EXPECT_EQ(count("answer"), 3u);
  add(R"("kind": "responseGiven", "id": "R-2", "inputs": ["I-1", "I-2"], )"
      R"("disposition": "unresolved")");
  add(R"("kind": "answerGiven", "to": ["concern:CO-1"], "outcome": "upheld")");
  EXPECT_EQ(count("answer"), 0u);
}

TEST_F(Due, OwesNewsUntilAMessageCoversTheAnswer) {
  for (const char* id : {"I-1", "I-2"}) {
    add(R"("kind": "inputReceived", "asksForSomething": "yes", "meeting": "M-1", "id": ")" +
        std::string(id) + "\"");
  }
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1", "I-2"], "toWhom": "P-7")");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "acknowledgement", "about": ["input:I-1"])");
  add(R"("kind": "messageSent", "id": "MSG-2", "what": "response", "about": ["input:I-1"])");
  ASSERT_EQ(items().size(), 1u);
  EXPECT_NE(items()[0].what.find("(it answers I-2)"), std::string::npos) << items()[0].what;
  add(R"("kind": "messageSent", "id": "MSG-3", "what": {"youSaidWeDid": {"documents":
         [{"title": "What we did"}]}}, "about": ["meeting:M-1"])");
  EXPECT_EQ(lines(), "");
}

TEST_F(Due, AsksForAMessageAgainThatDidNotArrive) {
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "reminder", "to": "P-7")");
  add(R"("kind": "deliveryReported", "message": "MSG-1", "to": "group:WG", )"
      R"("notArrivedWhy": "The notice fell down.")");
  EXPECT_EQ(count("failed"), 1u);
  add(R"("kind": "messageSent", "id": "MSG-2", "what": "reminder", "replaces": "MSG-1")");
  EXPECT_EQ(count("failed"), 0u);
  // With one person: until it arrives, or a new try is on record.
  add(R"("kind": "messageSent", "id": "MSG-3", "what": "reminder",
         "recipients": [{"participant": "P-8", "failed": "Moved house"}])");
  ASSERT_EQ(count("failed"), 1u);
  EXPECT_EQ(items().front().to, "P-8");
  add(R"("kind": "deliveryReported", "message": "MSG-3", "participant": "P-8",
         "arrived": "2022-02-20")");
  EXPECT_EQ(count("failed"), 0u);
}

TEST_F(Due, OwesARejoinderToWhoeverContests) {
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "declined")");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "response", "about": ["response:R-1"])");
  add(R"("kind": "responseJudged", "response": "R-1", "participant": "P-7", "verdict": "notFair")");
  add(R"("kind": "entryDisputed", "participant": "P-7",
         "disputed": "entry:01920000-0000-7000-8000-000000000000")");
  add(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-8", "stance": "against")");
  EXPECT_EQ(lines(), "verdict: cannot tell; dispute: cannot tell; ");
  // Dissent calls for a reply once it was overruled without a reason.
  add(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1", "outcome": "Yes.")");
  EXPECT_EQ(lines(), "verdict: cannot tell; dispute: cannot tell; dissent: cannot tell; ");
  add(R"("kind": "answerGiven", "to": ["response:R-1",
         "entry:01920000-0000-7000-8000-000000000003", "decision:D-1"])");
  EXPECT_EQ(lines(), "");
}

TEST_F(Due, OwesPayUntilItIsCoveredAndAlsoToPeopleWhoLeft) {
  add(R"("kind": "participantJoined", "id": "P-7", "paidBy": "initiative")");
  add(R"("kind": "participantJoined", "id": "P-8", "paidBy": "employer")");
  add(R"("kind": "paymentOffered", "to": "P-7", "paidWithin": 30)");
  add(R"("kind": "timeLogged", "id": "T-1", "participant": "P-7", "occurredAt": "2022-01-20")");
  add(R"("kind": "timeLogged", "id": "T-2", "participant": "P-8")");
  add(R"("kind": "participantLeft", "participant": "P-7", "leaving": "ledger")");
  EXPECT_EQ(lines(), "time: 10 days late; ");
  add(R"("kind": "claimMade", "id": "CL-1", "participant": "P-7", "what": {"times": ["T-1"]}, )"
      R"("occurredAt": "2022-02-20")");
  EXPECT_EQ(lines(), "claim: in 21 days; ");
  add(R"("kind": "claimAnswered", "claim": "CL-1", "participant": "P-7", "reply": "approved")");
  EXPECT_EQ(lines(), "approved: in 21 days; ");
  add(R"("kind": "paymentMade", "id": "PAY-1", "participant": "P-7",
         "covers": [{"of": "claim:CL-1"}])");
  EXPECT_EQ(lines(), "");
  add(R"("kind": "paymentConfirmed", "payment": "PAY-1", "participant": "P-7", )"
      R"("arrival": "didNotCome")");
  EXPECT_EQ(count("amiss"), 1u);
}

TEST_F(Due, SaysThatPayCannotBeWorkedOutWithoutTime) {
  add(R"("kind": "rateSet", "id": "RATE-1", "amount": "11.00 GBP", "forWhom": "group:WG")");
  ASSERT_EQ(count("rate"), 1u);
  EXPECT_NE(items()[0].what.find("is not zero"), std::string::npos);
  add(R"("kind": "timeLogged", "id": "T-1", "participant": "P-7")");
  EXPECT_EQ(count("rate"), 0u);
}

TEST_F(Due, NamesThoseWhoHaveNotSigned) {
  add(R"("kind": "signOffOpened", "id": "R-1", "version": "REPORT@1", "closes": "2022-03-08",
         "remindersPlanned": 2, "eligible": [{"participant": "P-7"}, {"participant": "P-8"}])");
  add(R"("kind": "signOffGiven", "round": "R-1", "participant": "P-7", "answer": "assent")");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "reminder", "about": ["round:R-1"])");
  DueItem item = items().front();
  EXPECT_EQ(item.by, "P-8");
  EXPECT_EQ(item.late, "in 7 days");
  EXPECT_NE(item.what.find("1 of 2 have answered; reminders: 1 sent, 2 planned"), std::string::npos)
      << item.what;
  add(R"("kind": "signOffClosed", "round": "R-1")");
  EXPECT_EQ(count("signOff"), 0u);
}

TEST_F(Due, AsksForPapersBeforeAMeeting) {
  add(R"("kind": "clauseAdopted", "id": "BASE-PR-01", "standard": "BASE@1", "text": "Papers.",
         "parameters": [{"name": "n", "value": "14"}])");
  add(R"("kind": "meetingScheduled", "id": "M-1", "start": "2022-03-10", "papersRequired": "yes")");
  EXPECT_EQ(lines(), "papers: 5 days late; ");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": {"papers": {"documents":
         [{"title": "Draft"}]}}, "about": ["meeting:M-1"])");
  EXPECT_EQ(count("papers"), 0u);
}

TEST_F(Due, KeepsTheOtherThingsThatSomebodyIsToHear) {
  add(R"("kind": "inputReceived", "id": "I-1", "participant": "P-7")");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "deferred",
         "deferredUntil": "2022-02-28")");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "response", "about": ["response:R-1"],
         "nextNewsBy": "2022-02-27")");
  add(R"("kind": "involvementRequested", "id": "RQ-1", "feedbackBy": "2022-02-26")");
  add(R"("kind": "reviewHeld", "id": "RV-1", "next": "2022-02-25")");
  add(R"("kind": "consentAsked", "scopes": ["recorded"], "answerBy": "2022-02-24")");
  add(R"("kind": "erasureRequested", "participant": "P-7", "due": "2022-02-23")");
  add(R"("kind": "waiverRequested", "id": "W-1", "clause": "BASE-PR-01", "from": "2022-02-22")");
  add(R"("kind": "actionOpened", "id": "AC-1", "what": "Call.", "due": "2022-02-21")");
  EXPECT_EQ(lines(),
            "action: 8 days late; waiver: 7 days late; erasure: 6 days late; "
            "consent: 5 days late; review: 4 days late; cameOf: 3 days late; news: 2 days late; "
            "putOff: 1 day late; ");
}

TEST_F(Due, KeepsWhatWasStillOpenWhenSomethingEndedOrWasTried) {
  add(R"("kind": "initiativeClosed", "about": "HOMES", "stillOwedInWords": "A visit.")");
  add(R"("kind": "experimentStarted", "id": "X-1", "what": "Meet on Saturdays.",
         "until": "2022-02-28")");
  add(R"("kind": "matterRaised", "id": "Q-1", "question": "Which hall?")");
  add(R"("kind": "matterLeftOpen", "matter": "Q-1", "result": "deferred",
         "deferredUntil": "2022-02-27")");
  add(R"("kind": "meetingScheduled", "id": "M-1", "start": "2022-02-01")");
  add(R"("kind": "supportOffered", "to": {"everyone": {"whom": "group:WG", "meeting": "M-1",
         "supportKind": "debrief"}})");
  add(R"("kind": "signOffOpened", "id": "R-1", "version": "REPORT@1", "closes": "2022-02-26",
         "eligible": [{"participant": "P-7"}])");
  add(R"("kind": "signOffGiven", "round": "R-1", "participant": "P-7", "answer": "assent")");
  add(R"("kind": "workPublished", "version": "REPORT@1")");  // So nobody's credit is still open.
  EXPECT_EQ(lines(),
            "support: cannot tell; closeRound: 3 days late; putOff: 2 days late; "
            "tried: 1 day late; stillOwed: cannot tell; ");
  add(R"("kind": "experimentEnded", "experiment": "X-1", "result": "kept")");
  add(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1")");
  add(R"("kind": "signOffClosed", "round": "R-1")");
  add(R"("kind": "supportGiven", "to": {"everyone": {"whom": "group:WG"}},
         "offered": "entry:01920000-0000-7000-8000-000000000005")");
  EXPECT_EQ(lines(), "stillOwed: cannot tell; ");
}

TEST_F(Due, ExpectsAnAnswerToARequestAndNoneThatWasWithdrawn) {
  add(R"("kind": "involvementRequested", "id": "RQ-1", "neededBy": "2022-02-28")");
  EXPECT_EQ(lines(), "request: 1 day late; ");
  // Sent back with what is missing, it is the asker's turn.
  add(R"("kind": "involvementAnswered", "request": "RQ-1", "answer": "returned")");
  EXPECT_EQ(lines(), "");
  add(R"("kind": "inputReceived", "id": "I-1", "asksForSomething": "yes")");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "declined")");
  EXPECT_EQ(lines(), "delivery: cannot tell; ");
  add(R"("kind": "inputRevised", "input": "I-1", "revision": "withdrawn")");
  EXPECT_EQ(lines(), "");
}

TEST_F(Due, AsksHowPeopleWantToBeNamedBeforeAWorkIsOut) {
  add(R"("kind": "workOpened", "id": "REPORT", "title": "Report")");
  add(R"("kind": "versionMade", "work": "REPORT", "version": "1", "standing": "final")");
  for (const char* id : {"P-7", "P-8"}) {
    add(R"("kind": "contributionDeclared", "work": "REPORT", "participant": ")" + std::string(id) +
        "\"");
  }
  add(R"("kind": "creditChosen", "participant": "P-7", "covers": "everything", )"
      R"("form": "groupOnly")");
  ASSERT_EQ(count("credit"), 1u);
  EXPECT_EQ(items().front().by, "P-8");
  add(R"("kind": "workPublished", "version": "REPORT@1")");
  EXPECT_EQ(count("credit"), 0u);
}

TEST_F(Due, LeavesOutWhatIsLaterThanTheDayAskedAbout) {
  promise("PR-1", "2022-03-04");
  promise("PR-2", "2022-03-05");
  promise("PR-3", "2022-02-01");
  promise("PR-4", "");
  ReadModel model = ledger_.model();
  Query query = model.query();
  DueOptions options{{}, dayNumber(2022, 3, 1), dayNumber(2022, 3, 4)};
  std::string text = textForm(dueReport(query, options));
  for (const char* needed : {"PR-1", "PR-3", "1 thing that is owed has no date recorded"}) {
    EXPECT_NE(text.find(needed), text.npos) << needed << "\n" << text;
  }
  EXPECT_EQ(text.find("PR-2"), text.npos);
  EXPECT_EQ(text.find("PR-4"), text.npos);
}

}  // namespace
}  // namespace minutebook

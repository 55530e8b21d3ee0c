// Minutes, one person's record, who decided, and what was put right: each on a few lines.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "audit/report/due.h"
#include "audit/report/fact_lines.h"
#include "audit/report/forms.h"
#include "audit/report/minutes.h"
#include "audit/report/my_record.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/who_decided.h"
#include "audit/report/you_said.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

constexpr DayNumber kToday = 19052;  // 2022-03-01

class Pages : public testing::Test {
 protected:
  void add(std::string_view fields) { ledger_.add("{" + std::string(fields) + "}"); }
  Query& query() {
    model_.emplace(ledger_.model());
    query_.emplace(model_->query());
    return *query_;
  }
  std::string minutes() { return textForm(*meetingMinutes(query(), "M-1", kToday)); }
  std::string record(OpenSealed open = {}) {
    return textForm(*myRecord(query(), {"P-7", kToday, std::move(open)}));
  }

  ExampleLedger ledger_;
  std::optional<ReadModel> model_;
  std::optional<Query> query_;
};

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != text.npos;
}

TEST_F(Pages, SayWhatWasPutRightAndDisputedOnEveryReport) {
  add(R"("kind": "participantJoined", "id": "P-7")");
  add(R"("kind": "inputReceived", "id": "I-1", "participant": "P-7", "meeting": "M-1", )"
      R"("asksForSomething": "yes", "text": {"public": "More sets."})");
  add(R"("kind": "meetingScheduled", "id": "M-1")");
  add(R"("kind": "decisionMade", "id": "D-1", "outcome": "Yes.", "becauseOf": [{"what":)"
      R"( "input:I-1"}])");
  add(R"("kind": "entryCorrected", "of": "entry:01920000-0000-7000-8000-000000000001",
         "reason": "A slip.", "corrected": {"kind": "inputReceived", "id": "I-1",
         "participant": "P-7", "meeting": "M-1", "asksForSomething": "yes",
         "text": {"public": "More seats."}})");
  add(R"("kind": "entryDisputed", "participant": "P-7", "whatIsWrong": {"public": "Not mine."},
         "disputed": "entry:01920000-0000-7000-8000-000000000001")");
  Query& on = query();
  for (const Report& report :
       {youSaidWeDid(on, {}), *trailOf(on, "decision", "D-1"), transparencyReport(on),
        *myRecord(on, {"P-7", kToday, {}}), dueReport(on, {{}, kToday, {}}),
        *meetingMinutes(on, "M-1", kToday), *whoDecidedReport(on, "input", "I-1")}) {
    std::string text = textForm(report);
    std::string words;  // Lines are broken anywhere.
    for (char c : text) words += c == '\n' ? ' ' : c;
    while (words.find("  ") != words.npos) words.replace(words.find("  "), 2, " ");
    EXPECT_TRUE(has(words, "because: A slip. Now text: \"More seats.\" (it was \"More sets.\")"))
        << text;
    EXPECT_TRUE(has(words, "Entry 1 is disputed: Not mine. No answer on record.")) << text;
  }
  EXPECT_TRUE(has(textForm(youSaidWeDid(on, {})), "I-1: More seats. (Put right.) (Disputed.)"));
  add(R"("kind": "answerGiven", "to": ["entry:01920000-0000-7000-8000-000000000005"],
         "text": {"public": "It is now."}, "outcome": "upheld")");
  std::string answered = textForm(youSaidWeDid(query(), {}));
  EXPECT_TRUE(has(answered, "Not mine. Answered: It is now. Outcome: Upheld.")) << answered;
}

TEST_F(Pages, SayNothingOfCorrectionsWhereThereAreNone) {
  add(R"("kind": "inputReceived", "id": "I-1")");
  EXPECT_FALSE(has(textForm(youSaidWeDid(query(), {})), "Put right"));
}

TEST_F(Pages, KeepPeopleWithoutAnActionApartByWhy) {
  add(R"("kind": "meetingScheduled", "id": "M-1", "start": "2022-02-01")");
  add(R"("kind": "attendanceRecorded", "meeting": "M-1", "people": [{"who": "P-1"},
         {"who": "P-2"}, {"who": "P-3"}])");
  std::string text = minutes();
  EXPECT_TRUE(has(text, "not recorded whether one was offered: P-1, P-2, P-3.")) << text;
  add(R"("kind": "actionOpened", "id": "AC-1", "what": "Call.", "to": "P-1", "meeting": "M-1")");
  add(R"("kind": "actionOpened", "id": "AC-2", "what": "Ask.", "to": "P-2", "meeting": "M-1")");
  add(R"("kind": "actionUpdated", "action": "AC-2", "state": "declined")");
  add(R"("kind": "roleAssigned", "who": "P-3", "role": "noteTaker", "within": "meeting:M-1",
         "reply": "notAsked")");
  text = minutes();
  EXPECT_TRUE(has(text, "offered, and declined: P-2.")) << text;
  EXPECT_TRUE(has(text, "none was offered to them: P-3.")) << text;
  EXPECT_TRUE(has(text, "not recorded whether one was offered: nobody.")) << text;
  EXPECT_TRUE(has(text, "There, and not asked to take a part: P-3.")) << text;
  add(R"("kind": "actionUpdated", "action": "AC-1", "state": "handedOn", "handedTo": "P-3")");
  EXPECT_TRUE(has(minutes(), "none was offered to them: nobody."));
}

TEST_F(Pages, TellWhoIsQuotedWithoutConsent) {
  add(R"("kind": "meetingScheduled", "id": "M-1")");
  for (const char* id : {"1", "2", "3"}) {
    std::string n(id);
    add(R"("kind": "inputReceived", "meeting": "M-1", "text": {"public": "Yes."}, "id": "I-)" + n +
        R"(", "participant": "P-)" + n + "\"");
  }
  add(R"("kind": "consentAnswered", "participant": "P-1", "scopes": ["quoted"],
         "covers": "everything", "reply": "given")");
  add(R"("kind": "consentAnswered", "participant": "P-2", "scopes": ["quoted"],
         "covers": {"these": ["meeting:M-1"]}, "reply": "refused")");
  std::string text = minutes();
  EXPECT_FALSE(has(text, "Quoted without consent: P-1")) << text;
  EXPECT_TRUE(has(text, "Quoted without consent: P-2 in I-2; it was refused")) << text;
  EXPECT_TRUE(has(text, "Quoted without consent: P-3 in I-3; no answer")) << text;
}

TEST_F(Pages, LeaveExpertiseUnsaidUntilItsTimeHasCertainlyCome) {
  add(R"("kind": "meetingScheduled", "id": "M-1")");
  add(R"("kind": "attendanceRecorded", "meeting": "M-1", "people": [{"who": "P-1",
         "as": "practitioner"}], "counts": [{"expertise": "technicalExpert", "howMany": 2}])");
  EXPECT_TRUE(has(minutes(), "Expertise: Practitioner"));
  EXPECT_TRUE(has(minutes(), "Expertise: Technical expert"));
  add(R"("kind": "agreementAdopted", "id": "RULES", "version": "1", "for": ["meeting:M-1"],
         "rolesUnsaidUntil": "2022-03")");
  std::string text = minutes();
  EXPECT_FALSE(has(text, "Expertise: ")) << text;
  EXPECT_TRUE(has(text, "keeps roles unsaid until 2022-03")) << text;
  // Another meeting's rule is not this one's; a later version may lift it.
  add(R"("kind": "agreementAdopted", "id": "RULES", "version": "2", "for": ["meeting:M-1"],
         "rolesUnsaidUntil": "2022-02-28")");
  add(R"("kind": "agreementAdopted", "id": "OTHER", "version": "1", "for": ["meeting:M-2"],
         "rolesUnsaidUntil": "2022-04")");
  EXPECT_TRUE(has(minutes(), "Expertise: Practitioner"));
}

TEST_F(Pages, OpenSealedValuesOnlyThroughTheOneWhoMay) {
  add(R"("kind": "participantJoined", "id": "P-7", "name": "Robin Example")");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "reminder", "recipients":
         [{"participant": "P-8", "contact": "Second Street"},
          {"participant": "P-7", "contact": "First Street"}])");
  EXPECT_TRUE(has(record(), "Name: (sealed for you)"));
  std::string asked;
  std::string text = record([&](std::int64_t entry, const std::string& field) {
    asked += std::to_string(entry) + " " + field + "; ";
    return field;
  });
  // Nobody else's line of the message is asked for.
  EXPECT_EQ(asked, "0 name; 1 recipients[1].contact; ");
  EXPECT_FALSE(has(text, "sealed for you")) << text;
}

TEST_F(Pages, ShowEverythingThatNamesAPersonSomewhere) {
  add(R"("kind": "participantJoined", "id": "P-7")");
  add(R"("kind": "groupFormed", "id": "WG", "title": "Group")");
  add(R"("kind": "roleAssigned", "who": "P-7", "role": "member", "within": "group:WG")");
  add(R"("kind": "promiseMade", "id": "PR-1", "to": "group:WG", "what": "Call.", )"
      R"("due": "2022-02-19")");
  add(R"("kind": "timeLogged", "id": "T-1", "participant": "P-7", "activity": "reading")");
  add(R"("kind": "creditChosen", "participant": "P-7", "covers": "everything", )"
      R"("form": "groupOnly")");
  add(R"("kind": "learningRecorded", "by": "P-7", "text": "Too long.")");
  add(R"("kind": "trainingHeld", "forWhom": "P-7", "topic": "Minutes")");
  std::string text = record();
  for (const char* needed :
       {"Member. In: Group WG.", "PR-1: Call.", "10 days late", "Time T-1. What: Reading.",
        "Your choice for all works. Form: Group only.", "It says: Too long.", "Training held."}) {
    EXPECT_TRUE(has(text, needed)) << needed << "\n" << text;
  }
  EXPECT_FALSE(myRecord(query(), {"P-9", kToday, {}}));
}

TEST_F(Pages, TellWhatAPersonSaidSignedClaimedAndChose) {
  add(R"("kind": "participantJoined", "id": "P-7")");
  add(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-7", "stance": "against",
         "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"}, )"
      R"("reason": {"public": "Too few."})");
  add(R"("kind": "signOffOpened", "id": "R-1", "version": "REPORT@1",
         "eligible": [{"participant": "P-7"}])");
  add(R"("kind": "decisionMade", "id": "D-1", "outcome": "Ten seats.",
         "deciders": [{"who": "P-7", "part": "proposed"}])");
  add(R"("kind": "claimMade", "id": "CL-1", "participant": "P-7", "what": {"times": ["T-1"]})");
  add(R"("kind": "claimAnswered", "claim": "CL-1", "participant": "P-7", "reply": "refused")");
  add(R"("kind": "paymentMade", "id": "PAY-1", "participant": "P-7", "paymentKind": "fee")");
  add(R"("kind": "paymentConfirmed", "payment": "PAY-1", "participant": "P-7",
         "arrival": "came")");
  add(R"("kind": "consentAnswered", "participant": "P-7", "scopes": ["quoted"],
         "covers": {"these": ["meeting:M-1"]}, "reply": "withdrawn")");
  add(R"("kind": "inputReceived", "id": "I-1", "from": "P-7, P-8", "asksForSomething": "yes",
         "text": {"public": "More seats."})");
  std::string text = record();
  for (const char* needed :
       {"Against. On: Matter Q-1. Reason: Too few. Recorded for you, because of: Present and",
        "REPORT@1. Your answer: No answer on record. Round: R-1.",
        "Decision D-1: Ten seats. Part: Proposed.", "Claim CL-1. What: Times. Answer: Refused.",
        "Payment PAY-1. What: Fee. Answer: Came.", "Quoted. Your answer: Withdrawn. For: Meeting",
        "I-1: More seats.", "No answer on record."}) {
    EXPECT_TRUE(has(text, needed)) << needed << "\n" << text;
  }
}

TEST_F(Pages, TellWhoDecidedAndWhatIsNotRecorded) {
  add(R"("kind": "groupFormed", "id": "WG", "title": "Group")");
  add(R"("kind": "participantJoined", "id": "P-7", "expertise": ["livedExperience"])");
  add(R"("kind": "roleAssigned", "who": "P-7", "role": "member", "within": "group:WG",
         "from": "2021-06")");
  add(R"("kind": "inputReceived", "id": "I-1", "text": {"public": "More seats."})");
  add(R"("kind": "decisionMade", "id": "D-1", "outcome": "Ten.", "occurredAt": "2021-03",
         "deciders": [{"who": "P-7", "role": "chair", "part": "decided"}],
         "becauseOf": [{"what": "input:I-1"}])");
  add(R"("kind": "changeMade", "version": "REPORT@1", "decisions": ["D-1"])");
  for (const auto& [where, id] : {std::pair("decision", "D-1"), std::pair("input", "I-1"),
                                  std::pair("workVersion", "REPORT@1")}) {
    std::string text = textForm(*whoDecidedReport(query(), where, id));
    for (const char* needed :
         {"Who decided: P-7", "P-7. Part: Decided. Role: Chair. Expertise: Lived experience.",
          "No tally is recorded", "Input I-1", "decided before they joined"}) {
      EXPECT_TRUE(has(text, needed)) << where << ": " << needed << "\n" << text;
    }
  }
  std::string none = textForm(*whoDecidedReport(query(), "meeting", "M-1"));
  EXPECT_TRUE(has(none, "Who decided is not recorded")) << none;
  EXPECT_FALSE(whoDecidedReport(query(), "participant", "P-7"));
}

TEST_F(Pages, KeepYouSaidToOneMeeting) {
  add(R"("kind": "inputReceived", "id": "I-1", "meeting": "M-1", "asksForSomething": "yes")");
  add(R"("kind": "inputReceived", "id": "I-2", "meeting": "M-2", "asksForSomething": "yes")");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "toWhom": "P-7")");
  std::string text = textForm(youSaidWeDid(query(), {}, "M-1"));
  EXPECT_TRUE(has(text, "I-1: ")) << text;
  EXPECT_FALSE(has(text, "I-2: ")) << text;
  // To whom an answer was given says nothing about whether it was sent.
  EXPECT_TRUE(has(text, "Told: Nobody has recorded sending it.")) << text;
  EXPECT_TRUE(has(text, "minutebook record messageSent --what response")) << text;
}

}  // namespace
}  // namespace minutebook

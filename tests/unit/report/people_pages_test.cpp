// What people spoke against, and who came: said once, the same on every page, with the answers.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "audit/report/due_items.h"
#include "audit/report/forms.h"
#include "audit/report/lists.h"
#include "audit/report/minutes.h"
#include "audit/report/my_record.h"
#include "audit/report/you_said.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

constexpr DayNumber kToday = 19052;  // 2022-03-01

/// Lines are broken anywhere.
std::string onOneLine(const std::string& text) {
  std::string words;
  for (char c : text) {
    char kept = c == '\n' ? ' ' : c;
    if (kept != ' ' || words.empty() || words.back() != ' ') words += kept;
  }
  return words;
}

std::size_t timesIn(const std::string& text, std::string_view words) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = text.find(words, at)) != text.npos; at += words.size()) ++times;
  return times;
}

bool has(const std::string& text, std::string_view words) {
  return timesIn(text, words) > 0;
}

class PeoplesPages : public testing::Test {
 protected:
  std::uint64_t add(std::string_view fields) {
    return ledger_.add("{" + std::string(fields) + "}");
  }
  /// How another record names the entry at `index`.
  static std::string entry(std::uint64_t index) {
    std::string id = "000000000000" + std::to_string(index);
    return "\"entry:01920000-0000-7000-8000-" + id.substr(id.size() - 12) + "\"";
  }
  void join(const std::string& id) {
    add(R"("kind": "participantJoined", "expertise": ["livedExperience"], "id": ")" + id + "\"");
  }
  Query& query() {
    model_.emplace(ledger_.model());
    query_.emplace(model_->query());
    return *query_;
  }
  /// P-7's own page; what is sealed opens as its entry's number.
  std::string record() {
    auto open = [](std::int64_t index, const std::string&) {
      return "opened " + std::to_string(index);
    };
    return onOneLine(textForm(*myRecord(query(), {"P-7", kToday, open})));
  }
  std::string minutes() { return onOneLine(textForm(*meetingMinutes(query(), "M-1", kToday))); }
  std::string list(std::string_view name) {
    return onOneLine(textForm(*listOf(query(), name, {}, {1646092800, kToday})));
  }
  /// How many replies to contests are owed.
  std::ptrdiff_t owed() {
    std::vector<DueItem> items = dueItems(query(), {}, kToday);
    return std::count_if(items.begin(), items.end(), [](const DueItem& item) {
      return dueGroupOf(item.sort) == "replies to contests";
    });
  }

  ExampleLedger ledger_;
  std::optional<ReadModel> model_;
  std::optional<Query> query_;
};

TEST_F(PeoplesPages, ShowContestsInThePersonsWordsAndWithTheAnswers) {
  join("P-7");
  std::uint64_t of = add(R"("kind": "promiseMade", "id": "PR-1", "to": "P-7", "what": "Call.")");
  std::uint64_t dispute = add(R"("kind": "entryDisputed", "participant": "P-7",
         "whatIsWrong": "Nobody called.", "disputed": )" +
                              entry(of));
  std::string text = record();
  EXPECT_TRUE(has(text, "You disputed entry 1, promise PR-1. What it says: Call.")) << text;
  EXPECT_EQ(timesIn(text, "What is wrong: opened 2."), 1u) << text;
  EXPECT_TRUE(has(text, "No answer to it is on record. [#2]")) << text;
  EXPECT_FALSE(has(text, "stay private")) << text;
  EXPECT_FALSE(has(text, "(kept private)")) << text;
  add(R"("kind": "answerGiven", "by": "P-2", "outcome": "upheld", "text": "We will.", "to": [)" +
      entry(dispute) + "]");
  text = record();
  EXPECT_TRUE(has(text,
                  "Answer in entry 3 to what you said in entry 2. By: P-2. Outcome: Upheld. "
                  "Text: opened 3."))
      << text;
  EXPECT_FALSE(has(text, "No answer to it")) << text;
}

TEST_F(PeoplesPages, OpenNoAnswerThatIsForSomebodyElseToo) {
  join("P-7");
  std::uint64_t mine = add(R"("kind": "entryDisputed", "participant": "P-7",
         "whatIsWrong": "One.", "disputed": )" +
                           entry(0));
  std::uint64_t theirs = add(R"("kind": "entryDisputed", "participant": "P-8",
         "whatIsWrong": "Two.", "disputed": )" +
                             entry(0));
  add(R"("kind": "answerGiven", "text": "To both.", "to": [)" + entry(mine) + ", " + entry(theirs) +
      "]");
  add(R"("kind": "answerGiven", "text": "And a concern.", "to": ["concern:C-1", )" + entry(mine) +
      "]");
  std::string text = record();
  EXPECT_TRUE(has(text, "Answer in entry 3 to what you said in entry 1. [#3]")) << text;
  EXPECT_TRUE(has(text, "Answer in entry 4 to what you said in entry 1. [#4]")) << text;
  EXPECT_FALSE(has(text, "opened 2")) << text;
}

TEST_F(PeoplesPages, TellWhatAPersonThoughtOfAnAnswerInTheirOwnWords) {
  join("P-7");
  add(R"("kind": "inputReceived", "id": "I-1", "participant": "P-7", "asksForSomething": "yes")");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "declined")");
  add(R"("kind": "responseJudged", "response": "R-1", "participant": "P-7",
         "verdict": "notFair", "words": "Nobody asked me.")");
  EXPECT_TRUE(has(record(), "Your verdict: Not fair. Words: opened 3. [#3]")) << record();
  add(R"("kind": "answerGiven", "text": {"public": "Sorry."}, "to": ["response:R-1"])");
  EXPECT_TRUE(has(record(), "to what you said in entry 3. It says: Sorry. [#4]")) << record();
}

TEST_F(PeoplesPages, AgreeOnWhatWantsAnAnswer) {
  add(R"("kind": "matterRaised", "id": "Q-1", "question": "A ramp?")");
  add(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-1", "stance": "against")");
  add(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-2",
         "stance": "standAside")");
  std::uint64_t decision =
      add(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1", "outcome": "A ramp.")");
  std::uint64_t signing = add(R"("kind": "signOffGiven", "version": "W@1", "participant": "P-3",
         "answer": "dissent")");
  add(R"("kind": "signOffGiven", "version": "W@1", "participant": "P-4", "answer": "assentIf",
         "condition": {"public": "A rail."}, "onBehalfOf": {"participant": "P-4",
         "basis": "presentAndAgreed"})");
  add(R"("kind": "entryDisputed", "participant": "P-5", "whatIsWrong": {"public": "No."},
         "disputed": )" +
      entry(decision));
  EXPECT_EQ(owed(), 3);
  std::string text = list("dissent");
  EXPECT_EQ(timesIn(text, "Answered: no answer on record"), 3u) << text;
  EXPECT_EQ(timesIn(text, "Answered: none on record, and none is owed"), 2u) << text;
  EXPECT_TRUE(has(text, "decision D-1, entry 3 [#6]")) << text;
  EXPECT_TRUE(has(text, "Which says: A ramp. How: dispute")) << text;
  add(R"("kind": "answerGiven", "text": {"public": "Yes."}, "to": [)" + entry(signing) + "]");
  EXPECT_EQ(owed(), 2);
  add(R"("kind": "answerGiven", "text": {"public": "It is law."}, "to": ["matter:Q-1"])");
  EXPECT_EQ(owed(), 1);
  text = list("dissent");
  EXPECT_EQ(timesIn(text, "Answered: no answer on record"), 1u) << text;
  EXPECT_TRUE(has(text, "Answered: It is law. (entry 8)")) << text;
}

TEST_F(PeoplesPages, OweNothingToWhoCameRoundOrWasToldWhy) {
  std::string against = R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-1", )";
  add(against + R"("stance": "against")");
  add(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1", "outcome": "A ramp.")");
  EXPECT_EQ(owed(), 1);
  add(against + R"("stance": "inFavour")");
  EXPECT_EQ(owed(), 0);
  add(R"("kind": "positionRecorded", "decision": "D-2", "participant": "P-1",
         "stance": "against")");
  add(R"("kind": "decisionMade", "id": "D-2", "outcome": "A lift.")");
  EXPECT_EQ(owed(), 1);
  add(R"("kind": "decisionMade", "id": "D-3", "matter": "Q-3", "outcome": "Both.",
         "whyOverruled": "The law.")");
  add(R"("kind": "positionRecorded", "decision": "D-3", "participant": "P-2",
         "stance": "against")");
  EXPECT_EQ(owed(), 1);
  EXPECT_TRUE(has(list("dissent"), "Answered: The law. (entry 5)")) << list("dissent");
}

TEST_F(PeoplesPages, ShowEachPersonOnceAndWhereRecordsDisagree) {
  join("P-7");
  add(R"("kind": "meetingHeld", "id": "M-1", "minutes": 90, "occurredAt": "2022-02-01")");
  add(R"("kind": "attendanceRecorded", "meeting": "M-1", "people": [{"who": "P-7"}])");
  add(R"("kind": "attendanceRecorded", "meeting": "M-1", "people":
         [{"who": "P-7", "parts": ["led", "presented"]}, {"who": "group:WG"}])");
  std::string text = minutes();
  EXPECT_TRUE(has(text, "P-7. Part: Led, presented. Expertise: Lived experience. [#2, #3]"))
      << text;
  EXPECT_EQ(timesIn(text, "- P-7."), 1u) << text;
  EXPECT_TRUE(has(record(), "Meeting M-1. Part: Led, presented. When: 2022-02-01. [#2, #3]"))
      << record();
  EXPECT_FALSE(has(text, "disagree")) << text;
  add(R"("kind": "meetingHeld", "meeting": "M-1", "minutes": 60, "nobodyCame": "yes")");
  text = minutes();
  EXPECT_TRUE(has(text,
                  "Recorded again in entry 4, which disagrees with entry 1. Minutes it "
                  "lasted: 60. Nobody came: Yes. [#1, #4]"))
      << text;
  std::string both = "ecorded as present in entry 2 and entry 3; entry 4 says that nobody came.";
  EXPECT_TRUE(has(text, "The records disagree: R" + both)) << text;
  EXPECT_TRUE(has(record(), "You are r" + both)) << record();
  EXPECT_TRUE(has(list("meetings"), "Held: recorded both ways")) << list("meetings");
}

TEST_F(PeoplesPages, CallAnEntryByItsNumber) {
  add(R"("kind": "responseJudged", "response": "R-1", "participant": "P-7", "verdict": "fair")");
  add(R"("kind": "decisionMade", "id": "D-1", "becauseOf": [{"what": )" + entry(0) + "}]");
  EXPECT_TRUE(has(list("decisions"), "Because of: entry 0")) << list("decisions");
}

TEST_F(PeoplesPages, NeverNameOneMessageTwice) {
  add(R"("kind": "inputReceived", "id": "I-1", "participant": "P-7", "asksForSomething": "yes")");
  add(R"("kind": "responseGiven", "id": "R-1", "inputs": ["I-1"], "disposition": "adopted")");
  add(R"("kind": "messageSent", "id": "MSG-1", "what": "response",
         "about": ["input:I-1", "response:R-1"])");
  std::string text = onOneLine(textForm(youSaidWeDid(query(), {})));
  EXPECT_EQ(timesIn(text, "Message MSG-1"), 1u) << text;
}

TEST_F(PeoplesPages, ShowTheExpertiseHeldWhenASignOffWasOpened) {
  join("P-7");
  add(R"("kind": "signOffOpened", "id": "R-1", "version": "W@1",
         "eligible": [{"participant": "P-7"}])");
  add(R"("kind": "participantChanged", "participant": "P-7", "expertise": ["practitioner"])");
  EXPECT_TRUE(has(list("sign-off"), "Expertise: lived experience Asked: 1")) << list("sign-off");
}

}  // namespace
}  // namespace minutebook

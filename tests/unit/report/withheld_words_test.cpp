#include "audit/report/withheld_words.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "audit/report/forms.h"
#include "audit/report/history.h"
#include "audit/report/minutes.h"
#include "audit/report/trail.h"
#include "audit/report/transparency.h"
#include "audit/report/who_decided.h"
#include "audit/report/you_said.h"
#include "tests/unit/report/example_ledger.h"

namespace minutebook {
namespace {

constexpr DayNumber kToday = 19052;  // 2022-03-01

class Withheld : public testing::Test {
 protected:
  void SetUp() override {
    add(R"("kind": "participantJoined", "id": "P-7")");
    add(R"("kind": "meetingScheduled", "id": "M-1")");
    add(R"("kind": "decisionMade", "id": "D-1", "outcome": "Yes, more.", "meeting": "M-1",)"
        R"( "becauseOf": [{"what": "input:I-1"}])");
  }
  void add(std::string_view fields) { ledger_.add("{" + std::string(fields) + "}"); }
  void say(std::string_view more = "") {
    add(R"("kind": "inputReceived", "id": "I-1", "participant": "P-7", "meeting": "M-1", )"
        R"("asksForSomething": "yes", "text": {"public": "My landlord shouts."})" +
        std::string(more));
  }
  void answer(std::string_view reply, std::string_view scope = "quoted",
              std::string_view covers = R"({"everything": null})", std::string_view more = "") {
    add(R"("kind": "consentAnswered", "participant": "P-7", "scopes": [")" + std::string(scope) +
        R"("], "covers": )" + std::string(covers) + R"(, "reply": ")" + std::string(reply) + "\"" +
        std::string(more));
  }

  /// Every page on which the words might stand, as people outside get them.
  std::string pages() {
    ReadModel model = ledger_.model();
    Query query = model.query();
    WithheldWords withheld(query, kToday);
    std::vector<Report> reports = {
        youSaidWeDid(query, {}, ""),          transparencyReport(query),
        *trailOf(query, "input", "I-1"),      *trailOf(query, "decision", "D-1"),
        *historyOf(query, "input", "I-1"),    *whoDecidedReport(query, "decision", "D-1"),
        *meetingMinutes(query, "M-1", kToday)};
    std::string all;
    for (Report& report : reports) {
      withheld.takeOutOf(report);
      all += textForm(report) + markdownForm(report) + jsonForm(report) + htmlForm(report);
    }
    return all;
  }
  bool areShown() { return pages().find("landlord") != std::string::npos; }

  ExampleLedger ledger_;
};

TEST_F(Withheld, WordsOfOnePersonAreKeptBackUntilTheyAgree) {
  say();
  std::string all = pages();
  EXPECT_EQ(all.find("landlord"), all.npos);
  EXPECT_NE(all.find("kept back: no consent to be quoted is on record"), all.npos);
  EXPECT_NE(all.find("What is kept back"), all.npos);
  answer("given");
  EXPECT_TRUE(areShown());
  EXPECT_EQ(pages().find("What is kept back"), std::string::npos);
}

TEST_F(Withheld, TheLatestAnswerCounts) {
  say();
  answer("given");
  answer("withdrawn");
  EXPECT_FALSE(areShown());
  EXPECT_NE(pages().find("consent to be quoted was withdrawn in entry 5"), std::string::npos);
  answer("given", "quoted", R"({"these": ["input:I-1"]})");
  EXPECT_TRUE(areShown());
  answer("refused", "quoted", R"({"these": ["meeting:M-1"]})");
  EXPECT_FALSE(areShown());
}

TEST_F(Withheld, AConsentForSomethingElseDoesNotCount) {
  say();
  answer("given", "namedInReports");
  EXPECT_FALSE(areShown());
  answer("given", "quoted", R"({"these": ["input:I-2"]})");
  EXPECT_FALSE(areShown());
  add(R"("kind": "consentAnswered", "participant": "P-8", "scopes": ["quoted"], )"
      R"("covers": {"everything": null}, "reply": "given")");
  EXPECT_FALSE(areShown());
}

TEST_F(Withheld, AConsentThatMayHaveRunOutIsNotInForce) {
  say();
  answer("given", "quoted", R"({"everything": null})", R"(, "until": "2022-03-01")");
  EXPECT_TRUE(areShown());
  answer("given", "quoted", R"({"everything": null})", R"(, "until": "2022-02-28")");
  EXPECT_FALSE(areShown());
  EXPECT_NE(pages().find("has run out or may have"), std::string::npos);
  answer("given", "quoted", R"({"everything": null})", R"(, "until": "2022")");
  EXPECT_FALSE(areShown());
}

TEST_F(Withheld, TheGiversOwnWordOnSharingCounts) {
  say(R"(, "sharedWith": "public")");
  EXPECT_TRUE(areShown());
  answer("withdrawn", "quoted", R"({"these": ["input:I-1"]})");
  EXPECT_FALSE(areShown());
}

TEST_F(Withheld, WhatStaysInTheRoomIsNotForPeopleOutside) {
  answer("given");
  say(R"(, "sharedWith": "room")");
  EXPECT_FALSE(areShown());
}

TEST_F(Withheld, AStoryNeedsAConsentOfItsOwn) {
  say(R"(, "story": {"personalStory": "yes"})");
  answer("given");
  EXPECT_FALSE(areShown());
  EXPECT_NE(pages().find("no consent to tell a story is on record"), std::string::npos);
  answer("given", "story");
  EXPECT_TRUE(areShown());
}

TEST_F(Withheld, WordsPutRightAreKeptBackAsTheyWereAndAsTheyAre) {
  say();
  add(R"("kind": "entryCorrected", "of": "entry:01920000-0000-7000-8000-000000000003",
         "reason": "A slip.", "corrected": {"kind": "inputReceived", "id": "I-1",
         "participant": "P-7", "meeting": "M-1", "asksForSomething": "yes",
         "text": {"public": "My landlord whispers."}})");
  add(R"("kind": "inputRevised", "input": "I-1", "participant": "P-7", "revision": "putRight", )"
      R"("text": {"public": "The landlord was kind."})");
  EXPECT_FALSE(areShown());
  answer("given");
  EXPECT_TRUE(areShown());
}

TEST_F(Withheld, OneEntryByItselfTellsThemNeitherBeforeNorAfterACorrection) {
  say();
  add(R"("kind": "entryCorrected", "of": "entry:01920000-0000-7000-8000-000000000003",
         "reason": "A slip.", "corrected": {"kind": "inputReceived", "id": "I-1",
         "participant": "P-7", "text": {"public": "No."}})");
  ReadModel model = ledger_.model();
  Query query = model.query();
  WithheldWords withheld(query, kToday);
  EXPECT_EQ(withheld.takenOutOf("My landlord shouts.", 3).find("landlord"), std::string::npos);
  EXPECT_EQ(withheld.takenOutOf("No.", 4).find("No."), std::string::npos);
  EXPECT_EQ(withheld.takenOutOf("inputReceived", 4), "inputReceived");
  EXPECT_TRUE(withheld.covers(3));
  EXPECT_TRUE(withheld.covers(4));
  EXPECT_FALSE(withheld.covers(2));
  WithheldWords ownPage(query, kToday, "P-7");
  EXPECT_EQ(ownPage.takenOutOf("No.", 4), "No.");
}

TEST_F(Withheld, DissentIsPublishedOnlyWithConsent) {
  add(R"("kind": "positionRecorded", "decision": "D-1", "participant": "P-7", )"
      R"("stance": "against", "reason": {"public": "The landlord decides anyway."})");
  say(R"(, "sharedWith": "nobodyElse")");
  std::string all = pages();
  EXPECT_EQ(all.find("landlord"), all.npos);
  EXPECT_NE(all.find("no consent to publish dissent is on record"), all.npos);
  EXPECT_NE(all.find("against"), all.npos) << "that somebody dissented is always told";
  answer("given", "dissentPublished", R"({"these": ["decision:D-1"]})");
  EXPECT_NE(pages().find("The landlord decides anyway."), std::string::npos);
  EXPECT_EQ(pages().find("shouts"), std::string::npos);
}

TEST_F(Withheld, WordsOfAGroupAreNobodysInParticular) {
  add(R"("kind": "inputReceived", "id": "I-1", "from": "group:WG", "meeting": "M-1", )"
      R"("asksForSomething": "yes", "text": {"public": "My landlord shouts."})");
  EXPECT_TRUE(areShown());
}

}  // namespace
}  // namespace minutebook

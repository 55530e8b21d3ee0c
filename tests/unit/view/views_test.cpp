// What the views say about small ledgers, each a few lines long.

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "ledger/view/read_model.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

class ViewsTest : public testing::Test {
 protected:
  std::string append(const std::string& members) { return ledger_.append("{" + members + "}"); }

  /// The rows as text, columns parted by "|", rows by a space; null is "~".
  std::string ask(const std::string& sql) {
    ReadModel model =
        ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
    std::string text;
    Rows rows = model.query().all(sql);
    for (const Row& row : rows.rows) {
      if (!text.empty()) text += " ";
      for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        text += (i > 0 ? "|" : "") + row.textOr(rows.columns[i], "~");
      }
    }
    return text;
  }

  void join(const std::string& id, const std::string& expertise) {
    append(R"("kind": "participantJoined", "id": ")" + id + R"(", "expertise": [)" + expertise +
           "]");
    append(R"("kind": "roleAssigned", "who": ")" + id +
           R"(", "role": "member", "within": "group:WG")");
  }

  SmallLedger ledger_;
};

TEST_F(ViewsTest, AreAllInTheModelAndCanBeRead) {
  ReadModel model = ReadModel::inMemoryUpTo(ledger_.log(), 1, ledger_.catalogue());
  std::set<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(
           std::filesystem::path(MINUTEBOOK_SOURCE_DIR) / "ledger/view/views")) {
    files.insert(file.path().stem().string());
  }
  std::set<std::string> made;
  Query query = model.query();
  for (const Row& row : query.all("SELECT name FROM sqlite_schema WHERE type = 'view'").rows) {
    made.insert(row.text("name"));
    EXPECT_NO_THROW(query.all("SELECT * FROM " + row.text("name"))) << row.text("name");
  }
  EXPECT_EQ(made, files);
  EXPECT_GT(made.size(), 50u);
}

TEST_F(ViewsTest, CountAGroupByTheExpertiseItsMembersHoldNow) {
  append(R"("kind": "groupFormed", "id": "WG", "title": "Working group")");
  join("P-2", R"("livedExperience")");
  join("P-3", R"("practitioner")");
  join("P-4", R"("livedExperience", "practitioner")");
  join("P-5", R"("livedExperience")");
  append(R"("kind": "participantChanged", "participant": "P-5", "expertise": ["technicalExpert"])");
  append(R"("kind": "participantLeft", "participant": "P-2", "leaving": "group",
            "about": "group:WG")");
  EXPECT_EQ(ask("SELECT expertise, members FROM group_count ORDER BY 1"),
            "livedExperience|1 practitioner|2 technicalExpert|1");
  EXPECT_EQ(ask("SELECT members, ever FROM group_size"), "3|4");
  EXPECT_EQ(ask("SELECT expertise, until_entry IS NULL AS held FROM participant_expertise "
                "WHERE participant = 'P-5' ORDER BY from_entry"),
            "livedExperience|0 technicalExpert|1");
}

TEST_F(ViewsTest, ForgetADetailThatNoLongerHolds) {
  append(R"("kind": "participantJoined", "id": "P-2", "organisation": "ORG",
            "expertise": ["livedExperience"])");
  append(R"("kind": "participantChanged", "participant": "P-2", "payRegion": "London")");
  EXPECT_EQ(ask("SELECT organisation, pay_region, expertise FROM participant_current"),
            "ORG|London|livedExperience");
  append(R"("kind": "participantChanged", "participant": "P-2",
            "noLonger": ["organisation", "expertise"])");
  EXPECT_EQ(ask("SELECT organisation, pay_region, expertise FROM participant_current"),
            "~|London|~");
}

TEST_F(ViewsTest, TellStatedUnresolvedInferredAndMissingAnswersApart) {
  for (const char* id : {"I-1", "I-2", "I-3", "I-4"}) {
    append(R"("kind": "inputReceived", "asksForSomething": "yes", "id": ")" + std::string(id) +
           "\"");
  }
  append(R"("kind": "concernRaised", "id": "C-1", "topic": "papers")");
  append(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"], "disposition": "adopted",
            "provenance": "attested")");
  append(R"("kind": "responseGiven", "id": "RE-2", "inputs": ["I-1", "I-3"],
            "disposition": "adopted", "provenance": "inferred")");
  append(R"("kind": "responseGiven", "id": "RE-3", "inputs": ["I-2"], "concerns": ["C-1"],
            "disposition": "unresolved")");
  append(R"("kind": "changeMade", "inputs": ["I-1"], "whatChanged": "Words")");
  append(R"("kind": "responseJudged", "response": "RE-1", "participant": "P-7",
            "verdict": "notFair")");
  EXPECT_EQ(ask("SELECT input, responded, answers, changes FROM input_status ORDER BY input"),
            "C-1|unresolved|1|0 I-1|stated|2|1 I-2|unresolved|1|0 I-3|inferred|1|0 I-4|none|0|0");
  EXPECT_EQ(ask("SELECT response, verdict FROM input_loop WHERE input = 'I-1' ORDER BY response"),
            "RE-1|notFair RE-2|~");
  EXPECT_EQ(ask("SELECT form, participant FROM dissent_list"), "response|P-7");
}

TEST_F(ViewsTest, TakeNobodysVerdictForAnotherGivers) {
  append(R"("kind": "participantJoined", "id": "P-1")");
  append(R"("kind": "inputReceived", "id": "I-1", "participant": "P-1")");
  append(R"("kind": "inputReceived", "id": "I-2", "from": "outside: a slip in the box")");
  append(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1", "I-2"],
            "disposition": "adopted")");
  append(R"("kind": "responseJudged", "response": "RE-1", "participant": "P-1",
            "verdict": "fair")");
  EXPECT_EQ(ask("SELECT input, verdict FROM input_loop ORDER BY input"), "I-1|fair I-2|~");
}

TEST_F(ViewsTest, SayHowMuchIsKnownOfWhoDecided) {
  append(R"("kind": "decisionMade", "id": "D-1", "how": "allAgreed",
            "deciders": [{"who": "words: all parties"}])");
  append(R"("kind": "decisionMade", "id": "D-2", "deciders": [{"who": "words: we"}])");
  append(R"("kind": "decisionMade", "id": "D-3")");
  append(
      R"("kind": "decisionMade", "id": "D-4", "deciders": [{"who": "P-1"}, {"who": "group:WG"}])");
  append(R"("kind": "decisionMade", "id": "D-5",
            "deciders": [{"who": "words: the academics", "as": ["technicalExpert"]}])");
  append(R"("kind": "decisionMade", "id": "D-6", "how": "allAgreed")");
  EXPECT_EQ(ask("SELECT decision, decided_by FROM decision_summary ORDER BY decision"),
            "D-1|all parties D-2|words only D-3|not recorded D-4|named D-5|by group "
            "D-6|not recorded");
}

TEST_F(ViewsTest, LeadFromADecisionBackToInputsAndOnToChanges) {
  append(R"("kind": "inputReceived", "id": "I-1", "from": "group:WG",
            "text": {"public": "Confusing"})");
  append(R"("kind": "decisionMade", "id": "D-1", "outcome": "A tree",
            "becauseOf": [{"what": "input:I-1", "reason": "It was confusing."}])");
  append(R"("kind": "responseGiven", "id": "RE-1", "inputs": ["I-1"], "decisions": ["D-1"],
            "disposition": "adopted")");
  append(R"("kind": "changeMade", "decisions": ["D-1"], "whatChanged": "The picture")");
  EXPECT_EQ(ask("SELECT step, step_entry, text, who FROM decision_trail WHERE decision = 'D-1'"),
            "because of|1|Confusing|group:WG response|3|~|~ change|4|The picture|~");
}

TEST_F(ViewsTest, CountTheLastPositionBeforeTheDecision) {
  append(R"("kind": "matterRaised", "id": "Q-1", "question": "Go on?")");
  append(
      R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-1", "stance": "against")");
  append(R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-1",
            "stance": "inFavour")");
  EXPECT_EQ(ask("SELECT state FROM matter_open"), "open");
  append(R"("kind": "decisionMade", "id": "D-1", "matter": "Q-1", "outcome": "Yes")");
  append(
      R"("kind": "positionRecorded", "matter": "Q-1", "participant": "P-1", "stance": "abstain")");
  EXPECT_EQ(ask("SELECT stance, counted FROM position_current ORDER BY entry"),
            "against|0 inFavour|1 abstain|0");
  EXPECT_EQ(ask("SELECT state FROM matter_open"), "");
}

TEST_F(ViewsTest, NeverReadACollectiveSignOffAsOneOfEachMember) {
  append(R"("kind": "signOffGiven", "version": "REPORT@1", "group": "WG", "answer": "assent")");
  append(R"("kind": "signOffOpened", "id": "R-1", "version": "REPORT@2",
            "eligible": [{"participant": "P-1"}, {"participant": "P-2"}])");
  append(R"("kind": "signOffGiven", "round": "R-1", "participant": "P-1", "answer": "dissent")");
  append(R"("kind": "signOffClosed", "round": "R-1")");
  append(R"("kind": "signOffGiven", "round": "R-1", "participant": "P-2", "answer": "assent")");
  EXPECT_EQ(ask("SELECT version, form, answer, late FROM sign_off_roll"),
            "REPORT@1|collective|assent|0 REPORT@2|individual|dissent|0 "
            "REPORT@2|individual|assent|1");
  EXPECT_EQ(ask("SELECT participant, answer FROM sign_off_seat"), "P-1|dissent P-2|~");
}

TEST_F(ViewsTest, KeepStandingPromisesApartFromOpenOnes) {
  append(R"("kind": "promiseMade", "id": "PR-1", "what": "A", "standing": "yes")");
  append(R"("kind": "promiseMade", "id": "PR-2", "what": "B", "due": "2021-11")");
  append(R"("kind": "promiseMade", "id": "PR-3", "what": "C")");
  append(R"("kind": "promiseUpdated", "promise": "PR-2", "state": "renegotiated",
            "newDue": "2022-01")");
  append(R"("kind": "promiseUpdated", "promise": "PR-3", "state": "kept")");
  EXPECT_EQ(ask("SELECT promise, state, is_open, due FROM promise_state ORDER BY promise"),
            "PR-1|open|0|~ PR-2|renegotiated|1|2022-01 PR-3|kept|0|~");
}

TEST_F(ViewsTest, AddUpAMeetingByKindAndCountDaysOfNotice) {
  append(R"("kind": "meetingScheduled", "id": "M-1", "start": "2021-05-20", "minutes": 180)");
  append(R"("kind": "agendaItemProposed", "id": "AG-1", "meeting": "M-1", "item": "Tea",
            "itemKind": "break", "minutes": 10)");
  append(R"("kind": "agendaItemProposed", "id": "AG-2", "meeting": "M-1", "item": "Lunch",
            "itemKind": "break", "minutes": 30)");
  append(R"("kind": "agendaItemProposed", "id": "AG-3", "meeting": "M-1", "item": "Talk",
            "itemKind": "talk")");
  append(R"("kind": "messageSent", "id": "MSG-1", "about": ["meeting:M-1"],
            "occurredAt": "2021-05-06")");
  append(R"("kind": "messageSent", "id": "MSG-2", "occurredAt": "3 days before meeting:M-1")");
  EXPECT_EQ(ask("SELECT item_kind, items, minutes, without_length FROM meeting_minutes"),
            "break|2|40|0 talk|1|~|1");
  EXPECT_EQ(ask("SELECT id, days_before, worked_out FROM notice_given ORDER BY id"),
            "MSG-1|14|1 MSG-2|3|0");
}

TEST_F(ViewsTest, CountWholeDaysOfNoticeWhereATimeOfDayIsKnown) {
  append(R"("kind": "meetingScheduled", "id": "M-1", "start": "2021-05-20T00:30+01:00")");
  append(R"("kind": "messageSent", "id": "MSG-1", "about": ["meeting:M-1"],
            "occurredAt": "2021-05-19T23:50+01:00")");
  append(R"("kind": "messageSent", "id": "MSG-2", "about": ["meeting:M-1"],
            "occurredAt": "2021-05-06")");
  append(R"("kind": "messageSent", "id": "MSG-3", "about": ["meeting:M-1"],
            "occurredAt": "2021-05-22T09:00:30Z")");
  append(R"("kind": "messageSent", "id": "MSG-4", "about": ["meeting:M-1"],
            "occurredAt": "2021-05")");
  EXPECT_EQ(ask("SELECT id, days_before FROM notice_given ORDER BY id"),
            "MSG-1|1 MSG-2|14 MSG-3|-2");
}

TEST_F(ViewsTest, CountCreditsByNameAndWhoIsNotNamed) {
  join("P-2", R"("livedExperience")");
  join("P-3", R"("livedExperience")");
  append(R"("kind": "creditPublished", "of": "REPORT@1", "credits": [{"who": "P-2",
            "form": "fullName", "section": "byline"}, {"who": "group:WG", "form": "groupOnly",
            "section": "thanks"}])");
  EXPECT_EQ(ask("SELECT work, section, people FROM credit_count"), "REPORT|byline|1");
  EXPECT_EQ(ask("SELECT participant, named FROM person_naming ORDER BY 1"), "P-2|1 P-3|0");
}

TEST_F(ViewsTest, SayHowEachInitiativesEntriesAreKnown) {
  append(R"("kind": "promiseMade", "id": "PR-1", "what": "A", "initiative": "X",
            "provenance": "inferred", "occurredAt": "2021")");
  append(R"("kind": "promiseMade", "id": "PR-2", "what": "A", "initiative": "X",
            "provenance": "imported", "sources": [{"title": "Paper"}])");
  EXPECT_EQ(ask("SELECT provenance, entries, with_source, date_unknown FROM evidence_coverage "
                "WHERE initiative = 'X' ORDER BY 1"),
            "imported|1|1|1 inferred|1|0|0");
}

TEST_F(ViewsTest, LinkADisputeToTheEntryAndItsAnswer) {
  std::string promise = append(R"("kind": "promiseMade", "id": "PR-1", "what": "A")");
  std::string dispute = append(R"("kind": "entryDisputed", "disputed": "entry:)" + promise +
                               R"(", "participant": "P-1", "whatIsWrong": {"public": "Never"})");
  EXPECT_EQ(ask("SELECT of_entry, id, what_is_wrong, answer_entry FROM dispute_list"),
            "1|PR-1|Never|~");
  append(R"("kind": "answerGiven", "to": ["entry:)" + dispute + R"("], "by": "P-1")");
  EXPECT_EQ(ask("SELECT answer_entry FROM dispute_list"), "3");
}

}  // namespace
}  // namespace minutebook

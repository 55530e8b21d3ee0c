#include "ledger/view/read_model.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/view/model_digest.h"
#include "tests/unit/view/small_ledger.h"

namespace minutebook {
namespace {

using How = CaughtUp::How;

class ReadModelTest : public testing::Test {
 protected:
  std::filesystem::path file() const { return directory_.path() / "view.sqlite"; }
  ReadModel open() { return ReadModel(file(), ledger_.catalogue()); }

  /// A little of everything, each with its own traps.
  void appendVariety() {
    ledger_.append(R"({"kind": "initiativeOpened", "id": "HOMES", "title": "Repairs"})");
    ledger_.append(R"({"kind": "participantJoined", "id": "P-7", "expertise": ["livedExperience"],
        "name": "CANARY-NAME", "contact": "CANARY-CONTACT", "provenance": "attested",
        "initiative": "HOMES", "occurredAt": "2021-11"})");
    ledger_.append(R"({"kind": "inputReceived", "id": "I-1", "participant": "P-7",
        "text": "CANARY-TEXT", "themes": ["words", "time"], "sources": [{"title": "Notes",
        "place": "page 2"}], "onBehalfOf": {"participant": "P-7", "basis": "presentAndAgreed"}})");
    ledger_.append(R"j({"kind": "decisionMade", "id": "D-1", "outcome": "Do it",
        "deciders": [{"who": ["P-7", "group:WG", "outside: neighbours (about 20)", "words: we"],
        "as": ["livedExperience", "practitioner"]}], "becauseOf": [{"what": "input:I-1"}],
        "options": {"considered": [{"inWords": "Do it"}, {"inWords": "Do not"}]},
        "occurredAt": "14 days before meeting:M-1"})j");
    ledger_.append(R"({"kind": "rateSet", "id": "R-1", "amount": "11.00 GBP", "basis": "hourly",
        "covers": ["meeting", "reading"]})");
    ledger_.append(R"({"kind": "surveyClosed", "survey": "PRE", "asked": "about 5000",
        "answered": "at least 8", "results": [{"question": "PRE@Q1", "mean": "78.125",
        "distribution": [{"option": "yes", "howMany": 3}]}]})");
  }

  SmallLedger ledger_;
  TempDirectory directory_;
};

TEST_F(ReadModelTest, BuildsWhatItDoesNotFind) {
  appendVariety();
  ReadModel model = open();
  CaughtUp caughtUp = model.catchUp(ledger_.log());
  EXPECT_EQ(caughtUp.how, How::kRebuilt);
  EXPECT_EQ(caughtUp.applied, ledger_.log().size());
  EXPECT_EQ(model.size(), ledger_.log().size());
  EXPECT_EQ(model.query().count("SELECT count(*) FROM entry"), 7);
}

TEST_F(ReadModelTest, WritesEveryCommonTypeAsPeopleReadIt) {
  appendVariety();
  ReadModel model = open();
  model.catchUp(ledger_.log());
  Query query = model.query();
  auto joined = query.first("SELECT * FROM participant_joined");
  EXPECT_EQ(joined->text("occurred_at"), "2021-11");
  EXPECT_EQ(joined->text("occurred_at_precision"), "month");
  EXPECT_EQ(joined->text("author"), "P-1");
  EXPECT_EQ(joined->text("initiative"), "HOMES");
  EXPECT_EQ(joined->text("provenance"), "attested");
  EXPECT_EQ(joined->text("name_state"), "sealed");
  EXPECT_EQ(joined->number("recorded_at"), SmallLedger::kRecordedAt + 2);
  auto decision = query.first("SELECT * FROM decision_made");
  EXPECT_EQ(decision->number("occurred_at_distance"), -14 * 1440);
  EXPECT_EQ(decision->text("occurred_at_anchor"), "meeting:M-1");
  EXPECT_EQ(decision->text("options"), "considered");
  EXPECT_TRUE(decision->isNull("evidence"));
  auto rate = query.first("SELECT * FROM rate_set");
  EXPECT_EQ(rate->text("amount"), "11.00 GBP");
  EXPECT_EQ(rate->number("amount_minor"), 1100);
  auto closed = query.first("SELECT * FROM survey_closed");
  EXPECT_EQ(closed->text("asked"), "about 5000");
  EXPECT_TRUE(closed->isNull("asked_min"));
  EXPECT_EQ(closed->number("answered_min"), 8);
  EXPECT_TRUE(closed->isNull("answered_max"));
  auto mean = query.first("SELECT * FROM survey_closed__results");
  EXPECT_EQ(mean->text("mean"), "78.125");
  EXPECT_EQ(mean->number("mean_unscaled"), 78125);
  EXPECT_EQ(mean->text("question_survey"), "PRE");
  auto input = query.first("SELECT * FROM input_received");
  EXPECT_TRUE(input->isNull("text"));
  EXPECT_EQ(input->text("text_state"), "sealed");
  EXPECT_EQ(input->text("on_behalf_of_basis"), "presentAndAgreed");
}

TEST_F(ReadModelTest, TakesAStructOfOneListForNoPlainValue) {
  ledger_.append(R"({"kind": "clauseAdopted", "id": "WAGE-T", "standard": "WAGE@1",
      "columns": ["from", "rate"], "rows": [{"cells": ["2024-10-23", "12.60"]},
      {"cells": ["2025-10-22", "13.45"]}]})");
  ReadModel model = open();
  model.catchUp(ledger_.log());
  Query query = model.query();
  EXPECT_EQ(query.count("SELECT count(*) FROM clause_adopted__rows__cells"), 4);
  auto last = query.first(
      "SELECT rows_nth, value FROM clause_adopted__rows__cells ORDER BY rows_nth DESC, nth DESC");
  EXPECT_EQ(last->number("rows_nth"), 1);
  EXPECT_EQ(last->text("value"), "13.45");
}

TEST_F(ReadModelTest, TakesWhoApartPieceByPiece) {
  appendVariety();
  ReadModel model = open();
  model.catchUp(ledger_.log());
  Rows who = model.query().all("SELECT * FROM decision_made__deciders__who ORDER BY nth");
  ASSERT_EQ(who.rows.size(), 4u);
  EXPECT_EQ(who.rows[0].text("register"), "participant");
  EXPECT_EQ(who.rows[0].text("id"), "P-7");
  EXPECT_EQ(who.rows[1].text("register"), "group");
  EXPECT_EQ(who.rows[2].text("description"), "neighbours");
  EXPECT_EQ(who.rows[2].text("how_many"), "about 20");
  EXPECT_EQ(who.rows[3].text("words"), "we");
  EXPECT_EQ(model.query().first("SELECT who FROM decision_made__deciders")->text("who"),
            "P-7, group:WG, outside: neighbours (about 20), words: we");
}

TEST_F(ReadModelTest, KeepsWhatEveryEntryMentionsSealsAndCites) {
  appendVariety();
  ReadModel model = open();
  model.catchUp(ledger_.log());
  Query query = model.query();
  EXPECT_EQ(query.count("SELECT count(*) FROM mention WHERE register = 'input' AND id = 'I-1'"), 2);
  EXPECT_EQ(
      query.first("SELECT register || ':' || id AS id FROM entry WHERE entry = 4")->text("id"),
      "decision:D-1");
  EXPECT_EQ(query.first("SELECT title, place FROM source")->text("place"), "page 2");
  Rows sealed = query.all("SELECT field, about, audience FROM sealed_field ORDER BY field");
  ASSERT_EQ(sealed.rows.size(), 3u);
  EXPECT_EQ(sealed.rows[2].text("field"), "text");
  EXPECT_EQ(sealed.rows[2].text("audience"), "coordinators");
}

TEST_F(ReadModelTest, NeverHoldsSealedText) {
  appendVariety();
  {
    ReadModel model = open();
    model.catchUp(ledger_.log());
    ledger_.append(R"({"kind": "concernRaised", "id": "C-1", "text": "CANARY-CONCERN"})");
    model.catchUp(ledger_.log());
    EXPECT_EQ(digestOf(model).find("CANARY"), std::string::npos);
  }
  for (const auto& item : std::filesystem::directory_iterator(directory_.path())) {
    std::ifstream in(item.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find("CANARY"), std::string::npos) << item.path();
  }
}

TEST_F(ReadModelTest, IsTheSameEntryByEntryAndAtOnce) {
  ReadModel step = open();
  step.catchUp(ledger_.log());
  appendVariety();
  std::string promise = ledger_.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "A"})");
  for (int i = 0; i < 3; ++i) {
    std::string id = std::to_string(i);
    ledger_.append(R"({"kind": "matterRaised", "id": "Q-)" + id + R"(", "question": "Why?"})");
    step.catchUp(ledger_.log());
  }
  ledger_.append(R"({"kind": "entryCorrected", "of": "entry:)" + promise +
                 R"(", "reason": "Slip", "corrected": {"kind": "promiseMade", "id": "PR-1",
                     "what": "B", "by": "group:WG"}})");
  ledger_.append(R"({"kind": "entryDisputed", "disputed": "entry:)" + promise +
                 R"(", "participant": "P-7"})");
  step.catchUp(ledger_.log());
  ReadModel atOnce =
      ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  EXPECT_EQ(digestOf(step), digestOf(atOnce));
}

TEST_F(ReadModelTest, ChangesNothingWhenThereIsNothingNew) {
  appendVariety();
  ReadModel model = open();
  model.catchUp(ledger_.log());
  std::string before = digestOf(model);
  EXPECT_EQ(model.catchUp(ledger_.log()).how, How::kWasUpToDate);
  ReadModel again = open();
  EXPECT_EQ(again.catchUp(ledger_.log()).how, How::kWasUpToDate);
  EXPECT_EQ(digestOf(again), before);
}

TEST_F(ReadModelTest, AppliesOnlyWhatIsNew) {
  appendVariety();
  open().catchUp(ledger_.log());
  ledger_.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "A"})");
  ReadModel model = open();
  CaughtUp caughtUp = model.catchUp(ledger_.log());
  EXPECT_EQ(caughtUp.how, How::kApplied);
  EXPECT_EQ(caughtUp.applied, 1u);
}

TEST_F(ReadModelTest, ThrowsAwayWhatAnotherVersionMade) {
  appendVariety();
  ReadModel model = open();
  model.catchUp(ledger_.log());
  std::string digest = digestOf(model);
  std::string bytes;
  {
    std::ifstream in(file(), std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  std::size_t at = bytes.find(model.stamp());
  ASSERT_NE(at, bytes.npos);
  bytes[at] = bytes[at] == '0' ? '1' : '0';
  std::ofstream(file(), std::ios::binary) << bytes;
  ReadModel newer = open();
  CaughtUp caughtUp = newer.catchUp(ledger_.log());
  EXPECT_EQ(caughtUp.how, How::kRebuilt);
  EXPECT_EQ(caughtUp.why, "another version of the program made it");
  EXPECT_EQ(digestOf(newer), digest);
}

TEST_F(ReadModelTest, ThrowsAwayADamagedFile) {
  appendVariety();
  open().catchUp(ledger_.log());
  std::string digest;
  for (const char* content :
       {"", "This is no database, and it is long enough to be read as one."}) {
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << content;
    ReadModel model = open();
    EXPECT_EQ(model.catchUp(ledger_.log()).how, How::kRebuilt) << content;
    EXPECT_EQ(model.query().count("SELECT count(*) FROM entry"), 7);
  }
}

TEST_F(ReadModelTest, ThrowsAwayWhatFollowsFromAnotherLog) {
  appendVariety();
  open().catchUp(ledger_.log());
  SmallLedger other;
  ReadModel model(file(), other.catalogue());
  EXPECT_EQ(model.catchUp(other.log()).why, "the log is shorter than what it holds");
  for (int i = 0; i < 6; ++i) {
    other.append(R"({"kind": "promiseMade", "id": "X-)" + std::to_string(i) + R"(", "what": "A"})");
  }
  model.catchUp(other.log());
  EXPECT_EQ(model.catchUp(ledger_.log()).why, "it holds entries of another log");
  EXPECT_EQ(model.query().count("SELECT count(*) FROM promise_made"), 0);
}

TEST_F(ReadModelTest, ShowsAnEntryThatItCannotRead) {
  ledger_.log().append(Bytes{1, 2, 3});
  appendVariety();
  ReadModel model = open();
  model.catchUp(ledger_.log());
  auto entry = model.query().first("SELECT kind, known, recorded_at FROM entry WHERE entry = 1");
  EXPECT_EQ(entry->text("kind"), "unreadable");
  EXPECT_EQ(entry->number("known"), 0);
  EXPECT_TRUE(entry->isNull("recorded_at"));
  EXPECT_EQ(model.query().count("SELECT count(*) FROM entry"), 8);
}

TEST_F(ReadModelTest, SeesOnlyWhatWasRecordedByThen) {
  appendVariety();
  ReadModel then = ReadModel::inMemoryUpTo(ledger_.log(), 3, ledger_.catalogue());
  EXPECT_EQ(then.size(), 3u);
  EXPECT_EQ(then.query().count("SELECT count(*) FROM entry"), 3);
  EXPECT_EQ(then.query().count("SELECT count(*) FROM input_received"), 0);
  EXPECT_EQ(faultOf([&] {
              ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size() + 1, ledger_.catalogue());
            }),
            FaultKind::kBug);
}

TEST_F(ReadModelTest, KnowsAnAuthorByTheirKeyOnceItIsEnrolled) {
  SmallLedger ledger;
  ledger.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "A"})");
  ReadModel model = ReadModel::inMemoryUpTo(ledger.log(), 2, ledger.catalogue());
  auto entry = model.query().first("SELECT author, author_key FROM entry WHERE entry = 1");
  EXPECT_EQ(entry->text("author"), "P-1");
  EXPECT_EQ(entry->text("author_key"), toHex(Bytes(32, 7)));
  EXPECT_EQ(model.query().count("SELECT count(*) FROM key_holder"), 3);
}

class CorrectionTest : public testing::Test {
 protected:
  CorrectionTest() {
    original_ = ledger_.append(R"({"kind": "promiseMade", "id": "PR-1", "what": "Reply soon",
        "by": "words: we", "due": "2021-11", "provenance": "witnessed"})");
  }
  std::string correct(const std::string& record, const std::string& of, const char* more = "") {
    return ledger_.append(R"({"kind": "entryCorrected", "of": "entry:)" + of +
                          R"(", "reason": "The date was wrong.", "corrected": )" + record + more +
                          "}");
  }
  ReadModel model() {
    return ReadModel::inMemoryUpTo(ledger_.log(), ledger_.log().size(), ledger_.catalogue());
  }
  SmallLedger ledger_;
  std::string original_;
};

TEST_F(CorrectionTest, ShowsTheCorrectedValueWithTheOriginal) {
  correct(R"({"kind": "promiseMade", "id": "PR-1", "what": "Reply soon", "by": "group:WG",
      "due": "2021-12"})",
          original_);
  ReadModel made = model();
  Query query = made.query();
  auto promise = query.first("SELECT * FROM promise_made");
  EXPECT_EQ(promise->text("due"), "2021-12");
  EXPECT_EQ(promise->text("by"), "group:WG");
  EXPECT_EQ(promise->number("entry"), 1);
  EXPECT_EQ(promise->number("corrected_by"), 2);
  EXPECT_EQ(promise->text("provenance"), "witnessed");
  auto change = query.first("SELECT * FROM correction_list WHERE column_name = 'due'");
  EXPECT_EQ(change->text("was"), "2021-11");
  EXPECT_EQ(change->text("became"), "2021-12");
  EXPECT_EQ(change->text("reason"), "The date was wrong.");
  auto by = query.first("SELECT * FROM correction_list WHERE column_name = 'by'");
  EXPECT_EQ(by->text("manner"), "who");
  EXPECT_EQ(by->text("was"), "words: we");
  EXPECT_EQ(by->text("became"), "group:WG");
  // A date and a "who" have more columns; each is told once.
  EXPECT_EQ(query.count("SELECT count(*) FROM correction_value WHERE field IS NOT NULL"), 2);
}

TEST_F(CorrectionTest, CorrectsACorrection) {
  std::string first = correct(R"({"kind": "promiseMade", "id": "PR-1", "what": "B"})", original_);
  correct(R"({"kind": "promiseMade", "id": "PR-1", "what": "C"})", first);
  ReadModel made = model();
  EXPECT_EQ(made.query().first("SELECT what FROM promise_made")->text("what"), "C");
  EXPECT_EQ(made.query().count("SELECT count(*) FROM promise_made"), 1);
  EXPECT_EQ(made.query().count("SELECT of_entry FROM correction WHERE entry = 3"), 1);
}

TEST_F(CorrectionTest, TurnsInferredWhenTheCorrectionIs) {
  correct(R"({"kind": "promiseMade", "id": "PR-1", "what": "B"})", original_,
          R"(, "provenance": "inferred")");
  ReadModel made = model();
  EXPECT_EQ(made.query().first("SELECT provenance FROM promise_made")->text("provenance"),
            "inferred");
}

TEST_F(CorrectionTest, LeavesAnEntryOfAnotherKindAlone) {
  correct(R"({"kind": "matterRaised", "id": "Q-1", "question": "Why?"})", original_);
  ReadModel made = model();
  EXPECT_EQ(made.query().count("SELECT count(*) FROM matter_raised"), 0);
  EXPECT_EQ(made.query().first("SELECT what FROM promise_made")->text("what"), "Reply soon");
  EXPECT_TRUE(made.query().first("SELECT of_entry FROM correction")->isNull("of_entry"));
}

TEST_F(CorrectionTest, OpensTheNewSealedValueAndNotTheOld) {
  std::string input = ledger_.append(R"({"kind": "inputReceived", "id": "I-1", "text": "old"})");
  correct(R"({"kind": "inputReceived", "id": "I-1", "text": "new"})", input);
  ReadModel made = model();
  auto sealed = made.query().first("SELECT entry, field FROM sealed_field WHERE of_entry = 2");
  EXPECT_EQ(sealed->number("entry"), 3);
  EXPECT_EQ(sealed->text("field"), "text");
  EXPECT_EQ(made.query().count("SELECT count(*) FROM sealed_field WHERE of_entry IS NULL"), 1);
}

}  // namespace
}  // namespace minutebook

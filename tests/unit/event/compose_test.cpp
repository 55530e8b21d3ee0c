#include "ledger/event/compose.h"

#include <gtest/gtest.h>

#include "tests/support/fault_of.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

std::string nestedCorrections(int depth) {
  std::string line =
      R"({"kind": "entryCorrected", "reason": "r",
                "of": "entry:01920000-0000-7000-8000-000000000001", "corrected": )";
  std::string inner = R"({"kind": "meetingHeld", "meeting": "M-3"})";
  std::string text;
  for (int i = 0; i < depth; ++i) text += line;
  text += inner;
  for (int i = 0; i < depth; ++i) text += "}";
  return text;
}

struct LineCase {
  std::string line;
  std::string verdict;
};

const std::vector<LineCase> kRefusedLines = {
    {"[]", "record.wrong-type"},
    {"{}", "record.unknown-kind at kind"},
    {R"({"kind": 7})", "record.unknown-kind at kind"},
    {R"({"kind": "meetingHelt", "meeting": "M-3"})", "record.unknown-kind at kind"},
    {R"({"kind": "meetingHeld", "meetng": "M-3"})", "record.unknown-field at meetng"},
    {R"({"kind": "meetingHeld", "origin": "x"})", "record.unknown-field at origin"},
    {R"({"kind": "meetingHeld", "statementId": "x"})", "record.wrong-type at statementId"},
    {R"({"kind": "meetingHeld", "meeting": ["M-3"]})", "record.wrong-type at meeting"},
    {R"({"kind": "meetingHeld", "meeting": {"id": "M-3"}})", "record.wrong-type at meeting"},
    {R"({"kind": "meetingHeld", "meeting": "M 3"})", "statement.bad-id at meeting"},
    {R"({"kind": "meetingHeld", "meeting": ""})", "statement.bad-id at meeting"},
    {R"({"kind": "meetingHeld", "minutes": "010"})", "number.form at minutes"},
    {R"({"kind": "meetingHeld", "minutes": -5})", "number.form at minutes"},
    {R"({"kind": "meetingHeld", "minutes": 1.5})", "number.form at minutes"},
    {R"({"kind": "meetingHeld", "minutes": 18446744073709551616})", "number.form at minutes"},
    {R"({"kind": "meetingHeld", "minutes": {"exactly": 1, "about": 2}})",
     "record.two-members at minutes.about"},
    {R"({"kind": "meetingHeld", "placeKind": "home"})", "record.unknown-choice at placeKind"},
    {R"({"kind": "meetingHeld", "occurredAt": "30 February"})", "date.form at occurredAt"},
    {R"({"kind": "meetingHeld", "occurredAt": "2021-02-30"})", "date.no-such-day at occurredAt"},
    {R"({"kind": "meetingHeld", "occurredAt": "04/03/26"})", "date.form at occurredAt"},
    {R"({"kind": "meetingHeld", "occurredAt": "2022/2021"})", "date.span-reversed at occurredAt"},
    {R"({"kind": "meetingHeld", "occurredAt": []})", "record.wrong-type at occurredAt"},
    {R"({"kind": "meetingHeld", "initiative": "not an id"})", "statement.bad-id at initiative"},
    {R"({"kind": "meetingHeld", "sources": [{"titel": "x"}]})",
     "record.unknown-field at sources[0].titel"},
    {R"({"kind": "meetingHeld", "sources": [{"document": "sha256:00"}]})",
     "document.form at sources[0].document"},
    {R"({"kind": "meetingHeld", "causedBy": "M-3"})", "reference.form at causedBy"},
    {R"({"kind": "meetingHeld", "onBehalfOf": {"participant": "P-1"}})",
     "record.missing at onBehalfOf.basis"},
    {R"({"kind": "meetingHeld", "calledBy": "somebody else"})", "who.form at calledBy"},
    {R"({"kind": "meetingHeld", "calledBy": 7})", "record.wrong-type at calledBy"},
    {R"({"kind": "meetingHeld", "calledBy": ["P-1", 7]})", "record.wrong-type at calledBy"},
    {R"({"kind": "meetingHeld", "topics": []})", "statement.empty-value at topics"},
    {R"({"kind": "meetingHeld", "topics": ["power", null]})", "record.wrong-type at topics[1]"},
    {R"({"kind": "meetingHeld", "topics": ["power", ""]})", "statement.empty-value at topics[1]"},
    {R"({"kind": "meetingHeld", "title": ""})", "statement.empty-value at title"},
    {R"({"kind": "meetingHeld", "title": "bell \u0007"})", "statement.not-text at title"},
    {R"({"kind": "meetingHeld", "title": ")" + std::string(61440, 'x') + "\"}",
     "statement.too-long"},
    {R"({"kind": "meetingHeld", "sealedMinutes": "minutes.pdf"})",
     "record.wrong-type at sealedMinutes"},
    {R"({"kind": "inputReceived", "text": "Hello"})", "record.missing at id"},
    {R"({"kind": "inputReceived", "id": null})", "record.missing at id"},
    {R"({"kind": "inputReceived", "id": "I 7"})", "statement.bad-id at id"},
    {R"({"kind": "inputReceived", "id": "I-7", 
                "participant": "this is not an id and is longer than a key's subject may be",
                "text": "x"})",
     "statement.bad-id at participant"},
    {R"({"kind": "inputReceived", "id": "I-7", "text": ""})", "statement.empty-value at text"},
    {R"({"kind": "inputReceived", "id": "I-7", "text": "bell \u0007"})",
     "statement.not-text at text"},
    {R"({"kind": "inputReceived", "id": "I-7",
                "text": {"public": "a", "sealed": "b"}})",
     "record.two-members at text.sealed"},
    {R"({"kind": "inputReceived", "id": "I-7", "text": {"commitment": "00"}})",
     "record.unknown-field at text.commitment"},
    {R"({"kind": "inputReceived", "id": "I-7", "returnRoute": "pigeon"})",
     "record.unknown-choice at returnRoute"},
    {R"({"kind": "inputReceived", "id": "I-7",
                "returnRoute": {"direct": null, "none": null}})",
     "record.two-members at returnRoute.none"},
    {R"({"kind": "inputReceived", "id": "I-7", "surveyRow": "PRE"})",
     "reference.form at surveyRow"},
    {R"({"kind": "inputReceived", "id": "I-7", "about": ["nothing:X"]})",
     "reference.form at about[0]"},
    {R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1",
                "answers": {"answers": [{"answer": {"words": "x"}}]}})",
     "record.missing at answers.answers[0].question"},
    {R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1",
                "answers": {"answers": [{"question": "Q1", "answer": {"words": "\u0007"}}]}})",
     "statement.not-text at answers[0].answer.words"},
    {R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1", "person": "no id"})",
     "statement.bad-id at person"},
    {R"({"kind": "threadsRooted", "size": -1, "threads": 1, "root": "00"})", "number.form at size"},
    {R"({"kind": "entryCorrected", "reason": "r",
                "of": "entry:01920000-0000-7000-8000-000000000001", "corrected": {"kind": "x"}})",
     "record.unknown-kind at corrected"},
    {R"({"kind": "entryCorrected", "reason": "r",
                "of": "entry:01920000-0000-7000-8000-000000000001", "corrected": "x"})",
     "record.unknown-kind at corrected"},
    {nestedCorrections(2), "correction.nested at corrected"},
    {nestedCorrections(8), "correction.nested at corrected"},
};

TEST(Composer, RefusesALineWithTheReasonAndThePlace) {
  for (const LineCase& c : kRefusedLines) {
    EXPECT_EQ(verdictOn(c.line), c.verdict) << c.line.substr(0, 200);
  }
}

TEST(Composer, OffersTheNearestName) {
  auto remedy = [](const char* line) { return sealedLine(line).refusal().remedy; };
  EXPECT_NE(remedy(R"({"kind": "meetingHelt"})").find("meetingHeld"), std::string::npos);
  EXPECT_NE(remedy(R"({"kind": "meetingHeld", "meetng": "M-3"})").find("meeting"),
            std::string::npos);
  EXPECT_NE(remedy(R"({"kind": "meetingHeld", "placeKind": "comunity"})").find("community"),
            std::string::npos);
}

TEST(Composer, TakesEverySpellingOfAChoice) {
  const Statement plain = statementOf(R"({"kind": "meetingHeld", "placeKind": "groupsOwn"})");
  for (const char* spelling : {"groups own", "groups-own", "groups_own"}) {
    Statement other =
        statementOf(std::string(R"({"kind": "meetingHeld", "placeKind": ")") + spelling + "\"}");
    EXPECT_TRUE(sameBytes(plain.bytes(), other.bytes())) << spelling;
  }
}

TEST(Composer, LeavesOutWhatSaysNothing) {
  const Statement empty = statementOf(R"({"kind": "meetingHeld"})");
  const Statement unsaid = statementOf(
      R"({"kind": "meetingHeld", "occurredAt": "unknown", "minutes": "not recorded", "title": null,
          "placeKind": "unknown", "calledBy": "not recorded", "nobodyCame": "notRecorded"})");
  EXPECT_TRUE(sameBytes(empty.bytes(), unsaid.bytes()));
}

TEST(Composer, NeverWritesASealedValueIntoTheStatement) {
  SealedLine line = sealedLine(R"({"kind": "inputReceived", "id": "I-7", "participant": "P-14",
      "text": "the quick brown fox", "privateText": "jumps over",
      "story": {"personalStory": "yes"},
      "sources": [{"sealedDocument":
          "5555555555555555555555555555555555555555555555555555555555555555"}]})")
                        .value();
  EXPECT_EQ(line.secrets.size(), 4u);
  std::string_view bytes = asText(line.statement.bytes());
  for (std::string_view word : {"quick", "jumps", "\x55\x55\x55\x55"}) {
    EXPECT_EQ(bytes.find(word), bytes.npos) << word;
  }
}

/// "path: subject, audience" of every secret of a line.
std::vector<std::string> secretsOf(std::string_view text) {
  Outcome<Json> json = parseJson(text);
  Outcome<Draft> draft = Composer(theCatalogue(), theSpeaker()).compose(json.value());
  EXPECT_TRUE(draft) << (draft ? "" : draft.refusal().reason);
  std::vector<std::string> found;
  if (!draft) return found;
  for (const PlainSecret& secret : draft.value().secrets()) {
    found.push_back(secret.field + ": " + secret.subject + " " + toHex(secret.path.bytes()));
  }
  return found;
}

TEST(Composer, KeepsEachSecretUnderTheRightKey) {
  using Found = std::vector<std::string>;
  EXPECT_EQ(secretsOf(R"({"kind": "inputReceived", "id": "I-7", "participant": "P-14",
                          "text": "x", "initiative": "INI"})"),
            Found{"text: participant/P-14 004802000cffff0003ffff"});
  EXPECT_EQ(
      secretsOf(R"({"kind": "inputReceived", "id": "I-7", "text": "x", "initiative": "INI"})"),
      Found{"text: initiative/INI 004802000cffff0003ffff"});
  EXPECT_EQ(secretsOf(R"({"kind": "inputReceived", "id": "I-7", "text": "x"})"),
            Found{"text: ledger/ 004802000cffff0003ffff"});
  EXPECT_EQ(
      secretsOf(R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1",
                          "answers": {"answers": [{"question": "Q1", "answer": {"words": "x"}}]},
                          "person": "P-14"})"),
      (Found{"answers: survey/PRE 0046010002ffff", "person: participant/P-14 0046010003ffff"}));
  EXPECT_EQ(secretsOf(R"({"kind": "consentAnswered", "scopes": ["quoted"],
                          "whoSaidWhat": [{"participant": "P-1", "reply": "given"},
                                          {"reply": "refused", "participant": "P-2"}]})"),
            (Found{"whoSaidWhat[0].participant: participant/P-1 000802000a00000000ffff",
                   "whoSaidWhat[0].reply: participant/P-1 000802000a00000001ffff",
                   "whoSaidWhat[1].reply: participant/P-2 000802000a00010001ffff",
                   "whoSaidWhat[1].participant: participant/P-2 000802000a00010000ffff"}));
  // Who is worried is itself sealed, and their words go with them.
  EXPECT_EQ(secretsOf(R"({"kind": "concernRaised", "id": "C-3", "by": "P-7", "text": "x"})"),
            (Found{"by: participant/P-7 001e010002ffff",
                   "text: participant/P-7 001e020007ffff0003ffff"}));
  // A basis starts at the statement: kind ffff.
  EXPECT_EQ(secretsOf(R"({"kind": "meetingHeld", "onBehalfOf": {"participant": "P-9",
                          "basis": "importedFile", "document": "00"}})"),
            Found{"onBehalfOf.document: participant/P-9 ffff020004ffff0002ffff"});
  // In a correction the restated record's own fields say whose it is.
  EXPECT_EQ(secretsOf(R"({"kind": "entryCorrected", "reason": "r",
                          "of": "entry:01920000-0000-7000-8000-000000000001",
                          "corrected": {"kind": "inputReceived", "id": "I-7",
                                        "participant": "P-14", "text": "x"}})"),
            Found{"corrected.text: participant/P-14 000b040002ffff0048ffff000cffff0003ffff"});
}

TEST(Composer, SealsAnAmountAndKeepsItsCurrencyPublic) {
  const KindInfo* kind = nullptr;
  const FieldInfo* amount = nullptr;
  for (const KindInfo& each : theCatalogue().kinds()) {
    for (const FieldInfo& field : each.structure->fields) {
      if (field.currencyIn.empty() || field.list) continue;
      kind = &each;
      amount = &field;
    }
  }
  ASSERT_NE(kind, nullptr) << "no kind has a sealed amount of its own any more";
  Json line = parseJson(kind->example).value();
  line.set(amount->name, Json::text("33.00 GBP"));
  line.set(amount->currencyIn, Json());
  Outcome<SealedLine> sealed = sealedLine(line);
  ASSERT_TRUE(sealed) << sealed.refusal().reason;
  Json shown = describe(sealed.value().statement, theCatalogue());
  EXPECT_EQ(shown.find(amount->currencyIn)->text(), "GBP");
  EXPECT_NE(shown.find(amount->name)->find("commitment"), nullptr);
  line.set(amount->currencyIn, Json::text("JPY"));
  EXPECT_EQ(sealedLine(line).refusal().code, "record.two-members");
  line.set(amount->name, Json::text("33.00"));
  EXPECT_EQ(sealedLine(line).refusal().code, "money.form");
}

TEST(Composer, KeepsAChoiceOfWhichNoMoreIsSaid) {
  Json line =
      parseJson(R"({"kind": "messageSent", "id": "MSG-1", "what": "papers", "how": "post"})")
          .value();
  Outcome<SealedLine> made = sealedLine(line);
  ASSERT_TRUE(made) << made.refusal().reason;
  Json shown = describe(made.value().statement, theCatalogue());
  ASSERT_TRUE(shown.find("what"));
  EXPECT_EQ(shown.find("what")->text(), "papers");
  EXPECT_TRUE(
      sameBytes(sealedLine(shown).value().statement.bytes(), made.value().statement.bytes()));
}

TEST(Composer, TakesALoneValueForTheFirstFieldOfAnItem) {
  Json shortLine = parseJson(R"({"kind": "attendanceRecorded", "meeting": "M-1",
                                 "people": ["P-1", {"who": "P-2", "parts": ["tookNotes"]}]})")
                       .value();
  Json longLine = parseJson(R"({"kind": "attendanceRecorded", "meeting": "M-1",
                                "people": [{"who": "P-1"},
                                           {"who": "P-2", "parts": ["tookNotes"]}]})")
                      .value();
  Outcome<SealedLine> made = sealedLine(shortLine);
  ASSERT_TRUE(made) << made.refusal().reason;
  EXPECT_TRUE(
      sameBytes(made.value().statement.bytes(), sealedLine(longLine).value().statement.bytes()));
  // What else the item needs is not made up.
  Json half = parseJson(R"({"kind": "limitsDeclared", "limits": {"declared": ["L-1"]}})").value();
  EXPECT_EQ(sealedLine(half).refusal().code, "record.missing");
}

TEST(Draft, CannotBeFinishedUnsealed) {
  Json line = parseJson(R"({"kind": "inputReceived", "id": "I-7", "text": "x"})").value();
  Draft draft = Composer(theCatalogue(), theSpeaker()).compose(line).value();
  EXPECT_EQ(faultOf([&] { (void)draft.finish(); }), FaultKind::kBug);
}

}  // namespace
}  // namespace minutebook

#include "ledger/event/mentions.h"

#include <gtest/gtest.h>

#include "tests/support/fault_of.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

/// "field: register:id" and R (registers), E (must exist), J (joins) for every mention of a line.
std::vector<std::string> mentioned(std::string_view line) {
  std::vector<std::string> found;
  for (const Mention& mention : mentionsOf(statementOf(line), theCatalogue()).records) {
    std::string text =
        mention.field + ": " + std::string(registerName(mention.where)) + ":" + mention.id + " ";
    if (mention.registers) text += "R";
    if (mention.mustExist) text += "E";
    if (mention.joins) text += "J";
    found.push_back(text);
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(Mentions, AreTheIdsGivenOutAndTheRecordsNamed) {
  EXPECT_EQ(
      mentioned(R"({"kind": "inputReceived", "id": "I-7", "participant": "P-14",
                          "from": ["P-2", "group:WG", "organisation:ORG", "words: we"],
                          "surveyRow": "PRE@PRE-1",
                          "about": ["work:W-1", "entry:01920000-0000-7000-8000-000000000001"]})"),
      (Found{"id: input:I-7 RJ", "participant: participant:P-14 EJ", "from: participant:P-2 EJ",
             "from: group:WG EJ", "from: organisation:ORG EJ", "surveyRow: surveyRow:PRE@PRE-1 EJ",
             "surveyRow: survey:PRE EJ", "about[0]: work:W-1 EJ",
             "about[1]: entry:01920000-0000-7000-8000-000000000001 EJ"}));
}

TEST(Mentions, OfTheEnvelopeJoinOnlyForWhomItIsSaid) {
  EXPECT_EQ(mentioned(R"({"kind": "meetingHeld", "initiative": "INI", "stage": "S-1",
                          "causedBy": "input:I-7", "occurredAt": "after meeting:M-2",
                          "onBehalfOf": {"participant": "P-9", "basis": "presentAndAgreed"}})"),
            (Found{"occurredAt: meeting:M-2 E", "onBehalfOf.participant: participant:P-9 EJ",
                   "initiative: initiative:INI E", "stage: stage:S-1 E", "causedBy: input:I-7 E"}));
}

TEST(Mentions, OfTwoPartIdsNameTheRecordTheyBelongTo) {
  EXPECT_EQ(mentioned(R"({"kind": "surveyOpened", "id": "PRE", "questions": [{"id": "Q1"}]})"),
            (Found{"id: survey:PRE RJ", "questions[0].id: surveyQuestion:PRE@Q1 RJ"}));
  EXPECT_EQ(mentioned(R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1"})"),
            (Found{"survey: survey:PRE EJ", "label: surveyRow:PRE@PRE-1 RJ"}));
}

TEST(Mentions, InACorrectionRegisterNothing) {
  EXPECT_EQ(
      mentioned(R"({"kind": "entryCorrected", "reason": "r",
                          "of": "entry:01920000-0000-7000-8000-000000000001",
                          "corrected": {"kind": "inputReceived", "id": "I-7"}})"),
      (Found{"of: entry:01920000-0000-7000-8000-000000000001 EJ", "corrected.id: input:I-7 EJ"}));
}

TEST(Mentions, OfSealedFieldsSayWhoseTheyAre) {
  Mentions mentions = mentionsOf(
      statementOf(R"({"kind": "inputReceived", "id": "I-7", "text": "x", "privateText": "y",
                      "sources": [{"title": "T"}, {"sealedDocument": "00"}]})"),
      theCatalogue());
  ASSERT_EQ(mentions.sealed.size(), 3u);
  const SealedField& document = mentions.sealed[0];
  EXPECT_EQ(document.field, "sources[1].sealedDocument");
  EXPECT_EQ(document.path, (FieldPath{kEnvelopeKind, {{6, 1}, {2, kNoListIndex}}}));
  EXPECT_EQ(document.about, "ledger");
  EXPECT_EQ(document.audience, schema::Audience::COORDINATORS);
  const SealedField& text = mentions.sealed[1];
  EXPECT_EQ(text.field, "text");
  EXPECT_EQ(text.path, (FieldPath{72, {{12, kNoListIndex}, {3, kNoListIndex}}}));
  EXPECT_EQ(text.about, "participant, from");
  EXPECT_NE(text.commitment, Hash{});
  EXPECT_EQ(mentions.sealed[2].about, "participant, from");
}

TEST(Mentions, LeaveOutWhatIsSealed) {
  for (const std::string& mention :
       mentioned(R"({"kind": "surveyAnswered", "survey": "PRE", "label": "PRE-1",
                     "person": "P-14"})")) {
    EXPECT_EQ(mention.find("P-14"), mention.npos) << mention;
  }
}

TEST(Mentions, InsideASealedValueAreReadOfCanonicalBytesOnly) {
  const FieldInfo* sealed = nullptr;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    for (const FieldInfo& field : kind.structure->fields) {
      if (field.type == FieldType::kSealed && field.structure != nullptr) sealed = &field;
    }
  }
  ASSERT_NE(sealed, nullptr);
  const Bytes nothing(8);
  EXPECT_TRUE(mentionsInside(nothing, *sealed->structure, theCatalogue()).empty());
  const Bytes longer(16);
  const Bytes list = {1, 0, 0, 0, 2, 0, 0, 0};
  for (const Bytes& bytes : {longer, list, Bytes()}) {
    EXPECT_EQ(faultOf([&] { (void)mentionsInside(bytes, *sealed->structure, theCatalogue()); }),
              FaultKind::kBug);
  }
}

}  // namespace
}  // namespace minutebook

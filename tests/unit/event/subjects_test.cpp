// tests/unit/event/subjects_test.cpp
//
// Whose data key each sealed field of the schema is kept under.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "ledger/event/compose.h"

namespace minutebook {
namespace {

const Catalogue& theCatalogue() {
  static const Catalogue catalogue;
  return catalogue;
}

/// "InputReceived.text" and whom it is about, of a struct and all that it holds.
void collect(const StructInfo& info, std::set<const StructInfo*>& seen,
             std::set<std::pair<std::string, std::string>>& found) {
  if (!seen.insert(&info).second) return;
  for (const FieldInfo& field : info.fields) {
    if (!field.sealedAbout.empty()) {
      const std::string name = info.name.substr(info.name.find_last_of(":.") + 1);
      found.insert({name + "." + field.name, field.sealedAbout});
    } else if (field.structure && field.type != FieldType::kRecord) {
      collect(*field.structure, seen, found);
    }
  }
}

std::set<std::pair<std::string, std::string>> allSealed() {
  std::set<const StructInfo*> seen;
  std::set<std::pair<std::string, std::string>> found;
  collect(theCatalogue().envelope(), seen, found);
  for (const KindInfo& kind : theCatalogue().kinds()) collect(*kind.structure, seen, found);
  return found;
}

/// Erasing a person does not touch these: a new one has to be put here on purpose.
TEST(Subjects, WhatBelongsToNoOnePersonIsListedHere) {
  const std::set<std::string> matters = {"accounts",   "author", "group",
                                         "initiative", "ledger", "survey"};
  std::vector<std::string> found;
  std::size_t people = 0;
  for (const auto& [field, about] : allSealed()) {
    if (matters.contains(about)) {
      found.push_back(field + ": " + about);
    } else {
      ++people;
    }
  }
  EXPECT_GT(people, 40u);
  EXPECT_THAT(
      found,
      testing::ElementsAreArray(
          {"ClaimAnswered.amount: accounts", "ClaimMade.amount: accounts",
           "EvidenceKept.sealedDocument: initiative",
           "InvolvementAnswered.sharedOutPrivately: initiative", "LedgerOpened.contact: ledger",
           "MeetingHeld.sealedMinutes: initiative", "MessageDocument.sealedDocument: initiative",
           "MessageSent.sealedLetter: initiative", "OutcomeRecorded.sealedDocument: initiative",
           "PaidFor.share: accounts", "PaymentMade.amount: accounts", "PaymentMade.form: accounts",
           "PaymentMade.reference: accounts", "PromiseUpdated.sealedDocument: initiative",
           "ReviewHeld.profile: group", "SignOffGiven.groupStatement: group",
           "Source.sealedDocument: ledger", "SurveyAnswered.answers: survey",
           "TimeLogged.minutes: accounts"}));
}

struct Row {
  const char* line;
  std::vector<std::string> subjects;  // In the order of the secrets, one after the other once.
};

const Row kRows[] = {
    {R"({"kind": "participantJoined", "id": "P-7", "name": "n", "contact": "c"})",
     {"participant/P-7"}},
    {R"({"kind": "participantChanged", "participant": "P-7", "name": "n"})", {"participant/P-7"}},
    {R"({"kind": "inputReceived", "id": "I-1", "participant": "P-7", "text": "x"})",
     {"participant/P-7"}},
    {R"({"kind": "inputReceived", "id": "I-1", "from": "P-7", "text": "x"})", {"participant/P-7"}},
    {R"({"kind": "inputReceived", "id": "I-1", "from": ["P-7", "P-8"], "text": "x"})", {"ledger/"}},
    {R"({"kind": "inputReceived", "id": "I-1", "from": "group:WG", "text": "x"})", {"group/WG"}},
    {R"({"kind": "inputReceived", "id": "I-1", "from": "words: a visitor", "text": "x"})",
     {"ledger/"}},
    {R"({"kind": "inputReceived", "id": "I-1", "from": "P-7", "privateText": "x",
         "story": {"personalStory": "yes"}, "initiative": "INI"})",
     {"participant/P-7"}},
    {R"({"kind": "inputReceived", "id": "I-1", "participant": "P-7", "privateText": "x",
         "initiative": "INI"})",
     {"participant/P-7"}},
    {R"({"kind": "inputReceived", "id": "I-1", "privateText": "x"})", {"ledger/"}},
    {R"({"kind": "inputReceived", "id": "I-1", "privateText": "x", "initiative": "INI"})",
     {"initiative/INI"}},
    {R"({"kind": "inputRevised", "input": "I-1", "by": "P-7", "text": "x"})", {"participant/P-7"}},
    {R"({"kind": "responseJudged", "response": "R-1", "by": "P-7", "words": "x"})",
     {"participant/P-7"}},
    {R"({"kind": "interestDeclared", "by": "P-7", "text": "x"})", {"participant/P-7"}},
    {R"({"kind": "interestExpressed", "who": "P-7", "inOwnWords": "x"})", {"participant/P-7"}},
    {R"({"kind": "interestExpressed", "who": "P-7", "person": "P-8", "inOwnWords": "x"})",
     {"participant/P-8"}},
    {R"({"kind": "pauseStarted", "of": "stage:S-1", "by": "P-7", "ownReason": "x"})",
     {"participant/P-7"}},
    {R"({"kind": "deliveryReported", "message": "M-1", "to": "P-7",
         "trouble": {"trouble": "failed"}})",
     {"participant/P-7"}},
    {R"({"kind": "findingRaised", "id": "F-1", "participant": "P-7", "privateText": "x"})",
     {"participant/P-7"}},
    {R"({"kind": "surveyAnswered", "survey": "S-1", "label": "1", "person": "P-7",
         "answers": {"answers": [{"question": "Q1", "answer": {"words": "x"}}]}})",
     {"participant/P-7", "survey/S-1"}},
    {R"({"kind": "quoteUsed", "speaker": "P-7"})", {"participant/P-7"}},
    {R"({"kind": "concernRaised", "id": "C-1", "by": "P-7", "aboutWhom": "P-8", "text": "x"})",
     {"participant/P-7", "participant/P-8", "participant/P-7"}},
    {R"({"kind": "concernRaised", "id": "C-1", "text": "x", "by": "P-7", "askedFor": "y"})",
     {"participant/P-7"}},
    {R"({"kind": "entryCorrected", "reason": "r",
         "of": "entry:01920000-0000-7000-8000-000000000001",
         "corrected": {"kind": "concernRaised", "id": "C-1", "by": "P-7", "text": "x"}})",
     {"participant/P-7"}},
    {R"({"kind": "concernRaised", "id": "C-1", "text": "x", "initiative": "INI"})",
     {"initiative/INI"}},
    {R"({"kind": "answerGiven", "to": ["input:I-1"], "text": "x"})", {"participant/P-9"}},
    {R"({"kind": "answerGiven", "to": ["input:I-1"], "text": "x", "by": "P-7"})",
     {"participant/P-7"}},
    {R"({"kind": "answerGiven", "to": ["input:I-1"], "text": "x", "by": ["P-7", "P-8"]})",
     {"participant/P-9"}},
    {R"({"kind": "meetingHeld", "sealedMinutes": "00", "initiative": "INI"})", {"initiative/INI"}},
    {R"({"kind": "meetingHeld", "sources": [{"sealedDocument": "00"}], "initiative": "INI"})",
     {"ledger/"}},
    {R"({"kind": "meetingHeld", "onBehalfOf": {"participant": "P-7", "basis": "importedFile",
         "document": "00"}})",
     {"participant/P-7"}},
    {R"({"kind": "entryCorrected", "reason": "r", "initiative": "INI",
         "of": "entry:01920000-0000-7000-8000-000000000001",
         "corrected": {"kind": "inputReceived", "id": "I-1", "participant": "P-7", "text": "x",
                       "privateText": "y"}})",
     {"participant/P-7"}},
};

TEST(Subjects, EachSecretIsKeptUnderTheKeyOfWhomItIsAbout) {
  const Composer composer(theCatalogue(), {"example.org/s", Bytes(32, 1), "P-9"});
  for (const Row& row : kRows) {
    Outcome<Draft> draft = composer.compose(parseJson(row.line).value());
    ASSERT_TRUE(draft) << row.line << draft.refusal().field << draft.refusal().reason;
    std::vector<std::string> found;
    for (const PlainSecret& secret : draft.value().secrets()) {
      if (found.empty() || found.back() != secret.subject) found.push_back(secret.subject);
    }
    EXPECT_EQ(found, row.subjects) << row.line;
  }
}

}  // namespace
}  // namespace minutebook

// The ledger under tests/coverage/ledger fills every field of every kind. That the program takes
// it in, with all its rules, is tests/cli/coverage-ledger.test.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/event/catalogue.h"
#include "tests/coverage/filled_fields.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(CoverageLedger, FillsEveryFieldOfEveryKind) {
  std::set<std::string> filled;
  for (auto& [file, names] : filledByLedger()) filled.merge(names);
  std::vector<std::string> missing;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    for (const std::string& field : fieldsOfKind(kind)) {
      if (!filled.contains(field)) missing.push_back(field);
    }
  }
  EXPECT_THAT(missing, IsEmpty());
}

/// What an import cannot bring: the kinds that the ledger says itself, a check that this program
/// knows by name, and a root, which no file can know beforehand.
bool isSaidByTheLedger(const std::string& field) {
  for (const char* start :
       {"ledgerOpened/", "threadsRooted/", "disclosureMade/", "rulesChanged/",
        "clauseAdopted/ClauseCheck.", "clauseAdopted/check.known", "reportPublished/"}) {
    if (field.starts_with(start)) return true;
  }
  return false;
}

TEST(CoverageLedger, IsImportedButForWhatTheLedgerSaysItself) {
  auto filled = filledByLedger();
  std::set<std::string> itself = filled.extract("itself").mapped();
  std::set<std::string> imported;
  for (auto& [file, names] : filled) imported.merge(names);
  std::vector<std::string> missing;
  for (const std::string& field : itself) {
    bool named = field.find('/') == field.npos;
    if (named || imported.contains(field) || isSaidByTheLedger(field)) continue;
    missing.push_back(field);
  }
  EXPECT_THAT(missing, IsEmpty());
}

TEST(FilledFields, AreThoseOfTheStatementAndNoOthers) {
  std::set<std::string> names = filledFields(
      R"({"kind": "consentAnswered", "participant": "P-1", "scopes": ["quoted"], )"
      R"("covers": {"everything": null}, "reply": "given", "conditions": "Not my street.", )"
      R"("onBehalfOf": {"participant": "P-1", "basis": "presentAndAgreed"}})");
  EXPECT_THAT(names, Contains("consentAnswered.covers.everything"));
  EXPECT_THAT(names, Contains("consentAnswered.scopes=quoted"));
  EXPECT_THAT(names, Contains("consentAnswered.conditions"));
  EXPECT_THAT(names, Contains("statement.onBehalfOf.basis=presentAndAgreed"));
  EXPECT_THAT(names, Not(Contains("consentAnswered.covers.these")));
  EXPECT_THAT(names, Not(Contains("consentAnswered.until")));
  EXPECT_THAT(names, Not(Contains("statement.stage")));
}

TEST(FilledFields, AreReadInsideWhatIsSealed) {
  std::set<std::string> names = filledFields(
      R"({"kind": "participantLeft", "participant": "P-1", "account": {"how": "removed"}})");
  EXPECT_THAT(names, Contains("participantLeft.account.how=removed"));
  EXPECT_THAT(names, Contains("participantLeft/LeavingAccount.how"));
  EXPECT_THAT(names, Not(Contains("participantLeft.account.reason")));
}

TEST(FilledFields, DoNotAskForWhatCanOnlyBeLeftOut) {
  std::set<std::string> names = fieldsOfKind(*theCatalogue().kind("consentAnswered"));
  EXPECT_THAT(names, Contains("consentAnswered/ConsentAnswered.participant"));
  EXPECT_THAT(names, Not(Contains(testing::HasSubstr("notRecorded"))));
}

}  // namespace
}  // namespace minutebook

// What the kinds say they can be refused as is what the rules do: compared with every table of
// tests/rules and with refusals.table beside this file.

#include "ledger/rules/kind_refusals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "ledger/rules/refusal_list.h"
#include "tests/rules/table_run.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// A kind, and a code that a record of it was refused with.
using Refused = std::pair<std::string, std::string>;

std::string ownTable() {
  std::ifstream in(std::string(MINUTEBOOK_SOURCE_DIR) + "/tests/coverage/refusals.table");
  return {std::istreambuf_iterator<char>(in), {}};
}

void addRefused(const Table& table, std::set<Refused>& refused) {
  TableRun ledger(theCatalogue());
  for (const RowResult& result : ledger.run(table)) {
    if (result.remedy.empty()) continue;
    refused.insert({parseSaid(result.row.what).kind, result.verdict});
  }
}

/// Everything that is refused in any table, run once.
const std::set<Refused>& refusedInTables() {
  static const std::set<Refused> refused = [] {
    std::set<Refused> all;
    for (const std::string& file : tableFiles()) addRefused(parseTable(readTableFile(file)), all);
    addRefused(parseTable(ownTable()), all);
    return all;
  }();
  return refused;
}

bool holds(const std::vector<std::string_view>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

TEST(KindRefusals, OfTheirOwnTableAreWhatStandsInIt) {
  TableRun ledger(theCatalogue());
  for (const RowResult& result : ledger.run(parseTable(ownTable()))) {
    EXPECT_EQ(result.verdict, result.row.verdict)
        << "line " << result.row.line << ": " << result.field << ": " << result.reason;
  }
}

/// A correction is refused as the record that it holds would be.
bool isOfSomeKind(std::string_view code) {
  const std::vector<KindInfo>& kinds = theCatalogue().kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const KindInfo& kind) { return holds(refusalsOfKind(kind), code); });
}

TEST(KindRefusals, HoldAllThatTheTablesShow) {
  std::vector<std::string_view> any = refusalsOfAnyRecord();
  std::vector<std::string> missing;
  for (const auto& [kind, code] : refusedInTables()) {
    if (holds(any, code) || holds(refusalsOfKind(*theCatalogue().kind(kind)), code)) continue;
    if (kind == "entryCorrected" && isOfSomeKind(code)) continue;
    missing.push_back(kind + ": " + code);
  }
  EXPECT_THAT(missing, IsEmpty());
}

TEST(KindRefusals, AreEachShownByATable) {
  std::vector<std::string> missing;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    for (const std::string& code : kind.refusedAs) {
      if (!refusedInTables().contains({kind.name, code}))
        missing.push_back(kind.name + ": " + code);
    }
  }
  EXPECT_THAT(missing, IsEmpty());
}

TEST(KindRefusals, TakeInEveryRuleOfTheList) {
  std::set<std::string_view> ofKinds;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    for (std::string_view code : refusalsOfKind(kind)) ofKinds.insert(code);
  }
  std::vector<std::string_view> any = refusalsOfAnyRecord();
  for (const ListedRefusal& refusal : refusalList()) {
    if (refusal.kind == RefusalClass::kForm) continue;
    EXPECT_NE(holds(any, refusal.code), ofKinds.contains(refusal.code)) << refusal.code;
  }
}

TEST(KindRefusals, FollowFromIdsAndSealedReferencesAndWhoseActItIs) {
  const Catalogue& catalogue = theCatalogue();
  EXPECT_THAT(refusalsOfKind(*catalogue.kind("outcomeRecorded")), ElementsAre("id.in-use"));
  EXPECT_THAT(refusalsOfKind(*catalogue.kind("interestExpressed")),
              ElementsAre("door.reference-unknown"));
  EXPECT_THAT(refusalsOfKind(*catalogue.kind("creditChosen")),
              ElementsAre("on-behalf.missing", "on-behalf.other-person"));
  EXPECT_THAT(refusalsOfKind(*catalogue.kind("channelClosed")), IsEmpty());
  // The same agreement may be adopted again, in a new version: its id is not in use.
  EXPECT_THAT(refusalsOfKind(*catalogue.kind("agreementAdopted")),
              ElementsAre("agreement.same-version-other-text"));
}

TEST(KindRefusals, StandInTheOrderOfTheList) {
  for (const KindInfo& kind : theCatalogue().kinds()) {
    std::vector<std::string_view> codes = refusalsOfKind(kind);
    EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end(), [](auto a, auto b) {
      return refusalRank(a) < refusalRank(b);
    })) << kind.name;
  }
}

}  // namespace
}  // namespace minutebook

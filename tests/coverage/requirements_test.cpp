// Every requirement is served by fields that exist and that a real ledger fills, or the page says
// why none serves it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

#include "ledger/event/catalogue.h"
#include "tests/coverage/filled_fields.h"
#include "tests/coverage/requirement_table.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Findings = std::vector<std::string>;
using Filled = std::map<std::string, std::set<std::string>>;

constexpr int kRequirements = 397;
/// A reason of fewer characters says nothing.
constexpr std::size_t kReasonMin = 40;

Findings unknownFields(const std::vector<Requirement>& rows) {
  Findings findings;
  for (const Requirement& row : rows) {
    for (const std::string& path : row.servedBy) {
      if (!isFieldOfSchema(path, theCatalogue())) {
        findings.push_back(row.where + ": the schema has no " + path);
      }
    }
  }
  return findings;
}

/// Fields that none of the files which the row names fills, and files that are named for nothing.
Findings unfilledFields(const std::vector<Requirement>& rows, const Filled& filled) {
  Findings findings;
  for (const Requirement& row : rows) {
    std::set<std::string> needed;
    for (const std::string& path : row.servedBy) {
      auto fills = [&](const std::string& file) {
        auto found = filled.find(file);
        bool does = found != filled.end() && found->second.contains(path);
        if (does) needed.insert(file);
        return does;
      };
      // All files are asked, so that each that helps counts as needed.
      auto helping = std::count_if(row.files.begin(), row.files.end(), fills);
      if (helping == 0) findings.push_back(row.where + ": nothing fills " + path);
    }
    for (const std::string& file : row.files) {
      if (!needed.contains(file)) findings.push_back(row.where + ": no need of file " + file);
    }
  }
  return findings;
}

Findings unserved(const std::vector<Requirement>& rows) {
  Findings findings;
  for (const Requirement& row : rows) {
    if (!row.servedBy.empty()) continue;
    bool sentence = row.whyNone.size() >= kReasonMin && row.whyNone.ends_with('.');
    if (!sentence) findings.push_back(row.where + ": nothing serves it, and no sentence says why");
  }
  return findings;
}

Findings unknownNames(const std::vector<Requirement>& rows,
                      std::vector<std::string> Requirement::*names,
                      const std::set<std::string>& known) {
  Findings findings;
  for (const Requirement& row : rows) {
    for (const std::string& name : row.*names) {
      if (!known.contains(name)) findings.push_back(row.where + ": there is no " + name);
    }
  }
  return findings;
}

std::set<std::string> clauseIds() {
  std::ifstream in(std::string(MINUTEBOOK_SOURCE_DIR) + "/tests/coverage/clauses.txt");
  std::set<std::string> ids;
  for (std::string id; std::getline(in, id);) ids.insert(id);
  return ids;
}

/// The report kinds of the schema, in everyday words, and two that are shown and never published.
/// "Sign off" is written with a hyphen before a noun.
std::set<std::string> reportNames() {
  std::set<std::string> names = {"my record", "due"};
  const KindInfo* published = theCatalogue().kind("reportPublished");
  for (const std::string& choice : published->structure->find("reportKind")->choices) {
    std::string name = everydayWords(choice);
    if (name.starts_with("sign off ")) name[4] = '-';
    names.insert(name);
  }
  return names;
}

/// The command for each report, by its name, as the page tells: "list claims".
std::map<std::string, std::string> reportCommands() {
  std::ifstream in(std::string(MINUTEBOOK_SOURCE_DIR) + "/docs/requirements.md");
  std::map<std::string, std::string> commands;
  constexpr std::string_view kMiddle = " | `minutebook ";
  for (std::string line; std::getline(in, line);) {
    std::size_t middle = line.find(kMiddle);
    if (!line.starts_with("| ") || middle == line.npos) continue;
    std::string command = line.substr(middle + kMiddle.size());
    commands[line.substr(2, middle - 2)] = command.substr(0, command.find('`'));
  }
  return commands;
}

/// Whether the program has the command, and the list that it names.
bool isThere(const std::string& command) {
  const std::string source(MINUTEBOOK_SOURCE_DIR);
  std::string name = command.substr(0, command.find(' '));
  if (name == "list") {
    return std::ifstream(source + "/audit/report/lists/" + command.substr(5) + ".sql").good();
  }
  std::ifstream help(source + "/cli/help/commands.txt");
  for (std::string line; std::getline(help, line);) {
    if (line == name) return true;
  }
  return false;
}

class Requirements : public testing::Test {
 protected:
  const std::vector<Requirement> rows_ = allRequirements();
};

TEST_F(Requirements, StandInThePagesOnceEachAndInOrder) {
  ASSERT_EQ(rows_.size(), static_cast<std::size_t>(kRequirements));
  for (int i = 0; i < kRequirements; ++i) {
    char id[8];
    std::snprintf(id, sizeof id, "R-%03d", i + 1);
    EXPECT_EQ(rows_[static_cast<std::size_t>(i)].id, id);
  }
}

TEST_F(Requirements, SayWhatTheyAskInAFewWords) {
  for (const Requirement& row : rows_) {
    auto words = std::count(row.asks.begin(), row.asks.end(), ' ') + 1;
    EXPECT_TRUE(words >= 3 && words <= 14) << row.where << ": " << row.asks;
  }
}

TEST_F(Requirements, AreServedOrSayWhyNothingServesThem) {
  EXPECT_THAT(unserved(rows_), IsEmpty());
}

TEST_F(Requirements, NameOnlyFieldsOfTheSchema) {
  EXPECT_THAT(unknownFields(rows_), IsEmpty());
}

TEST_F(Requirements, NameOnlyKnownClausesAndReports) {
  ASSERT_EQ(clauseIds().size(), 86u);
  EXPECT_THAT(unknownNames(rows_, &Requirement::checks, clauseIds()), IsEmpty());
  EXPECT_THAT(unknownNames(rows_, &Requirement::reports, reportNames()), IsEmpty());
}

TEST_F(Requirements, NameReportsThatTheProgramHas) {
  std::map<std::string, std::string> commands = reportCommands();
  for (const Requirement& row : rows_) {
    for (const std::string& report : row.reports) {
      ASSERT_TRUE(commands.contains(report)) << row.where << ": no command for " << report;
    }
  }
  for (const auto& [report, command] : commands) {
    EXPECT_TRUE(isThere(command)) << report << ": there is no " << command;
  }
  EXPECT_FALSE(isThere("list nothing"));
  EXPECT_FALSE(isThere("nothing"));
}

TEST_F(Requirements, LeaveNoClauseOut) {
  std::set<std::string> left = clauseIds();
  for (const Requirement& row : rows_) {
    for (const std::string& id : row.checks) left.erase(id);
  }
  EXPECT_THAT(left, IsEmpty());
}

TEST_F(Requirements, RestOnFieldsThatTheLedgerFills) {
  EXPECT_THAT(unfilledFields(rows_, filledByLedger()), IsEmpty());
}

// The checks themselves, on planted mistakes.

Requirement planted(const std::string& served, const std::string& files = "01") {
  return parseRequirements("| R-001 | Asks it | " + served + " | ST-01 | due | " + files + " |\n",
                           "page")
      .front();
}

TEST(RequirementRow, IsReadCellByCell) {
  Requirement row = planted("`decisionMade.how=majority`, `planSet.aims`", "01, 02");
  EXPECT_EQ(row.id, "R-001");
  EXPECT_THAT(row.servedBy, ElementsAre("decisionMade.how=majority", "planSet.aims"));
  EXPECT_THAT(row.checks, ElementsAre("ST-01"));
  EXPECT_THAT(row.files, ElementsAre("01", "02"));
  EXPECT_EQ(row.where, "page:1");
  EXPECT_TRUE(planted("none: A sentence.", "—").files.empty());
  EXPECT_ANY_THROW(parseRequirements("| R-001 | Asks it |\n", "page"));
}

TEST(RequirementRow, IsFoundWantingWhereAFieldIsNotThere) {
  EXPECT_THAT(unknownFields({planted("`decisionMade.options.considered.setAsideBecause`")}),
              IsEmpty());
  for (const char* wrong :
       {"decisionMade", "decisionMade.hew", "decisionsMade.how", "decisionMade.how=maybe",
        "decisionMade.how.more", "decisionMade.question=majority", "statement.nothing"}) {
    EXPECT_EQ(unknownFields({planted(wrong)}).size(), 1u) << wrong;
  }
}

TEST(RequirementRow, IsFoundWantingWhereNothingFillsIt) {
  Filled filled = {{"01", {"planSet.aims"}}, {"02", {"planSet.why"}}};
  EXPECT_THAT(unfilledFields({planted("planSet.aims")}, filled), IsEmpty());
  EXPECT_EQ(unfilledFields({planted("planSet.why")}, filled).size(), 2u);
  EXPECT_EQ(unfilledFields({planted("planSet.aims", "01, 02")}, filled).size(), 1u);
  EXPECT_EQ(unfilledFields({planted("planSet.aims", "09")}, filled).size(), 2u);
}

TEST(RequirementRow, IsFoundWantingWithoutAReason) {
  EXPECT_EQ(unserved({planted("none: Not now.", "—")}).size(), 1u);
  EXPECT_THAT(unserved({planted("none: It is a limit on what reports may count, nothing else.")}),
              IsEmpty());
}

}  // namespace
}  // namespace minutebook

#include "audit/standards/check_file.h"

#include <gtest/gtest.h>

#include "ledger/base/fault.h"

namespace minutebook {
namespace {

const std::string kGood =
    "-- a_check\n-- What it is about.\n-- Needs: meetingHeld, messageSent\n-- Rule: All of it,\n"
    "--   and more.\n-- Parameter n: between two things; days; 14\n"
    "-- Nothing: unknown; Nobody said.; meetingHeld\nSELECT 1\n";

std::string with(const std::string& line, const std::string& instead) {
  std::string text = kGood;
  std::size_t at = text.find(line);
  return text.replace(at, line.size(), instead);
}

TEST(CheckFile, ReadsItsHeading) {
  CheckFile check = readCheck("a_check", kGood);
  EXPECT_EQ(check.title, "What it is about.");
  EXPECT_EQ(check.rule, "All of it, and more.");
  EXPECT_EQ(check.needs, (std::vector<std::string>{"meetingHeld", "messageSent"}));
  ASSERT_EQ(check.parameters.size(), 1U);
  EXPECT_EQ(check.parameters[0].about, "between two things");
  EXPECT_EQ(check.parameters[0].value, "14");
  EXPECT_EQ(check.nothing, Verdict::kUnknown);
  EXPECT_EQ(check.nothingMissing, "meetingHeld");
}

TEST(CheckFile, HoldsWhatItSharesWithOthers) {
  CheckFile check =
      readCheck("a_check", with("SELECT 1\n", "WITH\n-- Shared: pay_choice\nSELECT 1"));
  EXPECT_EQ(check.sql.find("-- Shared: "), std::string::npos);
  EXPECT_NE(check.sql.find("\nchoice AS MATERIALIZED ("), std::string::npos);
  EXPECT_TRUE(check.sql.ends_with("\nSELECT 1"));
  EXPECT_THROW(readCheck("a_check", with("SELECT 1\n", "-- Shared: nothing\nSELECT 1\n")), Fault);
}

TEST(CheckFile, IsRefusedWhereItsHeadingIsNotWhole) {
  EXPECT_THROW(readCheck("other", kGood), Fault);
  for (const char* line : {"-- Needs: meetingHeld, messageSent\n",
                           "-- Rule: All of it,\n"
                           "--   and more.\n",
                           "-- Nothing: unknown; Nobody said.; meetingHeld\n"}) {
    EXPECT_THROW(readCheck("a_check", with(line, "")), Fault) << line;
  }
  EXPECT_THROW(readCheck("a_check", "SELECT 1"), Fault);
  EXPECT_THROW(readCheck("a_check", with("Nothing: unknown; Nobody said.; meetingHeld",
                                         "Nothing: unknown; Nobody said.")),
               Fault);
  EXPECT_THROW(readCheck("a_check", with("Parameter n: between two things; days; 14",
                                         "Parameter n: between two things")),
               Fault);
  EXPECT_THROW(readCheck("a_check", with("Rule:", "Rules:")), Fault);
}

TEST(Verdicts, WeighFailureMostAndNothingLeast) {
  const Verdict order[] = {Verdict::kFail,         Verdict::kWeak, Verdict::kUnknown,
                           Verdict::kWaived,       Verdict::kPass, Verdict::kNotDue,
                           Verdict::kNotApplicable};
  for (std::size_t i = 0; i + 1 < std::size(order); ++i) {
    EXPECT_TRUE(outweighs(order[i], order[i + 1])) << nameOf(order[i]);
    EXPECT_FALSE(outweighs(order[i + 1], order[i])) << nameOf(order[i]);
  }
  for (Verdict verdict : kVerdicts) EXPECT_EQ(verdictNamed(nameOf(verdict)), verdict);
  EXPECT_EQ(verdictNamed("PASS"), std::nullopt);
  EXPECT_TRUE(isFinding(Verdict::kWeak));
  EXPECT_FALSE(isFinding(Verdict::kWaived));
}

}  // namespace
}  // namespace minutebook

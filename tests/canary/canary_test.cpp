// No private text anywhere but where its audience may see it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/canary/canary_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

class Canaries : public testing::TestWithParam<CanarySource> {};

std::string nameOf(const testing::TestParamInfo<CanarySource>& source) {
  return source.param == CanarySource::kThriving ? "Thriving" : "EveryKind";
}
INSTANTIATE_TEST_SUITE_P(Of, Canaries,
                         testing::Values(CanarySource::kThriving, CanarySource::kCoverage), nameOf);

TEST_P(Canaries, ArePlantedAndOpenForWhoeverKeepsTheLedger) {
  CanaryLedger book(GetParam());
  ASSERT_GT(book.canaries().size(), 5u);
  std::set<const Canary*> shown;
  for (const std::string& person : book.participants()) {
    shown.merge(book.in(book.run({"my-record", person}).out));
  }
  EXPECT_GT(shown.size(), 0u);
}

TEST_P(Canaries, AreNowhereOnDiskAfterEverythingThatReadsAndWrites) {
  CanaryLedger book(GetParam());
  fs::path published = book.ledger().place("published");
  ASSERT_TRUE(book.ledger().publish(published).isDone());
  for (const char* command : {"verify", "rebuild", "status", "due", "you-said"}) {
    EXPECT_TRUE(book.run({command}).isDone()) << command;
  }
  EXPECT_EQ(inWords(book.below(book.ledger().book())), "");
  EXPECT_EQ(inWords(book.below(published)), "");
  EXPECT_EQ(inWords(book.below(book.ledger().place("home"))), "");
}

TEST_P(Canaries, AreInNoReportForThePublic) {
  CanaryLedger book(GetParam());
  for (const char* form : {"html", "md", "json", "txt"}) {
    fs::path report = book.ledger().place("reports") / (std::string("report.") + form);
    fs::create_directories(report.parent_path());
    ProgramEnd end = book.run({"report", "transparency", "-o", report.string()});
    ASSERT_TRUE(end.isDone()) << end.err;
    EXPECT_EQ(inWords(book.in(end.out + end.err)), "");
  }
  EXPECT_EQ(inWords(book.below(book.ledger().place("reports"))), "");
}

}  // namespace
}  // namespace minutebook

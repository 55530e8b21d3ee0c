// No private text anywhere but where its audience may see it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

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
  fs::path backup = book.ledger().place("backup");
  ASSERT_TRUE(book.run({"backup", backup.string()}).isDone());
  EXPECT_EQ(inWords(book.below(book.ledger().book())), "");
  EXPECT_EQ(inWords(book.below(published)), "");
  EXPECT_EQ(inWords(book.below(backup)), "");
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

/// Those of `found` that are not in `allowed`.
std::set<const Canary*> beyond(std::set<const Canary*> found,
                               const std::set<const Canary*>& allowed) {
  std::erase_if(found, [&](const Canary* canary) { return allowed.contains(canary); });
  return found;
}

/// Readers of every sort; the people are those about whom most is sealed.
std::vector<std::string> readersOf(CanaryLedger& book) {
  std::map<std::size_t, std::string> people;
  for (const std::string& person : book.participants()) {
    people[book.keptUnder("participant/" + person).size()] = person;
  }
  return {"public", "members", "coordinators", people.rbegin()->second,
          std::next(people.rbegin())->second};
}

TEST_P(Canaries, AreSeenByTheirAudienceAndByNobodyElse) {
  CanaryLedger book(GetParam());
  std::string person = readersOf(book)[3];
  for (const std::string& reader : readersOf(book)) {
    std::set<const Canary*> allowed = book.openFor(*parseViewer(reader));
    std::set<const Canary*> revealed = book.in(book.revealAll(reader));
    EXPECT_EQ(inWords(beyond(revealed, allowed)), "") << "revealed to " << reader;
    EXPECT_EQ(inWords(beyond(allowed, revealed)), "") << "not revealed to " << reader;
    const std::vector<std::vector<std::string>> pages = {{"status"},
                                                         {"due"},
                                                         {"you-said"},
                                                         {"my-record", person},
                                                         {"list", "people"},
                                                         {"list", "inputs"},
                                                         {"list", "dissent"},
                                                         {"list", "support"},
                                                         {"list", "pay"},
                                                         {"search", "the"},
                                                         {"report", "transparency"},
                                                         {"show", "participant:" + person}};
    for (std::vector<std::string> words : pages) {
      std::string what = words[0];
      words.insert(words.end(), {"--as", reader, "--debug"});
      ProgramEnd end = book.run(words);
      EXPECT_EQ(inWords(beyond(book.in(end.out + end.err), allowed)), "")
          << what << " as " << reader;
    }
  }
}

TEST_P(Canaries, AreInABundleForTheirAudienceOnly) {
  CanaryLedger book(GetParam());
  for (const std::string& reader : readersOf(book)) {
    fs::path bundle = book.ledger().place("bundle-for-" + reader);
    ProgramEnd made = book.run({"bundle", "--for", reader, "-o", bundle.string()});
    ASSERT_TRUE(made.isDone()) << made.err;
    EXPECT_TRUE(book.run({"verify", bundle.string()}).isDone()) << reader;
    std::set<const Canary*> allowed = book.openFor(*parseViewer(reader));
    std::set<const Canary*> handed = book.below(bundle);
    EXPECT_EQ(inWords(beyond(handed, allowed)), "") << "handed to " << reader;
    EXPECT_EQ(inWords(beyond(allowed, handed)), "") << "not handed to " << reader;
  }
}

TEST_P(Canaries, AreInAReceiptForTheirAudienceOnly) {
  CanaryLedger book(GetParam());
  const std::string person = readersOf(book)[3];
  for (const std::string& reader : readersOf(book)) {
    for (const char* form : {"json", "html"}) {
      fs::path folder = book.ledger().place("receipt-for-" + reader + "-" + form);
      fs::create_directories(folder);
      fs::path receipt = folder / (std::string("receipt.") + form);
      ProgramEnd made = book.run({"receipt", person, "--as", reader, "-o", receipt.string()});
      ASSERT_TRUE(made.isDone()) << made.err;
      EXPECT_TRUE(book.run({"verify", receipt.string()}).isDone()) << reader;
      std::set<const Canary*> allowed = book.openFor(*parseViewer(reader));
      std::set<const Canary*> handed = book.below(folder);
      EXPECT_EQ(inWords(beyond(handed, allowed)), "") << "handed to " << reader;
      const bool isTheirs = reader == "coordinators" || reader == person;
      EXPECT_TRUE(!isTheirs || !handed.empty()) << reader;
    }
  }
}

/// A line of the planted files, broken in ways that a person breaks one.
std::vector<std::string> brokenForms(const std::string& line) {
  return {line.substr(0, line.size() - 1), line + "}", R"({"kindd": "x", )" + line.substr(1),
          line.substr(0, line.size() - 1) + R"(, "occurredAt": "the day after"})"};
}

TEST_P(Canaries, AreInNoMessageAboutABrokenLine) {
  CanaryLedger book(GetParam());
  std::size_t tried = 0;
  for (const fs::path& planted : book.plantedFiles()) {
    std::ifstream in(planted);
    for (std::string line; std::getline(in, line);) {
      if (book.in(line).empty() || tried++ % 8 != 0) continue;
      for (const std::string& broken : brokenForms(line)) {
        ProgramEnd end = book.run({"import", "-", "--debug"}, broken + "\n");
        EXPECT_EQ(inWords(book.in(end.out + end.err)), "") << end.err;
      }
    }
  }
  EXPECT_GT(tried, 0u);
  EXPECT_EQ(inWords(book.below(book.ledger().book())), "");
}

TEST_P(Canaries, OfAnErasedPersonAreGoneForGoodAndOthersStay) {
  CanaryLedger book(GetParam());
  std::string person = readersOf(book)[3];
  std::set<const Canary*> theirs = book.keptUnder("participant/" + person);
  ASSERT_GT(theirs.size(), 0u);
  std::set<const Canary*> before = book.in(book.revealAll("coordinators"));
  fs::path published = book.ledger().place("published");
  ASSERT_TRUE(book.ledger().publish(published).isDone());
  fs::path older = book.ledger().place("older");
  fs::copy(book.ledger().book(), older, fs::copy_options::recursive);
  ProgramEnd asked =
      book.run({"record", "erasureRequested", "--participant", person, "--what", "everything",
                "--legal-basis", "our own promise", "--public-on-purpose"});
  ASSERT_TRUE(asked.isDone()) << asked.err;
  ProgramEnd erased =
      book.run({"erase", person, "--confirm", person, "--also", published.string()});
  ASSERT_TRUE(erased.isDone()) << erased.out << erased.err;

  std::set<const Canary*> after = book.in(book.revealAll("coordinators"));
  EXPECT_EQ(after, beyond(before, theirs));
  EXPECT_EQ(inWords(book.below(book.ledger().book())), "");
  EXPECT_TRUE(book.run({"erase", "--check"}).isDone());
  EXPECT_TRUE(book.run({"verify"}).isDone());
  EXPECT_TRUE(book.ledger().verifyPublished(published).isDone());

  fs::remove_all(book.ledger().book());
  fs::copy(older, book.ledger().book(), fs::copy_options::recursive);
  EXPECT_EQ(beyond(book.in(book.revealAll("coordinators")), after), std::set<const Canary*>())
      << "an older copy brought somebody back";
}

}  // namespace
}  // namespace minutebook

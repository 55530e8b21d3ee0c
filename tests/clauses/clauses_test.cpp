// Every clause of the base pack, on ledgers that keep it, break it and leave it open.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "audit/standards/check_file.h"
#include "audit/standards/pack.h"
#include "ledger/event/catalogue.h"
#include "tests/clauses/judged_ledger.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

/// All that a verdict says, for messages.
std::string told(const ClauseVerdict& verdict) {
  std::string text = std::string(wordOf(verdict.verdict)) + ": " + verdict.says + "\n";
  for (const ClauseCase& one : verdict.cases) {
    text += "  " + std::string(wordOf(one.verdict)) + " " + one.about + " " + one.person + ": " +
            one.says + " [";
    for (std::int64_t entry : one.entries) text += " " + std::to_string(entry);
    text += " ]" + (one.missing.empty() ? "" : " missing " + one.missing) + "\n";
  }
  return text;
}

/// The newest entry on which the clause passes.
std::int64_t newestEvidence(const ClauseVerdict& verdict) {
  std::int64_t newest = -1;
  for (const ClauseCase& one : verdict.cases) {
    if (one.verdict != Verdict::kPass || one.entries.empty()) continue;
    newest = std::max(newest, one.entries.back());
  }
  return newest;
}

void expectTold(const ClauseLedger& ledger, const ClauseVerdict& verdict) {
  std::string all = told(verdict);
  for (const std::string& phrase : ledger.phrases) {
    EXPECT_NE(all.find(phrase), all.npos) << "not said: " << phrase << "\n" << all;
  }
  for (const auto& [word, count] : ledger.counts) {
    EXPECT_EQ(verdict.count(word), count) << nameOf(word) << "\n" << all;
  }
}

/// Unknown names what would tell: a kind of record, or that it is sealed for whoever asks.
void expectMissingNamed(const ClauseVerdict& verdict) {
  std::vector<std::string> missing;
  if (verdict.cases.empty()) missing.push_back(verdict.missing);
  for (const ClauseCase& one : verdict.cases) {
    if (one.verdict == Verdict::kUnknown) missing.push_back(one.missing);
  }
  for (const std::string& name : missing) {
    bool isNamed = name == "sealed" || name == "witnessed or attested" || theCatalogue().kind(name);
    EXPECT_TRUE(isNamed) << "does not name what is missing: \"" << name << "\"\n" << told(verdict);
  }
}

class Clause : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Clause, IsJudgedAsItsLedgersSay) {
  ClauseFile file = readClauseFile(GetParam());
  for (const ClauseLedger& ledger : file.ledgers) {
    SCOPED_TRACE(file.code + " " + std::string(nameOf(ledger.expected)) + ": " + ledger.title);
    ClauseVerdict verdict = judged(file, ledger);
    EXPECT_EQ(wordOf(verdict.verdict), wordOf(ledger.expected)) << told(verdict);
    expectTold(ledger, verdict);
    if (verdict.verdict == Verdict::kUnknown) expectMissingNamed(verdict);
    if (ledger.isUnlikely) continue;
    EXPECT_EQ(refusedBy(ledger), "");
  }
}

TEST_P(Clause, PassesOnlyWithItsNewestEvidence) {
  ClauseFile file = readClauseFile(GetParam());
  for (const ClauseLedger& ledger : file.ledgers) {
    if (ledger.expected != Verdict::kPass) continue;
    SCOPED_TRACE(file.code + ": " + ledger.title);
    ClauseVerdict verdict = judged(file, ledger);
    std::int64_t newest = newestEvidence(verdict);
    ASSERT_GE(newest, 0) << told(verdict);
    ClauseVerdict without = judged(file, ledger, newest);
    EXPECT_NE(without.verdict, Verdict::kPass) << "passes without entry " << newest << "\n"
                                               << told(without);
  }
}

TEST_P(Clause, HasALedgerForEveryVerdictThatCanArise) {
  ClauseFile file = readClauseFile(GetParam());
  std::set<Verdict> tried(file.cannotArise.begin(), file.cannotArise.end());
  for (const ClauseLedger& ledger : file.ledgers) tried.insert(ledger.expected);
  const PackPart* part = ownPack("BASE")->part(file.code);
  ASSERT_NE(part, nullptr);
  if (!part->mayBeWaived) tried.insert(Verdict::kWaived);
  for (Verdict verdict : kVerdicts) {
    EXPECT_TRUE(tried.contains(verdict)) << "no ledger for " << wordOf(verdict);
  }
}

std::string codeOf(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string code = info.param.stem().string();
  std::replace(code.begin(), code.end(), '-', '_');
  return code;
}

INSTANTIATE_TEST_SUITE_P(Base, Clause, testing::ValuesIn(clauseFiles()), codeOf);

TEST(BasePack, HasLedgersForEveryClause) {
  std::set<std::string> tried;
  for (const auto& path : clauseFiles()) tried.insert(path.stem().string());
  for (const PackPart& part : ownPack("BASE")->parts) {
    EXPECT_TRUE(tried.contains(part.code)) << "no ledgers for " << part.code;
  }
  EXPECT_EQ(ownPack("BASE")->parts.size(), 86U);
}

TEST(BasePack, UsesEveryCheckOnce) {
  std::set<std::string> used;
  for (const PackPart& part : ownPack("BASE")->parts) {
    EXPECT_TRUE(used.insert(part.check).second) << part.check;
  }
  EXPECT_EQ(used.size(), allChecks().size());
}

TEST(Checks, NeedKindsThatThereAre) {
  for (const CheckFile& check : allChecks()) {
    for (const std::string& kind : check.needs) {
      EXPECT_NE(theCatalogue().kind(kind), nullptr) << check.name << " needs " << kind;
    }
  }
}

}  // namespace
}  // namespace minutebook

#include "bench/verdicts.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <map>

#include "audit/report/clause_inputs.h"
#include "audit/standards/judge.h"
#include "bench/bare_insert.h"
#include "bench/made_up.h"
#include "bench/program.h"
#include "ledger/base/fault.h"

namespace minutebook::bench {

namespace {

constexpr int kPasses = 2;  // The first one warms.

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

/// Of this process so far. Judging waits for nothing, so on a quiet machine a clock says the same.
double cpuSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// What one clause took.
struct Cost {
  double seconds = 0;
  std::uint64_t cases = 0;
};

/// A made-up ledger with its read model in a file.
class MadeUp {
 public:
  MadeUp(std::uint64_t records, std::filesystem::path file)
      : file_(std::move(file)), model_(file_, ledger_.catalogue()) {
    fillWithYears(ledger_, records);
    const Clock::time_point began = Clock::now();
    model_.rebuild(ledger_.log());
    rebuildSeconds_ = secondsSince(began);
  }

  /// Seconds for a whole judgement as a command makes it, making ready included.
  Elapsed judgeWhole(const StandingStandard& base) {
    Elapsed whole;
    for (int pass = 0; pass < kPasses; ++pass) {
      const double cpu = cpuSeconds();
      const Clock::time_point began = Clock::now();
      Judge(model_, {base}, settings()).judge(base);
      whole = {secondsSince(began), cpuSeconds() - cpu};
    }
    return whole;
  }

  /// Every clause of the base standard, one by one; the code of each with what it took.
  std::map<std::string, Cost> judgeAll(const StandingStandard& base) {
    std::map<std::string, Cost> costs;
    const double kept = cpuSeconds();
    Judge(model_, {base}, settings()).keepViews();
    costs["(kept)"] = {cpuSeconds() - kept, 0};
    const double ready = cpuSeconds();
    Judge judge(model_, {base}, settings());
    judge.keepViews();
    costs["(ready)"] = {cpuSeconds() - ready, 0};
    for (int pass = 0; pass < kPasses; ++pass) {
      for (const StandingClause& clause : base.clauses) {
        const double began = cpuSeconds();
        const ClauseVerdict verdict = judge.judge(clause);
        costs[clause.code] = {cpuSeconds() - began, verdict.cases.size()};
      }
    }
    return costs;
  }

  const std::filesystem::path& file() const { return file_; }
  double rebuildSeconds() const { return rebuildSeconds_; }
  std::uint64_t size() { return ledger_.log().size(); }

 private:
  JudgeSettings settings() const {
    JudgeSettings settings;
    settings.today = kMadeUpToday;
    settings.workedOut = [this] { return clauseInputs(model_, {}); };
    return settings;
  }

  std::filesystem::path file_;
  SmallLedger ledger_;
  ReadModel model_;
  double rebuildSeconds_ = 0;
};

StandingStandard baseStandard() {
  const Pack* pack = ownPack("BASE");
  if (!pack) throw Fault(FaultKind::kBug, "there is no pack BASE");
  return asIfAdopted(*pack);
}

ClauseFigures figuresOf(const StandingClause& clause, const Cost& small, const Cost& large,
                        double growth) {
  ClauseFigures figures;
  figures.code = clause.code;
  figures.check = clause.check;
  figures.smallMs = small.seconds * 1000;
  figures.largeMs = large.seconds * 1000;
  figures.smallCases = small.cases;
  figures.largeCases = large.cases;
  if (small.seconds > 0 && growth > 1) {
    figures.exponent = std::log(large.seconds / small.seconds) / std::log(growth);
  }
  return figures;
}

}  // namespace

VerdictFigures measureVerdicts(const BenchArguments& arguments) {
  const Scratch scratch(arguments.directory);
  const StandingStandard base = baseStandard();
  VerdictFigures figures;
  MadeUp small(std::max<std::uint64_t>(arguments.records / 10, 10),
               scratch.path() / "small.sqlite");
  MadeUp large(arguments.records, scratch.path() / "large.sqlite");
  figures.smallRecords = small.size();
  figures.largeRecords = large.size();
  std::map<std::string, Cost> smallCosts = small.judgeAll(base);
  std::map<std::string, Cost> largeCosts = large.judgeAll(base);
  figures.smallWhole = small.judgeWhole(base);
  figures.largeWhole = large.judgeWhole(base);
  figures.smallKeptSeconds = smallCosts["(kept)"].seconds;
  figures.largeKeptSeconds = largeCosts["(kept)"].seconds;
  figures.smallReadySeconds = smallCosts["(ready)"].seconds;
  figures.largeReadySeconds = largeCosts["(ready)"].seconds;
  figures.smallSeconds = figures.smallReadySeconds;
  figures.largeSeconds = figures.largeReadySeconds;
  const double growth = static_cast<double>(large.size()) / static_cast<double>(small.size());
  for (const StandingClause& clause : base.clauses) {
    const Cost& little = smallCosts[clause.code];
    const Cost& much = largeCosts[clause.code];
    figures.clauses.push_back(figuresOf(clause, little, much, growth));
    figures.smallSeconds += little.seconds;
    figures.largeSeconds += much.seconds;
  }
  std::stable_sort(
      figures.clauses.begin(), figures.clauses.end(),
      [](const ClauseFigures& a, const ClauseFigures& b) { return a.largeMs > b.largeMs; });
  const BareInsert bare = insertAgain(large.file(), scratch.path() / "again.sqlite");
  figures.rebuildSeconds = large.rebuildSeconds();
  figures.insertSeconds = bare.seconds;
  figures.rows = bare.rows;
  figures.pace = bare.seconds / large.rebuildSeconds();
  return figures;
}

}  // namespace minutebook::bench

#include "bench/verdict_table.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace minutebook::bench {

namespace {

Json number(double value) {
  return Json::number(fmt::format("{:.3f}", value));
}
Json count(std::uint64_t value) {
  return Json::number(std::to_string(value));
}

}  // namespace

std::string verdictsTable(const VerdictFigures& f) {
  std::string table = fmt::format("Clauses of BASE, records: {:>27}  cases {:>11}  cases  growth\n",
                                  f.smallRecords, f.largeRecords);
  for (const ClauseFigures& one : f.clauses) {
    table +=
        fmt::format("  {} {:36}{:10.1f} ms {:6}{:8.1f} ms {:6}  {:6.2f}\n", one.code, one.check,
                    one.smallMs, one.smallCases, one.largeMs, one.largeCases, one.exponent);
  }
  table += fmt::format("  views for many, once, ms  {:22.1f}{:18.1f}\n", f.smallKeptSeconds * 1000,
                       f.largeKeptSeconds * 1000);
  table += fmt::format("  making ready, ms          {:22.1f}{:18.1f}\n", f.smallReadySeconds * 1000,
                       f.largeReadySeconds * 1000);
  table +=
      fmt::format("  that and all, CPU seconds {:22.2f}{:18.2f}\n", f.smallSeconds, f.largeSeconds);
  table += fmt::format("  whole, on two threads, s  {:22.2f}{:18.2f}  goal {:.0f}\n",
                       f.smallWhole.seconds, f.largeWhole.seconds, kVerdictsGoalSeconds);
  table += fmt::format("  of CPU seconds            {:22.2f}{:18.2f}\n", f.smallWhole.cpuSeconds,
                       f.largeWhole.cpuSeconds);
  table += fmt::format("\nRead model of {} records, {} rows\n", f.largeRecords, f.rows);
  table += fmt::format("  rebuild, seconds           {:10.2f}\n", f.rebuildSeconds);
  table += fmt::format("  SQLite's own inserts       {:10.2f}\n", f.insertSeconds);
  table +=
      fmt::format("  pace                       {:10.2f}  goal {:.1f}\n", f.pace, kRebuildPaceGoal);
  return table;
}

Json verdictsJson(const VerdictFigures& f) {
  std::vector<Json> clauses;
  for (const ClauseFigures& one : f.clauses) {
    clauses.push_back(Json::object({{"clause", Json::text(one.code)},
                                    {"check", Json::text(one.check)},
                                    {"smallMilliseconds", number(one.smallMs)},
                                    {"milliseconds", number(one.largeMs)},
                                    {"smallCases", count(one.smallCases)},
                                    {"cases", count(one.largeCases)},
                                    {"exponent", number(one.exponent)}}));
  }
  return Json::object({{"smallRecords", count(f.smallRecords)},
                       {"records", count(f.largeRecords)},
                       {"smallKeptSeconds", number(f.smallKeptSeconds)},
                       {"keptSeconds", number(f.largeKeptSeconds)},
                       {"smallReadySeconds", number(f.smallReadySeconds)},
                       {"readySeconds", number(f.largeReadySeconds)},
                       {"smallSeconds", number(f.smallSeconds)},
                       {"seconds", number(f.largeSeconds)},
                       {"smallElapsedSeconds", number(f.smallWhole.seconds)},
                       {"elapsedSeconds", number(f.largeWhole.seconds)},
                       {"elapsedCpuSeconds", number(f.largeWhole.cpuSeconds)},
                       {"secondsGoal", number(kVerdictsGoalSeconds)},
                       {"clauses", Json::list(std::move(clauses))},
                       {"rows", count(f.rows)},
                       {"rebuildSeconds", number(f.rebuildSeconds)},
                       {"insertSeconds", number(f.insertSeconds)},
                       {"pace", number(f.pace)},
                       {"paceGoal", number(kRebuildPaceGoal)}});
}

}  // namespace minutebook::bench

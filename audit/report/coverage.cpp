#include "audit/report/coverage.h"

#include <array>
#include <set>
#include <utility>

#include "report_files.h"

namespace minutebook {

namespace {

/// A kind, and what it means for a reader that no entry of it is on record.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWorthKnowing = {{
    {"limitsDeclared", "what could not be changed"},
    {"attendanceRecorded", "who came to meetings"},
    {"decisionMade", "any decision"},
    {"positionRecorded", "where individual people stood on a decision"},
    {"signOffOpened", "a round in which everybody was asked to sign"},
    {"responseGiven", "any answer to what people said"},
    {"responseJudged", "whether people found the answers fair"},
    {"creditChosen", "how people wished to be credited"},
    {"timeLogged", "how much time people gave"},
    {"paymentMade", "any payment"},
    {"consentAsked", "that people were asked for consent"},
    {"supportOffered", "support for people who took part"},
}};

}  // namespace

Coverage coverageOf(Query& query, const Scope& scope) {
  Coverage coverage;
  for (const Row& row : ask(query, report_files::record_sql, "coverage", scope).rows) {
    std::int64_t entries = row.count("entries");
    for (std::int64_t i = 0; i < entries; ++i) coverage.provenance.add(row.text("provenance"));
    coverage.entries += entries;
    coverage.undated += row.count("undated");
  }
  Counting inferred;
  for (const Row& row : ask(query, report_files::record_sql, "inferred", scope).rows) {
    inferred.add(row);
  }
  coverage.inferred = inferred.outOf(coverage.entries);
  std::set<std::string> kinds;
  for (const Row& row : ask(query, report_files::record_sql, "kinds", scope).rows) {
    kinds.insert(row.text("kind"));
  }
  for (const auto& [kind, words] : kWorthKnowing) {
    if (kinds.count(std::string(kind)) == 0) coverage.nothing.emplace_back(words);
  }
  Counting corrected;
  Counting disputed;
  Counting unreadable;
  for (const Row& row : ask(query, report_files::record_sql, "odd_entries", scope).rows) {
    std::string sort = row.text("sort");
    (sort == "corrected" ? corrected : sort == "disputed" ? disputed : unreadable).add(row);
  }
  coverage.corrected = corrected.figure();
  coverage.disputed = disputed.figure();
  coverage.unreadable = unreadable.figure();
  return coverage;
}

}  // namespace minutebook

// tests/clauses/clause_file.h
//
// The ledgers by which one clause is tried, read from a file. How it is written: README.md.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audit/standards/verdict.h"
#include "ledger/base/days.h"

namespace minutebook {

/// A record of a test ledger, or the adoption of the clause.
struct ClauseLine {
  std::int64_t recordedAt = 0;
  std::vector<std::string> records;  ///< JSON; one submission.
};

/// One ledger, and what is to be said of it.
struct ClauseLedger {
  std::string title;
  Verdict expected = Verdict::kUnknown;
  DayNumber today = 0;
  bool isOpen = true;       ///< Whether whoever asks may open what is sealed.
  bool isUnlikely = false;  ///< The rules would refuse a line of it.
  std::vector<ClauseLine> lines;
  std::optional<std::size_t> seen;   ///< Records that the verdict sees; all, if it is not said.
  std::vector<std::string> phrases;  ///< Each stands in a sentence of some case.
  std::vector<std::pair<Verdict, std::size_t>> counts;
};

/// All ledgers of one clause.
struct ClauseFile {
  std::string code;                  ///< "PR-01"
  std::vector<Verdict> cannotArise;  ///< Verdicts that the file says it has no ledger for.
  std::vector<ClauseLedger> ledgers;
};

/// Throws std::runtime_error, with file and line, for what makes no sense.
ClauseFile readClauseFile(const std::filesystem::path& path);

/// Every file under ledgers/, by name.
std::vector<std::filesystem::path> clauseFiles();

}  // namespace minutebook

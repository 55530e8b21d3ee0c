// ledger/view/model_comparison.h
//
// Whether a read model on disk held what the log gives: two of them, compared row for row.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook {

class Database;

/// A table in which the two differ.
struct TableDifference {
  std::string table;
  std::uint64_t notGiven = 0;         ///< Rows that were held and that the log does not give.
  std::uint64_t missing = 0;          ///< Rows that the log gives and that were not held.
  std::vector<std::int64_t> entries;  ///< Of the first such rows, if the table says: a few.
};

/// What was held, beside what the log gives.
struct ModelComparison {
  std::string notCompared;  ///< Why they were not, in a few words; empty if they were.
  std::uint64_t size = 0;   ///< Entries of both.
  std::string heldDigest;   ///< SHA-256, hex, of every row of every table in a fixed order.
  std::string givenDigest;  ///< The same of what the log gives.
  std::vector<TableDifference> differences;

  bool isSame() const { return notCompared.empty() && differences.empty(); }
};

/// Compares everything but how far each says it has come and how its pages lie. Both must be of one
/// stamp and of `size` entries of one log. Throws DamagedModel if one of them is damaged.
ModelComparison compareModels(Database& held, Database& given, std::uint64_t size);

}  // namespace minutebook

// bench/bare_insert.h
//
// The least that a read model costs: its rows put into a fresh file by SQLite, and its indexes
// made.

#pragma once

#include <cstdint>
#include <filesystem>

namespace minutebook::bench {

/// Seconds and rows of copying a read model table by table.
struct BareInsert {
  double seconds = 0;  ///< Inserts and indexes; reading the rows first does not count.
  std::uint64_t rows = 0;
};

/// Copies the model in `from` to a new file `to`.
BareInsert insertAgain(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace minutebook::bench

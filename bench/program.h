// bench/program.h
//
// A scratch place, and the program run in it as people run it: its words in, its exit status and
// what it printed out.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ledger/crypto/random.h"

namespace minutebook::bench {

inline constexpr char kBenchOrigin[] = "example.org/bench";

/// A directory of its own, gone with everything in it when this goes.
class Scratch {
 public:
  /// Made in `parent`; empty: where the system keeps temporary files.
  explicit Scratch(const std::string& parent);
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path ledger() const { return path_ / "ledger"; }
  std::filesystem::path guard() const { return path_ / "guard"; }

 private:
  std::filesystem::path path_;
};

/// Seconds since the Unix epoch, UTC.
std::int64_t systemTime();

/// Runs the program's `words`, as its main() would, and returns what it printed. Throws kBug with
/// what it said on standard error unless it succeeded.
std::string runProgram(const std::vector<std::string>& words, RandomSource& random);

/// Opens a fresh ledger, `ledger` in that folder, with its keys in a file and `guard` beside it.
void initLedger(const std::filesystem::path& folder, RandomSource& random);

}  // namespace minutebook::bench

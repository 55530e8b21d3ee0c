// bench/arguments.h

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutebook::bench {

/// What to measure, and how much of it.
struct BenchArguments {
  std::uint64_t records = 100'000;  ///< Lines to import.
  std::uint64_t pairs = 300;        ///< Of one record and one bare write, in each round.
  std::uint64_t rounds = 7;
  std::chrono::microseconds syncDelay{0};
  std::string directory;  ///< Where the scratch ledgers are made; empty: the system's place.
  std::string kept;       ///< Where the large ledger is, or is made, and stays; empty: scratch.
  bool durable = true;
  bool import = true;
  bool sealing = true;
  bool receipts = true;
  bool verify = true;
  bool verdicts = true;
  bool json = false;
};

/// What was asked for, or nothing if it cannot be understood.
std::optional<BenchArguments> parseBenchArguments(const std::vector<std::string>& words);

/// How the program is called.
std::string benchUsage();

}  // namespace minutebook::bench

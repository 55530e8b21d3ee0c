// bench/made_ledger.h
//
// The large ledger that receipts and verifying are measured on.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "bench/arguments.h"
#include "bench/program.h"

namespace minutebook::bench {

/// People with fourteen inputs each, imported and published.
class MadeLedger {
 public:
  /// Made in a scratch place, or taken from `arguments.kept`, where it is made once and stays.
  explicit MadeLedger(const BenchArguments& arguments);

  std::filesystem::path ledger() const { return path_ / "ledger"; }
  std::filesystem::path published() const { return path_ / "out"; }
  /// How many there are; the ids are those of personAt().
  std::uint64_t people() const { return people_; }
  static std::string personAt(std::uint64_t number);

 private:
  void make() const;

  std::optional<Scratch> scratch_;
  std::filesystem::path path_;
  std::uint64_t people_ = 0;
};

}  // namespace minutebook::bench

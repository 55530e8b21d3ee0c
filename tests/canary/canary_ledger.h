// tests/canary/canary_ledger.h
//
// A ledger kept by the program with a canary in every sealed field, and ways to look for them: on
// disk, in what is printed, in what is sent out.

#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/canary/planter.h"
#include "tests/crash/program_ledger.h"

namespace minutebook {

/// Where canaries come from: record files in the order in which they are imported.
enum class CanarySource {
  kThriving,  ///< examples/thriving: the real exercise.
  kCoverage,  ///< tests/coverage/ledger: every field of every kind.
};

/// The source's files with canaries, imported into a fresh ledger.
class CanaryLedger {
 public:
  /// Throws std::runtime_error, with what the program said, if it cannot be made.
  explicit CanaryLedger(CanarySource source);

  ProgramLedger& ledger() { return ledger_; }
  ProgramEnd run(std::vector<std::string> words, std::string input = "") {
    return ledger_.run(std::move(words), std::move(input));
  }

  const std::vector<Canary>& canaries() const { return planter_.planted(); }
  /// The participants of the ledger, in order.
  std::vector<std::string> participants();

  /// The canaries in `bytes`, as UTF-8, in UTF-16 of either order, in base64, or as raw bytes.
  std::set<const Canary*> in(std::string_view bytes) const;
  /// The same over every file below `directory`, names of files included.
  std::set<const Canary*> below(const std::filesystem::path& directory) const;

 private:
  Planter planter_;
  ProgramLedger ledger_;
};

/// "canary00042q, inputReceived.text of participant/P-7": for messages of tests.
std::string inWords(const std::set<const Canary*>& canaries);

}  // namespace minutebook

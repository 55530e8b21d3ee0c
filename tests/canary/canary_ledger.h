// tests/canary/canary_ledger.h
//
// A ledger kept by the program with a canary in every sealed field, and ways to look for them: on
// disk, in what is printed, in what is sent out.

#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "ledger/seal/viewer.h"
#include "tests/canary/planter.h"
#include "tests/support/program_ledger.h"

namespace minutebook {

/// Where canaries come from: record files in the order in which they are imported.
enum class CanarySource {
  kThriving,  ///< examples/thriving: the real exercise.
  kCoverage,  ///< tests/coverage/ledger: every field of every kind.
};

/// How far a CanaryLedger has come when it is made.
enum class CanaryStart {
  kImported,
  kPlanted,  ///< The files are there and the ledger is empty: import() has still to be run.
};

/// The source's files with canaries, imported into a fresh ledger.
class CanaryLedger {
 public:
  /// Throws std::runtime_error, with what the program said, if it cannot be made.
  explicit CanaryLedger(CanarySource source, CanaryStart start = CanaryStart::kImported);

  /// The import of all files.
  ProgramCall import() const;

  ProgramLedger& ledger() { return ledger_; }
  ProgramEnd run(std::vector<std::string> words, std::string input = "") {
    return ledger_.run(std::move(words), std::move(input));
  }

  /// The record files as they were imported.
  const std::vector<std::filesystem::path>& plantedFiles() const { return files_; }
  const std::vector<Canary>& canaries() const { return planter_.planted(); }
  /// The participants of the ledger, in order.
  std::vector<std::string> participants();

  /// What `viewer` may have opened.
  std::set<const Canary*> openFor(const Viewer& viewer) const;
  /// What is kept under one data key: "participant/P-7".
  std::set<const Canary*> keptUnder(const std::string& subject) const;
  /// Every sealed field, as far as it opens for the reader that --as names.
  std::string revealAll(const std::string& reader);

  /// The canaries in `bytes`: as UTF-8, UTF-16 of either order, hex, base64, or raw bytes.
  std::set<const Canary*> in(std::string_view bytes) const;
  /// The same over every file below `directory`, names of files included.
  std::set<const Canary*> below(const std::filesystem::path& directory) const;

 private:
  Planter planter_;
  std::vector<std::filesystem::path> files_;
  ProgramLedger ledger_;
};

/// "canary00042quill, inputReceived.text of participant/P-7": for messages of tests.
std::string inWords(const std::set<const Canary*>& canaries);

}  // namespace minutebook

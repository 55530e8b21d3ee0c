// tests/support/program_ledger.h
//
// A ledger that only the program touches, and what must hold of it after every kill. All of it is
// seen from outside: by what the program prints and how it exits.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/program_run.h"
#include "tests/support/temp_directory.h"

namespace minutebook {

/// What `verify` said of a ledger.
struct Verified {
  bool isGood = false;
  std::uint64_t entries = 0;
  std::uint64_t submissions = 0;
  std::string said;  ///< Everything it printed.
};

/// A fresh ledger, `book`, in a directory of its own.
class ProgramLedger {
 public:
  /// What `init` leaves: entries, each a submission of its own.
  static constexpr std::uint64_t kFirstEntries = 2;

  /// Makes the ledger. Throws std::runtime_error, with what the program said, if that fails.
  explicit ProgramLedger(const std::filesystem::path& book = {});

  /// A command about this ledger.
  ProgramCall call(std::vector<std::string> words, std::string input = "") const;
  ProgramEnd run(std::vector<std::string> words, std::string input = "") {
    return runner_.run(call(std::move(words), std::move(input)));
  }
  Verified verify();
  /// Verifies the published directory with its log's key, which is learnt at the first publish.
  ProgramEnd verifyPublished(const std::filesystem::path& published);
  ProgramEnd publish(const std::filesystem::path& published);

  /// A file of `lines` inputs with sealed text, the ids counted on from the last file.
  std::string recordFile(std::uint64_t lines, std::size_t textBytes = 40);

  ProgramRunner& runner() { return runner_; }
  std::filesystem::path book() const { return book_; }
  std::filesystem::path place(const std::string& name) const { return temp_.path() / name; }
  std::filesystem::path guardDirectory() const;

  static constexpr const char* kOrigin = "example.org/crash";

 private:
  TempDirectory temp_;
  std::filesystem::path book_;
  ProgramRunner runner_;
  std::string vkey_;
  std::uint64_t inputs_ = 0;
  std::uint64_t files_ = 0;
};

/// The sealed text of that input.
std::string textOfInput(std::uint64_t number, std::size_t textBytes);
/// One line of an input with sealed text.
std::string inputLine(std::uint64_t number, std::size_t textBytes);

/// The batches that `import` acknowledged: of each its first entry, and how many.
std::map<std::uint64_t, std::uint64_t> acknowledgedBatches(const std::string& out);

}  // namespace minutebook

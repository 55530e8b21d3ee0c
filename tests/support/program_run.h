// tests/support/program_run.h
//
// Runs the program as a process of its own, and ends it at a moment of the test's choosing.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace minutebook {

/// How a run came to its end, and what it had said by then.
struct ProgramEnd {
  int status = 0;                  ///< Exit status; 128 + n when signal n ended it.
  std::string out;                 ///< Standard output.
  std::string err;                 ///< Standard error.
  std::uint64_t microseconds = 0;  ///< How long it ran.
  std::uint64_t writeCalls = 0;    ///< Write-side system calls, when they were counted.

  bool wasKilled() const { return status == 128 + 9; }
  bool isDone() const { return status == 0; }
};

/// The words of one command and what stands on its standard input.
struct ProgramCall {
  std::vector<std::string> words;
  std::string input;
};

/// Where the program keeps everything in one test: the guard below `home/`, input and output in
/// files beside it. Every run has a clock and randomness of its own, as in life.
class ProgramRunner {
 public:
  /// `place` is there already and outlives this. `program` is the test build of minutebook.
  ProgramRunner(std::filesystem::path place, std::filesystem::path program);

  /// Runs to the end. `inChild` is called in the new process, for limits.
  ProgramEnd run(const ProgramCall& call, const std::function<void()>& inChild = nullptr);
  /// Kills it so long after its start, if it has not ended by then.
  ProgramEnd runAndKill(const ProgramCall& call, std::uint64_t microseconds);
  /// Kills it as soon as `isTime` says so; it is asked every millisecond.
  ProgramEnd runAndKillWhen(const ProgramCall& call, const std::function<bool()>& isTime);
  /// Counts its write-side system calls in all threads and kills it as it makes number `which`
  /// (from 1), before the system has done anything. Nothing: processes cannot be traced here.
  std::optional<ProgramEnd> runAndKillAtCall(const ProgramCall& call, std::uint64_t which);

  /// What the run that is under way has said on standard output so far.
  std::string saidSoFar() const;

 private:
  pid_t start(const ProgramCall& call, const std::function<void()>& inChild);
  ProgramEnd end(int status) const;
  [[noreturn]] void become(const ProgramCall& call, const std::function<void()>& inChild) const;

  std::filesystem::path place_;
  std::filesystem::path program_;
  std::uint64_t runs_ = 0;
};

}  // namespace minutebook

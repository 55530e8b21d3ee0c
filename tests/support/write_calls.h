// tests/support/write_calls.h
//
// A traced process, killed as it makes a system call of the test's choosing. Only calls that change
// files count: between two of them a kill leaves the same on disk.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>

namespace minutebook {

/// How a traced process ended.
struct TracedEnd {
  int status = 0;           ///< As waitpid() tells it.
  std::uint64_t calls = 0;  ///< Write-side calls it made or was about to make.
};

/// For the new process, before it becomes the program: stops until the parent traces it.
void askToBeTraced();

/// Follows `child`, which has asked to be traced, and its threads; kills it at the entry of
/// write-side call number `which`, counted from 1. Nothing: tracing is not allowed here, and the
/// child is gone.
std::optional<TracedEnd> killAtWriteCall(pid_t child, std::uint64_t which);

}  // namespace minutebook

// cli/verifier/main.cpp
//
// minutebook-verify: checks what somebody was handed, and can do nothing else. It opens no ledger,
// writes no file and asks no network.

#include <sys/resource.h>

#include <iostream>

#include "cli/checking/given.h"
#include "cli/run_told.h"
#include "cli/verifier/arguments.h"
#include "ledger/crypto/process_memory.h"

namespace {

/// What it reads may have been made to harm it. Ten million entries are verified in less; a log
/// that asks for more ends as "out of memory", and the machine goes on. The sanitizers reserve far
/// more than they use.
constexpr rlim_t kMemoryBytesMax = rlim_t{4} << 30;

void limitMemory() {
#ifndef MINUTEBOOK_SANITIZED
  const rlimit limit{kMemoryBytesMax, kMemoryBytesMax};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
}

/// It judges what it reads by nothing but what it reads: no clock, no environment, nobody asked.
std::int64_t noClock() {
  return 0;
}
std::optional<std::string> nothing(const std::string&) {
  return std::nullopt;
}

}  // namespace

int main(int count, char** words) {
  minutebook::keepMemoryPrivate();
  limitMemory();
  std::ios::sync_with_stdio(false);
  const minutebook::ParsedArguments parsed =
      minutebook::parseVerifierArguments({words + 1, words + count});
  if (!parsed.arguments) {
    (parsed.status == minutebook::kDone ? std::cout : std::cerr) << parsed.text;
    return parsed.status;
  }
  minutebook::SystemRandom random;
  minutebook::Surroundings surroundings{noClock,   random,  std::cin, std::cout,
                                        std::cerr, nothing, nothing};
  minutebook::Console console(surroundings, *parsed.arguments);
  const minutebook::Catalogue catalogue;
  minutebook::Call call{*parsed.arguments, surroundings, console, catalogue};
  return minutebook::runTold(call, minutebook::checkGiven);
}

// cli/main.cpp
//
// The real surroundings: system clock, system randomness, standard streams.

#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "cli/commands.h"
#include "ledger/crypto/process_memory.h"

namespace {

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (!value) return std::nullopt;
  return std::string(value);
}

/// A typed line is never longer, so that its text is never copied to grow.
constexpr std::size_t kTypedBytesMax = 1000;

/// Reads a line with the terminal's echo off.
std::optional<std::string> askSecret(const std::string& prompt) {
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return std::nullopt;
  termios before{};
  if (tcgetattr(STDIN_FILENO, &before) != 0) return std::nullopt;
  termios quiet = before;
  quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  std::cerr << prompt << std::flush;
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  // Not through std::cin, whose buffer nobody wipes.
  std::string line;
  line.reserve(kTypedBytesMax);
  char c = 0;
  ssize_t got = 0;
  while ((got = ::read(STDIN_FILENO, &c, 1)) == 1 && c != '\n' && line.size() < kTypedBytesMax) {
    line.push_back(c);
  }
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << '\n';
  if (got != 1) return std::nullopt;
  return line;
}

/// Asks and reads a line, at a terminal only.
std::optional<std::string> ask(const std::string& prompt) {
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return std::nullopt;
  std::cerr << prompt << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

std::int64_t now() {
  auto time = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

}  // namespace

int main(int count, char** words) {
  minutebook::keepMemoryPrivate();
  std::ios::sync_with_stdio(false);
  minutebook::SystemRandom random;
  minutebook::Surroundings surroundings{now,       random,      std::cin,  std::cout,
                                        std::cerr, environment, askSecret, ask};
  std::vector<std::string> given(words + 1, words + count);
  // What was typed may be private, and everybody on this machine can list processes.
  for (int i = 2; i < count; ++i) std::memset(words[i], ' ', std::strlen(words[i]));
  return minutebook::runMinutebook(given, surroundings);
}

// cli/main.cpp
//
// The real surroundings: system clock, system randomness, standard streams.

#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "cli/commands.h"

namespace {

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (!value) return std::nullopt;
  return std::string(value);
}

/// Reads a line with the terminal's echo off.
std::optional<std::string> askSecret(const std::string& prompt) {
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return std::nullopt;
  termios before{};
  if (tcgetattr(STDIN_FILENO, &before) != 0) return std::nullopt;
  termios quiet = before;
  quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  std::cerr << prompt << std::flush;
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  std::string line;
  bool read = static_cast<bool>(std::getline(std::cin, line));
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << '\n';
  if (!read) return std::nullopt;
  return line;
}

std::int64_t now() {
  auto time = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  minutebook::SystemRandom random;
  minutebook::Surroundings surroundings{now,       random,      std::cin, std::cout,
                                        std::cerr, environment, askSecret};
  return minutebook::runMinutebook({words + 1, words + count}, surroundings);
}

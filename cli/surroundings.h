// cli/surroundings.h
//
// Everything the program takes from outside, handed in: the clock, randomness, streams,
// environment. The real main() gives the real ones; tests give fixed ones.

#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "ledger/crypto/random.h"

namespace minutebook {

struct Surroundings {
  std::function<std::int64_t()> now;  ///< Unix seconds, UTC. The only clock there is.
  RandomSource& random;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::function<std::optional<std::string>(const std::string& name)> environment;
  /// Reads a passphrase from the terminal without showing it; nothing if there is no terminal.
  std::function<std::optional<std::string>(const std::string& prompt)> askSecret;
  /// Asks at the terminal and reads a line; nothing, or no function, if there is no terminal.
  std::function<std::optional<std::string>(const std::string& prompt)> ask = {};
};

}  // namespace minutebook

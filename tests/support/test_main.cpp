// tests/support/test_main.cpp
//
// The program with a fixed clock and fixed randomness, for command-line stories. The real one
// cannot backdate: only this build obeys MINUTEBOOK_TEST_CLOCK and MINUTEBOOK_TEST_SEED.

#include <cstdlib>
#include <iostream>

#include "cli/commands.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/process_memory.h"
#include "ledger/crypto/sha256.h"

namespace {

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (!value) return std::nullopt;
  return std::string(value);
}

/// SHA-256(seed || counter) after SHA-256(seed || counter): different for each command of a story.
class SeededRandom : public minutebook::RandomSource {
 public:
  explicit SeededRandom(std::string seed) : seed_(std::move(seed)) {}

  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) {
      if (used_ == 32) {
        block_ = minutebook::sha256(minutebook::asBytes(seed_ + "/" + std::to_string(++counter_)));
        used_ = 0;
      }
      byte = block_.bytes[used_++];
    }
  }
  std::unique_ptr<minutebook::RandomSource> another() override {
    return std::make_unique<SeededRandom>(seed_ + "/other " + std::to_string(++others_));
  }

 private:
  std::string seed_;
  minutebook::Hash block_;
  std::size_t used_ = 32;
  std::uint64_t counter_ = 0;
  std::uint64_t others_ = 0;
};

std::int64_t fixedTime() {
  std::string text = environment("MINUTEBOOK_TEST_CLOCK").value_or("2024-03-02T09:00:00Z");
  return minutebook::instantsOf(minutebook::parseCivil(text).value()).first;
}

std::optional<std::string> noTerminal(const std::string&) {
  return std::nullopt;
}

}  // namespace

int main(int count, char** words) {
  minutebook::keepMemoryPrivate();
  SeededRandom random(environment("MINUTEBOOK_TEST_SEED").value_or("0"));
  minutebook::Surroundings surroundings{fixedTime, random,      std::cin,  std::cout,
                                        std::cerr, environment, noTerminal};
  return minutebook::runMinutebook({words + 1, words + count}, surroundings);
}

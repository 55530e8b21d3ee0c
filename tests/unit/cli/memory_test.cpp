// tests/unit/cli/memory_test.cpp
//
// After a command has ended, its own process is searched for what it had opened. This program is
// linked with the program's operator delete.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "cli/commands.h"
#include "tests/support/fixed_random.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

/// A text that stands nowhere in this program: made at run time, a byte at a time.
class Canary {
 public:
  explicit Canary(unsigned seed) {
    for (char& c : hidden_) {
      seed = seed * 1103515245u + 12345u;
      c = static_cast<char>(('a' + (seed >> 16) % 26) ^ kMask);
    }
  }
  /// Writes it without ever holding it as a whole.
  void writeTo(std::ostream& out) const {
    for (char c : hidden_) out.put(static_cast<char>(c ^ kMask)).flush();
  }
  bool standsAt(const char* bytes) const {
    for (std::size_t i = 0; i < sizeof hidden_; ++i) {
      if (bytes[i] != (hidden_[i] ^ kMask)) return false;
    }
    return true;
  }
  // Longer than any register: what passes through one may stay on a stack for a while, which
  // docs/data-protection.md says.
  static constexpr std::size_t kBytes = 96;

 private:
  static constexpr char kMask = 0x15;
  char hidden_[kBytes] = {};
};

/// How often it stands in what this process may write.
std::size_t copiesInMemory(const Canary& canary) {
  std::FILE* maps = std::fopen("/proc/self/maps", "r");
  const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  if (!maps || memory < 0) throw std::runtime_error("this process cannot read its own memory");
  static char block[1 << 16];
  std::size_t copies = 0;
  char line[512];
  while (std::fgets(line, sizeof line, maps)) {
    std::uint64_t from = 0, to = 0;
    char rights[5] = {};
    if (std::sscanf(line, "%" SCNx64 "-%" SCNx64 " %4s", &from, &to, rights) != 3) continue;
    if (rights[1] != 'w') continue;
    for (std::uint64_t at = from; at < to; at += sizeof block - Canary::kBytes) {
      // What this function reads into is itself memory.
      const auto own = reinterpret_cast<std::uint64_t>(block);
      if (at + sizeof block > own && at < own + sizeof block) continue;
      const std::size_t wanted =
          static_cast<std::size_t>(std::min<std::uint64_t>(sizeof block, to - at));
      const ssize_t got = ::pread(memory, block, wanted, static_cast<off_t>(at));
      for (ssize_t i = 0; i + static_cast<ssize_t>(Canary::kBytes) <= got; ++i) {
        copies += canary.standsAt(block + i) ? 1 : 0;
      }
    }
  }
  std::memset(block, 0, sizeof block);
  std::fclose(maps);
  ::close(memory);
  return copies;
}

class Memory : public ::testing::Test {
 protected:
  int run(std::vector<std::string> words) {
    std::istringstream in;
    std::ostringstream out, err;
    Surroundings surroundings{[] { return std::int64_t{1'709'370'000}; },
                              random_,
                              in,
                              out,
                              err,
                              [](const std::string&) { return std::nullopt; },
                              [](const std::string&) { return std::nullopt; }};
    const int status = runMinutebook(words, surroundings);
    EXPECT_EQ(status, 0) << err.str();
    return status;
  }
  std::string path(const char* name) const { return (temp_.path() / name).string(); }
  void init() {
    run({"init", path("book"), "--origin", "example.org/memory", "--guard", path("guard"),
         "--title", "T", "--keeper", "K", "--no-passphrase", "--quiet"});
  }

  TempDirectory temp_;
  FixedRandom random_;
};

TEST_F(Memory, TheSearchFindsWhatIsThere) {
  const Canary canary(1);
  std::ostringstream text;
  canary.writeTo(text);
  EXPECT_GE(copiesInMemory(canary), 1u);
}

TEST_F(Memory, HoldsNoSealedTextAfterAnImport) {
  init();
  const Canary canary(2);
  {
    std::ofstream file(path("lines.jsonl"));
    file << R"({"kind": "inputReceived", "id": "I-1", "participant": "KEEPER", "text": ")";
    canary.writeTo(file);
    file << "\"}\n";
  }
  run({"import", path("lines.jsonl"), "--ledger", path("book"), "--quiet"});
  EXPECT_EQ(copiesInMemory(canary), 0u);
}

TEST_F(Memory, HoldsNoOpenedTextAfterShowingIt) {
  init();
  const Canary canary(3);
  {
    std::ofstream file(path("lines.jsonl"));
    file << R"({"kind": "inputReceived", "id": "I-1", "participant": "KEEPER", "text": ")";
    canary.writeTo(file);
    file << "\"}\n";
  }
  run({"import", path("lines.jsonl"), "--ledger", path("book"), "--quiet"});
  run({"show", "I-1", "--ledger", path("book")});
  EXPECT_EQ(copiesInMemory(canary), 0u);
}

}  // namespace
}  // namespace minutebook

#include "bench/program.h"

#include <stdlib.h>

#include <chrono>
#include <sstream>

#include "cli/commands.h"
#include "ledger/base/fault.h"

namespace minutebook::bench {

namespace fs = std::filesystem;

Scratch::Scratch(const std::string& parent) {
  const fs::path folder = parent.empty() ? fs::temp_directory_path() : fs::absolute(parent);
  std::string pattern = (folder / "minutebook-bench-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw Fault(FaultKind::kConfig, "no directory could be made in " + folder.string(),
                "Choose another with --directory.");
  }
  path_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::int64_t systemTime() {
  const auto time = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

std::string runProgram(const std::vector<std::string>& words, RandomSource& random) {
  std::istringstream in;
  std::ostringstream out, err;
  Surroundings surroundings{systemTime,
                            random,
                            in,
                            out,
                            err,
                            [](const std::string&) { return std::nullopt; },
                            [](const std::string&) { return std::nullopt; }};
  if (runMinutebook(words, surroundings) != kDone) {
    throw Fault(FaultKind::kBug, "minutebook " + words.front() + " failed: " + err.str());
  }
  return std::move(out).str();
}

void initLedger(const fs::path& folder, RandomSource& random) {
  runProgram({"init", (folder / "ledger").string(), "--origin", kBenchOrigin, "--guard",
              (folder / "guard").string(), "--title", "Bench", "--keeper", "Nobody",
              "--no-passphrase", "--quiet"},
             random);
}

}  // namespace minutebook::bench

#include "bench/made_ledger.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include "ledger/base/fault.h"

namespace minutebook::bench {

namespace {

constexpr std::uint64_t kInputsOfEach = 14;

void writeLines(const std::filesystem::path& path, std::uint64_t people) {
  std::ofstream file(path);
  for (std::uint64_t i = 0; i < people; ++i) {
    const std::string person = MadeLedger::personAt(i);
    file << R"({"kind":"participantJoined","id":")" << person << "\"}\n";
    for (std::uint64_t n = 0; n < kInputsOfEach; ++n) {
      file << R"({"kind":"inputReceived","id":"I-)" << i * kInputsOfEach + n
           << R"(","participant":")" << person << R"(","onBehalfOf":{"participant":")" << person
           << R"(","basis":"importedFile"},"text":{"public":"More seats"}})" << '\n';
    }
  }
  file.close();
  if (!file) throw Fault(FaultKind::kIo, "the lines to import could not be written");
}

}  // namespace

std::string MadeLedger::personAt(std::uint64_t number) {
  return "P-" + std::to_string(number);
}

MadeLedger::MadeLedger(const BenchArguments& arguments)
    : people_(std::max<std::uint64_t>(1, arguments.records / (kInputsOfEach + 1))) {
  if (arguments.kept.empty()) {
    path_ = scratch_.emplace(arguments.directory).path();
  } else {
    path_ = std::filesystem::absolute(arguments.kept);
    std::filesystem::create_directories(path_);
  }
  if (!std::filesystem::exists(published() / "checkpoint")) make();
}

void MadeLedger::make() const {
  const std::filesystem::path lines = path_ / "lines.jsonl";
  writeLines(lines, people_);
  SystemRandom random;
  initLedger(path_, random);
  for (std::vector<std::string> words :
       {std::vector<std::string>{"import", lines.string()},
        std::vector<std::string>{"publish", published().string()}}) {
    for (const std::string& word :
         {std::string("--ledger"), ledger().string(), std::string("--guard"),
          (path_ / "guard").string(), std::string("--json")}) {
      words.push_back(word);
    }
    runProgram(words, random);
  }
  std::filesystem::remove(lines);
}

}  // namespace minutebook::bench

#include "bench/sealing.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <vector>

#include "bench/program.h"
#include "ledger/base/fault.h"

namespace minutebook::bench {

namespace {

/// A text of 40 bytes that differs from record to record.
std::string textOf(std::uint64_t number) {
  std::string text = "More benches near the stop please, " + std::to_string(number) + " ";
  text.resize(40, '.');
  return text;
}

void writeLines(const std::filesystem::path& path, std::uint64_t count, bool sealed) {
  std::ofstream file(path);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string text = "\"" + textOf(i) + "\"";
    file << R"({"kind":"inputReceived","id":"I-)" << i
         << R"(","occurredAt":"2021-11-02","provenance":"imported","participant":"KEEPER",)"
         << R"("text":)" << (sealed ? text : "{\"public\":" + text + "}") << R"(,"inputKind":)"
         << R"("proposal"})" << '\n';
  }
  file.close();
  if (!file) throw Fault(FaultKind::kIo, "the lines to import could not be written");
}

double secondsToImport(const BenchArguments& arguments, bool sealed) {
  const Scratch scratch(arguments.directory);
  const std::filesystem::path lines = scratch.path() / "lines.jsonl";
  writeLines(lines, arguments.records, sealed);
  SystemRandom random;
  initLedger(scratch.path(), random);
  const auto began = std::chrono::steady_clock::now();
  runProgram({"import", lines.string(), "--json", "--ledger", scratch.ledger().string(), "--guard",
              scratch.guard().string()},
             random);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

SealingFigures measureSealing(const BenchArguments& arguments) {
  std::vector<double> open, sealed, costs;
  for (std::uint64_t i = 0; i < arguments.rounds; ++i) {
    const bool sealedFirst = i % 2 == 1;
    if (sealedFirst) sealed.push_back(secondsToImport(arguments, true));
    open.push_back(secondsToImport(arguments, false));
    if (!sealedFirst) sealed.push_back(secondsToImport(arguments, true));
    costs.push_back(1 - open.back() / sealed.back());
  }
  const double records = static_cast<double>(arguments.records);
  SealingFigures figures;
  figures.records = arguments.records;
  figures.rounds = arguments.rounds;
  figures.publicPerSecond = records / median(open);
  figures.sealedPerSecond = records / median(sealed);
  figures.cost = 1 - figures.sealedPerSecond / figures.publicPerSecond;
  figures.costMin = *std::min_element(costs.begin(), costs.end());
  figures.costMax = *std::max_element(costs.begin(), costs.end());
  return figures;
}

}  // namespace minutebook::bench

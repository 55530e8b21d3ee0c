#include "bench/import_rate.h"

#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "bench/program.h"
#include "bench/syncs.h"
#include "ledger/base/fault.h"
#include "ledger/event/json.h"

namespace minutebook::bench {

namespace {

void writeLines(const std::filesystem::path& path, std::uint64_t count) {
  std::ofstream file(path);
  for (std::uint64_t i = 0; i < count; ++i) {
    file << R"({"kind":"inputReceived","id":"I-)" << i
         << R"(","occurredAt":"2021-11-02","provenance":"imported","sources":[{"title":)"
         << R"("spreadsheet","place":"row )" << i
         << R"("}],"from":"outside: a resident","text":{"public":"More benches near the bus stop )"
         << "number " << i << R"(, please, and light."},"inputKind":"proposal"})" << '\n';
  }
  file.close();
  if (!file) throw Fault(FaultKind::kIo, "the lines to import could not be written");
}

double secondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpuSecondsSoFar() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
}

/// Batches and records as the program acknowledged them, one JSON line each.
void readAcknowledged(const std::string& printed, ImportFigures& into) {
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);) {
    const Json said = parseJson(line).value();
    if (said.find("schema")->text() != "minutebook/import-batch/1") continue;
    ++into.batches;
    into.records += std::stoull(said.find("added")->text());
  }
}

}  // namespace

ImportFigures measureImport(const BenchArguments& arguments) {
  const Scratch scratch(arguments.directory);
  const std::filesystem::path lines = scratch.path() / "lines.jsonl";
  writeLines(lines, arguments.records);
  SystemRandom random;
  initLedger(scratch.path(), random);
  const std::uint64_t syncs = syncsSoFar();
  const std::chrono::nanoseconds waited = syncTimeSoFar();
  const double cpu = cpuSecondsSoFar();
  const auto began = std::chrono::steady_clock::now();
  const std::string printed =
      runProgram({"import", lines.string(), "--json", "--ledger", scratch.ledger().string(),
                  "--guard", scratch.guard().string()},
                 random);
  const auto ended = std::chrono::steady_clock::now();
  ImportFigures figures;
  figures.cpuSeconds = cpuSecondsSoFar() - cpu;
  figures.syncs = syncsSoFar() - syncs;
  figures.syncSeconds = std::chrono::duration<double>(syncTimeSoFar() - waited).count();
  figures.seconds = std::chrono::duration<double>(ended - began).count();
  readAcknowledged(printed, figures);
  if (figures.records != arguments.records) {
    throw Fault(FaultKind::kBug, "not every line was recorded");
  }
  figures.perSecond = static_cast<double>(figures.records) / figures.seconds;
  return figures;
}

}  // namespace minutebook::bench

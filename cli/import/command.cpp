// `minutebook import FILE.jsonl`, `minutebook import FILE.csv --map MAPPING.toml`: all or nothing
// for each batch, one line said for each durable one, repeatable without doubling.

#include "cli/commands.h"
#include "cli/import/csv_import.h"
#include "cli/import/desk.h"
#include "cli/import/reader.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

ExitStatus importLines(ImportDesk& desk, ImportIds& ids, const std::string& file) {
  ImportReader reader(file, desk, ids);
  auto refuse = [&](const Refusal& refusal, std::uint64_t line) {
    return desk.refuse(refusal, file + " line " + std::to_string(line), "the line");
  };
  while (true) {
    ImportBatch batch = reader.next();
    for (const auto& [line, fields] : batch.looksPrivate) {
      desk.warn(file + " line " + std::to_string(line), fields);
    }
    if (batch.refusal) return refuse(*batch.refusal, batch.refusedLine);
    bool last = batch.last;
    std::vector<std::uint64_t> lines = std::move(batch.lines);
    if (!lines.empty()) {
      auto result = desk.submit(std::move(batch.drafts));
      if (auto* refused = std::get_if<RecordingRefused>(&result)) {
        return refuse(refused->refusal, lines[refused->draft]);
      }
      desk.acknowledge({file, "line", lines.front(), lines.back()}, std::get<Recorded>(result));
    }
    if (last) return kDone;
  }
}

ExitStatus importAllLines(ImportDesk& desk, const LedgerPlace& place) {
  ImportIds ids(desk.importKey.view(), place.origin);
  for (const std::string& file : desk.call.arguments.words) {
    ExitStatus status = importLines(desk, ids, file);
    if (status != kDone) return status;
  }
  return kDone;
}

ExitStatus importAllSheets(ImportDesk& desk, const LedgerPlace& place) {
  const std::string& path = *desk.call.arguments.map;
  auto read = readImportMapping(path, desk.call.catalogue);
  if (auto* refused = std::get_if<MappingRefused>(&read)) {
    return desk.refuse(refused->refusal, path + " line " + std::to_string(refused->line),
                       "the mapping");
  }
  CsvImport import(desk, place.origin, std::get<ImportMapping>(read));
  for (const std::string& file : desk.call.arguments.words) {
    ExitStatus status = import.run(file);
    if (status != kDone) return status;
  }
  return kDone;
}

}  // namespace

ExitStatus runImport(Call& call) {
  if (call.arguments.words.empty()) {
    throw Fault(FaultKind::kUsage, "import needs a file",
                "For example: minutebook import records.jsonl --dry-run");
  }
  for (const std::string& file : call.arguments.words) {
    if (call.arguments.map || !file.ends_with(".csv")) continue;
    throw Fault(FaultKind::kUsage, file + " is a sheet, and it is not said how to read it",
                "Add --map MAPPING.toml; examples/imports/proposals.toml is one to copy.");
  }
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  ImportDesk desk(call, place);
  ExitStatus status =
      call.arguments.map ? importAllSheets(desk, place) : importAllLines(desk, place);
  if (status == kDone) desk.summarise();
  return status;
}

}  // namespace minutebook

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

/// What cannot be understood is passed over: reading it again refuses it, in its place.
void lookThroughLines(FirstLook& look, const std::string& file) {
  RecordLines lines(file);
  std::string line;
  std::optional<Refusal> refusal;
  while (!refusal && lines.next(line, refusal)) {
    if (refusal || line.find_first_not_of(" \t") == line.npos) continue;
    Outcome<Json> json = parseJson(line);
    if (json) look.lookAt({file, lines.number(), 0}, "line", json.value());
  }
}

ExitStatus importAllLines(ImportDesk& desk, const LedgerPlace& place) {
  ExitStatus stopped = kDone;
  if (desk.firstLook.isNeeded()) {
    for (const std::string& file : desk.call.arguments.words) {
      desk.firstLook.beginFile(file);
      lookThroughLines(desk.firstLook, file);
    }
    if (!desk.firstLook.mayGoOn(stopped)) return stopped;
  }
  ImportIds ids(desk.importKey.view(), place.origin);
  for (const std::string& file : desk.call.arguments.words) {
    desk.firstLook.checkUnchanged(file);
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
  ExitStatus stopped = kDone;
  for (const std::string& file : desk.call.arguments.words) {
    ExitStatus status = import.lookThrough(file);
    if (status != kDone) return status;
  }
  if (!desk.firstLook.mayGoOn(stopped)) return stopped;
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

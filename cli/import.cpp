// `minutebook import FILE.jsonl`: all or nothing for each batch, one line said for each durable
// one, repeatable without doubling.

#include <ostream>

#include "cli/commands.h"
#include "cli/import_reader.h"
#include "cli/session.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// What has happened so far, over all files of the command.
struct Tally {
  std::uint64_t added = 0;
  std::uint64_t already = 0;
  std::uint64_t erased = 0;
};

class Importer {
 public:
  Importer(Call& call, const LedgerPlace& place)
      : call_(call),
        writing_(place, call.catalogue, call.arguments, call.surroundings,
                 openMasterKey(place, call.arguments, call.surroundings)),
        author_(chooseAuthor(writing_.keyDirectory, writing_.keys, call.arguments)),
        composer_(call.catalogue,
                  {place.origin, toBytes(author_.key.publicKey().view()), author_.participant}),
        importKey_(writing_.keys.importKey()),
        ids_(importKey_.view(), place.origin) {}

  ExitStatus run() {
    for (const std::string& file : call_.arguments.words) {
      ExitStatus status = importFile(file);
      if (status != kDone) return status;
    }
    summarise();
    return kDone;
  }

 private:
  ExitStatus importFile(const std::string& file) {
    ImportReader reader(file, call_.catalogue, composer_, ids_);
    while (true) {
      ImportBatch batch = reader.next();
      if (batch.refusal) return refuse(*batch.refusal, file, batch.refusedLine);
      bool last = batch.last;
      std::vector<std::uint64_t> lines = std::move(batch.lines);
      if (!lines.empty()) {
        auto result = call_.arguments.dryRun
                          ? writing_.recorder.rehearse(std::move(batch.drafts), author_.key,
                                                       call_.surroundings.now())
                          : writing_.recorder.record(std::move(batch.drafts), author_.key,
                                                     call_.surroundings.now());
        if (auto* refused = std::get_if<RecordingRefused>(&result)) {
          return refuse(refused->refusal, file, lines[refused->draft]);
        }
        acknowledge(file, lines, std::get<Recorded>(result));
      }
      if (last) return kDone;
    }
  }

  /// Some batches may be durable already; then the work is partly done.
  ExitStatus refuse(const Refusal& refusal, const std::string& file, std::uint64_t line) {
    bool partly = tally_.added > 0 && !call_.arguments.dryRun;
    ExitStatus status = call_.console.refused(refusal, file + " line " + std::to_string(line),
                                              partly ? kPartly : kRefused);
    call_.console.note(partly
                           ? "What was acknowledged before is recorded. Mend the line and import "
                             "the same file again: nothing is recorded twice."
                           : "Nothing was recorded.");
    return status;
  }

  void acknowledge(const std::string& file, const std::vector<std::uint64_t>& lines,
                   const Recorded& recorded) {
    std::uint64_t first = 0, added = 0;
    for (const RecordedDraft& draft : recorded.drafts) {
      if (draft.as == RecordedAs::kNew && added++ == 0) first = draft.index;
      tally_.already += draft.as == RecordedAs::kAlready ? 1 : 0;
      tally_.erased += draft.as == RecordedAs::kAlreadyErased ? 1 : 0;
    }
    tally_.added += added;
    auto& out = call_.surroundings.out;
    if (call_.console.isJson()) {
      auto number = [](std::uint64_t value) {
        return Json::number(static_cast<std::int64_t>(value));
      };
      Json line = Json::object({{"schema", Json::text("minutebook/import-batch/1")},
                                {"file", Json::text(file)},
                                {"firstLine", number(lines.front())},
                                {"lastLine", number(lines.back())},
                                {"added", number(added)}});
      if (added > 0) line.set("firstEntry", number(first));
      out << writeJson(line) << std::endl;
      return;
    }
    std::string what =
        "lines " + std::to_string(lines.front()) + " to " + std::to_string(lines.back());
    if (call_.arguments.dryRun) {
      what += ": " + std::to_string(added) + " would be recorded";
    } else if (added == 0) {
      what += ": already recorded, nothing added";
    } else {
      what += ": " + std::to_string(added) + " recorded, entries " + std::to_string(first) +
              " to " + std::to_string(first + added - 1);
    }
    out << shown(file) << ", " << what << "." << std::endl;
  }

  void summarise() {
    if (call_.console.isJson()) {
      auto number = [](std::uint64_t value) {
        return Json::number(static_cast<std::int64_t>(value));
      };
      call_.surroundings.out << writeJson(Json::object(
                                    {{"schema", Json::text("minutebook/import/1")},
                                     {"added", number(tally_.added)},
                                     {"already", number(tally_.already)},
                                     {"alreadyErased", number(tally_.erased)},
                                     {"rehearsed", Json::boolean(call_.arguments.dryRun)}}))
                             << std::endl;
      return;
    }
    std::string text = std::to_string(tally_.added) +
                       (call_.arguments.dryRun ? " would be added" : " added") + ", " +
                       std::to_string(tally_.already + tally_.erased) + " already there.";
    if (tally_.erased > 0) {
      text += " Of these, " + std::to_string(tally_.erased) + " had sealed text that was erased.";
    }
    call_.console.note(text);
  }

  Call& call_;
  Writing writing_;
  Author author_;
  Composer composer_;
  SecretBytes importKey_;
  ImportIds ids_;
  Tally tally_;
};

}  // namespace

ExitStatus runImport(Call& call) {
  if (call.arguments.words.empty()) {
    throw Fault(FaultKind::kUsage, "import needs a file",
                "For example: minutebook import records.jsonl --dry-run");
  }
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  return Importer(call, place).run();
}

}  // namespace minutebook

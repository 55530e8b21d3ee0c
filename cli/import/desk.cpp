#include "cli/import/desk.h"

#include <ostream>

namespace minutebook {

namespace {

std::string corrections(std::uint64_t count) {
  if (count == 0) return "";
  return count == 1 ? ", 1 of them a correction"
                    : ", " + std::to_string(count) + " of them corrections";
}

}  // namespace

ImportDesk::ImportDesk(Call& theCall, const LedgerPlace& place)
    : call(theCall),
      writing(place, call.catalogue, call.arguments, call.surroundings,
              openMasterKey(place, call.arguments, call.surroundings)),
      author(chooseAuthor(writing.keyDirectory, writing.keys, call.arguments)),
      composer(call.catalogue,
               {place.origin, toBytes(author.key.publicKey().view()), author.participant}),
      importKey(writing.keys.importKey()),
      firstLook(call, writing, place.origin) {
  writing.recorder.refuseErasuresByHand();
}

std::variant<Recorded, RecordingRefused> ImportDesk::submit(std::vector<PreparedDraft> drafts) {
  if (drafts.empty()) return Recorded{};
  return call.arguments.dryRun
             ? writing.recorder.rehearse(std::move(drafts), author.key, call.surroundings.now())
             : writing.recorder.record(std::move(drafts), author.key, call.surroundings.now());
}

ExitStatus ImportDesk::refuse(const Refusal& refusal, const std::string& place,
                              const std::string& mend) {
  bool partly = tally_.added > 0 && !call.arguments.dryRun;
  ExitStatus status = call.console.refused(refusal, place, partly ? kPartly : kRefused);
  call.console.note(partly ? "What was acknowledged before is recorded. Mend " + mend +
                                 " and import the same file again: nothing is recorded twice."
                           : "Nothing was recorded.");
  return status;
}

void ImportDesk::countAlready(std::uint64_t already, std::uint64_t erased) {
  tally_.already += already;
  tally_.erased += erased;
}

void ImportDesk::acknowledge(const ImportSpan& span, const Recorded& recorded,
                             std::uint64_t corrected) {
  std::uint64_t first = 0, added = 0;
  for (const RecordedDraft& draft : recorded.drafts) {
    if (draft.as == RecordedAs::kNew && added++ == 0) first = draft.index;
    tally_.already += draft.as == RecordedAs::kAlready ? 1 : 0;
    tally_.erased += draft.as == RecordedAs::kAlreadyErased ? 1 : 0;
  }
  tally_.added += added;
  tally_.corrected += corrected;
  auto& out = call.surroundings.out;
  if (call.console.isJson()) {
    std::string unit(span.unit);
    unit[0] = static_cast<char>(unit[0] - 'a' + 'A');
    Json line = Json::object({{"schema", Json::text("minutebook/import-batch/1")},
                              {"file", Json::text(span.file)},
                              {"first" + unit, number(span.first)},
                              {"last" + unit, number(span.last)},
                              {"added", number(added)}});
    if (added > 0) line.set("firstEntry", number(first));
    if (corrected > 0) line.set("corrections", number(corrected));
    out << writeJson(line) << std::endl;
    return;
  }
  std::string what =
      span.unit + "s " + std::to_string(span.first) + " to " + std::to_string(span.last);
  if (call.arguments.dryRun) {
    what += ": " + std::to_string(added) + " would be recorded" + corrections(corrected);
  } else if (added == 0) {
    what += ": already recorded, nothing added";
  } else {
    what += ": " + std::to_string(added) + " recorded, entries " + std::to_string(first) + " to " +
            std::to_string(first + added - 1) + corrections(corrected);
  }
  out << shown(span.file) << ", " << what << "." << std::endl;
}

void ImportDesk::summarise() {
  if (call.console.isJson()) {
    Json line = Json::object({{"schema", Json::text("minutebook/import/1")},
                              {"added", number(tally_.added)},
                              {"already", number(tally_.already)},
                              {"alreadyErased", number(tally_.erased)},
                              {"rehearsed", Json::boolean(call.arguments.dryRun)}});
    if (tally_.corrected > 0) line.set("corrections", number(tally_.corrected));
    if (firstLook.count() > 0) line.set("looksPrivate", number(firstLook.count()));
    call.surroundings.out << writeJson(line) << std::endl;
    return;
  }
  std::string text = std::to_string(tally_.added) +
                     (call.arguments.dryRun ? " would be added" : " added") +
                     corrections(tally_.corrected) + ", " +
                     std::to_string(tally_.already + tally_.erased) + " already there.";
  if (tally_.erased > 0) {
    text += " Of these, " + std::to_string(tally_.erased) + " had sealed text that was erased.";
  }
  call.console.note(text);
  if (firstLook.count() > 0 && call.arguments.dryRun) {
    call.console.note("What everybody would read looks private in " +
                      std::to_string(firstLook.count()) +
                      (firstLook.count() == 1 ? " place" : " places") +
                      ": the import itself will stop there and record nothing, unless "
                      "--keep-private or --public-on-purpose says what is wanted.");
  }
}

}  // namespace minutebook

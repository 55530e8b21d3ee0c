// `minutebook record KIND`: one thing, by flags or as JSON on standard input.

#include <istream>
#include <iterator>
#include <ostream>

#include "cli/commands.h"
#include "cli/door/privacy_door.h"
#include "cli/drafts.h"
#include "cli/emptied.h"
#include "cli/entry_numbers.h"
#include "cli/help_text.h"
#include "cli/kind_words.h"
#include "cli/next_id.h"
#include "cli/record_flags.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "ledger/event/submission.h"

namespace minutebook {

namespace {

SpokenKind kindFor(Call& call) {
  if (!call.arguments.words.empty()) return kindSpoken(call.arguments.words[0], call.catalogue);
  throw Fault(FaultKind::kUsage, "record needs the kind of record",
              "For example: minutebook record inputReceived --help; minutebook kinds lists all.");
}

bool readsStandardInput(const Arguments& arguments) {
  return arguments.flags.size() == 1 && arguments.flags[0] == "-";
}

Outcome<Json> readLine(Call& call, const SpokenKind& spoken) {
  const KindInfo& kind = *spoken.kind;
  if (!readsStandardInput(call.arguments)) {
    return lineFromFlags(spoken, call.catalogue, call.arguments.flags);
  }
  std::string text;
  char buffer[65536];
  while (text.size() <= kJsonBytesMax && call.surroundings.in.read(buffer, sizeof buffer)) {
    text.append(buffer, sizeof buffer);
  }
  text.append(buffer, static_cast<std::size_t>(call.surroundings.in.gcount()));
  Outcome<Json> line = parseJson(text);
  if (!line) return line.refusal();
  Json given = std::move(line).value();
  const Json* said = given.find("kind");
  if (said && said->text() != kind.name) {
    return Refusal{"record.unknown-kind", "kind",
                   "The command says " + kind.name + " and the line says " + said->text() + ".",
                   "Make the two agree."};
  }
  if (given.kind() != Json::Kind::kObject) return given;
  given.set("kind", Json::text(kind.name));
  sayWhichMessage(given, spoken);
  return given;
}

/// Which fields a correction leaves empty that were filled.
void tellEmptied(Call& call, const std::vector<std::string>& emptied) {
  if (emptied.empty()) return;
  std::string all;
  for (const std::string& field : emptied) all += (all.empty() ? "" : ", ") + field;
  call.console.line("It leaves out what the record has, so it empties: " + all + ".");
  call.console.note(
      "Where one of them still holds, correct it again and say it; pages show what it was.");
}

void tell(Call& call, const KindInfo& kind, const Json& line, const RecordedDraft& recorded,
          const StatementId& id, const std::vector<std::string>& emptied) {
  const Json* recordId = line.find("id");
  std::string name = recordId ? recordId->text() : std::to_string(recorded.index);
  bool rehearsed = call.arguments.dryRun;
  if (call.console.isJson()) {
    Json result = Json::object({{"kind", Json::text(kind.name)},
                                {"entry", Json::number(static_cast<std::int64_t>(recorded.index))},
                                {"statementId", Json::text(id.text())}});
    if (recordId) result.set("id", *recordId);
    result.set("recorded", Json::text(rehearsed                         ? "no, rehearsed"
                                      : recorded.as == RecordedAs::kNew ? "now"
                                                                        : "already"));
    if (line.find("corrected")) {
      Json fields = Json::list();
      for (const std::string& field : emptied) fields.add(Json::text(field));
      result.set("empties", std::move(fields));
    }
    call.console.document("minutebook/record/1", result);
    return;
  }
  std::string what = kind.label + (recordId ? " " + name : "");
  if (rehearsed) {
    call.console.line("Would be recorded as entry " + std::to_string(recorded.index) + ": " + what +
                      ". Nothing was changed.");
    tellEmptied(call, emptied);
    return;
  }
  if (recorded.as != RecordedAs::kNew) {
    call.console.line("Already recorded as entry " + std::to_string(recorded.index) + ": " + what +
                      (recorded.as == RecordedAs::kAlreadyErased
                           ? ". Its sealed text has been erased since and stays so."
                           : "."));
    return;
  }
  call.console.line("Recorded as entry " + std::to_string(recorded.index) + ": " + what + ".");
  tellEmptied(call, emptied);
  call.console.note("See it: minutebook show " + name +
                    ". To put it right later: minutebook record "
                    "entryCorrected --of entry:" +
                    std::to_string(recorded.index) + " ...");
}

/// Looks entries up in the log that is written to.
EntryLookup lookupIn(const Writing& writing) {
  EntryLookup lookup;
  lookup.statementId = [&writing](std::uint64_t number) -> std::optional<std::string> {
    if (number >= writing.store->size()) return std::nullopt;
    return writing.recorder.statementAt(number).id().text();
  };
  lookup.find = [&writing](const std::string& text) {
    const Facts& facts = writing.sequencer.facts();
    return findRecords(text, writing.store->size(),
                       [&facts](std::string_view key) { return facts.find(key); });
  };
  return lookup;
}

/// Puts every entry in its long form, in the record and around it.
std::optional<Refusal> spellOut(Json& line, const KindInfo& kind, const Catalogue& catalogue,
                                const EntryLookup& lookup) {
  if (auto refusal = spellOutEntries(line, *kind.structure, catalogue, lookup)) return refusal;
  return spellOutEntries(line, catalogue.envelope(), catalogue, lookup);
}

}  // namespace

ExitStatus runRecord(Call& call) {
  SpokenKind spoken = kindFor(call);
  const KindInfo& kind = *spoken.kind;
  if (call.arguments.help) {
    call.console.raw(recordHelp(spoken, call.catalogue) + everyCommand());
    return kDone;
  }
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  Outcome<Json> read = readLine(call, spoken);
  if (!read) return call.console.refused(read.refusal());
  Json line = std::move(read).value();
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  writing.recorder.refuseErasuresByHand();
  Author author = chooseAuthor(writing.keyDirectory, writing.keys, call.arguments);
  giveId(line, kind, writing.sequencer.facts());
  if (auto refusal = spellOut(line, kind, call.catalogue, lookupIn(writing))) {
    return call.console.refused(*refusal);
  }
  Composer composer(call.catalogue,
                    {place.origin, toBytes(author.key.publicKey().view()), author.participant});
  Outcome<Draft> draft = composer.compose(line);
  if (!draft) return call.console.refused(draft.refusal());
  std::int64_t time = call.surroundings.now();
  const Json* given = line.find("statementId");
  StatementId id = given ? *StatementId::parse(given->text()) : freshId(call.surroundings);
  std::vector<std::string> emptied = emptiedBy(line, call.catalogue, writing.sequencer.facts());
  PrivacyLook look(writing, call.catalogue, place.origin, call.surroundings.random);
  Outcome<Json> kept = atThePrivacyDoor(call, line, kind, look);
  if (!kept) return call.console.refused(kept.refusal());
  if (!(kept.value() == line)) draft = composer.compose(kept.value());
  if (!draft) return call.console.refused(draft.refusal());
  std::vector<PreparedDraft> drafts;
  drafts.push_back({std::move(draft).value(), id});
  auto result = call.arguments.dryRun
                    ? writing.recorder.rehearse(std::move(drafts), author.key, time)
                    : writing.recorder.record(std::move(drafts), author.key, time);
  if (auto* refused = std::get_if<RecordingRefused>(&result)) {
    return call.console.refused(refused->refusal);
  }
  tell(call, kind, line, std::get<Recorded>(result).drafts[0], id, emptied);
  return kDone;
}

}  // namespace minutebook

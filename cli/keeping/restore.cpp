// `minutebook restore`: a backup becomes a ledger again, is held against what was signed, and stays
// read-only where that does not settle it.

#include "audit/verify/verify_log.h"
#include "cli/commands.h"
#include "cli/erasure/again.h"
#include "cli/handing_out/handing_out.h"
#include "cli/keeping/backup_files.h"
#include "cli/keeping/compare.h"
#include "cli/keeping/key_copy.h"
#include "cli/ledger_file.h"
#include "cli/session.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"
#include "ledger/store/sequencer.h"
#include "ledger/store/writer_lock.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

/// The folder of what contradicts this copy.
constexpr const char* kEvidence = "evidence";

/// The settings that came with the backup, with the guard's place if another one is named now.
LedgerPlace placeOf(const Call& call, Directory& folder, const BackupNote& note) {
  LedgerFile file = readLedgerFile(folder.path());
  if (file.origin != note.origin) {
    throw Fault(FaultKind::kCorrupt, "the backup's ledger.toml is of another ledger",
                "Use another backup.");
  }
  if (call.arguments.guard) {
    file.guard = guardDirectory(call.arguments, call.surroundings, file.origin).string();
    folder.write(kLedgerFileName, asBytes(writeLedgerFile(file)));
  }
  return {folder.path(), file.origin,
          file.guard ? fs::path(*file.guard)
                     : guardDirectory(call.arguments, call.surroundings, file.origin)};
}

void bringKeys(const Call& call, Directory& folder) {
  const fs::path place = folder.path() / "keys";
  Directory keys = Directory::create(place, Readers::kOwner);
  if (call.arguments.keys) copyKeys(*call.arguments.keys, keys);
}

/// From raw bytes upwards: the root is what the entries give, not what anybody says.
LogCheck checkRestored(const Call& call, const EntryStore& store, const BackupNote& note) {
  store.verifyChecksums();
  store.checkHead();
  LogExpectations expected;
  expected.origin = note.origin;
  expected.root = note.head.root;
  const LogCheck check = verifyLog(store.reader(), call.catalogue, expected);
  if (!check.findings.empty()) {
    const Finding& first = check.findings.front();
    throw Fault(FaultKind::kCorrupt,
                "the backup does not verify: " + std::string(first.what()) + " " + first.detail,
                "Use another backup; keep this one as it is until you have one that restores.");
  }
  if (check.entries == note.head.size && countOpenings(store) == note.openings) return check;
  throw Fault(FaultKind::kCorrupt,
              "the backup holds another number of entries or sealed values "
              "than it says",
              "Use another backup.");
}

/// What is derived was not in the backup. Rules that this program does not know leave it to a newer
/// one.
void derive(const Call& call, const LedgerPlace& place, const LogCheck& check) {
  if (check.stopped) return;
  const auto store = EntryStore::open(place.directory, StoreAccess::kWrite, "minutebook restore");
  const Sequencer sequencer(*store, call.catalogue);
}

void keepEvidence(Directory& folder, const std::vector<EvidenceFile>& files) {
  for (const EvidenceFile& file : files) {
    folder.write(std::string(kEvidence) + "/" + file.name, asBytes(file.text));
  }
  folder.syncFolders();
}

const char* codeOf(Comparison::Answer answer) {
  switch (answer) {
    case Comparison::Answer::kHolds:
      return "holds";
    case Comparison::Answer::kBehind:
      return "behind";
    case Comparison::Answer::kContradicts:
      return "contradicts";
    case Comparison::Answer::kNotCompared:
      break;
  }
  return "not compared";
}

bool isCompared(const CompareResult& result) {
  return !result.mark || result.mark->state != RestoredState::kNotCompared;
}

/// `mark` is the one that the ledger has by now.
ExitStatus statusOf(const CompareResult& result, const std::optional<RestoredMark>& mark) {
  const bool isReadOnly = mark && mark->isReadOnly();
  if (isReadOnly && mark->state != RestoredState::kNotCompared) return kNotVerified;
  return isReadOnly || !isCompared(result) ? kPartly : kDone;
}

Json comparisonsJson(const CompareResult& result) {
  Json list = Json::list();
  for (const Comparison& one : result.comparisons) {
    Json json = Json::object({{"with", Json::text(shown(one.with))},
                              {"answer", Json::text(codeOf(one.answer))},
                              {"says", Json::text(shown(one.sentence))}});
    if (one.size) json.set("size", number(*one.size));
    list.add(std::move(json));
  }
  return list;
}

Json evidenceJson(const CompareResult& result) {
  Json list = Json::list();
  for (const EvidenceFile& file : result.evidence) {
    list.add(Json::text(std::string(kEvidence) + "/" + file.name));
  }
  return list;
}

void tellJson(Call& call, const std::string& ledger, std::uint64_t entries,
              const CompareResult& result, const std::optional<RestoredMark>& mark) {
  const bool isReadOnly = mark && mark->isReadOnly();
  call.console.document(
      "minutebook/restore/1",
      Json::object({{"ledger", Json::text(ledger)},
                    {"entries", number(entries)},
                    {"state", Json::text(stateCode(isReadOnly ? mark : result.mark))},
                    {"readOnly", Json::boolean(isReadOnly)},
                    {"compared", comparisonsJson(result)},
                    {"evidence", evidenceJson(result)}}));
}

void tellComparisons(Call& call, const CompareResult& result,
                     const std::optional<RestoredMark>& mark) {
  Console& console = call.console;
  for (const Comparison& one : result.comparisons) {
    const bool wasHeld = one.answer != Comparison::Answer::kNotCompared;
    console.line((wasHeld ? "Compared with " : "Not compared with ") + one.with + ": " +
                 one.sentence);
  }
  for (const EvidenceFile& file : result.evidence) {
    console.line("Kept: " + std::string(kEvidence) + "/" + file.name +
                 ". Show it to whoever relies on this log.");
  }
  if (mark && mark->isReadOnly()) {
    console.line("It is READ-ONLY. " + mark->why);
    console.line(remedyFor(mark->state));
  } else if (isCompared(result)) {
    console.line(
        "It holds everything that was signed, and can be written. What was recorded after "
        "the last of these and is not in the backup is lost: nothing tells of it.");
  } else {
    console.line("That settles nothing. It can be written, as before.");
  }
}

ExitStatus restoreInto(Call& call, const std::string& from, const std::string& to) {
  const auto backup = openBackup(from);
  const BackupContents contents = readBackup(*backup);
  const NewPath target(to, "book");
  ScratchFolder scratch(target.beside(call.surroundings.random));
  Directory& folder = scratch.directory();
  copyBackup(*backup, contents, folder);
  bringKeys(call, folder);
  const LedgerPlace place = placeOf(call, folder, contents.note);
  CompareResult result;
  LogCheck check;
  {
    const auto store =
        EntryStore::open(place.directory, StoreAccess::kExamine, "minutebook restore");
    check = checkRestored(call, *store, contents.note);
    result = compareCopy(call, place, *store, givenCheckpoints(call));
  }
  // What was erased since the backup was made is destroyed in it, before anybody can read it.
  openForReading(place, call.catalogue, call.arguments, call.surroundings).reset();
  derive(call, place, check);
  keepEvidence(folder, result.evidence);
  setRestoredMark(folder, result.mark);
  syncTree(folder.path());
  scratch.becomes(target);
  if (call.console.isJson()) {
    tellJson(call, target.path().string(), check.entries, result, result.mark);
    return statusOf(result, result.mark);
  }
  call.console.line("Restored " + contents.note.origin + " to " + target.path().string() + ": " +
                    std::to_string(check.entries) + " entries and " +
                    std::to_string(contents.note.openings) + " sealed values, backed up at " +
                    formatCivil(civilFromUnix(contents.note.madeAt)) +
                    "; every entry, signature and rule was checked.");
  if (!call.arguments.keys) {
    call.console.line(
        "Without keys: sealed text stays sealed and nothing can be recorded until "
        "they are put into " +
        (target.path() / "keys").string() + ".");
  }
  tellComparisons(call, result, result.mark);
  return statusOf(result, result.mark);
}

/// What a later comparison makes of the mark. What was once seen to be missing does not come back
/// by looking elsewhere, and what says nothing changes nothing.
std::optional<RestoredMark> markAfter(const std::optional<RestoredMark>& before,
                                      const std::optional<RestoredMark>& now) {
  const bool isWorst = now && now->state == RestoredState::kContradicted;
  const bool wasSettled = before && (before->state == RestoredState::kBehind ||
                                     before->state == RestoredState::kContradicted);
  const bool saysNothing = now && now->state == RestoredState::kNotCompared;
  if (isWorst) return now;
  return wasSettled || saysNothing ? before : now;
}

ExitStatus compareAgain(Call& call) {
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const WriterLock lock = WriterLock::take(place.directory, "minutebook restore");
  const auto store = EntryStore::open(place.directory, StoreAccess::kExamine, "minutebook restore");
  store->checkHead();
  LogExpectations expected;
  expected.origin = place.origin;
  Sha256 hasher;
  expected.root = store->head().frontier.root(hasher);
  const LogCheck check = verifyLog(store->reader(), call.catalogue, expected);
  if (!check.findings.empty()) {
    throw Fault(FaultKind::kCorrupt, "the ledger does not verify, so it cannot be compared",
                "minutebook verify tells what is wrong with it.");
  }
  const CompareResult result = compareCopy(call, place, *store, givenCheckpoints(call));
  Directory folder = Directory::open(place.directory, Readers::kOwner);
  const auto before = restoredMark(place.directory);
  const auto after = markAfter(before, result.mark);
  if (after != before) setRestoredMark(folder, after);
  keepEvidence(folder, result.evidence);
  if (call.console.isJson()) {
    tellJson(call, place.directory.string(), check.entries, result, after);
  } else {
    tellComparisons(call, result, after);
  }
  return statusOf(result, after);
}

ExitStatus accept(Call& call) {
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const WriterLock lock = WriterLock::take(place.directory, "minutebook restore --accept");
  const std::optional<RestoredMark> before = restoredMark(place.directory);
  if (!before || !before->isReadOnly()) {
    throw Fault(FaultKind::kUsage, place.directory.string() + " is not waiting to be accepted",
                "It can be written already.");
  }
  if (before->state != RestoredState::kNotCompared) refuseIfReadOnly(place.directory);
  const std::string when = formatCivil(civilFromUnix(call.surroundings.now()));
  Directory folder = Directory::open(place.directory, Readers::kOwner);
  setRestoredMark(folder, RestoredMark{RestoredState::kAccepted,
                                       "Taken as the newest copy at " + when +
                                           ", compared with nothing that was signed."});
  if (call.console.isJson()) {
    call.console.document("minutebook/restore/1",
                          Json::object({{"ledger", Json::text(place.directory.string())},
                                        {"state", Json::text("accepted")},
                                        {"readOnly", Json::boolean(false)}}));
    return kDone;
  }
  call.console.line("Accepted: " + place.directory.string() +
                    " can be written, and minutebook status says that it was compared with "
                    "nothing.");
  call.console.line(
      "If a newer copy turns up, stop writing: two histories of one log cannot be "
      "joined.");
  return kDone;
}

}  // namespace

ExitStatus runRestore(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() == 2 && !call.arguments.accept) return restoreInto(call, words[0], words[1]);
  if (words.empty()) return call.arguments.accept ? accept(call) : compareAgain(call);
  throw Fault(FaultKind::kUsage, "restore needs a backup and a new folder for the ledger",
              "For example: minutebook restore copies/2026-03-02 book --keys elsewhere/keys");
}

}  // namespace minutebook

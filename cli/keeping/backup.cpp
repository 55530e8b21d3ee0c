// `minutebook backup DIR|FILE.tar`: a copy of the log with its sealed values, beside whoever is
// writing. The keys only where they are asked for, and apart; the guard never.

#include "ledger/store/backup.h"

#include "audit/verify/verify_log.h"
#include "cli/commands.h"
#include "cli/erasure/again.h"
#include "cli/handing_out/handing_out.h"
#include "cli/keeping/backup_files.h"
#include "cli/keeping/key_copy.h"
#include "cli/keeping/witnesses.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "ledger/store/erasure.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLedgerFileBytesMax = 65536;

/// What is being erased must not come into a copy that nobody will erase from.
void refuseUnfinishedErasure(const LedgerPlace& place, const EntryStore& store,
                             const Catalogue& catalogue) {
  const Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  if (!erasureBegun(store) && !needsErasing(store, keys, knownErasures(place, store, catalogue))) {
    return;
  }
  throw Fault(FaultKind::kBusy, "an erasure has begun in this ledger and has not ended",
              "Finish it first: any command that writes does, with the passphrase at hand.");
}

/// Reads the copy back: nothing is called a backup that was not read once as one.
void checkCopy(const fs::path& folder, const Call& call, const EntryStore& source,
               std::uint64_t openings) {
  const auto copy = EntryStore::open(folder, StoreAccess::kExamine, "minutebook backup");
  copy->verifyChecksums();
  copy->checkHead();
  Sha256 hasher;
  LogExpectations expected;
  expected.root = source.head().frontier.root(hasher);
  expected.signatures = Part::kLeftOut;
  expected.rules = Part::kLeftOut;
  expected.threads = Part::kLeftOut;
  const LogCheck check = verifyLog(copy->reader(), call.catalogue, expected);
  const bool isWhole = check.entries == source.size() && countOpenings(*copy) == openings;
  if (check.findings.empty() && isWhole) return;
  throw Fault(FaultKind::kCorrupt,
              "the copy is not the ledger" +
                  (check.findings.empty() ? std::string()
                                          : ": " + std::string(check.findings.front().what()) +
                                                " " + check.findings.front().detail),
              "Run minutebook verify on the ledger, and check the disk that is copied to.");
}

BackupNote copyInto(Call& call, const LedgerPlace& place, const EntryStore& store,
                    Directory& folder) {
  const Directory ledger = Directory::open(place.directory, Readers::kOwner);
  const auto settings = ledger.read(kLedgerFileName, kLedgerFileBytesMax);
  folder.write(kLedgerFileName, settings.value());
  if (const auto policy = ledger.read(kLedgerPolicyFile, kPolicyBytesMax)) {
    folder.write(kLedgerPolicyFile, *policy);
  }
  BackupNote note;
  note.origin = place.origin;
  Sha256 hasher;
  note.head = {store.size(), store.head().frontier.root(hasher)};
  note.openings = copyLog(store, folder.path());
  note.madeAt = call.surroundings.now();
  checkCopy(folder.path(), call, store, note.openings);
  return note;
}

/// The copy under the name that was asked for, in the form that it says.
void giveBackup(Call& call, ScratchFolder& scratch, const NewPath& to) {
  if (to.path().extension() != ".tar") return scratch.becomes(to);
  NewFile file(to, call.surroundings.random);
  archiveBackup(scratch.directory(), file.descriptor(), to.path().string());
  file.becomes(to);
}

void tell(Call& call, const BackupNote& note, const NewPath& to,
          const std::optional<NewPath>& keys) {
  const std::string warning = keys ? tooClose(to.path(), keys->path()) : "";
  const bool needsPassphrase =
      keys && MasterKey::needsPassphrase(Directory::open(keys->path(), Readers::kOwner));
  if (call.console.isJson()) {
    Json json = Json::object({{"backup", Json::text(to.path().string())},
                              {"origin", Json::text(note.origin)},
                              {"size", number(note.head.size)},
                              {"root", Json::text(toBase64(note.head.root.view()))},
                              {"openings", number(note.openings)},
                              {"keys", keys ? Json::text(keys->path().string()) : Json()}});
    if (!warning.empty()) json.set("warning", Json::text(warning));
    if (keys) json.set("keysUnderPassphrase", Json::boolean(needsPassphrase));
    call.console.document("minutebook/backup/1", json);
    return;
  }
  call.console.line("Backed up " + std::to_string(note.head.size) + " entries and " +
                    std::to_string(note.openings) + " sealed values to " + to.path().string() +
                    ", and read them back.");
  if (keys) {
    call.console.line("Copied the keys to " + keys->path().string() + ".");
    if (!warning.empty()) call.console.line("WARNING: " + warning);
    if (!needsPassphrase) {
      call.console.line(
          "WARNING: They are under no passphrase: whoever has this folder can use "
          "them all.");
    }
  } else {
    call.console.line(
        "The keys are not in it: without them what is sealed stays sealed. Keep a "
        "copy of them elsewhere (--keys).");
  }
  call.console.note(
      "Erasing somebody does not reach this copy: keep it only as long as you can "
      "answer for. To put it back: minutebook restore " +
      to.path().filename().string() + " DIR");
}

}  // namespace

ExitStatus runBackup(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "backup needs one new folder, or a new file that ends in .tar",
                "For example: minutebook backup copies/2026-03-02");
  }
  const NewPath to(call.arguments.words[0], "copies/2026-03-02");
  std::optional<NewPath> keysTo;
  if (call.arguments.keys) {
    keysTo.emplace(call.arguments.keys, "elsewhere/keys");
    refuseOneInTheOther(to.path(), keysTo->path());
  }
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const auto store = openForReading(place, call.catalogue, call.arguments, call.surroundings);
  refuseUnfinishedErasure(place, *store, call.catalogue);
  ScratchFolder scratch(to.beside(call.surroundings.random));
  const BackupNote note = copyInto(call, place, *store, scratch.directory());
  // After the log: a data key is on disk before what is sealed under it.
  std::optional<ScratchFolder> keys;
  if (keysTo) {
    keys.emplace(keysTo->beside(call.surroundings.random));
    copyKeys(place.directory / "keys", keys->directory());
  }
  sealBackup(scratch.directory(), note);
  giveBackup(call, scratch, to);
  if (keys) keys->becomes(*keysTo);
  tell(call, note, to, keysTo);
  return kDone;
}

}  // namespace minutebook

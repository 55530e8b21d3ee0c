// `minutebook bundle --for READER -o PATH`: the published log with exactly the openings that one
// reader may see, signed by the clerk. What it proves: docs/formats/bundle.md.

#include <fcntl.h>

#include <filesystem>
#include <map>

#include "audit/verify/bundle_files.h"
#include "audit/verify/bundle_openings.h"
#include "cli/commands.h"
#include "cli/find_record.h"
#include "cli/handing_out/gather.h"
#include "cli/handing_out/handing_out.h"
#include "cli/keys/own_keys.h"
#include "cli/session.h"
#include "cli/standards/grant_folder.h"
#include "cli/viewing.h"
#include "cli/witness/cosigning.h"
#include "cli_files.h"
#include "ledger/base/fault.h"
#include "ledger/bundle/tar.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/store/publish.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/published_log.h"
#include "schema_files.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr const char* kReaders =
    "Use public, members, coordinators, auditor:P-9 or a participant's id.";

/// What is fixed before anything is written.
struct Signed {
  BundleScope scope;
  Gathered gathered;
  std::vector<std::uint64_t> recordedIn;  ///< Entries that say what is disclosed.
  NewCheckpoint checkpoint;
  SigningKey clerk;
};

/// The files that stand beside the published log.
struct OwnFiles {
  BundleManifest manifest;
  SecretBytes openings;
  std::string list;
  std::string note;
};

Viewer readerOf(const Arguments& arguments) {
  if (!arguments.reader) {
    throw Fault(FaultKind::kUsage, "bundle needs to know for whom it is",
                "Add --for members, --for coordinators, --for auditor:P-9, or --for P-7 for that "
                "person themself.");
  }
  const std::optional<Viewer> reader = parseViewer(*arguments.reader);
  if (!reader) {
    throw Fault(FaultKind::kUsage, "\"" + *arguments.reader + "\" is no reader", kReaders);
  }
  if (reader->audience == schema::Audience::AUDITOR && !saysPurpose(arguments.purpose)) {
    throw Fault(FaultKind::kUsage, "a bundle for an auditor needs a purpose",
                "Say in a sentence what it is for: --purpose \"Audit of the 2026 accounts\". The "
                "people it is about will read it.");
  }
  return *reader;
}

BundleScope scopeOf(const Arguments& arguments, const EntryStore& store) {
  BundleScope scope{readerOf(arguments), std::nullopt};
  auto find = [&](const std::string& what) {
    return findOneRecord(what, store.size(),
                         [&](std::string_view key) { return store.findFact(key); });
  };
  const std::string& person = scope.reader.participant;
  if (!person.empty() && !store.findFact(fact::record(schema::Register::PARTICIPANT, person))) {
    throw Fault(FaultKind::kMissing, "there is no reader called " + person + " in this ledger",
                kReaders);
  }
  if (scope.reader.audience == schema::Audience::AUDITOR) {
    checkAuditor(store, person, arguments.purpose);
  }
  if (arguments.initiative) scope.initiative = find("initiative:" + *arguments.initiative).id;
  return scope;
}

/// Everything that needs the writer's lock and the keys. What one person gets to see is on record
/// first; members and coordinators see what was always meant for them.
Outcome<Signed> sign(Call& call, const LedgerPlace& place, const Directory& scratch) {
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  const LogReader& entries = writing.store->reader();
  if (auto refusal = compareForReader(call, place, writing.guard, entries)) return *refusal;
  const BundleScope scope = scopeOf(call.arguments, *writing.store);
  Gathered gathered = gatherOpenings(*writing.store, writing.dataKeys, call.catalogue, scope);
  std::vector<std::uint64_t> recordedIn;
  if (!scope.reader.participant.empty()) {
    auto recorded = recordDisclosures(call, writing, scope.reader, gathered.fields);
    if (!recorded) return recorded.refusal();
    recordedIn = std::move(recorded).value();
  }
  OwnKeys own = ownKeys(call, writing);
  NewCheckpoint checkpoint =
      makeCheckpoint(*writing.store, writing.submitter, writing.guard, own.forPublishing(),
                     {call.surroundings.now(), call.surroundings.random}, scratch);
  return Signed{scope, std::move(gathered), std::move(recordedIn), std::move(checkpoint),
                std::move(own.clerk)};
}

ListedFile listed(std::string_view name, ByteView content) {
  Sha256 hasher;
  return {std::string(name), content.size(), hasher.of(content)};
}

/// What the verifier will count. Anything but a missing opening is damage, and no bundle is made.
SealedCounts countSealed(const LogReader& log, const Catalogue& catalogue, const Signed& made) {
  const BundleOpeningsCheck check =
      checkBundleOpenings(log, catalogue, made.scope, made.gathered.openings);
  for (const Finding& finding : check.findings) {
    if (finding.kind == FindingKind::kOpeningMissing) continue;
    throw Fault(FaultKind::kCorrupt, std::string(finding.what()) + " " + finding.detail,
                "Run minutebook verify; if the ledger is damaged, restore it from a backup.");
  }
  return check.counts;
}

OwnFiles makeOwnFiles(const Catalogue& catalogue, const Signed& made, const std::string& origin,
                      const Directory& scratch) {
  const PublishedLog log(scratch, made.checkpoint.head.size);
  OwnFiles own;
  own.openings = encodeOpenings(made.gathered.openings);
  if (own.openings.size() > kBundleFileBytesMax) {
    throw Fault(FaultKind::kUsage, "there is more to open than one bundle holds",
                "Make a bundle for each --initiative.");
  }
  FindingList none;  // The folder is new: only what was just copied is in it.
  std::vector<ListedFile> files = listFiles(scratch, namesIn(scratch, none));
  files.push_back(listed(kOpeningsFile, own.openings.view()));
  std::sort(files.begin(), files.end(),
            [](const ListedFile& a, const ListedFile& b) { return a.name < b.name; });
  own.list = encodeFileList(files);
  const ListedFile list = listed(kFileListFile, asBytes(own.list));
  own.manifest = {origin,
                  made.scope,
                  made.checkpoint.head.size,
                  made.checkpoint.head.root,
                  countSealed(log, catalogue, made),
                  list.bytes,
                  list.hash};
  Sha256 hasher;
  SignedNote note{own.manifest.encode(), {}};
  note.signatures.push_back(signNote(hasher, clerkNoteName(origin), made.clerk, note.text));
  own.note = note.encode();
  return own;
}

void writeInto(Directory& directory, const OwnFiles& own) {
  directory.write(kOpeningsFile, own.openings.view());
  directory.write(kFileListFile, asBytes(own.list));
  directory.writeDurably(kManifestFile, asBytes(own.note));
}

void writeArchive(const FileDescriptor& file, const std::string& what, const Directory& scratch,
                  const OwnFiles& own) {
  const std::map<std::string, ByteView> inMemory = {
      {std::string(kManifestFile), asBytes(own.note)},
      {std::string(kFileListFile), asBytes(own.list)},
      {std::string(kOpeningsFile), own.openings.view()}};
  FindingList none;
  std::vector<std::string> names = namesIn(scratch, none);
  for (const auto& [name, content] : inMemory) names.push_back(name);
  std::sort(names.begin(), names.end());
  TarWriter writer(file, what);
  for (const std::string& name : names) {
    const auto content = inMemory.find(name);
    if (content != inMemory.end()) {
      writer.add(name, content->second);
    } else {
      writer.add(name, scratch.read(name, kBundleFileBytesMax).value());
    }
  }
  writer.finish();
}

/// What was written.
struct Made {
  Signed what;
  OwnFiles own;
};

/// Writes the bundle. Nothing half made is left when this returns: whoever reads what is told may
/// stop listening.
Outcome<Made> make(Call& call, const LedgerPlace& place, const NewPath& to) {
  ScratchFolder scratch(to.beside(call.surroundings.random));
  Outcome<Signed> what = sign(call, place, scratch.directory());
  if (!what) return what.refusal();
  // The lock is free again: copying reads a snapshot beside whoever writes next.
  auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook bundle");
  NewCheckpoint& checkpoint = what.value().checkpoint;
  if (auto refusal = cosignForReader(call, place, checkpoint, store->reader())) return *refusal;
  copyOut(store->reader(), checkpoint, {embedded::schema_capnp, cli_files::published_txt},
          scratch.directory());
  if (call.arguments.standard) {
    auto files = conformanceFiles(call, *call.arguments.standard, checkpoint.head.size);
    if (!files) return files.refusal();
    for (const NamedFile& file : files.value()) {
      scratch.directory().write(file.name, asBytes(file.text));
    }
  }
  OwnFiles own = makeOwnFiles(call.catalogue, what.value(), place.origin, scratch.directory());
  if (!to.path().string().ends_with(".tar")) {
    writeInto(scratch.directory(), own);
    scratch.becomes(to);
  } else {
    NewFile file(to, call.surroundings.random);
    writeArchive(file.descriptor(), to.path().string(), scratch.directory(), own);
    file.becomes(to);
  }
  return Made{std::move(what).value(), std::move(own)};
}

Json entriesJson(const std::vector<std::uint64_t>& entries) {
  Json list = Json::list();
  for (std::uint64_t entry : entries) list.add(number(entry));
  return list;
}

void tellJson(Call& call, const Signed& made, const OwnFiles& own) {
  const SealedCounts& counts = own.manifest.counts;
  Json json = Json::object({{"bundle", Json::text(*call.arguments.output)},
                            {"for", Json::text(formatViewer(made.scope.reader))}});
  if (made.scope.initiative) json.set("initiative", Json::text(*made.scope.initiative));
  json.set("size", number(own.manifest.size));
  json.set("root", Json::text(toBase64(own.manifest.root.view())));
  json.set("sealed", number(counts.sealed));
  json.set("opened", number(counts.opened));
  json.set("sealedForReader", number(counts.sealedForReader));
  json.set("erased", number(counts.erased()));
  json.set("missing", number(counts.missing));
  json.set("outside", number(counts.outside));
  json.set("recordedIn", entriesJson(made.recordedIn));
  json.set("verifierKey", Json::text(made.checkpoint.vkey));
  call.console.document("minutebook/bundle/1", json);
}

ExitStatus tell(Call& call, const Signed& made, const OwnFiles& own) {
  const SealedCounts& counts = own.manifest.counts;
  const ExitStatus status = counts.missing == 0 ? kDone : kFindings;
  if (call.console.isJson()) {
    tellJson(call, made, own);
    return status;
  }
  const std::string reader = viewerInWords(made.scope.reader);
  call.console.line("Made " + *call.arguments.output + " for " + reader + ", of " +
                    std::to_string(own.manifest.size) + " entries.");
  call.console.line(
      std::to_string(counts.sealed) + " sealed fields: " + std::to_string(counts.opened) +
      " opened, " + std::to_string(counts.sealedForReader) + " sealed for " + reader + ", " +
      std::to_string(counts.erased()) + " erased, " + std::to_string(counts.missing) + " missing.");
  if (counts.missing != 0) {
    call.console.line("What is missing has neither opening nor erasure: run minutebook verify.");
  }
  if (!made.recordedIn.empty()) {
    const std::string first = std::to_string(made.recordedIn.front());
    const std::string last = std::to_string(made.recordedIn.back());
    call.console.line("That this was opened is recorded in " +
                      (first == last ? "entry " + first : "entries " + first + " to " + last) +
                      ".");
  }
  if (call.arguments.standard) {
    call.console.line("How " + *call.arguments.standard +
                      " was kept is in conformance.html and conformance.json.");
  }
  call.console.line("Verifier key: " + made.checkpoint.vkey);
  call.console.note(
      "What is opened in it can be read by whoever has it, and an erasure does not "
      "reach it: give it to this reader only. They check with: minutebook verify " +
      *call.arguments.output + " --vkey KEY");
  return status;
}

}  // namespace

ExitStatus runBundle(Call& call) {
  if (!call.arguments.words.empty()) {
    throw Fault(FaultKind::kUsage, "bundle takes options only",
                "For example: minutebook bundle --for members -o for-members.tar");
  }
  readerOf(call.arguments);
  const NewPath to(call.arguments.output, "for-members.tar");
  tellUnfinished(to, call.surroundings);
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const Outcome<Made> made = make(call, place, to);
  if (!made) return call.console.refused(made.refusal());
  return tell(call, made.value().what, made.value().own);
}

}  // namespace minutebook

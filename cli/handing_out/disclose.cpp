// `minutebook disclose ID FIELD --to READER`: one opened field for one reader, in a small file that
// proves itself.

#include <algorithm>

#include "audit/verify/erasures.h"
#include "cli/commands.h"
#include "cli/find_record.h"
#include "cli/handing_out/gather.h"
#include "cli/handing_out/handing_out.h"
#include "cli/keys/own_keys.h"
#include "cli/model.h"
#include "cli/viewing.h"
#include "cli/witness/cosigning.h"
#include "ledger/base/fault.h"
#include "ledger/bundle/disclosure_file.h"
#include "ledger/event/mentions.h"
#include "ledger/store/publish.h"
#include "ledger/tlog/proof.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

/// What came of it.
struct Disclosed {
  std::uint64_t entry = 0;
  NewCheckpoint checkpoint;  ///< Not yet cosigned.
  DisclosureFile file;       ///< Without its proof.
};

std::string place(std::uint64_t index, const std::string& field) {
  return "\"" + field + "\" of entry " + std::to_string(index);
}

SealedField sealedFieldOf(const Mentions& mentions, std::uint64_t index, const std::string& name) {
  std::string known;
  for (const SealedField& field : mentions.sealed) {
    if (field.field == name) return field;
    known += (known.empty() ? "" : ", ") + field.field;
  }
  throw Fault(FaultKind::kMissing,
              "entry " + std::to_string(index) + " has no sealed field called \"" + name + "\"",
              known.empty() ? "Nothing in it is sealed: minutebook show " + std::to_string(index) +
                                  " shows all of it."
                            : "Sealed in it: " + known + ".");
}

/// Throws kMissing, saying since when, or kCorrupt if nothing recorded explains it.
[[noreturn]] void failGone(const EntryStore& store, const Catalogue& catalogue, std::uint64_t index,
                           const SealedField& field) {
  const Statement statement = statementOf(entryAt(store, index));
  const ErasureAnswer erasure = Erasures(store.reader(), catalogue)
                                    .of(index, statement, mentionsOf(statement, catalogue), field);
  if (erasure.erased == Erased::kNo) {
    throw Fault(FaultKind::kCorrupt,
                place(index, field.field) + " has neither opening nor recorded erasure",
                "Run minutebook verify; if the ledger is damaged, restore it from a backup.");
  }
  if (erasure.erased == Erased::kMayBe) {
    throw Fault(FaultKind::kMissing, place(index, field.field) + " was erased",
                "It cannot be brought back; whose it was, is sealed, and no entry says it.");
  }
  throw Fault(
      FaultKind::kMissing,
      place(index, field.field) + " was erased, by decision at entry " + std::to_string(erasure.by),
      "It cannot be brought back; minutebook show " + std::to_string(erasure.by) +
          " says what was decided.");
}

/// As whom `to` may see it: as themselves where it is theirs, else as an auditor. What is kept for
/// one person alone goes to nobody else.
Viewer readerOf(const Arguments& arguments, const SealedFor& value, const std::string& what) {
  const Viewer self{schema::Audience::SELF, *arguments.reader};
  const Viewer auditor{schema::Audience::AUDITOR, *arguments.reader};
  if (mayOpen(self, value)) return self;
  if (mayOpen(auditor, value)) return auditor;
  throw Fault(FaultKind::kNotTheirs, what + " is for the person it is about alone",
              "It can be disclosed to them, and to nobody else.");
}

void checkArguments(const Arguments& arguments) {
  const char* example =
      "For example: minutebook disclose P-7 contact --to P-9 --purpose \"To "
      "check the address\" -o contact.json";
  if (arguments.words.size() != 2) {
    throw Fault(FaultKind::kUsage, "disclose needs a record and one of its fields", example);
  }
  if (!arguments.reader || !saysPurpose(arguments.purpose)) {
    throw Fault(FaultKind::kUsage,
                std::string("disclose needs to know ") +
                    (arguments.reader ? "what for (--purpose)" : "to whom (--to)"),
                example);
  }
}

Json entryJson(const std::optional<std::uint64_t>& entry) {
  return entry ? Json::number(static_cast<std::int64_t>(*entry)) : Json();
}

std::string proofOf(const LogReader& log, const NewCheckpoint& checkpoint, std::uint64_t index) {
  TileHashes hashes(log, checkpoint.head.size);
  Sha256 hasher;
  return TlogProof{std::nullopt, index,
                   proveInclusion(hashes, hasher, {index, checkpoint.head.size}), checkpoint.note}
      .encode();
}

Outcome<Disclosed> make(Call& call) {
  const Arguments& arguments = call.arguments;
  const LedgerPlace ledger = findLedger(arguments, call.surroundings);
  Writing writing(ledger, call.catalogue, arguments, call.surroundings,
                  openMasterKey(ledger, arguments, call.surroundings));
  const EntryStore& store = *writing.store;
  if (auto refusal = compareForReader(call, ledger, writing.guard, store.reader())) {
    return *refusal;
  }
  auto find = [&](const std::string& what) {
    return findOneRecord(what, store.size(),
                         [&](std::string_view key) { return store.findFact(key); });
  };
  find("participant:" + *arguments.reader);
  const std::uint64_t index = find(arguments.words[0]).entry;
  const Statement statement = statementOf(entryAt(store, index));
  const Mentions mentions = mentionsOf(statement, call.catalogue);
  const SealedField field = sealedFieldOf(mentions, index, arguments.words[1]);
  auto opened = openOne(store, writing.dataKeys, call.catalogue, index, field);
  if (!opened) failGone(store, call.catalogue, index, field);
  const Viewer reader = readerOf(arguments, opened->about, place(index, field.field));
  if (reader.audience == schema::Audience::AUDITOR) {
    checkAuditor(store, reader.participant, arguments.purpose);
  }
  // On record before anything leaves: whoever it is about will read of it.
  auto recorded = recordDisclosures(call, writing, reader, {opened->field});
  if (!recorded) return recorded.refusal();
  std::optional<std::uint64_t> recordedIn;
  if (!recorded.value().empty()) recordedIn = recorded.value().front();
  const OwnKeys own = ownKeys(call, writing);
  NewCheckpoint checkpoint =
      makeCheckpoint(*writing.store, writing.submitter, writing.guard, own.forPublishing(),
                     {call.surroundings.now(), call.surroundings.random});
  DisclosureFile file{ledger.origin,
                      reader,
                      *arguments.purpose,
                      recordedIn,
                      checkpoint.vkey,
                      "",
                      store.reader().entry(index),
                      opened->opening.path,
                      opened->opening.salt,
                      std::move(opened->opening.value)};
  return Disclosed{index, std::move(checkpoint), std::move(file)};
}

/// Has the checkpoint cosigned and proves the entry under it; the writer's lock is free again.
std::optional<Refusal> prove(Call& call, Disclosed& made) {
  const LedgerPlace ledger = findLedger(call.arguments, call.surroundings);
  const auto store = EntryStore::open(ledger.directory, StoreAccess::kRead, "minutebook disclose");
  if (auto refusal = cosignForReader(call, ledger, made.checkpoint, store->reader())) {
    return refusal;
  }
  made.file.proof = proofOf(store->reader(), made.checkpoint, made.entry);
  return std::nullopt;
}

}  // namespace

ExitStatus runDisclose(Call& call) {
  checkArguments(call.arguments);
  const NewPath to(call.arguments.output, "contact.json");
  tellUnfinished(to, call.surroundings);
  Outcome<Disclosed> outcome = make(call);
  if (!outcome) return call.console.refused(outcome.refusal());
  Disclosed made = std::move(outcome).value();
  if (auto refusal = prove(call, made)) return call.console.refused(*refusal);
  const DisclosureFile& file = made.file;
  const SecretBytes text = file.encode();
  NewFile written(to, call.surroundings.random);
  writeAllAt(written.descriptor(), text.view(), 0, to.path().string());
  syncData(written.descriptor(), to.path().string());
  written.becomes(to);
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/disclose/1",
        Json::object({{"file", Json::text(*call.arguments.output)},
                      {"entry", Json::number(static_cast<std::int64_t>(made.entry))},
                      {"field", Json::text(call.arguments.words[1])},
                      {"for", Json::text(formatViewer(file.reader))},
                      {"recordedIn", entryJson(file.recordedIn)},
                      {"verifierKey", Json::text(file.vkey)}}));
    return kDone;
  }
  call.console.line("Wrote " + *call.arguments.output + ": " +
                    place(made.entry, call.arguments.words[1]) + ", for " +
                    viewerInWords(file.reader) + ".");
  call.console.line(file.recordedIn
                        ? "That this was opened is recorded in entry " +
                              std::to_string(*file.recordedIn) + "."
                        : "That this was opened is not recorded: it would show whose it is.");
  call.console.line("Verifier key: " + file.vkey);
  call.console.note(
      "Whoever has the file can read the field, and an erasure does not reach it: "
      "give it to this reader only. They check with: minutebook verify " +
      *call.arguments.output + " --vkey KEY");
  return kDone;
}

}  // namespace minutebook

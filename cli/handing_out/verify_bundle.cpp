// `minutebook verify` for what was handed to one reader: a bundle, or a disclosure in a file.

#include <fcntl.h>

#include <filesystem>

#include "audit/verify/bundle_files.h"
#include "audit/verify/damage.h"
#include "audit/verify/verify_bundle.h"
#include "audit/verify/verify_disclosure.h"
#include "cli/checking/quorum_lines.h"
#include "cli/value_words.h"
#include "cli/verify_parts.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"
#include "ledger/bundle/openings_text.h"
#include "ledger/bundle/tar.h"
#include "ledger/event/compose.h"
#include "ledger/event/mentions.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

Json erasedJson(const SealedCounts& counts) {
  Json list = Json::list();
  for (const auto& [entry, count] : counts.erasedBy) {
    Json by = entry == kErasureNotSaid ? Json() : number(entry);
    list.add(Json::object({{"byEntry", std::move(by)}, {"fields", number(count)}}));
  }
  return list;
}

Json notesJson(const std::vector<std::string>& notes) {
  Json list = Json::list();
  for (const std::string& note : notes) list.add(Json::text(note));
  return list;
}

/// What a field of a statement says, in words; nothing if it cannot be read.
std::optional<std::string> wordsAt(const Statement& statement, const Catalogue& catalogue,
                                   const std::string& field, const FieldPath& path,
                                   const SecretBytes& opened) {
  const Json line =
      describe(statement, catalogue, [&](const FieldPath& at) -> std::optional<Bytes> {
        if (at != path) return std::nullopt;
        return toBytes(opened.view());
      });
  const Json* value = valueAt(line, field);
  return value ? std::optional<std::string>(wordsOf(*value)) : std::nullopt;
}

/// One value that a bundle opens.
struct OpenedValue {
  std::uint64_t entry;
  std::string kind;
  std::string field;
  std::string says;
};

/// Every value that a bundle without findings opens, in the order of entries.
std::vector<OpenedValue> openedIn(const FileTree& tree, const BundleCheck& check,
                                  const Catalogue& catalogue) {
  std::optional<Bytes> bytes = tree.read(kOpeningsFile, kBundleFileBytesMax);
  const auto openings = parseOpenings(asText(bytes.value()));
  wipe(*bytes);
  const PublishedLog log(tree, check.manifest->size);
  std::vector<OpenedValue> values;
  for (const BundleOpening& opening : openings.value()) {
    const EntryParts entry = decodeEntry(log.entry(opening.entry)).value();
    const Outcome<Statement> statement = Statement::decode(entry.statement);
    for (const SealedField& field : mentionsOf(statement.value(), catalogue).sealed) {
      if (field.path != opening.path) continue;
      const auto says =
          wordsAt(statement.value(), catalogue, field.field, field.path, opening.value);
      values.push_back({opening.entry, kindOf(statement.value(), catalogue), field.field,
                        says.value_or("(not readable by this program)")});
    }
  }
  return values;
}

Json valuesJson(const std::vector<OpenedValue>& values) {
  Json list = Json::list();
  for (const OpenedValue& value : values) {
    list.add(Json::object({{"entry", number(value.entry)},
                           {"kind", Json::text(value.kind)},
                           {"field", Json::text(value.field)},
                           {"says", Json::text(value.says)}}));
  }
  return list;
}

void tellValues(Console& console, const std::vector<OpenedValue>& values) {
  for (const OpenedValue& value : values) {
    console.line("Entry " + std::to_string(value.entry) + " (" + value.kind + "), " + value.field +
                 ": " + value.says);
  }
}

void tellBundleJson(Call& call, const FileTree& tree, const BundleCheck& check,
                    const std::string& path) {
  Json json = Json::object({{"bundle", Json::text(path)},
                            {"verified", Json::boolean(check.findings.empty())},
                            {"findings", findingsJson(check.findings)},
                            {"notes", notesJson(check.published.notes)},
                            {"witnesses", quorumJson(check.published.quorum)},
                            {"files", number(check.files)},
                            {"log", logJson(check.published.log)}});
  if (check.manifest) {
    const BundleScope& scope = check.manifest->scope;
    json.set("for", Json::text(formatViewer(scope.reader)));
    if (scope.initiative) json.set("initiative", Json::text(*scope.initiative));
    json.set("sealed", number(check.counts.sealed));
    json.set("opened", number(check.counts.opened));
    json.set("sealedForReader", number(check.counts.sealedForReader));
    json.set("erased", erasedJson(check.counts));
    json.set("missing", number(check.counts.missing));
    json.set("outside", number(check.counts.outside));
  }
  if (call.arguments.everything && check.findings.empty()) {
    json.set("values", valuesJson(openedIn(tree, check, call.catalogue)));
  }
  call.console.document("minutebook/verify/1", json);
}

void tellSealed(Console& console, const BundleManifest& manifest, const SealedCounts& counts) {
  const std::string reader = viewerInWords(manifest.scope.reader);
  console.line(
      "A bundle for " + reader + ", of " + manifest.origin + " up to entry " +
      std::to_string(manifest.size == 0 ? 0 : manifest.size - 1) +
      (manifest.scope.initiative ? ", opened for " + *manifest.scope.initiative + " only." : "."));
  console.line(std::to_string(counts.sealed) + " sealed fields: " + std::to_string(counts.opened) +
               " opened and as committed, " + std::to_string(counts.sealedForReader) +
               " sealed for " + reader + ", " + std::to_string(counts.erased()) + " erased, " +
               std::to_string(counts.missing) + " missing.");
  for (const auto& [entry, count] : counts.erasedBy) {
    console.line("  " + std::to_string(count) +
                 (entry == kErasureNotSaid
                      ? " erased; whose, is sealed."
                      : " erased, by decision at entry " + std::to_string(entry) + "."));
  }
  if (manifest.scope.initiative) {
    console.line(std::to_string(counts.outside) + " sealed fields of other entries are left out.");
  }
}

ExitStatus tellRefused(Call& call, const std::string& path, FindingKind kind,
                       const std::string& why) {
  const std::vector<Finding> findings = {{kind, std::nullopt, 1, why}};
  if (call.console.isJson()) {
    call.console.document("minutebook/verify/1",
                          Json::object({{"file", Json::text(path)},
                                        {"verified", Json::boolean(false)},
                                        {"findings", findingsJson(findings)}}));
    return kNotVerified;
  }
  tellFindings(call.console, findings);
  call.console.line("Not verified: " + path + ".");
  return kNotVerified;
}

/// What a disclosed field says, in words; nothing if the entry or the field cannot be read.
std::optional<std::string> wordsIn(const DisclosureCheck& check, const Catalogue& catalogue) {
  if (!check.statement || check.field.empty()) return std::nullopt;
  const DisclosureFile& file = *check.file;
  return wordsAt(*check.statement, catalogue, check.field, file.path, file.value);
}

void tellDisclosure(Call& call, const DisclosureCheck& check) {
  const DisclosureFile& file = *check.file;
  call.console.line("Entry " + std::to_string(check.index) + " of " + file.origin + " (" +
                    kindOf(*check.statement, call.catalogue) + "), recorded " +
                    formatCivil(civilFromUnix(decodeEntry(file.entry).value().recordedAt)) + ".");
  call.console.line("Its field \"" + check.field + "\" says: " +
                    wordsIn(check, call.catalogue).value_or("(not readable by this program)"));
  call.console.line("The file says that this was opened for " + viewerInWords(file.reader) + ": " +
                    file.purpose);
  if (!file.recordedIn) return;
  call.console.line("It was to be recorded in entry " + std::to_string(*file.recordedIn) +
                    "; the published log shows whether it was.");
}

Json disclosureJson(const DisclosureCheck& check, const Catalogue& catalogue) {
  const DisclosureFile& file = *check.file;
  Json json = Json::object({{"origin", Json::text(shown(file.origin))},
                            {"entry", number(check.index)},
                            {"kind", Json::text(kindOf(*check.statement, catalogue))},
                            {"field", Json::text(check.field)}});
  if (auto words = wordsIn(check, catalogue)) json.set("says", Json::text(*words));
  json.set("for", Json::text(formatViewer(file.reader)));
  json.set("purpose", Json::text(file.purpose));
  if (file.recordedIn) json.set("recordedIn", number(*file.recordedIn));
  return json;
}

ExitStatus verifyDisclosureIn(Call& call, const Bytes& bytes, const std::string& path) {
  const PublishedExpectations expected = expectationsOf(call);
  const DisclosureCheck check = verifyDisclosure(asText(bytes), call.catalogue, call.arguments.vkey,
                                                 expected.policy ? &*expected.policy : nullptr);
  const bool isSound = check.findings.empty();
  std::vector<std::string> notes;
  if (check.checkpoint && check.keySource == KeySource::kDirectory) {
    notes.push_back(
        "Checked against the key in the file itself: this shows that the file is whole, not whose "
        "log it is of. Get the key from its keeper another way and give it with --vkey.");
  }
  if (call.console.isJson()) {
    Json json = Json::object({{"file", Json::text(path)},
                              {"verified", Json::boolean(isSound)},
                              {"findings", findingsJson(check.findings)},
                              {"notes", notesJson(notes)},
                              {"witnesses", quorumJson(check.quorum)}});
    if (isSound) json.set("disclosure", disclosureJson(check, call.catalogue));
    call.console.document("minutebook/verify/1", json);
    return isSound ? kDone : kNotVerified;
  }
  tellFindings(call.console, check.findings);
  // What is not proved is not repeated: it would be read as if it were.
  if (isSound) tellDisclosure(call, check);
  if (check.checkpoint) tellQuorum(call.console, check.quorum);
  for (const std::string& note : notes) call.console.line("Note: " + note);
  call.console.line(isSound ? "Verified: the entry is in the log, and the field says this."
                            : "Not verified: " + path + ".");
  return isSound ? kDone : kNotVerified;
}

}  // namespace

std::string kindOf(const Statement& statement, const Catalogue& catalogue) {
  const KindInfo* kind = catalogue.kind(statement.kindNumber());
  return kind ? kind->label : "an entry of a newer program";
}

ExitStatus verifyBundleIn(Call& call, const FileTree& tree, const std::string& path) {
  const BundleCheck check = verifyBundle(tree, call.catalogue, expectationsOf(call));
  const ExitStatus status = check.findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    tellBundleJson(call, tree, check, path);
    return status;
  }
  tellFindings(call.console, check.findings);
  if (check.published.checkpoint) {
    tellLog(call.console, check.published.log);
    tellQuorum(call.console, check.published.quorum);
  }
  if (check.manifest) tellSealed(call.console, *check.manifest, check.counts);
  // What is not proved is not repeated: it would be read as if it were.
  if (status == kDone && call.arguments.everything) {
    tellValues(call.console, openedIn(tree, check, call.catalogue));
  } else if (status == kDone && check.counts.opened != 0) {
    call.console.line("To read what is opened: minutebook verify " + path + " --all");
  }
  for (const std::string& note : check.published.notes) call.console.line("Note: " + note);
  call.console.line(status == kDone ? "Verified: " + path + " is whole and unchanged."
                                    : "Not verified: " + path + ".");
  return status;
}

ExitStatus verifyHandedFile(Call& call, const std::string& path) {
  const std::filesystem::path whole = std::filesystem::absolute(path);
  const Directory folder = Directory::open(whole.parent_path(), Readers::kEveryone);
  const std::string name = whole.filename().string();
  if (!path.ends_with(".tar")) {
    std::optional<Bytes> bytes;
    auto damage = damageOf([&] { bytes = folder.read(name, kDisclosureBytesMax); });
    if (damage) return tellRefused(call, path, FindingKind::kDisclosureRefused, *damage + ".");
    return verifyDisclosureIn(call, bytes.value_or(Bytes()), path);
  }
  std::optional<TarFile> archive;
  auto damage = damageOf([&] { archive.emplace(TarFile::open(path)); });
  if (damage) return tellRefused(call, path, FindingKind::kBundleRefused, *damage + ".");
  return verifyBundleIn(call, *archive, path);
}

}  // namespace minutebook

#include "cli/witness/verify_history.h"

#include <filesystem>
#include <utility>

#include "audit/verify/checkpoint_trust.h"
#include "audit/verify/compare_checkpoints.h"
#include "cli/finding_lines.h"
#include "cli/handing_out/handing_out.h"
#include "cli/witness/policy_file.h"
#include "ledger/base/fault.h"
#include "ledger/base/lines.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/tlog/published_log.h"

namespace minutebook {

namespace {

constexpr std::size_t kVkeyBytesMax = 4096;

/// One of the two that are compared.
struct Side {
  std::string path;
  std::optional<Directory> directory;  // Nothing: a checkpoint in a file.
  std::string note;
  Checkpoint checkpoint;  // Once its signature was verified.
};

std::string inWords(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size) + " entries with root " + toBase64(checkpoint.root.view());
}

Side sideAt(const std::string& path) {
  Side side;
  side.path = path;
  const std::filesystem::path whole = std::filesystem::absolute(path);
  std::optional<Bytes> bytes;
  if (std::filesystem::is_directory(whole)) {
    side.directory = Directory::open(whole, Readers::kEveryone);
    bytes = side.directory->read(kCheckpointFile, kNoteBytesMax);
  } else {
    bytes = Directory::open(whole.parent_path(), Readers::kEveryone)
                .read(whole.filename().string(), kNoteBytesMax);
  }
  if (!bytes) {
    throw Fault(FaultKind::kMissing, "there is no checkpoint at " + path,
                "Give a published directory, or a file with a signed checkpoint.");
  }
  side.note = asText(*bytes);
  return side;
}

/// The keys beside the tiles of the first that has any.
std::vector<std::string> shownKeys(const Side& one, const Side& other) {
  for (const Side* side : {&one, &other}) {
    if (!side->directory) continue;
    const auto bytes = side->directory->read("vkey", kVkeyBytesMax);
    if (!bytes) continue;
    std::vector<std::string> keys;
    std::string_view text = asText(*bytes);
    while (const auto line = takeLine(text)) keys.emplace_back(*line);
    return keys;
  }
  return {};
}

/// Opens both sides; what cannot be opened is a finding.
void openBoth(const CheckpointTrust& trust, Side& one, Side& other, FindingList& findings) {
  Sha256 hasher;
  const auto refused = [&](FindingKind kind, const std::string& what, const Refusal& refusal) {
    findings.add(kind, std::nullopt, what + refusal.reason + " (" + refusal.code + ")");
  };
  const Outcome<TrustedKeys> keys = TrustedKeys::of(hasher, trust.vkeys());
  if (!keys) return refused(FindingKind::kVkeyRefused, "", keys.refusal());
  for (Side* side : {&one, &other}) {
    auto opened = openCheckpoint(keys.value(), keys.value().key(0).name, side->note);
    if (opened) {
      side->checkpoint = std::move(opened).value().checkpoint;
    } else {
      refused(FindingKind::kCheckpointRefused, side->path + ": ", opened.refusal());
    }
  }
}

/// Two of one size need no tree; else it takes the tiles of the later one.
std::optional<Finding> compare(const Side& earlier, const Side& later,
                               const std::optional<PublishedLog>& tree) {
  if (earlier.checkpoint.size == later.checkpoint.size) {
    if (earlier.checkpoint.root == later.checkpoint.root) return std::nullopt;
    return Finding{
        FindingKind::kHistoryRewritten, std::nullopt, 1,
        "One: " + inWords(earlier.checkpoint) + ". The other: " + inWords(later.checkpoint) + "."};
  }
  if (!tree) {
    throw Fault(FaultKind::kUsage, "it takes the tiles of " + later.path + " to compare two sizes",
                "Give the published directory that the larger checkpoint is of.");
  }
  return compareCheckpoints(*tree, {earlier.checkpoint, later.checkpoint});
}

void writeEvidence(Call& call, const std::optional<Misbehaviour>& evidence) {
  if (!evidence) return;
  if (!call.arguments.output) {
    call.console.note(
        "The log's key has signed two histories. Add -o FILE to keep the evidence, which anybody "
        "can check.");
    return;
  }
  const NewPath to(call.arguments.output, evidence->fileName());
  NewFile file(to, call.surroundings.random);
  writeAllAt(file.descriptor(), asBytes(evidence->encode()), 0, to.path().string());
  syncData(file.descriptor(), to.path().string());
  file.becomes(to);
  call.console.note("Wrote the evidence to " + *call.arguments.output + ".");
}

ExitStatus tellHistory(Call& call, const Side& earlier, const Side& later,
                       const std::vector<Finding>& findings) {
  const ExitStatus status = findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    call.console.document("minutebook/verify/1",
                          Json::object({{"earlier", Json::text(earlier.path)},
                                        {"later", Json::text(later.path)},
                                        {"verified", Json::boolean(status == kDone)},
                                        {"findings", findingsJson(findings)}}));
    return status;
  }
  tellFindings(call.console, findings);
  call.console.line(status == kDone
                        ? "Verified: " + later.path + " (" + std::to_string(later.checkpoint.size) +
                              " entries) continues " + earlier.path + " (" +
                              std::to_string(earlier.checkpoint.size) + ")."
                        : "Not verified: " + earlier.path + " and " + later.path + ".");
  return status;
}

}  // namespace

std::optional<std::string> evidenceText(const Directory& folder, const std::string& name) {
  const auto size = folder.fileBytes(name);
  if (!size || *size > kMisbehaviourBytesMax) return std::nullopt;
  const auto bytes = folder.read(name, kMisbehaviourBytesMax);
  if (!bytes || !asText(*bytes).starts_with(kMisbehaviourHead)) return std::nullopt;
  return std::string(asText(*bytes));
}

ExitStatus verifyEvidence(Call& call, const std::string& text, const std::string& path) {
  FindingList findings;
  Sha256 hasher;
  const Outcome<Misbehaviour> evidence = Misbehaviour::parse(text);
  const auto checked = evidence ? checkMisbehaviour(hasher, evidence.value())
                                : Outcome<Contradiction>(evidence.refusal());
  if (!checked) {
    findings.add(FindingKind::kMisbehaviourRefused, std::nullopt,
                 checked.refusal().reason + " (" + checked.refusal().code + ")");
  } else if (call.arguments.vkey && *call.arguments.vkey != evidence.value().vkey) {
    findings.add(FindingKind::kVkeyOther, std::nullopt,
                 "Given: " + *call.arguments.vkey + ". Shown: " + evidence.value().vkey + ".");
  }
  const ExitStatus status = findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    Json json = Json::object({{"file", Json::text(path)},
                              {"verified", Json::boolean(status == kDone)},
                              {"findings", findingsJson(findings.sorted())}});
    if (checked) json.set("origin", Json::text(shown(checked.value().later.origin)));
    call.console.document("minutebook/verify/1", json);
    return status;
  }
  tellFindings(call.console, findings.sorted());
  if (status != kDone) {
    call.console.line("Not verified: " + path + ".");
    return status;
  }
  const Contradiction& heads = checked.value();
  call.console.line("One checkpoint: " + inWords(heads.earlier) + ".");
  call.console.line("Another: " + inWords(heads.later) + ".");
  if (!call.arguments.vkey) {
    call.console.line(
        "Note: Checked against the key in the file itself. Compare it with the log's: " +
        evidence.value().vkey);
  }
  call.console.line("Verified: the key of " + shown(heads.later.origin) +
                    " has signed two histories that cannot both be true.");
  return kDone;
}

ExitStatus verifyHistory(Call& call, const std::string& one, const std::string& other) {
  Side first = sideAt(one);
  Side second = sideAt(other);
  FindingList findings;
  GivenTrust given{{}, givenPolicyText(call.arguments)};
  if (call.arguments.vkey) given.vkeys.push_back(*call.arguments.vkey);
  const CheckpointTrust trust(given, shownKeys(first, second), findings);
  if (trust.logKeys().empty()) {
    throw Fault(FaultKind::kUsage, "there is no verifier key to check with",
                "Add --vkey with the log's verifier key.");
  }
  openBoth(trust, first, second, findings);
  const bool inOrder = first.checkpoint.size <= second.checkpoint.size;
  const Side& earlier = inOrder ? first : second;
  const Side& later = inOrder ? second : first;
  if (!findings.empty()) return tellHistory(call, earlier, later, findings.sorted());
  std::optional<PublishedLog> tree;
  if (later.directory) tree.emplace(*later.directory, later.checkpoint.size);
  if (const auto finding = compare(earlier, later, tree)) {
    findings.add({*finding});
    Sha256 hasher;
    writeEvidence(call, findMisbehaviour(hasher, trust.logKeys().front(), earlier.note, later.note,
                                         tree ? &*tree : nullptr));
  }
  return tellHistory(call, earlier, later, findings.sorted());
}

}  // namespace minutebook

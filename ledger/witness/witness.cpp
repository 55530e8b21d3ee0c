#include "ledger/witness/witness.h"

#include <algorithm>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/base/lines.h"
#include "ledger/crypto/key_text.h"

namespace minutebook {

namespace {

constexpr std::string_view kKeyFile = "signing.key";
constexpr std::string_view kKeyHead = "minutebook/witness-key/v1";
constexpr std::string_view kLogs = "logs";
constexpr std::string_view kVkeys = "vkeys";
constexpr std::string_view kLatest = "checkpoint";
constexpr std::size_t kKeyFileBytesMax = 4096;
constexpr std::size_t kVkeysBytesMax = 65536;

std::string folderOf(std::string_view origin) {
  return std::string(kLogs) + "/" + toHex(sha256(asBytes(origin)).view());
}

std::string fileIn(const std::string& folder, std::string_view name) {
  return folder + "/" + std::string(name);
}

[[noreturn]] void corrupt(const Directory& directory, const std::string& file) {
  throw Fault(FaultKind::kCorrupt, directory.nameOf(file) + " cannot be read as this witness's own",
              "Do not begin anew with this key: it could cosign two histories. Find the file, or "
              "retire the witness and make another with a key of its own.");
}

bool isHexHash(std::string_view text) {
  return text.size() == 64 && fromHex(text).has_value();
}

/// A log that goes on contradicting itself does not fill the disk.
constexpr std::size_t kEvidenceMax = 100;

std::size_t countEvidence(const Directory& directory) {
  std::size_t count = 0;
  for (const Directory::Item& item : directory.list("")) {
    if (item.name.starts_with("misbehaviour-")) ++count;
  }
  return count;
}

/// The witness's own line of a note that it has just made.
std::string lastLine(const std::string& note) {
  return note.substr(note.rfind('\n', note.size() - 2) + 1);
}

}  // namespace

void Witness::create(const std::filesystem::path& path, const std::string& name,
                     RandomSource& random) {
  if (!isKeyName(name)) {
    throw Fault(FaultKind::kUsage, "\"" + name + "\" cannot be the name of a witness",
                "Use a name without spaces and plus signs, such as experts.example/witness.");
  }
  Directory directory = Directory::create(path, Readers::kOwner);
  if (directory.fileBytes(kKeyFile)) {
    throw Fault(FaultKind::kConfig, path.string() + " holds a witness already",
                "Use it, or choose another directory; a witness keeps its key for good.");
  }
  const SigningKey key = SigningKey::generate(random);
  std::string seed = toHex(key.seed());
  std::string text = encodeKeyText(
      kKeyHead, {{"name", name}, {"public", toHex(key.publicKey().view())}, {"seed", seed}});
  directory.writeDurably(kKeyFile, asBytes(text));
  wipeText(seed);
  wipeText(text);
}

WitnessIdentity Witness::readIdentity(const Directory& directory) {
  std::optional<Bytes> bytes = directory.read(kKeyFile, kKeyFileBytesMax);
  if (!bytes) {
    throw Fault(FaultKind::kMissing, "there is no witness at " + directory.path().string(),
                "Make one: minutebook witness init --dir " + directory.path().string() +
                    " --name experts.example/witness");
  }
  auto values = parseKeyText(asText(*bytes), kKeyHead, {"name", "public", "seed"});
  wipe(*bytes);
  std::optional<Bytes> seed = values ? fromHex((*values)[2]) : std::nullopt;
  if (!seed || seed->size() != 32 || !isKeyName((*values)[0])) {
    corrupt(directory, std::string(kKeyFile));
  }
  WitnessIdentity identity{(*values)[0], SigningKey::fromSeed(*seed)};
  wipe(*seed);
  wipeText((*values)[2]);
  if (toHex(identity.key.publicKey().view()) != (*values)[1]) {
    corrupt(directory, std::string(kKeyFile));
  }
  return identity;
}

Witness::Witness(const std::filesystem::path& path)
    : directory_(Directory::open(path, Readers::kOwner)), identity_(readIdentity(directory_)) {
  Sha256 hasher;
  vkey_ = identity_.vkey(hasher);
}

std::optional<Refusal> Witness::watch(const std::string& logVkey) {
  Sha256 hasher;
  Outcome<VerifierKey> key = VerifierKey::parse(hasher, logVkey);
  if (!key) return key.refusal();
  if (key.value().type != NoteKeyType::kEd25519) {
    return Refusal{"vkey.unsupported", "",
                   "The verifier key of " + key.value().name + " does not sign checkpoints.",
                   "Give the verifier key of the log, as its keeper prints it."};
  }
  const std::string folder = folderOf(key.value().name);
  WatchedLog log = watched(folder).value_or(WatchedLog{key.value().name, {}});
  if (std::find(log.vkeys.begin(), log.vkeys.end(), logVkey) != log.vkeys.end()) return {};
  log.vkeys.push_back(logVkey);
  std::string text;
  for (const std::string& vkey : log.vkeys) text += vkey + "\n";
  directory_.writeDurably(fileIn(folder, kVkeys), asBytes(text));
  return std::nullopt;
}

std::vector<std::string> Witness::origins() const {
  std::vector<std::string> origins;
  for (const Directory::Item& item : directory_.list(kLogs)) {
    if (!isHexHash(item.name)) continue;
    if (const auto log = watched(std::string(kLogs) + "/" + item.name)) {
      origins.push_back(log->origin);
    }
  }
  std::sort(origins.begin(), origins.end());
  return origins;
}

std::optional<WatchedLog> Witness::watched(const std::string& folder) const {
  const std::string file = fileIn(folder, kVkeys);
  const std::optional<Bytes> bytes = directory_.read(file, kVkeysBytesMax);
  if (!bytes) return std::nullopt;
  WatchedLog log;
  Sha256 hasher;
  std::string_view text = asText(*bytes);
  while (const auto line = takeLine(text)) {
    const Outcome<VerifierKey> key = VerifierKey::parse(hasher, *line);
    if (!key || folderOf(key.value().name) != folder) corrupt(directory_, file);
    log.origin = key.value().name;
    log.vkeys.emplace_back(*line);
  }
  if (!text.empty() || log.vkeys.empty()) corrupt(directory_, file);
  return log;
}

std::optional<Witnessed> Witness::readLatest(const std::string& folder,
                                             const WatchedLog& log) const {
  const std::string file = fileIn(folder, kLatest);
  const std::optional<Bytes> bytes = directory_.read(file, kNoteBytesMax);
  if (!bytes) return std::nullopt;
  Sha256 hasher;
  auto latest = Witnessed::read(hasher, vkey_, log, asText(*bytes));
  if (!latest) corrupt(directory_, file);
  return latest;
}

WitnessReply Witness::add(std::string_view body, std::uint64_t now) {
  Outcome<AddCheckpoint> request = AddCheckpoint::parse(body);
  if (!request) return {request.refusal(), 0, "", "", ""};
  const std::string folder = folderOf(originOf(request.value()));
  const std::optional<WatchedLog> log = watched(folder);
  if (!log) {
    return {Refusal{"witness.unknown-log", "",
                    "This witness does not watch the log of this checkpoint.",
                    "Ask whoever runs the witness to add the log's verifier key."},
            0, "", "", ""};
  }
  // From here on nobody else decides about this log: what is read is what is replaced.
  Directory held = Directory::open(directory_.path() / folder, Readers::kOwner);
  held.hold();
  Sha256 hasher;
  const std::optional<Witnessed> latest = readLatest(folder, *log);
  const std::uint64_t size = latest ? latest->size : 0;
  const Outcome<OpenedCheckpoint> judged = judge(hasher, *log, latest, request.value());
  if (!judged) {
    return {judged.refusal(), size, "", "", keepEvidence(*log, latest, request.value())};
  }
  const Witnessed next = cosignJudged(hasher, identity_, *log, judged.value(), latest, now);
  held.writeDurably(kLatest, asBytes(next.note));
  return {std::nullopt, next.size, lastLine(next.note), next.note, ""};
}

std::string Witness::keepEvidence(const WatchedLog& log, const std::optional<Witnessed>& latest,
                                  const AddCheckpoint& request) {
  if (!latest) return "";
  Sha256 hasher;
  const auto evidence = evidenceIn(hasher, log, *latest, request);
  if (!evidence || countEvidence(directory_) >= kEvidenceMax) return "";
  const std::string name = evidence->fileName();
  directory_.writeDurably(name, asBytes(evidence->encode()));
  return (directory_.path() / name).string();
}

std::optional<Witnessed> Witness::latest(std::string_view origin) const {
  const std::string folder = folderOf(origin);
  const std::optional<WatchedLog> log = watched(folder);
  return log ? readLatest(folder, *log) : std::nullopt;
}

std::optional<std::string> Witness::latestByHash(std::string_view hexHash) const {
  if (!isHexHash(hexHash)) return std::nullopt;
  const std::string folder = std::string(kLogs) + "/" + std::string(hexHash);
  const std::optional<WatchedLog> log = watched(folder);
  const std::optional<Witnessed> latest = log ? readLatest(folder, *log) : std::nullopt;
  if (!latest) return std::nullopt;
  return latest->note;
}

int httpStatusOf(const WitnessReply& reply) {
  if (!reply.refusal) return 200;
  constexpr std::pair<std::string_view, int> kStatuses[] = {
      {"witness.unknown-log", 404},    {"note.untrusted", 403},
      {"note.bad-signature", 403},     {"witness.other-size", 409},
      {"witness.not-consistent", 422}, {"checkpoint.wrong-empty-root", 422},
  };
  for (const auto& [code, status] : kStatuses) {
    if (reply.refusal->code == code) return status;
  }
  return 400;
}

}  // namespace minutebook

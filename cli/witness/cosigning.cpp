#include "cli/witness/cosigning.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/keys/own_keys.h"
#include "cli/witness/policy_file.h"
#include "ledger/base/fault.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/misbehaviour.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

/// When a cosignature of this head can have been made.
CosignatureTimes timesOf(const LogReader& log, const SignedHead& head, std::int64_t now) {
  const auto seconds = [](std::int64_t time) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(time, 0));
  };
  const Outcome<EntryParts> newest = decodeEntry(log.entry(head.size - 1));
  return {newest ? seconds(newest.value().recordedAt) : 0, seconds(now)};
}

/// Sizes that witnesses have cosigned, as earlier checkpoints of ours show them.
std::map<std::string, std::uint64_t> knownSizes(const Policy& policy,
                                                const std::vector<std::string>& notes) {
  std::map<std::string, std::uint64_t> known;
  Sha256 hasher;
  for (const std::string& bytes : notes) {
    const auto note = SignedNote::parse(bytes);
    const auto head = note ? Checkpoint::parse(note.value().text) : note.refusal();
    if (!head) continue;
    for (const PolicyWitness& witness : policy.witnesses()) {
      for (const NoteSignature& line : note.value().signatures) {
        const bool its = line.name == witness.key.name && line.keyId == witness.key.id(hasher);
        std::uint64_t& size = known[witness.name];
        if (its) size = std::max(size, head.value().size);
      }
    }
  }
  return known;
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "nobody" : text;
}

}  // namespace

std::vector<GivenCosignatures> givenCosignatures(const Arguments& arguments) {
  std::vector<GivenCosignatures> given;
  for (const std::string& path : arguments.cosignatures) {
    const std::filesystem::path whole = std::filesystem::absolute(path);
    const Directory folder = Directory::open(whole.parent_path(), Readers::kEveryone);
    const std::optional<Bytes> bytes = folder.read(whole.filename().string(), kNoteBytesMax);
    if (!bytes) {
      throw Fault(FaultKind::kMissing, "there is no file " + path,
                  "Check the path given with --cosignatures.");
    }
    given.push_back({path, std::string(asText(*bytes))});
  }
  return given;
}

Cosigning::Cosigning(Call& call, const LedgerPlace& place, std::vector<std::string> vkeys,
                     std::optional<Policy> policy)
    : call_(call), place_(place), vkeys_(std::move(vkeys)), policy_(std::move(policy)) {}

Outcome<Cosigning> Cosigning::forLedger(Call& call, const LedgerPlace& place) {
  const auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook");
  auto policy = policyInForce(place, call.arguments, vkeysInForce(place, *store));
  if (!policy) return policy.refusal();
  return Cosigning(call, place, ownVkeys(place, *store), std::move(policy).value());
}

Exchanger Cosigning::exchanger() const {
  HttpLimits limits;
  limits.time = std::chrono::milliseconds(call_.arguments.witnessMilliseconds);
  return [limits](const std::vector<HttpRequest>& requests) { return askAll(requests, limits); };
}

void Cosigning::compareFirst(const Guard& guard, const LogReader& log) const {
  if (!policy_ || guard.last()) return;
  for (const ShownByWitness& shown : witnessedNotes(*policy_, place_.origin, exchanger())) {
    if (!shown.trouble.empty()) {
      call_.console.note("Not compared with what " + shown.name +
                         " has cosigned: " + shown.trouble + ".");
    }
    compareWithShown(shown, log, "");
  }
}

void Cosigning::compareWithShown(const ShownByWitness& shown, const LogReader& log,
                                 const std::string& ownNote) const {
  if (!shown.note) return;
  Sha256 hasher;
  for (const std::string& vkey : vkeys_) {
    const auto evidence = findMisbehaviour(hasher, vkey, *shown.note, ownNote, &log);
    if (!evidence) continue;
    Directory ledger = Directory::open(place_.directory, Readers::kOwner);
    const std::string name = evidence->fileName();
    ledger.writeDurably(name, asBytes(evidence->encode()));
    throw Fault(FaultKind::kCorrupt,
                "this ledger's key has signed two histories: " + shown.name +
                    " shows a checkpoint that contradicts this one, and the evidence is in " +
                    (place_.directory / name).string(),
                "Sign nothing more. Find out which copy was written to, and tell your readers.");
  }
  compareWithSigned("witness " + shown.name, *shown.note, place_.origin, vkeys_, log);
}

Outcome<CosignedResult> Cosigning::cosign(NewCheckpoint& checkpoint, const LogReader& log,
                                          const std::vector<std::string>& notes) const {
  CosignedResult result;
  if (!policy_) return result;
  const SignedNote note = SignedNote::parse(checkpoint.note).value();
  Cosignatures kept(*policy_, note.text, timesOf(log, checkpoint.head, call_.surroundings.now()));
  for (const std::string& earlier : notes) (void)kept.take(earlier);
  for (const GivenCosignatures& given : givenCosignatures(call_.arguments)) {
    auto told = kept.take(given.text);
    if (!told) return told.refusal();
    for (const std::string& one : told.value()) result.troubles.push_back(given.file + ": " + one);
  }
  const ToCosign what{place_.origin, checkpoint.head.size, checkpoint.note, log};
  bool contradicted = false;
  for (const AskedWitness& asked :
       askWitnesses(*policy_, what, knownSizes(*policy_, notes), exchanger(), kept)) {
    if (asked.trouble.empty()) continue;
    result.troubles.push_back(asked.name + ": " + asked.trouble + ".");
    contradicted = contradicted || asked.contradicts;
  }
  if (contradicted) {
    for (const ShownByWitness& shown : witnessedNotes(*policy_, place_.origin, exchanger())) {
      compareWithShown(shown, log, checkpoint.note);
    }
  }
  result.isEnough = kept.quorumMet();
  result.witnesses = kept.witnesses();
  for (const PolicyWitness& witness : policy_->witnesses()) {
    const bool asked = witness.url && witness.url->starts_with("http://");
    if (!asked && !result.witnesses.contains(witness.name)) result.byFile.push_back(witness.name);
  }
  checkpoint.note = kept.addTo(note);
  return result;
}

std::string tellTooFew(Call& call, const Cosigning& cosigning, const CosignedResult& result) {
  for (const std::string& trouble : result.troubles) call.console.note(trouble);
  for (const std::string& name : result.byFile) {
    call.console.note(name + ": it is asked by file.");
  }
  return "too few witnesses have cosigned. Asked for: " + cosigning.quorumInWords() +
         ". Cosigned: " + joined(result.witnesses);
}

void tellCosigned(Call& call, const Cosigning& cosigning, const CosignedResult& result) {
  if (!cosigning.asksForWitnesses()) return;
  call.console.note("Cosigned by " + joined(result.witnesses) + ".");
  for (const std::string& trouble : result.troubles) call.console.note(trouble);
}

std::optional<Refusal> compareForReader(Call& call, const LedgerPlace& place, const Guard& guard,
                                        const LogReader& log) {
  const Outcome<Cosigning> cosigning = Cosigning::forLedger(call, place);
  if (!cosigning) return cosigning.refusal();
  cosigning.value().compareFirst(guard, log);
  return std::nullopt;
}

std::optional<Refusal> cosignForReader(Call& call, const LedgerPlace& place,
                                       NewCheckpoint& checkpoint, const LogReader& log) {
  const Outcome<Cosigning> cosigning = Cosigning::forLedger(call, place);
  if (!cosigning) return cosigning.refusal();
  const auto result = cosigning.value().cosign(checkpoint, log);
  if (!result) return result.refusal();
  if (result.value().isEnough || call.arguments.withoutWitnesses) {
    tellCosigned(call, cosigning.value(), result.value());
    return std::nullopt;
  }
  throw Fault(FaultKind::kBusy,
              "nothing was handed out: " + tellTooFew(call, cosigning.value(), result.value()),
              "Try again when they can be reached; or add --without-witnesses, and readers who "
              "ask for them will not accept it.");
}

std::vector<std::string> cosignerKeys(Call& call, const LedgerPlace& place,
                                      const NewCheckpoint& checkpoint) {
  const auto policy = policyInForce(place, call.arguments, checkpoint.vkeys);
  const Outcome<SignedNote> note = SignedNote::parse(checkpoint.note);
  std::vector<std::string> keys;
  if (!policy || !policy.value() || !note) return keys;
  Sha256 hasher;
  for (const PolicyWitness& witness : policy.value()->witnesses()) {
    const std::uint32_t id = witness.key.id(hasher);
    const bool hasSigned =
        std::any_of(note.value().signatures.begin(), note.value().signatures.end(),
                    [&](const NoteSignature& line) {
                      return line.name == witness.key.name && line.keyId == id;
                    });
    if (hasSigned) keys.push_back(witness.key.encode(hasher));
  }
  return keys;
}

}  // namespace minutebook

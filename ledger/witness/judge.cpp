#include "ledger/witness/judge.h"

#include <algorithm>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/tlog/cosignature.h"

namespace minutebook {

namespace {

TrustedKeys keysOf(Sha256& hasher, const std::vector<std::string>& vkeys) {
  Outcome<TrustedKeys> keys = TrustedKeys::of(hasher, vkeys);
  if (!keys) {
    throw Fault(FaultKind::kConfig, "a watched log's key cannot be used: " + keys.refusal().reason,
                keys.refusal().remedy);
  }
  return std::move(keys).value();
}

/// The lines of a note that one of these signatures stands for.
std::vector<NoteSignature> verifiedLines(Sha256& hasher, const TrustedKeys& keys,
                                         const OpenedCheckpoint& opened) {
  std::vector<NoteSignature> lines;
  for (const VerifiedSignature& verified : opened.signatures) {
    const VerifierKey& key = keys.key(verified.key);
    const std::uint32_t id = key.id(hasher);
    // All lines of a trusted key verify, or the note was refused: the first one will do.
    const auto line = std::find_if(
        opened.note.signatures.begin(), opened.note.signatures.end(),
        [&](const NoteSignature& each) { return each.name == key.name && each.keyId == id; });
    lines.push_back(*line);
  }
  return lines;
}

std::string inWords(const Checkpoint& checkpoint) {
  return "the checkpoint of " + std::to_string(checkpoint.size) + " entries";
}

std::optional<Refusal> refusalOfStep(Sha256& hasher, const Checkpoint& checkpoint,
                                     const std::optional<Witnessed>& latest,
                                     const AddCheckpoint& request) {
  const std::uint64_t known = latest ? latest->size : 0;
  if (request.oldSize > checkpoint.size) {
    return Refusal{"witness.old-too-large", "",
                   "The old size is " + std::to_string(request.oldSize) + ", but " +
                       inWords(checkpoint) + " is to be cosigned.",
                   "Prove from the size that the witness cosigned last."};
  }
  if (request.oldSize != known) {
    return Refusal{"witness.other-size", "",
                   "The proof starts from " + std::to_string(request.oldSize) +
                       " entries; the witness has cosigned " + std::to_string(known) + ".",
                   "Prove from the size that the witness names, and ask again."};
  }
  const RootStep roots{latest ? latest->root : kEmptyRoot, checkpoint.root};
  if (verifyConsistency(hasher, {known, checkpoint.size}, request.proof, roots)) return {};
  return Refusal{"witness.not-consistent", "",
                 "That " + inWords(checkpoint) + " continues the one of " + std::to_string(known) +
                     " is not shown.",
                 "Look for a restored old copy or a second one of the ledger; nothing was "
                 "cosigned."};
}

}  // namespace

std::string WitnessIdentity::vkey(Sha256& hasher) const {
  return VerifierKey{name, NoteKeyType::kCosignatureV1, toBytes(key.publicKey().view())}.encode(
      hasher);
}

std::optional<Witnessed> Witnessed::read(Sha256& hasher, const std::string& witnessVkey,
                                         const WatchedLog& log, std::string_view note) {
  std::vector<std::string> vkeys = log.vkeys;
  vkeys.push_back(witnessVkey);
  const TrustedKeys keys = keysOf(hasher, vkeys);
  const auto opened = openCheckpoint(keys, log.origin, note);
  if (!opened) return std::nullopt;
  const auto& signatures = opened.value().signatures;
  const std::size_t ours = vkeys.size() - 1;
  const auto own = std::find_if(signatures.begin(), signatures.end(),
                                [&](const VerifiedSignature& each) { return each.key == ours; });
  const bool onlyVerified = opened.value().note.signatures.size() == signatures.size();
  if (own == signatures.end() || !own->time || !onlyVerified) return std::nullopt;
  const Checkpoint& checkpoint = opened.value().checkpoint;
  return Witnessed{checkpoint.size, checkpoint.root, *own->time, std::string(note)};
}

std::string originOf(const AddCheckpoint& request) {
  return request.checkpoint.substr(0, request.checkpoint.find('\n'));
}

Outcome<OpenedCheckpoint> judge(Sha256& hasher, const WatchedLog& log,
                                const std::optional<Witnessed>& latest,
                                const AddCheckpoint& request) {
  Outcome<OpenedCheckpoint> opened =
      openCheckpoint(keysOf(hasher, log.vkeys), log.origin, request.checkpoint);
  if (!opened && opened.refusal().code == "note.malformed") {
    return Refusal{"note.bad-signature", "", "A signature is not base64 as it is written.",
                   "Fetch the checkpoint again; its bytes must arrive unchanged."};
  }
  if (!opened) return opened;
  const auto refusal = refusalOfStep(hasher, opened.value().checkpoint, latest, request);
  if (refusal) return *refusal;
  return opened;
}

Witnessed cosignJudged(Sha256& hasher, const WitnessIdentity& witness, const WatchedLog& log,
                       const OpenedCheckpoint& judged, const std::optional<Witnessed>& latest,
                       std::uint64_t now) {
  const std::uint64_t time = latest ? std::max(now, latest->time) : now;
  SignedNote note{judged.note.text, verifiedLines(hasher, keysOf(hasher, log.vkeys), judged)};
  note.signatures.push_back(cosign(hasher, witness.name, witness.key, time, judged.note.text));
  return {judged.checkpoint.size, judged.checkpoint.root, time, note.encode()};
}

std::optional<Misbehaviour> evidenceIn(Sha256& hasher, const WatchedLog& log,
                                       const Witnessed& latest, const AddCheckpoint& request) {
  for (const std::string& vkey : log.vkeys) {
    auto found = findMisbehaviour(hasher, vkey, latest.note, request.checkpoint, nullptr);
    if (found) return found;
    const auto note = SignedNote::parse(request.checkpoint);
    const auto head = note ? Checkpoint::parse(note.value().text) : note.refusal();
    if (!head) continue;
    const SizeStep step{latest.size, head.value().size};
    const auto root = provedBeginning(hasher, step, request.proof, head.value().root);
    if (!root) continue;
    Misbehaviour evidence{vkey, latest.note, request.checkpoint,
                          OtherBeginning{*root, request.proof}};
    if (checkMisbehaviour(hasher, evidence)) return evidence;
  }
  return std::nullopt;
}

}  // namespace minutebook

#include "ledger/tlog/proof.h"

#include <utility>

#include "ledger/base/lines.h"

namespace minutebook {

namespace {

constexpr std::string_view kHead = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";

/// Of a number that is none, as much as is shown.
constexpr std::size_t kShownBytes = 40;

Refusal malformed(std::string reason) {
  return {"proof.malformed", "", std::move(reason),
          "Get the proof again; its bytes must arrive unchanged."};
}

}  // namespace

std::string TlogProof::encode() const {
  std::string text = std::string(kHead) + "\n";
  if (extra) text += std::string(kExtra) + toBase64(*extra) + "\n";
  text += std::string(kIndex) + std::to_string(index) + "\n";
  for (const Hash& hash : path) text += toBase64(hash.view()) + "\n";
  return text + "\n" + checkpoint;
}

Outcome<TlogProof> TlogProof::parse(std::string_view text) {
  TlogProof proof;
  if (takeLine(text) != kHead)
    return malformed("The first line does not say that this is a proof.");
  auto line = takeLine(text);
  if (line && line->starts_with(kExtra)) {
    proof.extra = fromBase64(line->substr(kExtra.size()));
    if (!proof.extra) return malformed("The extra line of the proof is not base64.");
    line = takeLine(text);
  }
  if (!line || !line->starts_with(kIndex)) return malformed("The proof has no index line.");
  const auto index = parseDecimal(line->substr(kIndex.size()), kTreeSizeMax - 1);
  if (!index) {
    return malformed("The index in the proof, " +
                     std::string(line->substr(kIndex.size(), kShownBytes)) +
                     ", is not a plain number below 2^62.");
  }
  proof.index = *index;
  for (line = takeLine(text); line && !line->empty(); line = takeLine(text)) {
    const auto raw = fromBase64(*line);
    const auto hash = raw ? Hash::of(*raw) : std::nullopt;
    if (proof.path.size() == kPathLengthMax) {
      return malformed("The proof has more than " + std::to_string(kPathLengthMax) + " hashes.");
    }
    const std::string which = "Hash " + std::to_string(proof.path.size() + 1) + " of the proof";
    if (!raw) return malformed(which + " is not base64 in its one spelling.");
    if (!hash) {
      return malformed(which + " has " + std::to_string(raw->size()) + " bytes; a hash has 32.");
    }
    proof.path.push_back(*hash);
  }
  if (!line) return malformed("The proof ends before its checkpoint.");
  Outcome<SignedNote> note = SignedNote::parse(text);
  if (!note) return note.refusal();
  proof.checkpoint = std::string(text);
  return proof;
}

Outcome<OpenedCheckpoint> verifyTlogProof(Sha256& hasher, const TlogProof& proof, const Hash& leaf,
                                          const TrustedKeys& keys, std::string_view origin) {
  Outcome<OpenedCheckpoint> opened = openCheckpoint(keys, origin, proof.checkpoint);
  if (!opened) return opened;
  const Checkpoint& checkpoint = opened.value().checkpoint;
  if (!verifyInclusion(hasher, leaf, {proof.index, checkpoint.size}, proof.path, checkpoint.root)) {
    return Refusal{"proof.does-not-hold", "",
                   "The proof does not lead from this entry, as number " +
                       std::to_string(proof.index) + ", to the checkpoint of " +
                       std::to_string(checkpoint.size) + " entries.",
                   "Get the receipt again; if it stays so, the entry is not in the log as shown."};
  }
  return opened;
}

}  // namespace minutebook

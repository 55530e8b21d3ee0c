#include "ledger/tlog/checkpoint.h"

#include <algorithm>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// Of a number that is none, as much as is shown.
constexpr std::size_t kShownBytes = 40;

Refusal malformed(std::string reason) {
  return {"checkpoint.malformed", "", std::move(reason),
          "Fetch the checkpoint again; its bytes must arrive unchanged."};
}

/// Every line of a text, each without its LF; nothing if the text does not end in LF.
std::optional<std::vector<std::string_view>> splitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

std::string Checkpoint::encode() const {
  std::string text = origin + "\n" + std::to_string(size) + "\n" + toBase64(root.view()) + "\n";
  for (const std::string& extension : extensions) text += extension + "\n";
  return text;
}

Outcome<Checkpoint> Checkpoint::parse(std::string_view text) {
  const auto lines = splitLines(text);
  if (!lines || lines->size() < 3) {
    return malformed("A checkpoint has a line each for origin, size and root.");
  }
  if (std::any_of(lines->begin(), lines->end(), [](auto line) { return line.empty(); })) {
    return malformed("A line of the checkpoint is empty.");
  }
  const auto size = parseDecimal((*lines)[1], kTreeSizeMax);
  if (!size) {
    return malformed("The checkpoint's size, " + std::string((*lines)[1].substr(0, kShownBytes)) +
                     ", is not a plain number of entries up to 2^62.");
  }
  const auto raw = fromBase64((*lines)[2]);
  const auto root = raw ? Hash::of(*raw) : std::nullopt;
  if (!root) return malformed("The checkpoint's root is not 32 bytes in base64.");
  return Checkpoint{std::string((*lines)[0]), *size, *root, {lines->begin() + 3, lines->end()}};
}

Outcome<OpenedCheckpoint> openCheckpoint(const TrustedKeys& keys, std::string_view origin,
                                         std::string_view bytes) {
  Outcome<SignedNote> note = SignedNote::parse(bytes);
  if (!note) return note.refusal();
  Outcome<std::vector<VerifiedSignature>> signatures = keys.verify(note.value());
  if (!signatures) return signatures.refusal();
  const bool byLog = std::any_of(signatures.value().begin(), signatures.value().end(),
                                 [&](const VerifiedSignature& signature) {
                                   const VerifierKey& key = keys.key(signature.key);
                                   return key.type == NoteKeyType::kEd25519 && key.name == origin;
                                 });
  if (!byLog) {
    return Refusal{"note.untrusted", "",
                   "No key you trust for " + std::string(origin) + " has signed this checkpoint.",
                   "Check that you have the verifier key of this log, by another way than this "
                   "file."};
  }
  Outcome<Checkpoint> checkpoint = Checkpoint::parse(note.value().text);
  if (!checkpoint) return checkpoint.refusal();
  if (checkpoint.value().origin != origin) {
    return Refusal{"checkpoint.other-origin", "",
                   "The checkpoint is of " + checkpoint.value().origin + ", not of " +
                       std::string(origin) + ".",
                   "Ask for the checkpoint of the log you mean to check."};
  }
  if (checkpoint.value().size == 0 && checkpoint.value().root != kEmptyRoot) {
    return Refusal{"checkpoint.wrong-empty-root", "",
                   "The checkpoint says the log is empty, with a root that is not the empty one.",
                   "Tell the log's keeper: this checkpoint should never have been signed."};
  }
  return OpenedCheckpoint{std::move(checkpoint).value(), std::move(note).value(),
                          std::move(signatures).value()};
}

SignedNote signCheckpoint(Sha256& hasher, std::span<const SigningKey> logKeys,
                          const Checkpoint& checkpoint) {
  const std::string text = checkpoint.encode();
  const Outcome<Checkpoint> readBack = Checkpoint::parse(text);
  if (!readBack || readBack.value() != checkpoint) {
    throw Fault(FaultKind::kBug, "not a checkpoint that can be signed: " + checkpoint.origin);
  }
  if (logKeys.empty()) throw Fault(FaultKind::kBug, "no key to sign a checkpoint with");
  SignedNote note{text, {}};
  for (const SigningKey& key : logKeys) {
    note.signatures.push_back(signNote(hasher, checkpoint.origin, key, text));
  }
  return note;
}

SignedNote signCheckpoint(Sha256& hasher, const SigningKey& logKey, const Checkpoint& checkpoint) {
  return signCheckpoint(hasher, std::span(&logKey, 1), checkpoint);
}

}  // namespace minutebook

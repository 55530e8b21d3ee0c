#include "ledger/tlog/note.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/base/utf8.h"
#include "ledger/tlog/cosignature.h"

namespace minutebook {

namespace {

constexpr std::string_view kSignaturePrefix = "\xE2\x80\x94 ";  // U+2014 and a space.
constexpr std::size_t kKeyIdBytes = 4;
constexpr std::size_t kEd25519Bytes = 32;

bool isEd25519(NoteKeyType type) {
  return type == NoteKeyType::kEd25519 || type == NoteKeyType::kCosignatureV1;
}

Bytes typeAndKey(const VerifierKey& key) {
  Bytes bytes;
  appendU8(bytes, static_cast<std::uint8_t>(key.type));
  append(bytes, key.publicKey);
  return bytes;
}

std::string hexId(std::uint32_t id) {
  Bytes bytes;
  appendU32(bytes, id);
  return toHex(bytes);
}

Refusal malformedKey(std::string reason) {
  return {"vkey.malformed", "", std::move(reason),
          "Copy the verifier key again, whole, from where its owner publishes it."};
}

Refusal malformedNote(std::string reason) {
  return {"note.malformed", "", std::move(reason),
          "Fetch the signed file again; its bytes must arrive unchanged."};
}

/// Valid UTF-8 without control characters other than LF.
bool isNoteText(std::string_view text) {
  return isUtf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 && c != '\n';
         });
}

/// Reads line `number` below the text, without its LF.
Outcome<NoteSignature> parseSignature(std::string_view line, std::size_t number) {
  const std::string noSignature =
      "Line " + std::to_string(number) + " below the text is not a signature line: it ";
  if (!line.starts_with(kSignaturePrefix)) {
    return malformedNote(noSignature + "does not begin with an em dash and a space.");
  }
  line.remove_prefix(kSignaturePrefix.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !isKeyName(line.substr(0, space))) {
    return malformedNote(noSignature + "has no key's name and a space behind it.");
  }
  const std::optional<Bytes> raw = fromBase64(line.substr(space + 1));
  if (!raw || raw->size() <= kKeyIdBytes) {
    return malformedNote(noSignature + "does not end in a key id and a signature in base64.");
  }
  const ByteView view = *raw;
  return NoteSignature{std::string(line.substr(0, space)), readU32(view),
                       toBytes(view.subspan(kKeyIdBytes))};
}

}  // namespace

bool isKeyName(std::string_view name) {
  if (name.empty() || !isNoteText(name)) return false;
  return std::none_of(name.begin(), name.end(), [](char c) { return c == '+' || c == '\n'; }) &&
         !hasUnicodeSpace(name);
}

Hash VerifierKey::fingerprint(Sha256& hasher) const {
  // An ECDSA key is named by its own bytes; every other type by name, type and key.
  if (type == NoteKeyType::kEcdsa) return hasher.of(publicKey);
  return hasher.of(asBytes(name), asBytes("\n"), typeAndKey(*this));
}

std::uint32_t VerifierKey::id(Sha256& hasher) const {
  return readU32(fingerprint(hasher).view());
}

std::string VerifierKey::encode(Sha256& hasher) const {
  return name + "+" + hexId(id(hasher)) + "+" + toBase64(typeAndKey(*this));
}

Outcome<VerifierKey> VerifierKey::parse(Sha256& hasher, std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second =
      first == std::string_view::npos ? first : text.find('+', first + 1);  // base64 may have more.
  if (second == std::string_view::npos) {
    return malformedKey("A verifier key has three parts with a plus sign between them.");
  }
  const std::string_view name = text.substr(0, first);
  if (!isKeyName(name)) return malformedKey("The name in the verifier key is not a key's name.");
  const std::optional<Bytes> raw = fromBase64(text.substr(second + 1));
  if (!raw || raw->size() < 2) {
    return malformedKey("The last part of the verifier key is not a type and a key in base64.");
  }
  VerifierKey key{std::string(name), static_cast<NoteKeyType>((*raw)[0]),
                  Bytes(raw->begin() + 1, raw->end())};
  if (isEd25519(key.type) && key.publicKey.size() != kEd25519Bytes) {
    return malformedKey("An Ed25519 key has 32 bytes; the one in the verifier key has " +
                        std::to_string(key.publicKey.size()) + ".");
  }
  if (text.substr(first + 1, second - first - 1) != hexId(key.id(hasher))) {
    return malformedKey("The key id in the verifier key does not belong to its name and key.");
  }
  return key;
}

std::string NoteSignature::encode() const {
  Bytes raw;
  appendU32(raw, keyId);
  append(raw, signature);
  return std::string(kSignaturePrefix) + name + " " + toBase64(raw) + "\n";
}

std::string SignedNote::encode() const {
  std::string bytes = text + "\n";
  for (const NoteSignature& signature : signatures) bytes += signature.encode();
  return bytes;
}

Outcome<SignedNote> SignedNote::parse(std::string_view bytes) {
  if (bytes.size() > kNoteBytesMax) return malformedNote("The signed note is over a mebibyte.");
  if (!isUtf8(bytes)) return malformedNote("The signed note is not UTF-8.");
  if (!isNoteText(bytes)) return malformedNote("The signed note has a control character in it.");
  // The last blank line: the text itself may have blank lines.
  const std::size_t blank = bytes.rfind("\n\n");
  if (!bytes.ends_with('\n')) {
    return malformedNote("The signed note is cut off: its last line does not end.");
  }
  if (blank == std::string_view::npos) {
    return malformedNote("The signed note has no blank line before its signatures.");
  }
  SignedNote note{std::string(bytes.substr(0, blank + 1)), {}};
  std::string_view lines = bytes.substr(blank + 2);
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');  // There is one: the note ends in LF.
    if (note.signatures.size() == kNoteSignaturesMax) {
      return malformedNote("The signed note has more than " + std::to_string(kNoteSignaturesMax) +
                           " signatures.");
    }
    Outcome<NoteSignature> signature =
        parseSignature(lines.substr(0, end), note.signatures.size() + 1);
    if (!signature) return signature.refusal();
    note.signatures.push_back(std::move(signature).value());
    lines.remove_prefix(end + 1);
  }
  if (note.signatures.empty()) return malformedNote("The signed note has no signature line.");
  return note;
}

NoteSignature signNote(Sha256& hasher, std::string_view name, const SigningKey& key,
                       std::string_view text) {
  if (!isKeyName(name) || !isNoteText(text) || !text.ends_with('\n')) {
    throw Fault(FaultKind::kBug, "not a note that can be signed under " + std::string(name));
  }
  const VerifierKey verifier{std::string(name), NoteKeyType::kEd25519,
                             toBytes(key.publicKey().view())};
  return {verifier.name, verifier.id(hasher), toBytes(key.sign(asBytes(text)).view())};
}

Outcome<TrustedKeys> TrustedKeys::of(Sha256& hasher, std::span<const std::string> vkeys) {
  TrustedKeys trusted;
  for (const std::string& text : vkeys) {
    Outcome<VerifierKey> parsed = VerifierKey::parse(hasher, text);
    if (!parsed) return parsed.refusal();
    const VerifierKey& key = parsed.value();
    const std::uint32_t id = key.id(hasher);
    if (!isEd25519(key.type)) {
      return Refusal{"vkey.unsupported", "",
                     "The verifier key of " + key.name + " has a type this program cannot check.",
                     "Ask its owner for an Ed25519 key, or use a newer version of this program."};
    }
    for (const Trusted& other : trusted.keys_) {
      if (other.key.name != key.name || other.id != id) continue;
      return Refusal{"vkey.ambiguous", "",
                     "Two verifier keys are named " + key.name + "+" + hexId(id) + ".",
                     "Give each key once; of two different ones, trust only one."};
    }
    trusted.keys_.push_back({key, id, VerifyKey(PublicKey::of(key.publicKey).value())});
  }
  return trusted;
}

Outcome<std::vector<VerifiedSignature>> TrustedKeys::verify(const SignedNote& note) const {
  std::vector<VerifiedSignature> verified;
  for (const NoteSignature& line : note.signatures) {
    const auto known = std::find_if(keys_.begin(), keys_.end(), [&](const Trusted& trusted) {
      return trusted.key.name == line.name && trusted.id == line.keyId;
    });
    if (known == keys_.end()) continue;
    const std::optional<VerifiedSignature> signature =
        verifyLine(*known, line.signature, note.text);
    if (!signature) {
      return Refusal{"note.bad-signature", "",
                     "The signature of " + line.name + " does not verify.",
                     "Fetch the file again; if it stays so, tell its publisher and trust nothing "
                     "in it."};
    }
    const bool counted = std::any_of(verified.begin(), verified.end(), [&](const auto& other) {
      return other.key == signature->key;
    });
    if (!counted) verified.push_back(*signature);
  }
  if (verified.empty()) {
    return Refusal{"note.untrusted", "", "No key you trust has signed this.",
                   "Check that you have the right verifier key, by another way than this file."};
  }
  return verified;
}

std::optional<VerifiedSignature> TrustedKeys::verifyLine(const Trusted& trusted, ByteView signature,
                                                         std::string_view text) const {
  const auto place = static_cast<std::size_t>(&trusted - keys_.data());
  if (trusted.key.type == NoteKeyType::kCosignatureV1) {
    const auto time = verifyCosignature(trusted.verifier, signature, text);
    if (!time) return std::nullopt;
    return VerifiedSignature{place, time};
  }
  const std::optional<Signature> exact = Signature::of(signature);
  if (!exact || !trusted.verifier.verify(asBytes(text), *exact)) return std::nullopt;
  return VerifiedSignature{place, std::nullopt};
}

}  // namespace minutebook

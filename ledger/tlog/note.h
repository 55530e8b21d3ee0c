// ledger/tlog/note.h
//
// C2SP signed-note v1.0.0: a text with signature lines below it, and the verifier keys that name
// who signed. Worked example: docs/formats/tlog.md.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// The type byte of a note key. Values we cannot verify stay readable, and are never verified.
enum class NoteKeyType : std::uint8_t {
  kEd25519 = 0x01,        ///< Signs the note's text.
  kEcdsa = 0x02,          ///< Read only.
  kCosignatureV1 = 0x04,  ///< Ed25519 over a time and the text; see cosignature.h.
};

/// Larger notes, and notes with more signature lines, are refused unread.
constexpr std::size_t kNoteBytesMax = 1 << 20;
constexpr std::size_t kNoteSignaturesMax = 100;

/// A public key that verifies notes, with the name it signs under.
struct VerifierKey {
  std::string name;
  NoteKeyType type = NoteKeyType::kEd25519;
  Bytes publicKey;

  bool operator==(const VerifierKey&) const = default;
  /// SHA-256(name || LF || type || key). Source: C2SP signed-note, "Signatures".
  Hash fingerprint(Sha256& hasher) const;
  /// The first four bytes of the fingerprint, big-endian.
  std::uint32_t id(Sha256& hasher) const;
  /// `name+hex8(id)+base64(type || key)`.
  std::string encode(Sha256& hasher) const;
  /// Refused (`vkey.malformed`) unless `text` is exactly what encode() writes. Any type is read.
  static Outcome<VerifierKey> parse(Sha256& hasher, std::string_view text);
};

/// Whether a text may be a key's name: not empty, valid UTF-8, no Unicode space, no '+', no control
/// character.
bool isKeyName(std::string_view name);

/// One signature line. `signature` is what follows the key id; its meaning depends on the key.
struct NoteSignature {
  std::string name;
  std::uint32_t keyId = 0;
  Bytes signature;

  bool operator==(const NoteSignature&) const = default;
  /// The line with its final LF.
  std::string encode() const;
};

/// A note as it was written. Parsed is not verified: see TrustedKeys.
struct SignedNote {
  std::string text;  ///< Ends in LF; exactly what is signed.
  std::vector<NoteSignature> signatures;

  bool operator==(const SignedNote&) const = default;
  std::string encode() const;
  /// Refused (`note.malformed`) unless `bytes` is exactly what encode() writes for some note.
  static Outcome<SignedNote> parse(std::string_view bytes);
};

/// Signs a text with an Ed25519 key of type 0x01. Throws kBug if `name` cannot be a key's name or
/// the text cannot be a note's.
NoteSignature signNote(Sha256& hasher, std::string_view name, const SigningKey& key,
                       std::string_view text);

/// A signature that was verified.
struct VerifiedSignature {
  std::size_t key;                    ///< Place of the key in TrustedKeys.
  std::optional<std::uint64_t> time;  ///< Of a cosignature: seconds since the Unix epoch.
};

/// The keys a reader trusts, ready to verify.
class TrustedKeys {
 public:
  /// Refused: `vkey.malformed`; `vkey.unsupported` if the type is not Ed25519 or a cosignature;
  /// `vkey.ambiguous` if two keys share a name and an id.
  static Outcome<TrustedKeys> of(Sha256& hasher, std::span<const std::string> vkeys);

  std::size_t size() const noexcept { return keys_.size(); }
  const VerifierKey& key(std::size_t place) const { return keys_.at(place).key; }

  /// The signatures of trusted keys, one for each key, in the order of the note's lines. Lines of
  /// unknown keys, by name and id together, are ignored. Refused: `note.bad-signature` if a line of
  /// a trusted key does not verify, `note.untrusted` if no line is a trusted key's.
  Outcome<std::vector<VerifiedSignature>> verify(const SignedNote& note) const;

 private:
  struct Trusted {
    VerifierKey key;
    std::uint32_t id;
    VerifyKey verifier;
  };
  std::optional<VerifiedSignature> verifyLine(const Trusted& trusted, ByteView signature,
                                              std::string_view text) const;

  std::vector<Trusted> keys_;
};

}  // namespace minutebook

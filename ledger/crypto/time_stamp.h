// ledger/crypto/time_stamp.h
//
// RFC 3161 time stamps: an authority that is no part of the ledger says that some bytes existed at
// a time. A token is checked at the time that it names, with the certificates kept beside it, so
// it holds after they have run out.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/outcome.h"
#include "ledger/crypto/random.h"

namespace minutebook {

/// How the stamped bytes are hashed.
enum class ImprintHash : std::uint8_t { kSha256, kSha512 };

/// "SHA-256", "SHA-512".
std::string_view nameOf(ImprintHash hash);
Bytes imprintOf(ImprintHash hash, ByteView data);

/// What an authority is asked to stamp.
struct StampRequest {
  ImprintHash hash = ImprintHash::kSha256;
  Bytes imprint;
  Bytes nonce;  ///< 8 bytes that the answer must repeat.

  bool operator==(const StampRequest&) const = default;
  /// A request for `data`, with a new nonce.
  static StampRequest of(ImprintHash hash, ByteView data, RandomSource& random);
  /// DER of a TimeStampReq that asks for the authority's certificate, too.
  Bytes encode() const;
  /// Refused (`stamp.malformed`) unless `der` is exactly what encode() writes.
  static Outcome<StampRequest> parse(ByteView der);
};

/// The token in an authority's answer, DER. Refused: `stamp.malformed`; `stamp.not-granted`, with
/// the authority's words.
Outcome<Bytes> tokenOfReply(ByteView reply);

/// What a token says. Read is not verified.
struct TimeStamp {
  ImprintHash hash = ImprintHash::kSha256;
  Bytes imprint;
  std::int64_t time = 0;  ///< Seconds since the Unix epoch, UTC; fractions are dropped.
  std::string serial;     ///< Hex.
  Bytes nonce;            ///< Empty: none.
};

/// Refused (`stamp.malformed`) if `token` is no time-stamp token, or has a hash other than ours.
Outcome<TimeStamp> readTimeStamp(ByteView token);

/// Larger ones, and more of them, are refused unread.
constexpr std::size_t kStampPartBytesMax = std::size_t{1} << 20;
constexpr std::size_t kStampPartsMax = 32;

/// A token with all that checking it will need later.
struct StampEvidence {
  Bytes token;
  std::vector<Bytes> certificates;  ///< DER: the authority's and those above it.
  std::vector<Bytes> crls;          ///< DER: who had revoked which.

  bool operator==(const StampEvidence&) const = default;
};

/// Certificates or revocation lists, DER, from a file in PEM or DER. Refused (`stamp.malformed`) if
/// there are none or too many.
Outcome<std::vector<Bytes>> certificatesIn(ByteView file);
Outcome<std::vector<Bytes>> crlsIn(ByteView file);

/// The same as PEM, one after the other: what other programs take.
std::string pemOf(std::span<const Bytes> certificates);

/// Whether the authority's key had been given up. Source: RFC 3161 section 4, point 1.
enum class Revocation : std::uint8_t {
  kNotLookedAt,  ///< No list of who issued them is at hand.
  kNone,         ///< On no list.
  kAfterwards,   ///< Later, and not because the key was no longer safe: the token stands.
};

/// A token that holds.
struct VerifiedStamp {
  TimeStamp stamp;
  std::string authority;        ///< Subject of the signing certificate: "CN=...,O=...".
  std::string root;             ///< Subject of the certificate that the chain ends in.
  Hash rootFingerprint;         ///< SHA-256 of that certificate.
  bool rootIsGiven = false;     ///< Among those the reader trusts, not only in the evidence.
  std::int64_t holdsUntil = 0;  ///< When the first certificate of the chain runs out. UTC seconds.
  Revocation revocation = Revocation::kNotLookedAt;
};

/// Checks imprint, signature, and the chain of certificates as of the token's own time. `trusted`:
/// the reader's own root certificates, DER; none: the chain may end in one of the evidence, and
/// rootIsGiven says so. Refused: `stamp.malformed`, `stamp.other-data`, `stamp.does-not-hold`.
Outcome<VerifiedStamp> verifyTimeStamp(const StampEvidence& evidence, ByteView data,
                                       std::span<const Bytes> trusted);

}  // namespace minutebook

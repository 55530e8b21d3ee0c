// ledger/tlog/cosignature.h
//
// C2SP tlog-cosignature v1.0.1, type 0x04: a witness says that at a time it had seen a checkpoint
// consistent with every one before it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/tlog/note.h"

namespace minutebook {

/// Times above this are refused (POSIX seconds in 63 bits).
constexpr std::uint64_t kCosignatureTimeMax = (std::uint64_t{1} << 63) - 1;

/// What is signed: "cosignature/v1\ntime <decimal>\n" and the whole checkpoint text.
std::string cosignatureMessage(std::uint64_t time, std::string_view checkpointText);

/// A cosignature taken apart: u64 time || 64 bytes.
struct Cosignature {
  std::uint64_t time;  ///< Seconds since the Unix epoch.
  Signature signature;

  bool operator==(const Cosignature&) const = default;
  Bytes encode() const;
  /// Nothing unless 72 bytes with a time up to kCosignatureTimeMax.
  static std::optional<Cosignature> parse(ByteView bytes);
};

/// Cosigns a checkpoint's text at `time`. Throws kBug if `name` cannot be a key's name.
NoteSignature cosign(Sha256& hasher, std::string_view name, const SigningKey& key,
                     std::uint64_t time, std::string_view checkpointText);

/// Whether `bytes` is a cosignature by `key` over the text; its time if so.
std::optional<std::uint64_t> verifyCosignature(const VerifyKey& key, ByteView bytes,
                                               std::string_view checkpointText);

}  // namespace minutebook

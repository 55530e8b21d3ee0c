// tests/unit/witness/watched_log.h
//
// A log with a key, in memory, and what it asks of witnesses.

#pragma once

#include <string>

#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/tile_hashes.h"
#include "ledger/witness/add_checkpoint.h"
#include "tests/support/memory_log.h"

namespace minutebook {

/// Entry i is the ASCII decimal of i; entry `changed`, if any, is another.
class SignedLog {
 public:
  static constexpr const char* kOrigin = "log.example/book";

  explicit SignedLog(std::uint64_t size, std::uint64_t changed = UINT64_MAX) {
    while (log_.size() < size) {
      const bool other = log_.size() == changed;
      log_.append(asBytes(other ? "other" : std::to_string(log_.size())));
    }
  }

  std::string vkey() {
    return VerifierKey{kOrigin, NoteKeyType::kEd25519, toBytes(key.publicKey().view())}.encode(
        hasher_);
  }
  Hash rootOf(std::uint64_t size) {
    TileHashes hashes(log_, log_.size());
    return rootAt(hashes, hasher_, size);
  }
  std::string note(std::uint64_t size) {
    return signCheckpoint(hasher_, key, {kOrigin, size, rootOf(size), {}}).encode();
  }
  AddCheckpoint request(std::uint64_t from, std::uint64_t to) {
    TileHashes hashes(log_, to);
    return {from, proveConsistency(hashes, hasher_, {from, to}), note(to)};
  }
  const LogReader& log() const { return log_; }

  SigningKey key = SigningKey::fromSeed(Bytes(32, 0x21));

 private:
  Sha256 hasher_;
  MemoryLog log_;
};

}  // namespace minutebook

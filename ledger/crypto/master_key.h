// ledger/crypto/master_key.h
//
// The one key that wraps all other keys of a ledger: 32 random bytes in keys/master.key, or
// derived from a passphrase by scrypt with keys/master.scrypt. Bytes on disk: docs/formats/keys.md.

#pragma once

#include <optional>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/directory.h"
#include "ledger/crypto/aead.h"
#include "ledger/crypto/random.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

/// Wraps and unwraps secrets by name. Moved, not copied; wiped by the destructor; one thread at a
/// time.
class MasterKey {
 public:
  /// Makes the master key of a new ledger and writes its file durably: from the passphrase if one
  /// is given, else random. Throws kConfig if the directory has a master key already or the
  /// passphrase is empty.
  static MasterKey create(Directory& keys, std::optional<ByteView> passphrase,
                          RandomSource& random);
  /// Throws kKey if a passphrase is needed and none is given, or it is the wrong one; kMissing if
  /// the directory has no master key; kCorrupt if its file cannot be read as one. A passphrase
  /// given for a key file without one is not an error: there is nothing to compare it with.
  static MasterKey open(const Directory& keys, std::optional<ByteView> passphrase);
  /// Whether open() will ask for a passphrase. Throws kMissing as open() does.
  static bool needsPassphrase(const Directory& keys);
  /// Whether `passphrase` is the one that open() takes; false for a key file without one. Throws as
  /// open() does for what cannot be read.
  static bool opens(const Directory& keys, ByteView passphrase);
  /// Whether this is still the master key of `keys`, which another program may have wrapped again
  /// under a new one since this was opened.
  bool isKeptIn(const Directory& keys) const;

  /// A box (see aead.h) that only this key opens, and only under the same `name`.
  Bytes wrap(std::string_view name, ByteView secret, RandomSource& random);
  /// What wrap() was given, or nothing if the box was changed or is another key's or name's.
  std::optional<SecretBytes> unwrap(std::string_view name, ByteView box);

 private:
  explicit MasterKey(SecretBytes key) : key_(std::move(key)) {}

  SecretBytes key_;
  Aead aead_;
};

}  // namespace minutebook

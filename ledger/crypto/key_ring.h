// ledger/crypto/key_ring.h
//
// The named keys of a ledger, one file each in keys/: log.key, clerk.key, author-NAME.key hold
// Ed25519 signing keys (those that follow a key of the ledger's own are log-2.key and so on),
// import.key the 32-byte HMAC key of imports. The secret part is wrapped by the master key, the
// public part is in the clear. Bytes on disk: docs/formats/keys.md.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/directory.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/master_key.h"

namespace minutebook {

/// The two keys that the ledger itself signs with, and the one that makes import ids.
constexpr std::string_view kLogKeyName = "log";
constexpr std::string_view kClerkKeyName = "clerk";
constexpr std::string_view kImportKeyName = "import";

/// The n-th key of that purpose, from 1: "log", "log-2", "log-3".
std::string numberedKeyName(std::string_view first, std::uint64_t number);
/// Which number that is; nothing if `name` is not such a name.
std::optional<std::uint64_t> keyNumber(std::string_view first, std::string_view name);

/// "author-ada" for "ada". Throws kUsage unless `name` is `[A-Za-z0-9][A-Za-z0-9._-]{0,31}`.
std::string authorKeyName(std::string_view name);

/// A signing key as anybody with the directory may see it.
struct ListedKey {
  std::string name;  ///< "log", "clerk", "author-ada".
  PublicKey publicKey;

  bool operator==(const ListedKey&) const = default;
};

/// What a key's file is called while it is destroyed.
constexpr std::string_view kDyingFile = ".destroying";

/// Every signing key in the directory, by name; needs no passphrase. Throws kCorrupt if a .key
/// file cannot be read as one.
std::vector<ListedKey> listKeys(const Directory& keys);
/// The public part of one signing key, or nothing if there is no such file.
std::optional<PublicKey> findPublicKey(const Directory& keys, std::string_view name);

/// Makes and opens the named keys. `keys` and `master` must outlive it.
class KeyRing {
 public:
  KeyRing(Directory& keys, MasterKey& master) : keys_(keys), master_(master) {}

  /// Makes a signing key and writes its file durably. Throws kConfig if the name is taken.
  SigningKey create(std::string_view name, RandomSource& random);
  /// Keeps a signing key made elsewhere under `name`, as create() does.
  void add(std::string_view name, const SigningKey& key, RandomSource& random);
  /// The signing key, or nothing if there is no such file. Throws kKey if the master key does not
  /// open it, kCorrupt if the file cannot be read as a key or its halves do not belong together.
  std::optional<SigningKey> find(std::string_view name);
  /// As find(), but throws kKey, with how to make the key, if there is none.
  SigningKey get(std::string_view name);

  /// Destroys a signing key: takes its name away, overwrites the file, removes it, durably. Absent
  /// is fine.
  void destroy(std::string_view name);
  /// Finishes a destruction that was cut short, if there is one.
  void finishDestroying();

  /// Makes the import key (32 random bytes) durably. Throws kConfig if there is one.
  void createImportKey(RandomSource& random);
  /// Keeps an import key made elsewhere, as createImportKey() does.
  void addImportKey(const SecretBytes& secret, RandomSource& random);
  /// The import key. Throws kKey if it is absent or the master key does not open it.
  SecretBytes importKey();

 private:
  Directory& keys_;
  MasterKey& master_;
};

}  // namespace minutebook

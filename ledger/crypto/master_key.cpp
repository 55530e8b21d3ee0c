#include "ledger/crypto/master_key.h"

#include <array>
#include <string>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/crypto/hmac.h"
#include "ledger/crypto/key_text.h"
#include "ledger/crypto/scrypt.h"

namespace minutebook {

namespace {

constexpr std::string_view kKeyFile = "master.key";
constexpr std::string_view kScryptFile = "master.scrypt";
constexpr std::string_view kScryptHead = "minutebook/master/scrypt/v1";
constexpr std::string_view kCheckMessage = "minutebook/master/check/v1";
constexpr std::string_view kWrapContext = "minutebook/wrap/v1";
constexpr std::size_t kMasterBytes = 32;
constexpr std::size_t kSaltBytes = 32;
constexpr std::size_t kFileBytesMax = 1024;
// A forged file must not make opening a ledger take for ever.
constexpr ScryptCost kCostMax{1 << 20, 64, 16};

/// Tells a wrong passphrase from a right one without a second secret; guessing costs a scrypt.
Hash checkValue(const SecretBytes& key) {
  return HmacSha256(key.view()).of(asBytes(kCheckMessage));
}

/// What a box is bound to: this use of the master key, and the name of what is wrapped.
Bytes wrapContext(std::string_view name) {
  Bytes context;
  append(context, kWrapContext);
  appendU8(context, 0);
  append(context, name);
  return context;
}

[[noreturn]] void failUnreadable(const Directory& keys, std::string_view file) {
  throw Fault(FaultKind::kCorrupt,
              (keys.path() / file).string() + " cannot be read as a master key",
              "Put back the file from a backup of the keys directory.");
}

std::string encodeScrypt(const ScryptCost& cost, ByteView salt, const Hash& check) {
  return encodeKeyText(kScryptHead, {{"N", std::to_string(cost.n)},
                                     {"r", std::to_string(cost.r)},
                                     {"p", std::to_string(cost.p)},
                                     {"salt", toHex(salt)},
                                     {"check", toHex(check.view())}});
}

/// The key behind a parsed master.scrypt; nothing if the file is not one.
struct ScryptFile {
  ScryptCost cost;
  Bytes salt;
  Hash check;

  static std::optional<ScryptFile> parse(std::string_view text) {
    const auto values = parseKeyText(text, kScryptHead, {"N", "r", "p", "salt", "check"});
    if (!values) return std::nullopt;
    const auto n = parseDecimal((*values)[0], kCostMax.n);
    const auto r = parseDecimal((*values)[1], kCostMax.r);
    const auto p = parseDecimal((*values)[2], kCostMax.p);
    const auto salt = fromHex((*values)[3]);
    const auto check = fromHex((*values)[4]);
    if (!n || !r || !p || !salt || salt->size() != kSaltBytes || !check) return std::nullopt;
    const auto checkHash = Hash::of(*check);
    if (!checkHash) return std::nullopt;
    return ScryptFile{{*n, *r, *p}, *salt, *checkHash};
  }
};

ScryptFile readScrypt(const Directory& keys) {
  const std::optional<Bytes> text = keys.read(kScryptFile, kFileBytesMax);
  auto file = text ? ScryptFile::parse(asText(*text)) : std::nullopt;
  if (!file) failUnreadable(keys, kScryptFile);
  return *file;
}

}  // namespace

MasterKey MasterKey::create(Directory& keys, std::optional<ByteView> passphrase,
                            RandomSource& random) {
  if (keys.fileBytes(kKeyFile) || keys.fileBytes(kScryptFile)) {
    throw Fault(FaultKind::kConfig, keys.path().string() + " holds a master key already",
                "Use the key that is there, or choose another directory.");
  }
  if (!passphrase) {
    SecretBytes key(kMasterBytes);
    random.fill(key.span());
    keys.writeDurably(kKeyFile, key.view());
    return MasterKey(std::move(key));
  }
  if (passphrase->empty()) {
    throw Fault(FaultKind::kConfig, "the passphrase is empty",
                "Give a passphrase of several words, or ask for a ledger without one.");
  }
  std::array<std::uint8_t, kSaltBytes> salt;
  random.fill(salt);
  SecretBytes key = scrypt(*passphrase, salt, ScryptCost{}, kMasterBytes);
  const std::string text = encodeScrypt(ScryptCost{}, salt, checkValue(key));
  keys.writeDurably(kScryptFile, asBytes(text));
  return MasterKey(std::move(key));
}

bool MasterKey::needsPassphrase(const Directory& keys) {
  if (keys.fileBytes(kKeyFile)) return false;
  if (keys.fileBytes(kScryptFile)) return true;
  throw Fault(FaultKind::kMissing, "there is no master key in " + keys.path().string(),
              "Put back the keys directory of this ledger from its own backup.");
}

MasterKey MasterKey::open(const Directory& keys, std::optional<ByteView> passphrase) {
  if (!needsPassphrase(keys)) {
    std::optional<Bytes> raw = keys.read(kKeyFile, kFileBytesMax);
    if (!raw || raw->size() != kMasterBytes) failUnreadable(keys, kKeyFile);
    SecretBytes key{ByteView(*raw)};
    wipe(*raw);
    return MasterKey(std::move(key));
  }
  const ScryptFile file = readScrypt(keys);
  if (!passphrase) {
    throw Fault(FaultKind::kKey, "the keys of this ledger are locked with a passphrase",
                "Give the file that holds the passphrase.");
  }
  SecretBytes key = scrypt(*passphrase, file.salt, file.cost, kMasterBytes);
  if (checkValue(key) != file.check) {
    throw Fault(FaultKind::kKey, "the passphrase does not open the keys of this ledger",
                "Check for a wrong file, a missing word or a trailing line, and try again.");
  }
  return MasterKey(std::move(key));
}

bool MasterKey::opens(const Directory& keys, ByteView passphrase) {
  if (!needsPassphrase(keys)) return false;
  const ScryptFile file = readScrypt(keys);
  return checkValue(scrypt(passphrase, file.salt, file.cost, kMasterBytes)) == file.check;
}

bool MasterKey::isKeptIn(const Directory& keys) const {
  if (std::optional<Bytes> raw = keys.read(kKeyFile, kFileBytesMax)) {
    const bool same = sameBytes(*raw, key_.view());
    wipe(*raw);
    return same;
  }
  const std::optional<Bytes> text = keys.read(kScryptFile, kFileBytesMax);
  const auto file = text ? ScryptFile::parse(asText(*text)) : std::nullopt;
  return file && checkValue(key_) == file->check;
}

Bytes MasterKey::wrap(std::string_view name, ByteView secret, RandomSource& random) {
  return aead_.seal(key_.view(), wrapContext(name), secret, random);
}

std::optional<SecretBytes> MasterKey::unwrap(std::string_view name, ByteView box) {
  return aead_.open(key_.view(), wrapContext(name), box);
}

}  // namespace minutebook

#include "ledger/crypto/key_ring.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ledger/base/fault.h"
#include "ledger/crypto/key_text.h"
#include "ledger/crypto/overwrite.h"

namespace minutebook {

namespace {

constexpr std::string_view kSuffix = ".key";
constexpr std::string_view kMasterFile = "master.key";
constexpr std::string_view kAuthorPrefix = "author-";
constexpr std::string_view kSigningHead = "minutebook/key/signing/v1";
constexpr std::string_view kSecretHead = "minutebook/key/secret/v1";
constexpr std::size_t kNameBytesMax = 32;
/// A ledger that changed a key every day would get there in 270 years.
constexpr std::uint64_t kKeyNumberMax = 99'999;
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kFileBytesMax = 1024;

bool isLetterOrDigit(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// An id as everywhere in a ledger: [A-Za-z0-9][A-Za-z0-9._-]{0,31}.
bool isId(std::string_view name) {
  return !name.empty() && name.size() <= kNameBytesMax && isLetterOrDigit(name[0]) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-'; });
}

bool isSigningKeyName(std::string_view name) {
  return keyNumber(kLogKeyName, name) || keyNumber(kClerkKeyName, name) ||
         (name.starts_with(kAuthorPrefix) && isId(name.substr(kAuthorPrefix.size())));
}

std::string fileOf(std::string_view name) {
  return std::string(name) + std::string(kSuffix);
}

/// What a wrapped key is bound to: its name and the public key beside it.
std::string wrapName(std::string_view name, std::string_view publicHex) {
  return std::string(name) + "/" + std::string(publicHex);
}

[[noreturn]] void failUnreadable(const Directory& keys, std::string_view name) {
  throw Fault(FaultKind::kCorrupt,
              (keys.path() / fileOf(name)).string() + " cannot be read as a key",
              "Put back the file from a backup of the keys directory.");
}

[[noreturn]] void failNotOpened(const Directory& keys, std::string_view name) {
  throw Fault(FaultKind::kKey,
              "the master key does not open " + (keys.path() / fileOf(name)).string(),
              "Put back the file, or the master key it was made with, from a backup.");
}

/// A signing key's file, taken apart.
struct SigningFile {
  PublicKey publicKey;
  std::string publicHex;
  Bytes box;
};

std::optional<SigningFile> readSigningFile(const Directory& keys, std::string_view name) {
  const std::optional<Bytes> text = keys.read(fileOf(name), kFileBytesMax);
  if (!text) return std::nullopt;
  const auto values = parseKeyText(asText(*text), kSigningHead, {"name", "public", "wrapped"});
  if (!values || (*values)[0] != name) failUnreadable(keys, name);
  const auto publicBytes = fromHex((*values)[1]);
  const auto box = fromBase64((*values)[2]);
  if (!publicBytes || !box) failUnreadable(keys, name);
  const auto publicKey = PublicKey::of(*publicBytes);
  if (!publicKey || box->size() != kAeadOverheadBytes + kSecretBytes) failUnreadable(keys, name);
  return SigningFile{*publicKey, (*values)[1], *box};
}

void checkFree(const Directory& keys, std::string_view name) {
  if (!keys.fileBytes(fileOf(name))) return;
  throw Fault(FaultKind::kConfig, "there is a key named " + std::string(name) + " already",
              "Choose another name; a key is never overwritten.");
}

}  // namespace

std::string numberedKeyName(std::string_view first, std::uint64_t number) {
  return number == 1 ? std::string(first) : std::string(first) + "-" + std::to_string(number);
}

std::optional<std::uint64_t> keyNumber(std::string_view first, std::string_view name) {
  if (name == first) return 1;
  if (!name.starts_with(first) || name.substr(first.size(), 1) != "-") return std::nullopt;
  const auto number = parseDecimal(name.substr(first.size() + 1), kKeyNumberMax);
  if (!number || *number < 2) return std::nullopt;
  return number;
}

std::string authorKeyName(std::string_view name) {
  if (!isId(name)) {
    throw Fault(FaultKind::kUsage, "\"" + std::string(name) + "\" cannot be the name of a key",
                "Use 1 to 32 letters, digits, dots, underscores and hyphens, a letter or digit "
                "first.");
  }
  return std::string(kAuthorPrefix) + std::string(name);
}

std::vector<ListedKey> listKeys(const Directory& keys) {
  std::vector<ListedKey> listed;
  for (const Directory::Item& item : keys.list("")) {
    if (item.name == kMasterFile || !item.name.ends_with(kSuffix)) continue;
    const std::string name = item.name.substr(0, item.name.size() - kSuffix.size());
    if (!isSigningKeyName(name)) continue;
    const auto file = readSigningFile(keys, name);
    if (file) listed.push_back({name, file->publicKey});
  }
  return listed;
}

std::optional<PublicKey> findPublicKey(const Directory& keys, std::string_view name) {
  if (!isSigningKeyName(name)) return std::nullopt;
  const auto file = readSigningFile(keys, name);
  if (!file) return std::nullopt;
  return file->publicKey;
}

SigningKey KeyRing::create(std::string_view name, RandomSource& random) {
  SigningKey key = SigningKey::generate(random);
  add(name, key, random);
  return key;
}

void KeyRing::add(std::string_view name, const SigningKey& key, RandomSource& random) {
  if (!isSigningKeyName(name)) {
    throw Fault(FaultKind::kBug, "not the name of a signing key: " + std::string(name));
  }
  checkFree(keys_, name);
  const std::string publicHex = toHex(key.publicKey().view());
  const Bytes box = master_.wrap(wrapName(name, publicHex), key.seed(), random);
  keys_.writeDurably(
      fileOf(name),
      asBytes(encodeKeyText(kSigningHead,
                            {{"name", name}, {"public", publicHex}, {"wrapped", toBase64(box)}})));
}

std::optional<SigningKey> KeyRing::find(std::string_view name) {
  if (!isSigningKeyName(name)) return std::nullopt;
  const auto file = readSigningFile(keys_, name);
  if (!file) return std::nullopt;
  const auto seed = master_.unwrap(wrapName(name, file->publicHex), file->box);
  if (!seed) failNotOpened(keys_, name);
  SigningKey key = SigningKey::fromSeed(seed->view());
  if (key.publicKey() != file->publicKey) failUnreadable(keys_, name);
  return key;
}

SigningKey KeyRing::get(std::string_view name) {
  std::optional<SigningKey> key = find(name);
  if (key) return std::move(*key);
  throw Fault(FaultKind::kKey, "there is no key named " + std::string(name),
              "List the keys that are there, make this one, or put it back from a backup.");
}

void KeyRing::destroy(std::string_view name) {
  if (!isSigningKeyName(name)) {
    throw Fault(FaultKind::kBug, "not the name of a signing key: " + std::string(name));
  }
  finishDestroying();
  if (!keys_.fileBytes(fileOf(name))) return;
  // Under its own name a half-overwritten file would be taken for damage.
  std::error_code error;
  std::filesystem::rename(keys_.path() / fileOf(name), keys_.path() / kDyingFile, error);
  if (error) {
    throw Fault(FaultKind::kIo,
                "renaming " + (keys_.path() / fileOf(name)).string() + ": " + error.message(),
                "Check that the disk is healthy and the folder may be used by you.");
  }
  finishDestroying();
}

void KeyRing::finishDestroying() {
  if (!keys_.fileBytes(kDyingFile)) return;
  keys_.noteFolder(kDyingFile);
  keys_.syncFolders();
  overwriteFile(keys_, std::string(kDyingFile));
  keys_.remove(kDyingFile);
  keys_.syncFolders();
}

void KeyRing::createImportKey(RandomSource& random) {
  SecretBytes secret(kSecretBytes);
  random.fill(secret.span());
  addImportKey(secret, random);
}

void KeyRing::addImportKey(const SecretBytes& secret, RandomSource& random) {
  checkFree(keys_, kImportKeyName);
  const Bytes box = master_.wrap(kImportKeyName, secret.view(), random);
  keys_.writeDurably(
      fileOf(kImportKeyName),
      asBytes(encodeKeyText(kSecretHead, {{"name", kImportKeyName}, {"wrapped", toBase64(box)}})));
}

SecretBytes KeyRing::importKey() {
  const std::optional<Bytes> text = keys_.read(fileOf(kImportKeyName), kFileBytesMax);
  if (!text) {
    throw Fault(FaultKind::kKey, "there is no import key in " + keys_.path().string(),
                "Put back import.key from a backup: without it, imports cannot be recognised.");
  }
  const auto values = parseKeyText(asText(*text), kSecretHead, {"name", "wrapped"});
  if (!values || (*values)[0] != kImportKeyName) failUnreadable(keys_, kImportKeyName);
  const auto box = fromBase64((*values)[1]);
  if (!box || box->size() != kAeadOverheadBytes + kSecretBytes) {
    failUnreadable(keys_, kImportKeyName);
  }
  std::optional<SecretBytes> secret = master_.unwrap(kImportKeyName, *box);
  if (!secret) failNotOpened(keys_, kImportKeyName);
  return std::move(*secret);
}

}  // namespace minutebook

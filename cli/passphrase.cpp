#include "cli/passphrase.h"

#include <filesystem>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::size_t kFileBytesMax = 4096;

}  // namespace

SecretBytes passphraseIn(const std::string& file, const std::string& option) {
  std::filesystem::path path = std::filesystem::absolute(file);
  std::optional<Bytes> bytes = Directory::open(path.parent_path(), Readers::kOwner)
                                   .read(path.filename().string(), kFileBytesMax);
  if (!bytes) {
    throw Fault(FaultKind::kKey, "there is no passphrase file " + path.string(),
                "Check the path given with " + option + ".");
  }
  std::string_view line = asText(*bytes).substr(0, asText(*bytes).find('\n'));
  SecretBytes secret(asBytes(line));
  wipe(*bytes);
  return secret;
}

std::optional<SecretBytes> typedPassphrase(const std::string& prompt, const Arguments& arguments,
                                           const Surroundings& surroundings) {
  if (arguments.noInput) return std::nullopt;
  std::optional<std::string> typed = surroundings.askSecret(prompt);
  if (!typed) return std::nullopt;
  SecretBytes secret(asBytes(*typed));
  wipeText(*typed);
  return secret;
}

std::optional<SecretBytes> newPassphrase(const NewPassphrase& from, const Arguments& arguments,
                                         const Surroundings& surroundings) {
  if (arguments.noPassphrase) return std::nullopt;
  if (from.file) return passphraseIn(*from.file, from.option);
  std::optional<SecretBytes> first, second;
  first = typedPassphrase("New passphrase: ", arguments, surroundings);
  if (first) second = typedPassphrase("The same again: ", arguments, surroundings);
  if (!first) {
    throw Fault(
        FaultKind::kUsage, from.command + " needs a passphrase for the ledger's keys",
        "Add " + from.option + " FILE, or --no-passphrase to keep the master key in a file.");
  }
  if (!second || !sameBytes(first->view(), second->view())) {
    throw Fault(FaultKind::kUsage, "the two passphrases differ", "Run " + from.command + " again.");
  }
  return first;
}

}  // namespace minutebook

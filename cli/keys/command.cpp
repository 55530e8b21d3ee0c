// `minutebook key ...`: the keys kept in this ledger's directory.

#include "cli/commands.h"
#include "cli/keys/listing.h"
#include "cli/keys/log_rotation.h"
#include "cli/passphrase.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "ledger/crypto/rotation.h"
#include "ledger/store/writer_lock.h"

namespace minutebook {

namespace {

Json keyJson(const ListedKey& key) {
  return Json::object(
      {{"name", Json::text(key.name)}, {"publicKey", Json::text(toHex(key.publicKey.view()))}});
}

ExitStatus makeNew(Call& call, const LedgerPlace& place, const std::string& name) {
  Directory directory = Directory::open(place.directory / "keys", Readers::kOwner);
  MasterKey master = openMasterKey(place, call.arguments, call.surroundings);
  KeyRing keys(directory, master);
  SigningKey key = keys.create(authorKeyName(name), call.surroundings.random);
  ListedKey listed{authorKeyName(name), key.publicKey()};
  if (call.console.isJson()) {
    call.console.document("minutebook/key/1", keyJson(listed));
    return kDone;
  }
  call.console.line("Made the key " + listed.name + ": " + toHex(listed.publicKey.view()));
  call.console.note(
      "It cannot write yet. Let it: minutebook record keyEnrolled --purpose author "
      "--participant " +
      name + " --public-key " + toHex(listed.publicKey.view()));
  return kDone;
}

void tellRotated(Call& call, const LedgerPlace& place, bool hadPassphrase, const Rotated& rotated) {
  const std::string folder = (place.directory / "keys").string();
  const std::string before = hadPassphrase ? "the old passphrase" : "the old key file";
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/key-rotated/1",
        Json::object(
            {{"namedKeys", Json::number(static_cast<std::int64_t>(rotated.namedKeys))},
             {"dataKeys", Json::number(static_cast<std::int64_t>(rotated.dataKeys))},
             {"keptUnder", Json::text(call.arguments.noPassphrase ? "key file" : "passphrase")},
             {"oldBackupsStillOpen", Json::boolean(true)}}));
    return;
  }
  call.console.line("Wrapped again: " + std::to_string(rotated.namedKeys) + " named keys and " +
                    std::to_string(rotated.dataKeys) +
                    (rotated.dataKeys == 1 ? " data key" : " data keys") +
                    ". The keys themselves, their public halves and the log are "
                    "unchanged.");
  call.console.line("Here, " + before + " opens nothing any more. A backup of " + folder +
                    " made before still opens with " + before +
                    " all that was sealed until now: destroy such backups, and make a new one.");
  if (!call.arguments.noPassphrase) {
    call.console.note("Keep the new passphrase safe: without it, sealed text stays sealed.");
  }
}

/// Rotating to the passphrase that is there would leave whoever knows it with everything.
void refuseTheSame(const Directory& keys, const SecretBytes& passphrase) {
  if (!MasterKey::opens(keys, passphrase.view())) return;
  throw Fault(FaultKind::kUsage, "the new passphrase is the one that is there already",
              "Choose another: whoever knows the old one could open everything. Nothing was "
              "changed.");
}

/// What was erased must not be wrapped again: opens the ledger as every command that writes does,
/// which finishes an erasure that was cut short. The master key, as it was opened for that.
MasterKey masterAfterErasures(Call& call, const LedgerPlace& place) {
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  return std::move(writing.masterKey);
}

ExitStatus rotateMaster(Call& call, const LedgerPlace& place) {
  const Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  const bool hadPassphrase = MasterKey::needsPassphrase(keys);
  MasterKey master = masterAfterErasures(call, place);
  const WriterLock lock = WriterLock::take(place.directory, "minutebook key rotate-master");
  const std::optional<SecretBytes> passphrase =
      newPassphrase({call.arguments.newPassphraseFile, "--new-passphrase-file", "rotate-master"},
                    call.arguments, call.surroundings);
  if (passphrase) refuseTheSame(keys, *passphrase);
  std::optional<ByteView> secret;
  if (passphrase) secret = passphrase->view();
  tellRotated(call, place, hadPassphrase,
              rotateMasterKey(place.directory, master, secret, call.surroundings.random));
  return kDone;
}

}  // namespace

ExitStatus runKey(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  const std::string verb = words.empty() ? "" : words[0];
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  if (words.size() == 1 && verb == "list") return listKeysOf(call, place);
  if (words.size() == 2 && verb == "show") return showKey(call, place, words[1]);
  if (words.size() == 2 && verb == "new") return makeNew(call, place, words[1]);
  if (words.size() == 1 && verb == "rotate-master") return rotateMaster(call, place);
  if (words.size() == 1 && verb == "rotate-log") return rotateLogKey(call, place);
  if (words.size() == 1 && verb == "retire-log") return retireLogKey(call, place);
  if (words.size() == 2 && verb == "compromised") return revokeCompromised(call, place, words[1]);
  throw Fault(FaultKind::kUsage,
              "key needs one of: new NAME, list, show NAME, rotate-master, rotate-log, retire-log, "
              "compromised NAME",
              "For example: minutebook key list");
}

}  // namespace minutebook

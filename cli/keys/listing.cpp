#include "cli/keys/listing.h"

#include <algorithm>
#include <utility>

#include "audit/verify/damage.h"
#include "cli/handing_out/handing_out.h"
#include "cli/keys/own_keys.h"
#include "cli/qr_code.h"
#include "ledger/base/fault.h"
#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/tlog/fingerprint.h"

namespace minutebook {

namespace {

/// A key file and what the record says of it.
struct ShownKey {
  ListedKey key;
  std::string state;  ///< "in force since entry 0", "revoked in entry 9", "not enrolled".
  bool isLogKeyInForce = false;
  std::uint64_t entry = 0;
};

Json keyJson(const ShownKey& shown) {
  return Json::object({{"name", Json::text(shown.key.name)},
                       {"publicKey", Json::text(toHex(shown.key.publicKey.view()))},
                       {"inTheRecord", Json::text(shown.state)}});
}

/// Nothing if the log cannot be read: keys are listed all the same.
std::unique_ptr<EntryStore> recordOf(const LedgerPlace& place) {
  std::unique_ptr<EntryStore> store;
  (void)damageOf(
      [&] { store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook key"); });
  return store;
}

ShownKey withState(const ListedKey& key, const EntryStore* store) {
  if (!store) return {key, "the record cannot be read", false, 0};
  const auto value = store->findFact(fact::key(key.publicKey.view()));
  const auto known = value ? KeyFact::parse(*value) : std::nullopt;
  if (!known) return {key, "not enrolled", false, 0};
  const std::string entry = "entry " + std::to_string(known->entry);
  if (!known->active) return {key, "revoked in " + entry, false, known->entry};
  return {key, "in force since " + entry, known->purpose == schema::KeyPurpose::LOG, known->entry};
}

std::vector<ShownKey> shownKeys(const LedgerPlace& place) {
  const Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  const auto store = recordOf(place);
  std::vector<ShownKey> shown;
  for (const ListedKey& key : listKeys(keys)) shown.push_back(withState(key, store.get()));
  return shown;
}

/// What readers need who are to check this ledger's checkpoints, the newest key first. Where the
/// record cannot be read, those in the folder.
std::vector<std::string> vkeysToShow(const LedgerPlace& place, std::vector<ShownKey> keys) {
  std::vector<ShownKey> its;
  for (ShownKey& each : keys) {
    if (each.isLogKeyInForce) its.push_back(std::move(each));
  }
  std::sort(its.begin(), its.end(),
            [](const ShownKey& a, const ShownKey& b) { return a.entry > b.entry; });
  std::vector<std::string> vkeys;
  for (const ShownKey& each : its) vkeys.push_back(logVkey(place.origin, each.key.publicKey));
  if (!vkeys.empty()) return vkeys;
  const Directory folder = Directory::open(place.directory / "keys", Readers::kOwner);
  if (const auto key = findPublicKey(folder, kLogKeyName)) {
    vkeys.push_back(logVkey(place.origin, *key));
  }
  return vkeys;
}

/// What the code holds: whoever scans it has the key, and the words to compare.
std::string qrText(const std::string& vkey) {
  return vkey + "\n" + fingerprintOf(vkey) + "\n";
}

void refuseOtherOutput(const Arguments& arguments) {
  if (arguments.qr && arguments.output && !arguments.output->ends_with(".svg")) {
    throw Fault(FaultKind::kUsage, *arguments.output + " does not end in .svg",
                "A QR code is written as a picture: -o fingerprint.svg.");
  }
  if (arguments.qr || !arguments.output) return;
  throw Fault(FaultKind::kUsage, "only a QR code is written to a file", "Add --qr.");
}

/// On the terminal, or to the file that -o names.
void tellQr(Call& call, const std::string& text, const std::string& title) {
  if (!call.arguments.qr) return;
  if (!call.arguments.output) {
    if (!call.console.isJson()) tellQrCode(call.console, asBytes(text));
    return;
  }
  const NewPath to(call.arguments.output, "fingerprint.svg");
  NewFile file(to, call.surroundings.random);
  writeAllAt(file.descriptor(), asBytes(qrCodeSvg(asBytes(text), title)), 0, to.path().string());
  syncData(file.descriptor(), to.path().string());
  file.becomes(to);
  call.console.note("Wrote the QR code to " + to.path().string() + ".");
}

void tellVkeys(Call& call, const std::vector<std::string>& vkeys) {
  for (std::size_t i = 0; i < vkeys.size(); ++i) {
    call.console.line((i == 0 ? "\nVerifier key of this ledger: "
                              : "\nThe key before it, which signs too until it is retired: ") +
                      vkeys[i]);
    call.console.line("Its fingerprint: " + fingerprintOf(vkeys[i]));
  }
  call.console.note(
      "Give the verifier key to readers by another way than the ledger itself, or have them read "
      "the fingerprint back to you.");
}

Json verifierKeysJson(const std::vector<std::string>& vkeys) {
  Json list = Json::list();
  for (const std::string& vkey : vkeys) {
    list.add(Json::object(
        {{"verifierKey", Json::text(vkey)}, {"fingerprint", Json::text(fingerprintOf(vkey))}}));
  }
  return list;
}

}  // namespace

ExitStatus listKeysOf(Call& call, const LedgerPlace& place) {
  refuseOtherOutput(call.arguments);
  const std::vector<ShownKey> keys = shownKeys(place);
  const std::vector<std::string> vkeys = vkeysToShow(place, keys);
  const std::string vkey = vkeys.empty() ? "" : vkeys.front();
  if (call.console.isJson()) {
    Json list = Json::list();
    for (const ShownKey& key : keys) list.add(keyJson(key));
    call.console.document("minutebook/keys/1",
                          Json::object({{"keys", list},
                                        {"verifierKey", Json::text(vkey)},
                                        {"fingerprint", Json::text(fingerprintOf(vkey))},
                                        {"verifierKeys", verifierKeysJson(vkeys)}}));
  } else {
    std::vector<std::vector<std::string>> rows = {{"Key", "Public half", "In the record"}};
    for (const ShownKey& key : keys) {
      rows.push_back({key.key.name, toHex(key.key.publicKey.view()), key.state});
    }
    for (const std::string& line : table(rows)) call.console.line(line);
    tellVkeys(call, vkeys);
  }
  if (!vkey.empty()) tellQr(call, qrText(vkey), "Verifier key of " + place.origin);
  return kDone;
}

ExitStatus showKey(Call& call, const LedgerPlace& place, const std::string& name) {
  refuseOtherOutput(call.arguments);
  for (const ShownKey& key : shownKeys(place)) {
    if (key.key.name != name && key.key.name != "author-" + name) continue;
    const std::string publicHex = toHex(key.key.publicKey.view());
    if (call.console.isJson()) {
      call.console.document("minutebook/key/1", keyJson(key));
    } else {
      call.console.line(key.key.name + "  " + publicHex);
    }
    const bool isLogKey = keyNumber(kLogKeyName, key.key.name).has_value();
    tellQr(call, isLogKey ? qrText(logVkey(place.origin, key.key.publicKey)) : publicHex + "\n",
           "Public key " + key.key.name + " of " + place.origin);
    return kDone;
  }
  throw Fault(FaultKind::kKey, "there is no key called " + name,
              "minutebook key list shows those there are.");
}

}  // namespace minutebook

// `minutebook key new|list|show`: the keys kept in this ledger's directory.

#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/note.h"

namespace minutebook {

namespace {

Json keyJson(const ListedKey& key) {
  return Json::object(
      {{"name", Json::text(key.name)}, {"publicKey", Json::text(toHex(key.publicKey.view()))}});
}

/// What somebody needs who is to check this ledger's checkpoints.
std::string verifierKeyOf(const LedgerPlace& place, const PublicKey& logKey) {
  Sha256 hasher;
  return VerifierKey{place.origin, NoteKeyType::kEd25519, toBytes(logKey.view())}.encode(hasher);
}

ExitStatus listAll(Call& call, const LedgerPlace& place, const Directory& keys) {
  Json list = Json::list();
  std::vector<std::vector<std::string>> rows = {{"Key", "Public half"}};
  for (const ListedKey& key : listKeys(keys)) {
    list.add(keyJson(key));
    rows.push_back({key.name, toHex(key.publicKey.view())});
  }
  std::optional<PublicKey> logKey = findPublicKey(keys, kLogKeyName);
  std::string vkey = logKey ? verifierKeyOf(place, *logKey) : "";
  if (call.console.isJson()) {
    call.console.document("minutebook/keys/1",
                          Json::object({{"keys", list}, {"verifierKey", Json::text(vkey)}}));
    return kDone;
  }
  for (const std::string& line : table(rows)) call.console.line(line);
  call.console.line("\nVerifier key of this ledger: " + vkey);
  call.console.note("Give the verifier key to readers by another way than the ledger itself.");
  return kDone;
}

ExitStatus showOne(Call& call, const Directory& keys, const std::string& name) {
  for (const ListedKey& key : listKeys(keys)) {
    if (key.name != name && key.name != "author-" + name) continue;
    if (call.console.isJson()) {
      call.console.document("minutebook/key/1", keyJson(key));
    } else {
      call.console.line(key.name + "  " + toHex(key.publicKey.view()));
    }
    return kDone;
  }
  throw Fault(FaultKind::kKey, "there is no key called " + name,
              "minutebook key list shows those there are.");
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

}  // namespace

ExitStatus runKey(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  Directory keys = Directory::open(place.directory / "keys", Readers::kOwner);
  if (words.size() == 1 && words[0] == "list") return listAll(call, place, keys);
  if (words.size() == 2 && words[0] == "show") return showOne(call, keys, words[1]);
  if (words.size() == 2 && words[0] == "new") return makeNew(call, place, words[1]);
  throw Fault(FaultKind::kUsage, "key needs one of: new NAME, list, show NAME",
              "For example: minutebook key list");
}

}  // namespace minutebook

#include "cli/keys/log_rotation.h"

#include <algorithm>
#include <utility>

#include "cli/drafts.h"
#include "cli/keys/own_keys.h"
#include "ledger/base/fault.h"
#include "ledger/bundle/receipt.h"
#include "ledger/rules/authority.h"
#include "ledger/tlog/fingerprint.h"

namespace minutebook {

namespace {

using schema::KeyPurpose;

std::string wordFor(KeyPurpose purpose) {
  if (purpose == KeyPurpose::CLERK) return "clerk";
  return purpose == KeyPurpose::LOG ? "log" : "author";
}

std::string_view firstName(KeyPurpose purpose) {
  return purpose == KeyPurpose::CLERK ? kClerkKeyName : kLogKeyName;
}

std::string entryName(std::uint64_t index) {
  return "entry " + std::to_string(index);
}

/// The ledger's own keys while one follows another, and the person who records it. Used once.
class KeyChange {
 public:
  KeyChange(Call& call, const LedgerPlace& place)
      : call_(call),
        place_(place),
        writing_(place, call.catalogue, call.arguments, call.surroundings,
                 openMasterKey(place, call.arguments, call.surroundings)),
        author_(chooseAuthor(writing_.keyDirectory, writing_.keys, call.arguments)) {}

  Writing& writing() { return writing_; }

  std::vector<KeyInRecord> inForce(KeyPurpose purpose) {
    std::vector<KeyInRecord> keys = keysInRecord(*writing_.store, purpose);
    std::erase_if(keys, [](const KeyInRecord& key) { return !key.isActive; });
    return keys;
  }

  bool isHere(KeyPurpose purpose, const PublicKey& key) {
    const auto files = ownKeyFiles(writing_.keyDirectory, *writing_.store, purpose);
    return std::any_of(files.begin(), files.end(),
                       [&](const OwnKeyFile& file) { return file.key == key; });
  }

  /// The next key of that purpose: one that a call cut short has left unused, or a new one.
  PublicKey nextKey(KeyPurpose purpose) {
    const auto files = ownKeyFiles(writing_.keyDirectory, *writing_.store, purpose);
    for (const OwnKeyFile& file : files) {
      if (!file.record) return file.key;
    }
    // No name that any key has had, so that a backup of the folder never holds two of one name.
    std::uint64_t number = keysInRecord(*writing_.store, purpose).size() + 1;
    for (const OwnKeyFile& file : files) {
      number = std::max(number, keyNumber(firstName(purpose), file.name).value_or(0) + 1);
    }
    return writing_.keys
        .create(numberedKeyName(firstName(purpose), number), call_.surroundings.random)
        .publicKey();
  }

  void enrol(KeyPurpose purpose, const PublicKey& key) {
    Json line = lineFor("keyEnrolled", purpose, key);
    line.set("heldBy", Json::text("keeper"));
    lines_.push_back(std::move(line));
  }

  /// `whose`: of an author's key.
  void revoke(KeyPurpose purpose, const PublicKey& key, const std::string& whose,
              const std::string& why, const std::optional<std::string>& from,
              const std::optional<std::string>& reason) {
    Json line = lineFor("keyRevoked", purpose, key);
    if (!whose.empty()) line.set("participant", Json::text(whose));
    line.set("why", Json::text(why));
    if (from) line.set("from", Json::text(*from));
    if (reason) line.set("reason", Json::text(*reason));
    lines_.push_back(std::move(line));
  }

  /// Records all of it as one submission: all or nothing. The index of the first entry.
  Outcome<std::uint64_t> record() {
    const Composer composer(
        call_.catalogue,
        {place_.origin, toBytes(author_.key.publicKey().view()), author_.participant});
    auto drafts = draftsOf(lines_, composer, call_.surroundings);
    if (!drafts) return drafts.refusal();
    auto result =
        writing_.recorder.record(std::move(drafts).value(), author_.key, call_.surroundings.now());
    if (auto* refused = std::get_if<RecordingRefused>(&result)) return refused->refusal;
    return std::get<Recorded>(result).drafts.front().index;
  }

  /// The secret halves of keys that the record has revoked are of no use but to a thief. How many
  /// there were.
  std::size_t destroyRevoked() {
    writing_.keys.finishDestroying();
    std::size_t destroyed = 0;
    for (KeyPurpose purpose : {KeyPurpose::LOG, KeyPurpose::CLERK}) {
      for (const OwnKeyFile& file : ownKeyFiles(writing_.keyDirectory, *writing_.store, purpose)) {
        if (!file.record || file.record->isActive) continue;
        writing_.keys.destroy(file.name);
        ++destroyed;
      }
    }
    return destroyed;
  }

 private:
  Json lineFor(const char* kind, KeyPurpose purpose, const PublicKey& key) const {
    Json line = Json::object({{"kind", Json::text(kind)}});
    line.set("purpose", Json::text(wordFor(purpose)));
    line.set("publicKey", Json::text(toHex(key.view())));
    line.set("provenance", Json::text("witnessed"));
    return line;
  }

  Call& call_;
  const LedgerPlace& place_;
  Writing writing_;
  Author author_;
  std::vector<Json> lines_;
};

void tellVkey(Call& call, const std::string& label, const std::string& vkey) {
  call.console.line(label + vkey);
  call.console.line("Its fingerprint: " + fingerprintOf(vkey));
}

Json logKeyJson(std::uint64_t entry, const std::string& vkey, const std::string& other) {
  return Json::object({{"entry", number(entry)},
                       {"verifierKey", Json::text(vkey)},
                       {"fingerprint", Json::text(fingerprintOf(vkey))},
                       {"olderKey", Json::text(other)}});
}

/// One key for checkpoints has to be left that can sign here.
void checkCanStillSign(KeyChange& change, const std::vector<KeyInRecord>& inForce) {
  for (const KeyInRecord& key : inForce) {
    if (key != inForce.back() && change.isHere(KeyPurpose::LOG, key.key)) return;
  }
  throw Fault(FaultKind::kKey, "of the newer keys for checkpoints none is in the folder of keys",
              "Put it back from a backup first: otherwise nothing could be signed any more.");
}

/// Readers of the old key must have its word for the new one before it goes.
void checkIsVouchedFor(KeyChange& change, const KeyInRecord& newest) {
  const std::optional<SignedHead> last = change.writing().guard.last();
  if (last && last->size > newest.entry) return;
  throw Fault(FaultKind::kUsage,
              "no checkpoint has been signed since " + entryName(newest.entry) +
                  " enrolled the newer key, so the old one vouches for it nowhere",
              "Publish first, and give readers time: minutebook publish DIR.");
}

/// A key that may be in other hands, by the name of its file or of its author.
struct Suspect {
  PublicKey key;
  KeyFact record;
};

Suspect suspectCalled(Writing& writing, const std::string& name) {
  for (const ListedKey& listed : listKeys(writing.keyDirectory)) {
    if (listed.name != name && listed.name != "author-" + name) continue;
    const auto known = findKey(writing.sequencer.facts(), listed.publicKey.view());
    if (known) return {listed.publicKey, *known};
    throw Fault(FaultKind::kUsage, listed.name + " was never enrolled in this ledger",
                "It can sign nothing here; remove the file.");
  }
  const auto bytes = fromHex(name);
  const auto key = bytes ? PublicKey::of(*bytes) : std::nullopt;
  const auto known = key ? findKey(writing.sequencer.facts(), key->view()) : std::nullopt;
  if (known) return {*key, *known};
  throw Fault(FaultKind::kKey, "there is no key called " + name,
              "minutebook key list shows those there are; a key that is not here is named by its "
              "public half.");
}

void tellCompromised(Call& call, const std::string& name, const Suspect& suspect,
                     std::uint64_t entry) {
  const std::string until = call.arguments.distrustedFrom
                                ? " It counts until " + *call.arguments.distrustedFrom + "."
                                : " Since when it was in other hands is not recorded.";
  call.console.line("Revoked the key " + name + " in " + entryName(entry) + "." + until);
  if (suspect.record.purpose == KeyPurpose::LOG) {
    call.console.note(
        "Tell your readers and witnesses. If anybody may have signed checkpoints with it, end this "
        "ledger at the last checkpoint that others have cosigned, and carry on in a new one: "
        "minutebook init NEW --origin ... --continues CHECKPOINT");
  } else if (call.arguments.distrustedFrom) {
    call.console.note(
        "minutebook verify names what it signed after that time. Look at each of those entries.");
  }
}

}  // namespace

ExitStatus rotateLogKey(Call& call, const LedgerPlace& place) {
  KeyChange change(call, place);
  change.destroyRevoked();
  const std::vector<KeyInRecord> before = change.inForce(KeyPurpose::LOG);
  if (before.size() > 1) {
    throw Fault(
        FaultKind::kUsage,
        "two keys for checkpoints are in force already, since " + entryName(before.front().entry),
        "End that first, when readers have the newer one: minutebook key retire-log.");
  }
  const bool isOlderHere = change.isHere(KeyPurpose::LOG, before.front().key);
  const PublicKey key = change.nextKey(KeyPurpose::LOG);
  change.enrol(KeyPurpose::LOG, key);
  const Outcome<std::uint64_t> entry = change.record();
  if (!entry) return call.console.refused(entry.refusal());
  const std::string vkey = logVkey(place.origin, key);
  const std::string older = logVkey(place.origin, before.front().key);
  if (call.console.isJson()) {
    call.console.document("minutebook/log-key-enrolled/1", logKeyJson(entry.value(), vkey, older));
    return kDone;
  }
  call.console.line(
      "Enrolled a new key for this ledger's checkpoints in " + entryName(entry.value()) +
      (isOlderHere ? ". From now on both keys sign them."
                   : ". The key before it is not in the folder of keys, so it signs alone."));
  tellVkey(call, "New verifier key: ", vkey);
  call.console.line("The key before it, which readers have: " + older);
  call.console.note(
      "Publish, and give readers and witnesses the new key by another way than the ledger itself. "
      "When they have it, end the overlap: minutebook key retire-log");
  return kDone;
}

ExitStatus retireLogKey(Call& call, const LedgerPlace& place) {
  KeyChange change(call, place);
  const std::size_t destroyed = change.destroyRevoked();
  const std::vector<KeyInRecord> before = change.inForce(KeyPurpose::LOG);
  if (before.size() == 1 && destroyed > 0) {
    call.console.line("The older key had been retired already; its secret half is destroyed now.");
    return kDone;
  }
  if (before.size() < 2) {
    throw Fault(FaultKind::kUsage, "only one key for checkpoints is in force",
                "Make the next one first: minutebook key rotate-log.");
  }
  checkCanStillSign(change, before);
  checkIsVouchedFor(change, before.front());
  const PublicKey old = before.back().key;
  change.revoke(KeyPurpose::LOG, old, "", "replaced", timeInWords(call.surroundings.now()),
                call.arguments.reason.value_or("retired"));
  const Outcome<std::uint64_t> entry = change.record();
  if (!entry) return call.console.refused(entry.refusal());
  change.destroyRevoked();
  const std::string vkey = logVkey(place.origin, before.front().key);
  if (call.console.isJson()) {
    call.console.document("minutebook/log-key-retired/1",
                          logKeyJson(entry.value(), vkey, logVkey(place.origin, old)));
    return kDone;
  }
  call.console.line("Retired the older key in " + entryName(entry.value()) +
                    " and destroyed its secret half here. What it signed holds for ever.");
  tellVkey(call, "Verifier key of this ledger: ", vkey);
  call.console.note("A copy of the old key may be in backups of the folder of keys.");
  return kDone;
}

ExitStatus revokeCompromised(Call& call, const LedgerPlace& place, const std::string& name) {
  KeyChange change(call, place);
  const Suspect suspect = suspectCalled(change.writing(), name);
  const KeyPurpose purpose = suspect.record.purpose;
  const bool isOwn = purpose == KeyPurpose::LOG || purpose == KeyPurpose::CLERK;
  std::optional<PublicKey> next;
  if (isOwn && suspect.record.active && change.inForce(purpose).size() == 1) {
    next = change.nextKey(purpose);
    change.enrol(purpose, *next);
  }
  change.revoke(purpose, suspect.key, suspect.record.participant, "seenByOthers",
                call.arguments.distrustedFrom, call.arguments.reason);
  const Outcome<std::uint64_t> first = change.record();
  if (!first) return call.console.refused(first.refusal());
  change.destroyRevoked();
  const std::uint64_t entry = first.value() + (next ? 1 : 0);
  const std::string vkey = next && purpose == KeyPurpose::LOG ? logVkey(place.origin, *next) : "";
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/key-compromised/1",
        Json::object({{"entry", number(entry)},
                      {"publicKey", Json::text(toHex(suspect.key.view()))},
                      {"nextKey", next ? Json::text(toHex(next->view())) : Json()},
                      {"verifierKey", vkey.empty() ? Json() : Json::text(vkey)}}));
    return kDone;
  }
  tellCompromised(call, name, suspect, entry);
  if (!next) return kDone;
  call.console.line("The next key in its place is enrolled in " + entryName(first.value()) + ".");
  if (!vkey.empty()) tellVkey(call, "New verifier key: ", vkey);
  return kDone;
}

}  // namespace minutebook

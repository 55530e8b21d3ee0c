// `minutebook publish DIR`: tiles, bundles, keys and schema; then the witnesses; and last the
// signed checkpoint, if as many have cosigned as the policy asks for.

#include "ledger/store/publish.h"

#include "cli/commands.h"
#include "cli/keys/own_keys.h"
#include "cli/session.h"
#include "cli/witness/cosigning.h"
#include "cli_files.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/published_log.h"
#include "schema_files.h"

namespace minutebook {

namespace {

NewCheckpoint sign(Call& call, const LedgerPlace& place, const Directory& published,
                   const Cosigning& cosigning) {
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  cosigning.compareFirst(writing.guard, writing.store->reader());
  const OwnKeys own = ownKeys(call, writing);
  return makeCheckpoint(*writing.store, writing.submitter, writing.guard, own.forPublishing(),
                        {call.surroundings.now(), call.surroundings.random}, published);
}

std::optional<std::string> readNote(const Directory& directory, std::string_view name) {
  const std::optional<Bytes> bytes = directory.read(name, kNoteBytesMax);
  if (!bytes) return std::nullopt;
  return std::string(asText(*bytes));
}

/// A checkpoint of this ledger, if `note` is one that it has signed.
std::optional<NewCheckpoint> ownCheckpoint(const LedgerPlace& place,
                                           const std::vector<std::string>& vkeys,
                                           const std::string& note) {
  Sha256 hasher;
  const auto trusted = TrustedKeys::of(hasher, vkeys);
  if (!trusted) return std::nullopt;
  const auto opened = openCheckpoint(trusted.value(), place.origin, note);
  if (!opened) return std::nullopt;
  const Checkpoint& head = opened.value().checkpoint;
  std::vector<std::string> signedBy;
  for (std::size_t i = 0; i < vkeys.size(); ++i) {
    for (const VerifiedSignature& signature : opened.value().signatures) {
      if (signature.key == i) signedBy.push_back(vkeys[i]);
    }
  }
  const std::string newest = signedBy.front();
  return NewCheckpoint{{head.size, head.root}, note, newest, std::nullopt, signedBy, vkeys};
}

/// The checkpoint that cosignatures came for: the newest that stands whole in one of the files, or
/// else the one that waits. Nothing is signed for it: that was done when it began to wait.
std::optional<NewCheckpoint> waiting(Call& call, const LedgerPlace& place,
                                     const std::vector<std::string>& vkeys,
                                     const Directory& published) {
  std::optional<NewCheckpoint> newest;
  const std::vector<GivenCosignatures> all = givenCosignatures(call.arguments);
  for (const GivenCosignatures& given : all) {
    auto own = ownCheckpoint(place, vkeys, given.text);
    if (own && (!newest || own->head.size > newest->head.size)) newest = std::move(own);
  }
  if (newest || all.empty()) return newest;
  const std::optional<std::string> note = readNote(published, kWaitingCheckpointFile);
  return note ? ownCheckpoint(place, vkeys, *note) : std::nullopt;
}

Json namesJson(const std::set<std::string>& names) {
  Json list = Json::list();
  for (const std::string& name : names) list.add(Json::text(name));
  return list;
}

void tellPublished(Call& call, const Directory& published, const Published& done,
                   const NewCheckpoint& checkpoint, const CosignedResult& cosigned) {
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/publish/1",
        Json::object({{"directory", Json::text(published.path().string())},
                      {"size", Json::number(static_cast<std::int64_t>(done.head.size))},
                      {"root", Json::text(toBase64(done.head.root.view()))},
                      {"filesWritten", Json::number(static_cast<std::int64_t>(done.filesWritten))},
                      {"cosignedBy", namesJson(cosigned.witnesses)},
                      {"verifierKey", Json::text(checkpoint.vkey)}}));
    return;
  }
  call.console.line("Published " + std::to_string(done.head.size) + " entries to " +
                    published.path().string() + ".");
  call.console.line("Verifier key: " + checkpoint.vkey);
  for (const std::string& older : checkpoint.vkeys) {
    if (older != checkpoint.vkey) call.console.line("Signed with this older key, too: " + older);
  }
  call.console.note(
      "Give the verifier key to readers by another way than this directory. They "
      "check with: minutebook verify DIR --vkey KEY");
}

ExitStatus keepWaiting(Call& call, Directory& published, const NewCheckpoint& checkpoint,
                       const Cosigning& cosigning, const CosignedResult& cosigned) {
  published.writeDurably(kWaitingCheckpointFile, asBytes(checkpoint.note));
  const std::string directory = published.path().string();
  return call.console.trouble(
      kInUse,
      "no new checkpoint was published of these " + std::to_string(checkpoint.head.size) +
          " entries: " + tellTooFew(call, cosigning, cosigned),
      cosigned.byFile.empty()
          ? "Recording goes on as ever. Run publish again when the others can be reached."
          : "Recording goes on as ever. Give " + directory +
                " to those who are asked by file: they run minutebook witness cosign. Then: "
                "minutebook publish " +
                directory + " --cosignatures FILE");
}

}  // namespace

ExitStatus runPublish(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "publish needs one directory",
                "For example: minutebook publish published/");
  }
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  const Outcome<Cosigning> cosigning = Cosigning::forLedger(call, place);
  if (!cosigning) return call.console.refused(cosigning.refusal(), "policy");
  Directory published = Directory::create(call.arguments.words[0], Readers::kEveryone);
  std::optional<NewCheckpoint> waited = waiting(call, place, cosigning.value().vkeys(), published);
  NewCheckpoint checkpoint =
      waited ? std::move(*waited) : sign(call, place, published, cosigning.value());
  // The lock is free again: copying reads a snapshot beside whoever writes next.
  auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook publish");
  std::vector<std::string> notes;
  for (const std::string_view name : {kCheckpointFile, kWaitingCheckpointFile}) {
    if (auto note = readNote(published, name)) notes.push_back(std::move(*note));
  }
  if (waited) {
    compareWithSigned("what was cosigned", checkpoint.note, place.origin, checkpoint.known,
                      store->reader());
    for (const std::string& note : notes) {
      compareWithSigned(published.path().string(), note, place.origin, checkpoint.known,
                        store->reader());
    }
  }
  Published done = copyFiles(store->reader(), checkpoint,
                             {embedded::schema_capnp, cli_files::published_txt}, published);
  const auto cosigned = cosigning.value().cosign(checkpoint, store->reader(), notes);
  if (!cosigned) return call.console.refused(cosigned.refusal());
  if (!cosigned.value().isEnough) {
    return keepWaiting(call, published, checkpoint, cosigning.value(), cosigned.value());
  }
  showCheckpoint(checkpoint, published);
  published.remove(kWaitingCheckpointFile);
  tellPublished(call, published, done, checkpoint, cosigned.value());
  tellCosigned(call, cosigning.value(), cosigned.value());
  return kDone;
}

}  // namespace minutebook

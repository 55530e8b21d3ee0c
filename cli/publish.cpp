// `minutebook publish DIR`: tiles, bundles, keys and schema, and last the signed checkpoint.

#include "ledger/store/publish.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "schema_files.h"

namespace minutebook {

namespace {

NewCheckpoint sign(Call& call, const LedgerPlace& place, const Directory& published) {
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  SigningKey clerk = writing.keys.get(kClerkKeyName);
  SigningKey log = writing.keys.get(kLogKeyName);
  return makeCheckpoint(*writing.store, writing.submitter, writing.guard, {clerk, log},
                        {call.surroundings.now(), call.surroundings.random}, published);
}

}  // namespace

ExitStatus runPublish(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "publish needs one directory",
                "For example: minutebook publish published/");
  }
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  Directory published = Directory::create(call.arguments.words[0], Readers::kEveryone);
  NewCheckpoint checkpoint = sign(call, place, published);
  // The lock is free again: copying reads a snapshot beside whoever writes next.
  auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook publish");
  Published result = copyOut(store->reader(), checkpoint, {embedded::schema_capnp}, published);
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/publish/1",
        Json::object(
            {{"directory", Json::text(published.path().string())},
             {"size", Json::number(static_cast<std::int64_t>(result.head.size))},
             {"root", Json::text(toBase64(result.head.root.view()))},
             {"filesWritten", Json::number(static_cast<std::int64_t>(result.filesWritten))},
             {"verifierKey", Json::text(checkpoint.vkey)}}));
    return kDone;
  }
  call.console.line("Published " + std::to_string(result.head.size) + " entries to " +
                    published.path().string() + ".");
  call.console.line("Verifier key: " + checkpoint.vkey);
  call.console.note(
      "Give the verifier key to readers by another way than this directory. They "
      "check with: minutebook verify DIR --vkey KEY");
  return kDone;
}

}  // namespace minutebook

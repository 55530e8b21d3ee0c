// `minutebook prove ID`: the inclusion proof of one entry, in the form that other programs read.

#include "cli/commands.h"
#include "cli/find_record.h"
#include "cli/handing_out/handing_out.h"
#include "cli/handing_out/receipt_maker.h"
#include "cli/keys/own_keys.h"
#include "cli/session.h"
#include "cli/witness/cosigning.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// What is proved, and under which checkpoint.
struct Proved {
  std::uint64_t entry = 0;
  NewCheckpoint checkpoint;
};

Outcome<Proved> sign(Call& call, const LedgerPlace& place) {
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  const EntryStore& store = *writing.store;
  if (auto refusal = compareForReader(call, place, writing.guard, store.reader())) {
    return *refusal;
  }
  const std::uint64_t index =
      findOneRecord(call.arguments.words[0], store.size(), [&](std::string_view key) {
        return store.findFact(key);
      }).entry;
  const OwnKeys own = ownKeys(call, writing);
  return Proved{
      index, makeCheckpoint(*writing.store, writing.submitter, writing.guard, own.forPublishing(),
                            {call.surroundings.now(), call.surroundings.random})};
}

void writeNew(Call& call, const NewPath& to, ByteView content) {
  NewFile file(to, call.surroundings.random);
  writeAllAt(file.descriptor(), content, 0, to.path().string());
  syncData(file.descriptor(), to.path().string());
  file.becomes(to);
}

}  // namespace

ExitStatus runProve(Call& call) {
  const Arguments& arguments = call.arguments;
  if (arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "prove needs one record or entry",
                "For example: minutebook prove D-7 -o D-7.tlog-proof");
  }
  std::optional<NewPath> to;
  std::optional<NewPath> entry;
  if (arguments.output) to.emplace(arguments.output, "D-7.tlog-proof");
  if (arguments.entry) entry.emplace(arguments.entry, "D-7.entry");
  const LedgerPlace place = findLedger(arguments, call.surroundings);
  Outcome<Proved> signedHead = sign(call, place);
  if (!signedHead) return call.console.refused(signedHead.refusal());
  Proved& made = signedHead.value();
  // The writer's lock is free again: witnesses may take their time.
  const auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook prove");
  if (auto refusal = cosignForReader(call, place, made.checkpoint, store->reader())) {
    return call.console.refused(*refusal);
  }
  const std::string proof = proofOf(*store, made.checkpoint, made.entry).encode();
  if (entry) writeNew(call, *entry, store->reader().entry(made.entry));
  if (!to) {
    call.console.raw(proof);
    return kDone;
  }
  writeNew(call, *to, asBytes(proof));
  if (call.console.isJson()) {
    call.console.document("minutebook/prove/1",
                          Json::object({{"file", Json::text(*arguments.output)},
                                        {"entry", number(made.entry)},
                                        {"verifierKey", Json::text(made.checkpoint.vkey)}}));
    return kDone;
  }
  call.console.line("Wrote " + *arguments.output + ", the proof of entry " +
                    std::to_string(made.entry) + ".");
  call.console.line("Verifier key: " + made.checkpoint.vkey);
  call.console.note("They check with: minutebook verify " + *arguments.output +
                    " --entry FILE --vkey KEY, where FILE holds the entry.");
  return kDone;
}

}  // namespace minutebook

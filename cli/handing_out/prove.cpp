// `minutebook prove ID`: the inclusion proof of one entry, in the form that other programs read.

#include "cli/commands.h"
#include "cli/find_record.h"
#include "cli/handing_out/handing_out.h"
#include "cli/handing_out/receipt_maker.h"
#include "cli/session.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// What is written.
struct Proved {
  std::uint64_t entry = 0;
  std::string proof;
  Bytes bytes;
  std::string vkey;
};

Proved prove(Call& call) {
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  const EntryStore& store = *writing.store;
  const std::uint64_t index =
      findOneRecord(call.arguments.words[0], store.size(), [&](std::string_view key) {
        return store.findFact(key);
      }).entry;
  const SigningKey clerk = writing.keys.get(kClerkKeyName);
  const SigningKey log = writing.keys.get(kLogKeyName);
  const NewCheckpoint checkpoint =
      makeCheckpoint(*writing.store, writing.submitter, writing.guard, {clerk, log},
                     {call.surroundings.now(), call.surroundings.random});
  return {index, proofOf(store, checkpoint, index).encode(), store.reader().entry(index),
          checkpoint.vkey};
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
  if (arguments.entryFile) entry.emplace(arguments.entryFile, "D-7.entry");
  const Proved made = prove(call);
  if (entry) writeNew(call, *entry, made.bytes);
  if (!to) {
    call.console.raw(made.proof);
    return kDone;
  }
  writeNew(call, *to, asBytes(made.proof));
  if (call.console.isJson()) {
    call.console.document("minutebook/prove/1",
                          Json::object({{"file", Json::text(*arguments.output)},
                                        {"entry", number(made.entry)},
                                        {"verifierKey", Json::text(made.vkey)}}));
    return kDone;
  }
  call.console.line("Wrote " + *arguments.output + ", the proof of entry " +
                    std::to_string(made.entry) + ".");
  call.console.line("Verifier key: " + made.vkey);
  call.console.note("They check with: minutebook verify " + *arguments.output +
                    " --entry FILE --vkey KEY, where FILE holds the entry.");
  return kDone;
}

}  // namespace minutebook

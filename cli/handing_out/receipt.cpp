// `minutebook receipt ID`: a receipt for one entry, or for all entries about somebody, that its
// holder can check offline.

#include "audit/verify/verify_receipt.h"
#include "cli/commands.h"
#include "cli/find_record.h"
#include "cli/handing_out/gather.h"
#include "cli/handing_out/handing_out.h"
#include "cli/handing_out/receipt_file.h"
#include "cli/handing_out/receipt_maker.h"
#include "cli/keys/own_keys.h"
#include "cli/model.h"
#include "cli/qr_code.h"
#include "cli/verify_parts.h"
#include "cli/viewing.h"
#include "cli/witness/cosigning.h"
#include "ledger/base/fault.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/store/thread_map.h"
#include "ledger/tlog/fingerprint.h"

namespace minutebook {

namespace {

constexpr const char* kExample = "For example: minutebook receipt D-7 -o D-7.html";

/// What the receipt is to be about.
struct Asked {
  std::uint64_t entry = 0;
  std::optional<ThreadName> thread;  ///< All entries about this; then `entry` counts for nothing.
};

/// "participant:P-99" where P-99 is nobody: then it can be shown that nothing is recorded.
std::optional<ThreadName> nobodyNamedBy(const std::string& text, bool everything) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto where = registerNamed(text.substr(0, colon));
  if (!where || *where == schema::Register::ENTRY) return std::nullopt;
  if (*where != schema::Register::PARTICIPANT && !everything) return std::nullopt;
  return ThreadName{*where, text.substr(colon + 1)};
}

Asked askedFor(const Arguments& arguments, const EntryStore& store) {
  if (arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "receipt needs one record, entry or participant", kExample);
  }
  const std::string& text = arguments.words[0];
  auto find = [&](std::string_view key) { return store.findFact(key); };
  if (findRecords(text, store.size(), find).empty()) {
    if (auto nobody = nobodyNamedBy(text, arguments.everything)) return {0, std::move(nobody)};
    throw Fault(FaultKind::kMissing, "there is no record " + text + " in this ledger",
                "Check the spelling. A receipt that nothing is recorded about somebody needs the "
                "kind in front: minutebook receipt participant:P-99.");
  }
  const FoundRecord found = findOneRecord(text, store.size(), find);
  const bool isPerson = found.where == schema::Register::PARTICIPANT;
  if (!isPerson && !arguments.everything) return {found.entry, std::nullopt};
  // An entry found by its number has a thread under the id of its statement.
  const std::string id = found.where == schema::Register::ENTRY
                             ? statementOf(entryAt(store, found.entry)).id().text()
                             : found.id;
  return {found.entry, ThreadName{found.where, id}};
}

/// A receipt without its checkpoint, and the checkpoint before it is cosigned.
struct Issued {
  Receipt receipt;
  NewCheckpoint checkpoint;
};

/// Makes one receipt under the writer's lock. Used once.
class Issuing {
 public:
  Issuing(Call& call, const LedgerPlace& place)
      : call_(call),
        place_(place),
        writing_(place, call.catalogue, call.arguments, call.surroundings,
                 openMasterKey(place, call.arguments, call.surroundings)),
        asked_(askedFor(call.arguments, *writing_.store)),
        model_(modelOf(place, call.catalogue)) {
    checkFitsText(call.arguments, asked_.thread.has_value());
  }

  Outcome<Issued> run() {
    receipt_.origin = place_.origin;
    if (auto refusal = compareForReader(call_, place_, writing_.guard, writing_.store->reader())) {
      return *refusal;
    }
    receipt_.reader = viewerOf(call_.arguments, *writing_.store, schema::Audience::PUBLIC);
    Gathered gathered = openFor(receipt_.reader);
    if (!receipt_.reader.participant.empty()) {
      // On record before anything leaves: whoever it is about will read of it.
      auto recorded = recordDisclosures(call_, writing_, receipt_.reader, gathered.fields);
      if (!recorded) return recorded.refusal();
      receipt_.recordedIn = std::move(recorded).value();
      receipt_.purpose = call_.arguments.purpose;
    }
    sign();
    prove();
    place(std::move(gathered));
    return Issued{std::move(receipt_), std::move(*checkpoint_)};
  }

 private:
  std::vector<std::uint64_t> entriesAsked() {
    if (!asked_.thread) return {asked_.entry};
    model_.catchUp(writing_.store->reader());
    Query query = model_.query();
    std::vector<std::uint64_t> entries = threadEntries(query, *asked_.thread);
    if (entries.size() <= kReceiptEntriesMax) return entries;
    throw Fault(FaultKind::kUsage,
                std::to_string(entries.size()) + " entries are more than one receipt holds",
                "Publish the ledger, or hand out a bundle: both show all of it.");
  }

  Gathered openFor(const Viewer& reader) {
    const std::vector<std::uint64_t> entries = entriesAsked();
    if (reader.audience == schema::Audience::PUBLIC) return {};
    return gatherOpenings(*writing_.store, writing_.dataKeys, call_.catalogue, {reader, {}},
                          entries);
  }

  void sign() {
    const OwnKeys own = ownKeys(call_, writing_);
    checkpoint_ =
        makeCheckpoint(*writing_.store, writing_.submitter, writing_.guard, own.forPublishing(),
                       {call_.surroundings.now(), call_.surroundings.random});
    receipt_.vkey = checkpoint_->vkey;
    size_ = checkpoint_->head.size;
  }

  void prove() {
    const EntryStore& store = *writing_.store;
    ReceiptMaker maker(store, size_);
    for (std::uint64_t index : entriesAsked()) receipt_.entries.push_back(maker.entry(index));
    if (asked_.thread) {
      Sha256 hasher;
      receipt_.threads =
          ThreadProof{{std::string(registerName(asked_.thread->where)), asked_.thread->id},
                      maker.proven(size_ - 1),
                      findInThreadMap(store, threadKey(hasher, *asked_.thread))};
    }
    model_.catchUp(store.reader());
    Query query = model_.query();
    for (std::uint64_t index : signerEntries(receipt_, store, query)) {
      receipt_.keys.push_back(maker.proven(index));
    }
  }

  void place(Gathered gathered) {
    for (BundleOpening& opening : gathered.openings) {
      for (ReceiptEntry& entry : receipt_.entries) {
        if (entry.proven.index != opening.entry) continue;
        entry.openings.push_back({opening.path, opening.salt, std::move(opening.value)});
        break;
      }
    }
  }

  Call& call_;
  const LedgerPlace& place_;
  Writing writing_;
  Asked asked_;
  ReadModel model_;
  Receipt receipt_;
  std::optional<NewCheckpoint> checkpoint_;
  std::uint64_t size_ = 0;
};

/// Has the checkpoint cosigned, now that the writer's lock is free, and puts it in.
std::optional<Refusal> haveCosigned(Call& call, const LedgerPlace& place, Issued& issued) {
  const auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook receipt");
  if (auto refusal = cosignForReader(call, place, issued.checkpoint, store->reader())) {
    return refusal;
  }
  issued.receipt.checkpoint = issued.checkpoint.note;
  issued.receipt.witnesses = cosignerKeys(call, place, issued.checkpoint);
  issued.receipt.says = wordsOf(issued.receipt);
  return std::nullopt;
}

/// A receipt that does not hold is not handed out.
void checkOwn(const Call& call, const SecretBytes& json) {
  Outcome<Receipt> again = Receipt::parse(asText(json.view()));
  if (!again) throw Fault(FaultKind::kUsage, again.refusal().reason, "Hand out a bundle instead.");
  const std::string vkey = again.value().vkey;
  const ReceiptCheck check =
      verifyReceipt(std::move(again).value(), call.catalogue, {vkey, std::nullopt});
  if (check.findings.empty()) return;
  const Finding& finding = check.findings.front();
  throw Fault(FaultKind::kCorrupt,
              "the receipt would not hold: " + std::string(finding.what()) + " " + finding.detail,
              "Run minutebook verify, and rebuild; nothing was handed out.");
}

Json entriesJson(const Receipt& receipt) {
  Json list = Json::list();
  for (const ReceiptEntry& entry : receipt.entries) list.add(number(entry.proven.index));
  return list;
}

void tellJson(Call& call, const Receipt& receipt) {
  std::size_t opened = 0;
  for (const ReceiptEntry& entry : receipt.entries) opened += entry.openings.size();
  Json recordedIn = Json::list();
  for (std::uint64_t entry : receipt.recordedIn) recordedIn.add(number(entry));
  Json json = Json::object({{"file", Json::text(*call.arguments.output)},
                            {"says", Json::text(receipt.says.front())},
                            {"entries", entriesJson(receipt)},
                            {"for", Json::text(formatViewer(receipt.reader))},
                            {"opened", number(opened)},
                            {"recordedIn", std::move(recordedIn)},
                            {"verifierKey", Json::text(receipt.vkey)},
                            {"fingerprint", Json::text(fingerprintOf(receipt.vkey))}});
  call.console.document("minutebook/receipt-made/1", std::move(json));
}

void tell(Call& call, const Receipt& receipt, const SecretBytes& file) {
  if (call.console.isJson()) return tellJson(call, receipt);
  Console& console = call.console;
  console.line("Wrote " + *call.arguments.output + ".");
  for (std::size_t i = 0; i + 1 < receipt.says.size(); ++i) console.line(receipt.says[i]);
  std::size_t opened = 0;
  for (const ReceiptEntry& entry : receipt.entries) opened += entry.openings.size();
  if (opened != 0) {
    console.line(std::to_string(opened) + " sealed field" + (opened == 1 ? " is" : "s are") +
                 " opened in it, for " + viewerInWords(receipt.reader) + ".");
  }
  if (!receipt.recordedIn.empty()) {
    console.line("That this was opened is recorded from entry " +
                 std::to_string(receipt.recordedIn.front()) + " on.");
  }
  console.line("Verifier key: " + receipt.vkey);
  console.line("Its fingerprint: " + fingerprintOf(receipt.vkey));
  if (call.arguments.qr) tellQrCode(console, file.view());
  console.note(
      "Give the verifier key, or its fingerprint, to the receipt's holder by another way. "
      "They check with: minutebook verify " +
      *call.arguments.output + " --vkey KEY");
}

}  // namespace

ExitStatus runReceipt(Call& call) {
  const ReceiptForm form = receiptFormOf(call.arguments);
  const NewPath to(call.arguments.output, "D-7.html");
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  Outcome<Issued> made = Issuing(call, place).run();
  if (!made) return call.console.refused(made.refusal());
  if (auto refusal = haveCosigned(call, place, made.value())) return call.console.refused(*refusal);
  const Receipt& receipt = made.value().receipt;
  const SecretBytes json = receipt.encode();
  checkOwn(call, json);
  const SecretBytes file = writtenAs(form, receipt, call.catalogue);
  NewFile written(to, call.surroundings.random);
  writeAllAt(written.descriptor(), file.view(), 0, to.path().string());
  syncData(written.descriptor(), to.path().string());
  written.becomes(to);
  tell(call, receipt, file);
  return kDone;
}

}  // namespace minutebook

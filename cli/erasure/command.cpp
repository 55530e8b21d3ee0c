// `minutebook erase PARTICIPANT`: what was sealed about a person, gone for good.

#include <algorithm>

#include "cli/commands.h"
#include "cli/drafts.h"
#include "cli/erasure/again.h"
#include "cli/erasure/check.h"
#include "cli/erasure/plan.h"
#include "cli/erasure/preview.h"
#include "cli/erasure/search.h"
#include "cli/model.h"
#include "ledger/base/fault.h"
#include "ledger/store/erased_keys.h"

namespace minutebook {

namespace {

/// Everything that is known before anything is destroyed.
struct Prepared {
  ErasureDuty duty;
  Going going;
  std::vector<KeptLine> kept;
  ErasurePlan plan;
};

Json whatJson(const ErasureRecord& asked) {
  if (asked.reach == ErasureReach::kEverything) return Json::object({{"everything", Json()}});
  Json these = Json::list();
  for (const StatementId& entry : asked.entries) these.add(Json::text("entry:" + entry.text()));
  return Json::object({{"these", these}});
}

/// The erasureDone, but for what only the end knows.
Json recordOf(Call& call, const Prepared& prepared) {
  const ErasureRecord& asked = prepared.duty.asked;
  Json record = Json::object({{"kind", Json::text("erasureDone")},
                              {"participant", Json::text(asked.participant)},
                              {"requested", Json::text("entry:" + prepared.duty.statement.text())},
                              {"what", whatJson(asked)}});
  const std::string authority = call.arguments.authority.value_or(asked.askedBy);
  if (!authority.empty()) record.set("authority", Json::text(authority));
  if (!asked.legalBasis.empty()) record.set("legalBasis", Json::text(asked.legalBasis));
  record.set("reason", Json::text(call.arguments.reason.value_or(
                           "Asked for at entry " + std::to_string(prepared.duty.entry) + ".")));
  Json kept = Json::list();
  for (const KeptLine& line : prepared.kept) {
    kept.add(Json::object({{"what", Json::text(line.what)}, {"why", Json::text(line.why)}}));
  }
  record.set("kept", kept);
  record.set("keysDestroyed", Json::text(std::to_string(prepared.going.keys.size())));
  record.set("openingsDeleted", Json::text(std::to_string(prepared.going.openings)));
  record.set("mayRemain", Json::text(mayRemainInWords()));
  Json keys = Json::list();
  for (const ErasedKey& key : keysOf(prepared.going)) keys.add(Json::text(toHex(key.id.view())));
  if (!keys.items().empty()) record.set("keys", keys);
  return record;
}

Prepared prepare(Call& call, Writing& writing, const LedgerPlace& place, const Author& author,
                 ErasureDuty duty, Leftovers& leftovers) {
  Prepared prepared{std::move(duty), {}, {}, {}};
  prepared.going =
      whatGoes(*writing.store, place, call.catalogue, writing.dataKeys, prepared.duty, leftovers);
  ReadModel model = modelOf(place, call.catalogue);
  model.catchUp(writing.store->reader());
  Query query = model.query();
  setOwnWordsAside(leftovers, readModelIsMadeOf(query));
  prepared.kept = keptLines(prepared.going, staysOf(query, prepared.duty.asked.participant));
  ErasurePlan& plan = prepared.plan;
  plan.author = author.participant;
  plan.id = freshId(call.surroundings);
  plan.keys = keysOf(prepared.going);
  plan.stays =
      digestOfWhatStays(*writing.store, place, call.catalogue, writing.dataKeys, plan.keys);
  plan.record = recordOf(call, prepared);
  return prepared;
}

/// Whether the record can be made at all, asked before anything is destroyed for it.
std::optional<Refusal> rehearse(Call& call, Writing& writing, const LedgerPlace& place,
                                const Author& author, const ErasurePlan& plan) {
  Outcome<PreparedDraft> draft =
      erasureDone(plan, place.origin, call.catalogue, author.key,
                  searchedJson({{"the ledger's directory", 0, "", "", {}}}), true);
  if (!draft) return draft.refusal();
  // One of its own: what a recorder has rehearsed counts as recorded for it.
  Recorder recorder(call.catalogue, *writing.store, writing.sequencer, writing.dataKeys,
                    call.surroundings.random, place.origin);
  std::vector<PreparedDraft> drafts;
  drafts.push_back(std::move(draft).value());
  auto result = recorder.rehearse(std::move(drafts), author.key, call.surroundings.now());
  if (auto* refused = std::get_if<RecordingRefused>(&result)) return refused->refusal;
  return std::nullopt;
}

void tellPlan(Console& console, const Prepared& prepared) {
  if (console.isJson()) return;
  console.line("To be erased: what is sealed about " + prepared.duty.asked.participant +
               ", as asked for at entry " + std::to_string(prepared.duty.entry) + ".");
  console.line("What goes, for good:");
  for (const std::string& line : goesInWords(prepared.going)) console.line("  " + line);
  console.line("What stays:");
  for (const KeptLine& line : prepared.kept) console.line("  " + line.what + ". " + line.why);
  console.line("What this cannot reach: " + mayRemainInWords());
}

void confirm(Call& call, const std::string& participant) {
  std::optional<std::string> typed = call.arguments.confirm;
  if (!typed && !call.arguments.noInput) {
    typed = call.surroundings.askSecret("Type " + participant + " again to go on (not shown): ");
  }
  if (typed == participant) return;
  throw Fault(FaultKind::kUsage,
              typed ? "the id typed again is another one; nothing was erased"
                    : "erasing cannot be undone, so it needs the id a second time; nothing was "
                      "erased",
              "Add --confirm " + participant + ", or --dry-run to look only.");
}

Json planJson(const Prepared& prepared) {
  Json kept = Json::list();
  for (const KeptLine& line : prepared.kept) {
    kept.add(Json::object({{"what", Json::text(line.what)}, {"why", Json::text(line.why)}}));
  }
  return Json::object({{"participant", Json::text(prepared.duty.asked.participant)},
                       {"requested", number(prepared.duty.entry)},
                       {"dataKeys", number(prepared.going.keys.size())},
                       {"sealedValues", number(prepared.going.openings)},
                       {"entries", number(prepared.going.entries.size())},
                       {"kept", kept}});
}

/// What came of it.
struct Result {
  std::uint64_t entry = 0;
  std::vector<SearchedPlace> places;
  bool isSame = false;
  bool isFound() const {
    return std::any_of(places.begin(), places.end(),
                       [](const SearchedPlace& one) { return one.found > 0; });
  }
  bool isClean() const { return isSame && !isFound(); }
};

/// After what was found, which gives status 3.
std::string whatToDoWithLeftovers() {
  return "The erasure is done and recorded; what was found outside it is for you: delete or clean "
         "those files, and throw away copies of the keys, or put the ledger they belong to through "
         "this program once. That is what status 3 means.";
}

void tellResult(Console& console, const Prepared& prepared, const Leftovers& leftovers,
                const Result& result) {
  if (console.isJson()) {
    Json json = planJson(prepared);
    json.set("erased", Json::boolean(true));
    json.set("entry", number(result.entry));
    json.set("searchedFor", number(leftovers.values() - leftovers.notSearched()));
    json.set("notSearchedFor", number(leftovers.notSearched()));
    json.set("searched", foundJson(result.places));
    json.set("talliesSame", Json::boolean(result.isSame));
    return console.document("minutebook/erase/1", json);
  }
  console.line("Erased, and recorded as entry " + std::to_string(result.entry) + ".");
  console.line("Searched for " + std::to_string(leftovers.values() - leftovers.notSearched()) +
               " of the values; " + std::to_string(leftovers.notSearched()) +
               " are too short to be searched for:");
  for (const std::string& line : searchedInWords(result.places)) console.line("  " + line);
  if (result.isFound()) console.note(whatToDoWithLeftovers());
  console.line(result.isSame ? "Every tally and everything else that is sealed is as it was."
                             : "FAILED  A tally or a sealed value is not as it was before.");
  console.note(
      "Put every backup of the keys through the same erasure; minutebook erase --check "
      "looks again at any time.");
}

Result carryOutAndRecord(Call& call, Writing& writing, const LedgerPlace& place,
                         const Author& author, const Prepared& prepared,
                         const Leftovers& leftovers) {
  const ErasurePlan& plan = prepared.plan;
  Result result;
  carryOut(writing, place, call.catalogue, plan, call.surroundings.random);
  const std::vector<ErasedKey> known = knownErasures(place, *writing.store, call.catalogue);
  Sought sought{leftovers, {}, plan.keys};
  for (const ErasedKey& key : together(known, plan.keys)) sought.keys.insert(key.id);
  result.places = searchLeftovers(sought, *writing.store, place, call.arguments.also);
  result.isSame =
      digestOfWhatStays(*writing.store, place, call.catalogue, writing.dataKeys, {}) == plan.stays;
  Json searched = searchedJson(result.places);
  if (leftovers.notSearched() > 0) {
    searched.add(Json::object(
        {{"place", Json::text("nowhere: values too short to be searched for")},
         {"remark", Json::text(std::to_string(leftovers.notSearched()) + " values.")}}));
  }
  Outcome<PreparedDraft> draft = erasureDone(plan, place.origin, call.catalogue, author.key,
                                             std::move(searched), result.isSame);
  if (!draft) throw Fault(FaultKind::kBug, "erasureDone: " + draft.refusal().reason);
  std::vector<PreparedDraft> drafts;
  drafts.push_back(std::move(draft).value());
  const auto recorded =
      writing.recorder.record(std::move(drafts), author.key, call.surroundings.now());
  if (const auto* refused = std::get_if<RecordingRefused>(&recorded)) {
    throw Fault(FaultKind::kBug, "erasureDone: " + refused->refusal.reason);
  }
  noteErasureEnded(*writing.store);
  result.entry = std::get<Recorded>(recorded).drafts.front().index;
  return result;
}

}  // namespace

ExitStatus runErase(Call& call) {
  if (call.arguments.check) return checkErased(call);
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "erase needs the id of one participant",
                "For example: minutebook erase P-7 --dry-run");
  }
  const std::string& participant = call.arguments.words.front();
  checkCanBeSearched(call.arguments.also);
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  learnPublishedErasures(place, call.catalogue, call.arguments);
  Writing writing(place, call.catalogue, call.arguments, call.surroundings,
                  openMasterKey(place, call.arguments, call.surroundings));
  const Author author = chooseAuthor(writing.keyDirectory, writing.keys, call.arguments);
  Outcome<ErasureDuty> duty = findErasureDuty(*writing.store, call.catalogue, participant);
  if (!duty) return call.console.refused(duty.refusal());
  Leftovers leftovers;
  const Prepared prepared =
      prepare(call, writing, place, author, std::move(duty).value(), leftovers);
  if (auto refusal = rehearse(call, writing, place, author, prepared.plan)) {
    return call.console.refused(*refusal);
  }
  tellPlan(call.console, prepared);
  if (call.arguments.dryRun) {
    if (call.console.isJson()) {
      call.console.document("minutebook/erase/1",
                            planJson(prepared).set("erased", Json::boolean(false)));
    } else {
      call.console.line("Nothing was changed.");
    }
    return kDone;
  }
  confirm(call, participant);
  const Result result = carryOutAndRecord(call, writing, place, author, prepared, leftovers);
  tellResult(call.console, prepared, leftovers, result);
  return result.isClean() ? kDone : kFindings;
}

}  // namespace minutebook

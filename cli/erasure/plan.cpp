#include "cli/erasure/plan.h"

#include <algorithm>
#include <ostream>

#include "audit/report/erasure.h"
#include "cli/keys/own_keys.h"
#include "cli/model.h"
#include "ledger/base/fault.h"
#include "ledger/event/compose.h"
#include "ledger/event/submission.h"
#include "ledger/store/erased_keys.h"
#include "ledger/view/read_model.h"

namespace minutebook {

namespace {

[[noreturn]] void unreadable() {
  throw Fault(FaultKind::kCorrupt, "the note of an erasure that was begun cannot be read",
              "Use the newest version of this program; the ledger may be read meanwhile.");
}

const Json& member(const Json& from, std::string_view name) {
  const Json* found = from.find(name);
  if (!found) unreadable();
  return *found;
}

StatementId statementNamed(const Json& text) {
  const std::optional<StatementId> id = StatementId::parse(text.text());
  if (!id) unreadable();
  return *id;
}

ErasedKey keyFrom(const Json& json) {
  const std::optional<Bytes> bytes = fromHex(member(json, "id").text());
  const std::optional<DataKeyId> id = bytes ? DataKeyId::of(*bytes) : std::nullopt;
  if (!id) unreadable();
  ErasedKey key{*id, {}};
  for (const Json& entry : member(json, "only").items()) key.only.insert(statementNamed(entry));
  return key;
}

Json keyJson(const ErasedKey& key) {
  Json only = Json::list();
  for (const StatementId& entry : key.only) only.add(Json::text(entry.text()));
  return Json::object({{"id", Json::text(toHex(key.id.view()))}, {"only", only}});
}

bool isErased(const std::vector<ErasedKey>& keys, const DataKeyId& id,
              const StatementId& statement) {
  return std::any_of(keys.begin(), keys.end(), [&](const ErasedKey& key) {
    return key.id == id && (key.only.empty() || key.only.contains(statement));
  });
}

Json cutShort() {
  return Json::list({Json::object(
      {{"place", Json::text("nowhere: the erasure was cut short")},
       {"remark",
        Json::text("The search was cut short: the texts were no longer held. What was left of the "
                   "key and the sealed values was destroyed when the ledger was opened next.")}})});
}

}  // namespace

std::string ErasurePlan::written() const {
  Json list = Json::list();
  for (const ErasedKey& key : keys) list.add(keyJson(key));
  return writeJson(Json::object({{"author", Json::text(author)},
                                 {"statementId", Json::text(id.text())},
                                 {"keys", list},
                                 {"stays", Json::text(stays)},
                                 {"record", record}}));
}

ErasurePlan ErasurePlan::read(std::string_view text) {
  const Outcome<Json> json = parseJson(text);
  if (!json) unreadable();
  ErasurePlan plan;
  plan.author = member(json.value(), "author").text();
  plan.id = statementNamed(member(json.value(), "statementId"));
  for (const Json& key : member(json.value(), "keys").items()) plan.keys.push_back(keyFrom(key));
  plan.stays = member(json.value(), "stays").text();
  plan.record = member(json.value(), "record");
  return plan;
}

std::string digestOfWhatStays(const EntryStore& store, const LedgerPlace& place,
                              const Catalogue& catalogue, const DataKeys& dataKeys,
                              const std::vector<ErasedKey>& keys) {
  ReadModel model = modelOf(place, catalogue);
  model.catchUp(store.reader());
  Query query = model.query();
  Sha256 hasher;
  Bytes all = toBytes(sha256(asBytes(talliesText(query))).view());
  Aead aead;
  store.forEachOpening([&](std::uint64_t index, const Opening& opening) {
    const DataKey* key = dataKeys.find(opening.keyId);
    if (!key) return;
    const StatementId statement = statementOf(entryAt(store, index)).id();
    if (isErased(keys, opening.keyId, statement)) return;
    auto value = openValue(aead, *key, {place.origin, statement}, opening);
    if (!value) {
      throw Fault(FaultKind::kCorrupt,
                  "an opening of entry " + std::to_string(index) + " cannot be opened",
                  "Run minutebook verify before anything is erased.");
    }
    appendU64(all, index);
    append(all, commitmentOf(hasher, value->salt, opening.path, value->value).view());
    wipe(value->value);
    wipe(value->salt);
  });
  return toHex(sha256(all).view());
}

DestroyedSealed carryOut(Writing& writing, const LedgerPlace& place, const Catalogue& catalogue,
                         const ErasurePlan& plan, RandomSource& random) {
  noteErasureBegun(*writing.store, plan.written());
  noteErasedKeys(place.guard, place.origin, plan.keys);
  Eraser eraser(*writing.store, writing.keyDirectory, &writing.dataKeys, place.origin, random);
  const DestroyedSealed done = eraser.destroy(plan.keys);
  // It holds nothing sealed; what a mistake may have left in its file goes with the file.
  modelOf(place, catalogue).rebuild(writing.store->reader());
  return done;
}

Outcome<PreparedDraft> erasureDone(const ErasurePlan& plan, const std::string& origin,
                                   const Catalogue& catalogue, const SigningKey& author,
                                   Json searched, bool isSame) {
  Json line = plan.record;
  line.set("searched", std::move(searched));
  line.set("talliesSame", Json::text(isSame ? "yes" : "no"));
  const Composer composer(catalogue, {origin, toBytes(author.publicKey().view()), plan.author});
  Outcome<Draft> draft = composer.compose(line);
  if (!draft) return draft.refusal();
  return PreparedDraft{std::move(draft).value(), plan.id};
}

namespace {

/// Records the end of an erasure with one key. A refusal is in words.
struct Finished {
  std::optional<std::uint64_t> entry;
  std::string refused;
};
Finished recordEnd(Writing& writing, const LedgerPlace& place, const Catalogue& catalogue,
                   const ErasurePlan& plan, const SigningKey& key, Surroundings& surroundings) {
  const bool isSame =
      digestOfWhatStays(*writing.store, place, catalogue, writing.dataKeys, {}) == plan.stays;
  Outcome<PreparedDraft> done = erasureDone(plan, place.origin, catalogue, key, cutShort(), isSame);
  if (!done) throw Fault(FaultKind::kBug, "erasureDone: " + done.refusal().reason);
  std::vector<PreparedDraft> drafts;
  drafts.push_back(std::move(done).value());
  const auto result = writing.recorder.record(std::move(drafts), key, surroundings.now());
  if (const auto* refused = std::get_if<RecordingRefused>(&result)) {
    return {std::nullopt, refused->refusal.reason};
  }
  return {std::get<Recorded>(result).drafts.front().index, ""};
}

/// With the key of whoever began it. Where that is lost or was revoked meanwhile, the ledger itself
/// records it, so that nothing waits for a key that may never come back.
std::uint64_t recordEndByAnybody(Writing& writing, const LedgerPlace& place,
                                 const Catalogue& catalogue, const ErasurePlan& plan,
                                 Surroundings& surroundings) {
  std::string why = "the key of " + plan.author + " is not here";
  if (const std::optional<SigningKey> author = writing.keys.find(authorKeyName(plan.author))) {
    const Finished byAuthor = recordEnd(writing, place, catalogue, plan, *author, surroundings);
    if (byAuthor.entry) return *byAuthor.entry;
    why = byAuthor.refused;
  }
  ErasurePlan byLedger = plan;
  if (!byLedger.record.find("authority")) byLedger.record.set("authority", Json::text(plan.author));
  const std::optional<SigningKey> clerk = findClerkKey(writing);
  const Finished byClerk =
      clerk ? recordEnd(writing, place, catalogue, byLedger, *clerk, surroundings)
            : Finished{std::nullopt, "the clerk's key is not here either"};
  if (byClerk.entry) {
    surroundings.err << "The ledger itself recorded the end of that erasure, for " << why << ".\n";
    return *byClerk.entry;
  }
  throw Fault(FaultKind::kKey,
              "an erasure was cut short: what was left of it is destroyed, but its end cannot be "
              "recorded (" +
                  why + "; " + byClerk.refused +
                  "), and nothing else is recorded before it, for it would be counted among what "
                  "was erased",
              "Reading goes on as before. Put author-" + plan.author +
                  ".key or clerk.key back into the folder keys of the ledger, from a backup of it, "
                  "and run the command again.");
}

}  // namespace

void finishErasureBegun(Writing& writing, const LedgerPlace& place, const Catalogue& catalogue,
                        Surroundings& surroundings) {
  const std::optional<std::string> note = erasureBegun(*writing.store);
  if (!note) return;
  const ErasurePlan plan = ErasurePlan::read(*note);
  std::optional<std::uint64_t> entry = writing.recorder.find(plan.id);
  carryOut(writing, place, catalogue, plan, surroundings.random);
  if (!entry) entry = recordEndByAnybody(writing, place, catalogue, plan, surroundings);
  noteErasureEnded(*writing.store);
  surroundings.err << "An erasure was cut short. It is finished now, and recorded as entry "
                   << *entry << ".\n";
}

}  // namespace minutebook

#include "cli/seal_states.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/verify/erasures.h"
#include "ledger/store/erased_keys.h"

namespace minutebook {

namespace {

/// By commitment in hex: the member that is added beside it.
using States = std::map<std::string, Json::Member>;

Json withStates(const Json& value, const States& states) {
  if (value.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (const Json& item : value.items()) list.add(withStates(item, states));
    return list;
  }
  if (value.kind() != Json::Kind::kObject) return value;
  Json object = Json::object();
  for (const Json::Member& member : value.members()) {
    object.set(member.first, withStates(member.second, states));
  }
  const Json* commitment = value.find("commitment");
  if (!commitment) return object;
  const auto state = states.find(commitment->text());
  if (state != states.end()) object.set(state->second.first, state->second.second);
  return object;
}

/// The sealed fields whose opening or data key is not there.
std::vector<SealedField> goneFields(std::uint64_t index, const Mentions& mentions,
                                    const EntryStore& store, const LedgerPlace& place) {
  const std::vector<DataKeyId> listed =
      listDataKeyIds(Directory::open(place.directory / "keys", Readers::kOwner));
  const std::set<DataKeyId> keys(listed.begin(), listed.end());
  const std::vector<Opening> openings = store.openingsOf(index);
  std::vector<SealedField> gone;
  for (const SealedField& field : mentions.sealed) {
    const bool isThere = std::any_of(openings.begin(), openings.end(), [&](const Opening& one) {
      return one.path == field.path && keys.contains(one.keyId);
    });
    if (!isThere) gone.push_back(field);
  }
  return gone;
}

/// Whether the guard's side knows of an erasure that this copy of the log does not hold.
bool isOlderThanAnErasure(const EntryStore& store, const LedgerPlace& place,
                          const Catalogue& catalogue) {
  const std::vector<ErasedKey> logged = erasedKeysInLog(store, catalogue);
  return together(logged, erasedKeysBeside(place.guard, place.origin)) != logged;
}

}  // namespace

Json withSealStates(const Json& line, std::uint64_t index, const Statement& statement,
                    const EntryStore& store, const LedgerPlace& place, const Catalogue& catalogue) {
  const Mentions mentions = mentionsOf(statement, catalogue);
  const std::vector<SealedField> gone = goneFields(index, mentions, store, place);
  if (gone.empty()) return line;
  const Erasures erasures(store.reader(), catalogue);
  const bool isOlder = isOlderThanAnErasure(store, place, catalogue);
  States states;
  for (const SealedField& field : gone) {
    const ErasureAnswer answer = erasures.of(index, statement, mentions, field);
    states[toHex(field.commitment.view())] =
        answer.erased == Erased::kNo
            ? Json::Member(isOlder ? "olderThanErasure" : "missing", Json::boolean(true))
            : Json::Member("erasedBy", Json::number(static_cast<std::int64_t>(answer.by)));
  }
  return withStates(line, states);
}

std::string sealStateInWords(const Json& sealed) {
  if (const Json* by = sealed.find("erasedBy")) {
    return "erased, by decision at entry " + by->text();
  }
  if (sealed.find("olderThanErasure")) {
    return "not here: this copy is older than an erasure that the guard's side knows of";
  }
  return sealed.find("missing")
             ? "missing, and no erasure on record says why; run minutebook verify"
             : "";
}

}  // namespace minutebook

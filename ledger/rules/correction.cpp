// Corrections. A correction changes how its entry reads: later rules that look an earlier record up
// read its newest correction, so what put a promise, role, waiver or round at its end holds only
// for as long as it still says so. What was counted (memberships, seats, tallies, pauses) stands,
// and is put right by a new record. So replay needs no going back.

#include <map>

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

/// Kinds that took effect as they were recorded: their opposite is recorded instead.
bool isCorrectable(Record::Which kind) {
  switch (kind) {
    case Record::LEDGER_OPENED:
    case Record::KEY_ENROLLED:
    case Record::KEY_REVOKED:
    case Record::RIGHT_GRANTED:
    case Record::RIGHT_REVOKED:
    case Record::ERASURE_REQUESTED:
    case Record::ERASURE_DONE:
    case Record::STANDARD_ADOPTED:
    case Record::CLAUSE_ADOPTED:
    case Record::THREADS_ROOTED:
    case Record::DISCLOSURE_MADE:
    case Record::RULES_CHANGED:
      return false;
    default:
      return true;
  }
}

/// The ids that an entry gave out, or that a correction of it says again: where each stands.
std::map<std::pair<schema::Register, std::string>, std::string> idsOf(const Mentions& mentions) {
  std::map<std::pair<schema::Register, std::string>, std::string> ids;
  for (const Mention& mention : mentions.records) {
    if (!mention.registers && !mention.restates) continue;
    ids.try_emplace({mention.where, mention.id}, mention.field);
  }
  return ids;
}

/// Others may name any id that the entry gave out, so a correction keeps them all and takes none of
/// another record's.
std::optional<Refusal> checkSameIds(const Asked& asked, const Earlier& before) {
  auto given = idsOf(mentionsOf(before.statement, asked.catalogue));
  auto said = idsOf(asked.mentions);
  for (const auto& [id, field] : said) {
    if (given.contains(id)) continue;
    return refuse("correction.other-id", field,
                  id.second + " is the id of another record, not of entry " +
                      std::to_string(before.index) + ".");
  }
  for (const auto& [id, field] : given) {
    if (said.contains(id)) continue;
    return refuse("correction.other-id",
                  field.starts_with("corrected.") ? field : "corrected." + field,
                  "Entry " + std::to_string(before.index) + " gave out " + id.second +
                      ", and the correction leaves it out.");
  }
  return std::nullopt;
}

std::optional<Refusal> checkCorrection(const Asked& asked) {
  auto correction = asked.record.getEntryCorrected();
  // The reference was checked, so the entry is there; without an entry in it the form was wrong.
  auto earlier = findNamed(asked.facts, correction.getOf());
  if (!earlier) {
    return refuse("reference.unknown", "of", "It is not said which entry was wrong.");
  }
  Record::Reader before = earlier->record;
  Record::Reader after = correction.getCorrected();
  std::string of = nameOf(correction.getOf());
  if (!isCorrectable(before.which())) {
    return refuse("correction.not-correctable", "of",
                  of + " is " + kindName(asked.catalogue, before) +
                      ", which took effect when it was recorded.");
  }
  if (before.which() != after.which()) {
    return refuse("correction.other-kind", "corrected",
                  of + " is " + kindName(asked.catalogue, before) + ", and the correction is " +
                      kindName(asked.catalogue, after) + ".");
  }
  return checkSameIds(asked, *earlier);
}

void changeCorrection(const Asked& asked, std::vector<FactChange>& changes) {
  auto earlier = findNamed(asked.facts, asked.record.getEntryCorrected().getOf());
  changes.push_back({fact::correction(earlier.value().index), fact::index(asked.index())});
}

}  // namespace

std::vector<KindRules> correctionRules() {
  return {{Record::ENTRY_CORRECTED, checkCorrection, nullptr, changeCorrection}};
}

}  // namespace minutebook

// Corrections. A correction changes how its entry reads and nothing else: what the entry made true
// the moment it was recorded (states, memberships, tallies) stands, and later rules that look an
// earlier record up read its newest correction. So replay needs no going back.

#include <capnp/dynamic.h>

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
    case Record::THREADS_ROOTED:
    case Record::DISCLOSURE_MADE:
    case Record::RULES_CHANGED:
      return false;
    default:
      return true;
  }
}

std::string ownId(Record::Reader record, const KindInfo& kind, const FieldInfo& field) {
  capnp::DynamicStruct::Reader any = record;
  return textOf(any.get(kind.field).as<capnp::DynamicStruct>().get(field.field).as<capnp::Text>());
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
  if (after.isEntryCorrected()) {
    return refuse("correction.nested", "corrected", "The corrected record is a correction itself.");
  }
  if (before.which() != after.which()) {
    return refuse("correction.other-kind", "corrected",
                  of + " is " + kindName(asked.catalogue, before) + ", and the correction is " +
                      kindName(asked.catalogue, after) + ".");
  }
  const KindInfo& kind = *asked.catalogue.kind(static_cast<std::uint16_t>(after.which()));
  for (const FieldInfo& field : kind.structure->fields) {
    bool isId = field.id != schema::Register::NOT_RECORDED && field.type == FieldType::kText &&
                !field.list && !field.inUnion;
    if (!isId || ownId(before, kind, field) == ownId(after, kind, field)) continue;
    return refuse("correction.other-id", "corrected." + field.name,
                  "The record is " + ownId(before, kind, field) + ", and the correction says " +
                      ownId(after, kind, field) + ".");
  }
  return std::nullopt;
}

void changeCorrection(const Asked& asked, std::vector<FactChange>& changes) {
  auto earlier = findNamed(asked.facts, asked.record.getEntryCorrected().getOf());
  changes.push_back({fact::correction(earlier.value().index), fact::index(asked.index())});
}

}  // namespace

std::vector<KindRules> correctionRules() {
  return {{Record::ENTRY_CORRECTED, checkCorrection, changeCorrection}};
}

}  // namespace minutebook

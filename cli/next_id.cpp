#include "cli/next_id.h"

#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

using schema::Register;

/// The letters before the number. Registers without an entry of their own use their name's.
std::string prefixOf(Register where) {
  switch (where) {
    case Register::PARTICIPANT:
      return "P-";
    case Register::ORGANISATION:
      return "ORG-";
    case Register::INITIATIVE:
      return "IN-";
    case Register::STAGE:
      return "ST-";
    case Register::GROUP:
      return "G-";
    case Register::LIMIT:
      return "L-";
    case Register::MEETING:
      return "M-";
    case Register::CHANNEL:
      return "CH-";
    case Register::SURVEY:
      return "S-";
    case Register::INPUT:
      return "I-";
    case Register::RATIONALE:
      return "RA-";
    case Register::RESPONSE:
      return "R-";
    case Register::MATTER:
      return "MA-";
    case Register::DECISION:
      return "D-";
    case Register::OPTION:
      return "O-";
    case Register::WORK:
      return "W-";
    case Register::ROUND:
      return "RO-";
    case Register::RATE:
      return "RT-";
    case Register::TIME:
      return "T-";
    case Register::CLAIM:
      return "CL-";
    case Register::PAYMENT:
      return "PAY-";
    case Register::ACTION:
      return "A-";
    case Register::PROMISE:
      return "PR-";
    case Register::FINDING:
      return "F-";
    case Register::MESSAGE:
      return "MSG-";
    case Register::AGREEMENT:
      return "AG-";
    case Register::REQUEST:
      return "RQ-";
    case Register::CONCERN:
      return "CO-";
    case Register::AGENDA_ITEM:
      return "AI-";
    default:
      return std::string(registerName(where)) + "-";
  }
}

bool isFree(const Facts& facts, Register where, std::uint64_t number) {
  return !facts.find(fact::record(where, prefixOf(where) + std::to_string(number)));
}

}  // namespace

std::string nextFreeId(const Facts& facts, Register where) {
  // Ids are mostly given in sequence: double until one is free, then halve the gap. With gaps this
  // may not be the lowest free id, but it is a free one.
  std::uint64_t free = 1;
  while (!isFree(facts, where, free)) free *= 2;
  std::uint64_t taken = free / 2;
  while (free - taken > 1) {
    std::uint64_t middle = taken + (free - taken) / 2;
    (isFree(facts, where, middle) ? free : taken) = middle;
  }
  return prefixOf(where) + std::to_string(free);
}

namespace {

/// Whether this record is to have an id of its own: always where the schema says so, and for a
/// meeting held unless it names the scheduled one.
bool needsId(const Json& line, const KindInfo& kind, const FieldInfo& id) {
  if (id.required) return true;
  const FieldInfo* other = kind.structure->find(registerName(id.id));
  return other && other->refersTo == id.id && !line.find(other->name);
}

}  // namespace

void giveId(Json& line, const KindInfo& kind, const Facts& facts) {
  const FieldInfo* id = kind.structure->find("id");
  if (!id || id->id == Register::NOT_RECORDED || line.find("id")) return;
  if (!needsId(line, kind, *id)) return;
  line.set("id", Json::text(nextFreeId(facts, id->id)));
}

}  // namespace minutebook

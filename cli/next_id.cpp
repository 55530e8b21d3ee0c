#include "cli/next_id.h"

#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

using schema::Register;

/// The letters before the number of an id that the ledger gives.
struct Prefix {
  Register where;
  std::string_view letters;
};

constexpr Prefix kPrefixes[] = {
    {Register::PARTICIPANT, "P-"}, {Register::ORGANISATION, "ORG-"}, {Register::INITIATIVE, "IN-"},
    {Register::STAGE, "ST-"},      {Register::GROUP, "G-"},          {Register::LIMIT, "L-"},
    {Register::MEETING, "M-"},     {Register::CHANNEL, "CH-"},       {Register::SURVEY, "S-"},
    {Register::INPUT, "I-"},       {Register::RATIONALE, "RA-"},     {Register::RESPONSE, "R-"},
    {Register::MATTER, "MA-"},     {Register::DECISION, "D-"},       {Register::OPTION, "O-"},
    {Register::WORK, "W-"},        {Register::ROUND, "RO-"},         {Register::RATE, "RT-"},
    {Register::TIME, "T-"},        {Register::CLAIM, "CL-"},         {Register::PAYMENT, "PAY-"},
    {Register::ACTION, "A-"},      {Register::PROMISE, "PR-"},       {Register::FINDING, "F-"},
    {Register::MESSAGE, "MSG-"},   {Register::AGREEMENT, "AG-"},     {Register::REQUEST, "RQ-"},
    {Register::CONCERN, "CO-"},    {Register::AGENDA_ITEM, "AI-"},   {Register::CALL, "CALL-"},
    {Register::EVIDENCE, "EV-"},   {Register::ANALYSIS, "AN-"},      {Register::CONCLUSION, "CN-"},
    {Register::OUTCOME, "OUT-"},   {Register::REPORT, "RP-"},        {Register::REVIEW, "RV-"},
    {Register::EXPERIMENT, "EX-"}, {Register::WAIVER, "WV-"},        {Register::STANDARD, "STD-"},
};

/// Registers whose ids people always choose go by their name.
std::string prefixOf(Register where) {
  for (const Prefix& prefix : kPrefixes) {
    if (prefix.where == where) return std::string(prefix.letters);
  }
  return std::string(registerName(where)) + "-";
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

// `minutebook show ID`: a record as it stands in the log, and what was said about it since.

#include "audit/report/amendments.h"
#include "cli/commands.h"
#include "cli/disclosing.h"
#include "cli/find_record.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "cli/seal_states.h"
#include "cli/session.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

/// One value as a person reads it; nested things are indented.
void tellValue(Console& console, const std::string& name, const Json& value, std::size_t depth) {
  std::string indent(depth * 2, ' ');
  std::string label = name.empty() ? "-" : everydayWords(name) + ":";
  if (const std::string state = sealStateInWords(value); !state.empty()) {
    console.line(indent + label + " (" + state + ")");
  } else if (const Json* commitment = value.find("commitment")) {
    console.line(indent + label + " (sealed; commitment " + commitment->text().substr(0, 16) +
                 "...)");
  } else if (const Json* open = value.find("public"); open && value.members().size() == 1) {
    console.line(indent + label + " " + open->text());
  } else if (value.kind() == Json::Kind::kObject) {
    console.line(indent + label);
    for (const Json::Member& member : value.members()) {
      tellValue(console, member.first, member.second, depth + 1);
    }
  } else if (value.kind() == Json::Kind::kList) {
    console.line(indent + label);
    for (const Json& item : value.items()) tellValue(console, "", item, depth + 1);
  } else {
    console.line(indent + label + " " + (value.isNull() ? "yes" : value.text()));
  }
}

/// What was put right and disputed of one entry.
Amendments saidSince(Reading& reading, std::uint64_t entry) {
  Query query = reading.model.query();
  auto index = static_cast<std::int64_t>(entry);
  return amendmentsOf(query, {index})[index];
}

Json linesJson(const std::vector<Line>& lines) {
  Json list = Json::list();
  for (const Line& line : lines) {
    list.add(Json::object(
        {{"entry", Json::number(line.entries.front())}, {"text", Json::text(line.text)}}));
  }
  return list;
}

}  // namespace

ExitStatus runShow(Call& call) {
  const std::string& id = onlyId(call, "I-7");
  Reading reading(call);
  const std::unique_ptr<EntryStore>& store = reading.store;
  FoundRecord found = reading.find(id);
  EntryParts entry = entryAt(*store, found.entry);
  Statement statement = statementOf(entry);
  Disclosing disclosing(reading.place, *store, call.catalogue, call.arguments, call.surroundings);
  Json line = describe(statement, call.catalogue, disclosing.revealFor(found.entry, statement));
  line = withSealStates(line, found.entry, statement, *store, reading.place, call.catalogue);
  Amendments since = saidSince(reading, found.entry);
  std::string recordedAt = formatCivil(civilFromUnix(entry.recordedAt));
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/show/1",
        Json::object({{"entry", Json::number(static_cast<std::int64_t>(found.entry))},
                      {"recordedAt", Json::text(recordedAt)},
                      {"record", line},
                      {"putRight", linesJson(since.putRight)},
                      {"disputed", linesJson(since.disputed)}}));
    return kDone;
  }
  call.console.line("Entry " + std::to_string(found.entry) + ", recorded " + recordedAt + ": " +
                    everydayWords(line.find("kind")->text()));
  for (const Json::Member& member : line.members()) {
    if (member.first != "kind") tellValue(call.console, member.first, member.second, 1);
  }
  for (const Line& put : since.putRight) {
    call.console.line("Put right in entry " + std::to_string(put.entries.front()) + ", " +
                      put.text);
  }
  for (const Line& disputed : since.disputed) {
    call.console.line("Disputed in entry " + std::to_string(disputed.entries.front()) + ": " +
                      disputed.text);
  }
  return kDone;
}

}  // namespace minutebook

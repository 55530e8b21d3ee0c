// `minutebook show ID`: a record as it stands in the log, and what was said about it since.

#include "audit/report/amendments.h"
#include "cli/commands.h"
#include "cli/disclosing.h"
#include "cli/find_record.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "cli/sealed_texts.h"
#include "cli/value_words.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

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

/// The record without words that are kept back from whoever reads.
Json without(const WithheldWords& withheld, std::uint64_t entry, const Json& value) {
  auto index = static_cast<std::int64_t>(entry);
  if (value.kind() == Json::Kind::kText) {
    return Json::text(withheld.takenOutOf(value.text(), index));
  }
  if (value.kind() == Json::Kind::kList) {
    Json list = Json::list();
    for (const Json& item : value.items()) list.add(without(withheld, entry, item));
    return list;
  }
  if (value.kind() != Json::Kind::kObject) return value;
  Json object = Json::object();
  for (const Json::Member& member : value.members()) {
    object.set(member.first, without(withheld, entry, member.second));
  }
  return object;
}

/// The same of what was put right and disputed.
void takeOut(const WithheldWords& withheld, std::uint64_t entry, std::vector<Line>& lines) {
  for (Line& line : lines) {
    line.text = withheld.takenOutOf(line.text, line.entries.front());
    line.text = withheld.takenOutOf(line.text, static_cast<std::int64_t>(entry));
  }
}

}  // namespace

ExitStatus runShow(Call& call) {
  const std::string& id = onlyId(call, "I-7");
  Reading reading(call);
  FoundRecord found = reading.find(id);
  EntryParts entry = entryAt(*reading.store, found.entry);
  Disclosing disclosing(call, reading);
  Json line = disclosing.lineOf(found.entry);
  Amendments since = saidSince(reading, found.entry);
  if (auto withheld = withheldFrom(call, reading)) {
    line = without(*withheld, found.entry, line);
    takeOut(*withheld, found.entry, since.putRight);
    takeOut(*withheld, found.entry, since.disputed);
  }
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

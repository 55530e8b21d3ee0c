// The read model's own commands: `sql`, `rebuild`; and opening it for all others.

#include "cli/model.h"

#include <fstream>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr const char* kModelFile = "view.sqlite";

Json valueJson(const Value& value) {
  if (auto* number = std::get_if<std::int64_t>(&value)) return Json::number(*number);
  if (auto* text = std::get_if<std::string>(&value)) return Json::text(*text);
  return {};
}

std::string valueText(const Value& value) {
  if (auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (auto* text = std::get_if<std::string>(&value)) return *text;
  return "";
}

}  // namespace

Reading::Reading(Call& call)
    : place(findLedger(call.arguments, call.surroundings)),
      store(EntryStore::open(place.directory, StoreAccess::kRead,
                             "minutebook " + call.arguments.command)),
      model(place.directory / kModelFile, call.catalogue) {
  CaughtUp caught = model.catchUp(store->reader());
  if (caught.how == CaughtUp::How::kRebuilt && call.arguments.talk >= Talk::kWhy) {
    call.console.note("The read model was made again: " + caught.why + ".");
  }
}

ExitStatus runSql(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "sql needs one SELECT statement, in quotes",
                "For example: minutebook sql \"SELECT id FROM input_received\"");
  }
  Reading reading(call);
  Outcome<Rows> rows = reading.model.readOnlySql(call.arguments.words[0]);
  if (!rows) return call.console.refused(rows.refusal(), "", kUsage);
  if (call.console.isJson()) {
    Json columns = Json::list(), list = Json::list();
    for (const std::string& column : rows.value().columns) columns.add(Json::text(column));
    for (const Row& row : rows.value().rows) {
      Json values = Json::list();
      for (const Value& value : row.values()) values.add(valueJson(value));
      list.add(values);
    }
    call.console.document("minutebook/sql/1", Json::object({{"columns", columns}, {"rows", list}}));
    return kDone;
  }
  std::vector<std::vector<std::string>> cells = {rows.value().columns};
  for (const Row& row : rows.value().rows) {
    std::vector<std::string> texts;
    for (const Value& value : row.values()) texts.push_back(valueText(value));
    cells.push_back(texts);
  }
  for (const std::string& line : table(cells)) call.console.line(line);
  return kDone;
}

ExitStatus runRebuild(Call& call) {
  LedgerPlace place = findLedger(call.arguments, call.surroundings);
  auto store = EntryStore::open(place.directory, StoreAccess::kRead, "minutebook rebuild");
  ReadModel model(place.directory / kModelFile, call.catalogue);
  CaughtUp caught = model.rebuild(store->reader());
  if (call.console.isJson()) {
    call.console.document(
        "minutebook/rebuild/1",
        Json::object({{"entries", Json::number(static_cast<std::int64_t>(caught.applied))}}));
  } else {
    call.console.line("Made the read model again from " + std::to_string(caught.applied) +
                      " entries.");
  }
  return kDone;
}

}  // namespace minutebook

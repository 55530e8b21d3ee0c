// The read model's own command: `sql`; and opening it for all others.

#include "cli/model.h"

#include "cli/erasure/again.h"
#include "cli/local_day.h"
#include "cli/sealed_texts.h"
#include "cli/viewing.h"
#include "ledger/base/bytes.h"
#include "ledger/base/civil.h"
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

/// The zone that the ledger was opened with; empty if it has no entry or names none.
std::string timeZoneOf(const EntryStore& store) {
  if (store.size() == 0) return "";
  Statement first = statementOf(entryAt(store, 0));
  if (!first.record().isLedgerOpened()) return "";
  return first.record().getLedgerOpened().getTimeZone().cStr();
}

CivilTime dayIn(const std::string& zone, std::int64_t unixSeconds) {
  auto day = localDay(unixSeconds, zone);
  return day ? *day : *localDay(unixSeconds, "");
}

/// Whether something recorded at `unixSeconds` was there by the end of `until`, in the zone.
bool isBy(const CivilTime& until, const std::string& zone, std::int64_t unixSeconds) {
  if (until.precision >= CivilPrecision::kMinute) return unixSeconds <= instantsOf(until).last;
  return calendarSecondsOf(dayIn(zone, unixSeconds)).last <= calendarSecondsOf(until).last;
}

/// How many entries were recorded by then; the ledger's times never go back.
std::uint64_t recordedBy(const EntryStore& store, const CivilTime& until) {
  std::string zone = timeZoneOf(store);
  std::uint64_t from = 0, to = store.size();
  while (from < to) {
    std::uint64_t middle = from + (to - from) / 2;
    if (isBy(until, zone, entryAt(store, middle).recordedAt)) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

}  // namespace

ReadModel modelOf(const LedgerPlace& place, const Catalogue& catalogue) {
  return {place.directory / kModelFile, catalogue};
}

EntryParts entryAt(const EntryStore& store, std::uint64_t index) {
  Outcome<EntryParts> parts = decodeEntry(store.reader().entry(index));
  if (!parts) throw Fault(FaultKind::kCorrupt, parts.refusal().reason, parts.refusal().remedy);
  return std::move(parts).value();
}

Statement statementOf(const EntryParts& entry) {
  Outcome<Statement> statement = Statement::decode(entry.statement);
  if (statement) return std::move(statement).value();
  throw Fault(FaultKind::kCorrupt, statement.refusal().reason, statement.refusal().remedy);
}

std::uint64_t sizeAsOf(const Call& call, const EntryStore& store) {
  if (!call.arguments.asOf) return store.size();
  const std::string& text = *call.arguments.asOf;
  std::optional<std::uint64_t> entry = parseDecimal(text);
  if (entry) {
    if (*entry < store.size()) return *entry + 1;
    throw Fault(FaultKind::kUsage, "--as-of: there is no entry " + text + " yet",
                "The last entry is " + std::to_string(store.size() - 1) +
                    "; write a date with its day: 2026-03-31.");
  }
  Outcome<CivilTime> day = parseCivil(text);
  if (!day) {
    throw Fault(FaultKind::kUsage, "--as-of \"" + text + "\" is neither an entry nor a date",
                "Write an entry's number, or a date: 2026-03-31.");
  }
  std::uint64_t size = recordedBy(store, day.value());
  if (size > 0) return size;
  throw Fault(FaultKind::kUsage, "--as-of " + text + ": nothing was recorded by then",
              "The first entry was recorded " +
                  formatCivil(civilFromUnix(entryAt(store, 0).recordedAt)) + ".");
}

Reading::Reading(Call& call, schema::Audience otherwise)
    : place(findLedger(call.arguments, call.surroundings)),
      store(openForReading(place, call.catalogue, call.arguments, call.surroundings)),
      viewer(viewerOf(call.arguments, *store, otherwise)),
      size(sizeAsOf(call, *store)),
      model(call.arguments.asOf ? ReadModel::inMemoryUpTo(store->reader(), size, call.catalogue)
                                : modelOf(place, call.catalogue)) {
  if (call.arguments.asOf) return;
  CaughtUp caught = model.catchUp(store->reader());
  if (caught.how == CaughtUp::How::kRebuilt && call.arguments.talk >= Talk::kWhy) {
    call.console.note("The read model was made again: " + caught.why + ".");
  }
}

CivilTime Reading::dayNow(const Call& call) const {
  return dayIn(timeZoneOf(*store), call.surroundings.now());
}

ReadModel Reading::whole(const Call& call) const {
  ReadModel all = modelOf(place, call.catalogue);
  all.catchUp(store->reader());
  return all;
}

CivilTime Reading::today(const Call& call) const {
  if (!call.arguments.asOf) return dayNow(call);
  std::string zone = timeZoneOf(*store);
  Outcome<CivilTime> asked = parseCivil(*call.arguments.asOf);
  bool isDay = asked && asked.value().precision <= CivilPrecision::kDay;
  if (isDay && !parseDecimal(*call.arguments.asOf)) {
    return dayIn("", calendarSecondsOf(asked.value()).last);
  }
  return dayIn(zone, entryAt(*store, size - 1).recordedAt);
}

ModelAsOf modelsOf(const Call& call, const EntryStore& store) {
  return [&call, &store](std::int64_t size) -> std::optional<ReadModel> {
    auto entries = static_cast<std::uint64_t>(size);
    if (size < 0 || entries > store.size()) return std::nullopt;
    return ReadModel::inMemoryUpTo(store.reader(), entries, call.catalogue);
  };
}

FoundRecord Reading::find(const std::string& text) const {
  return findOneRecord(text, size, [&](std::string_view key) { return store->findFact(key); });
}

ExitStatus runSql(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "sql needs one SELECT statement, in quotes",
                "For example: minutebook sql \"SELECT id FROM input_received\"");
  }
  Reading reading(call);
  Disclosing disclosing(call, reading);
  Outcome<Rows> rows = reading.model.guardedQuery().all(call.arguments.words[0], {},
                                                        revealedFields(disclosing, reading.size));
  call.console.beginResult();  // What was opened is on record though a refusal should follow.
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

}  // namespace minutebook

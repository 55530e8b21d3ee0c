// `minutebook rebuild`: what is derived from the log, made again beside the old, compared with it,
// and put in its place.

#include <algorithm>

#include "cli/commands.h"
#include "cli/erasure/again.h"
#include "cli/model.h"
#include "ledger/store/lookups.h"

namespace minutebook {

namespace {

std::string counted(std::uint64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

LookupsMade rebuildLookups(const Call& call, const LedgerPlace& place) {
  if (mayBeWritten(place)) {
    return makeLookupsAgain(place.directory, "minutebook rebuild", call.catalogue);
  }
  LookupsMade left;
  left.leftWhy = "this ledger cannot be written now";
  return left;
}

/// "entries 3 and 7", "entries 1, 2, 3 and others"; empty if no row says its entry.
std::string entriesInWords(const TableDifference& difference, std::uint64_t rows) {
  const std::vector<std::int64_t>& entries = difference.entries;
  if (entries.empty()) return "";
  std::string words = entries.size() == 1 ? "entry " : "entries ";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool isLast = i + 1 == entries.size() && rows <= entries.size();
    if (i > 0) words += isLast ? " and " : ", ";
    words += std::to_string(entries[i]);
  }
  return words + (rows > entries.size() ? " and others" : "");
}

std::string inWords(const TableDifference& difference) {
  // A row that was changed is in both counts.
  const std::uint64_t rows = std::max(difference.notGiven, difference.missing);
  std::string words = "  " + difference.table + ": " + counted(rows, "row", "rows");
  if (difference.missing == 0) words += " too many";
  if (difference.notGiven == 0) words += " missing";
  const std::string entries = entriesInWords(difference, rows);
  return entries.empty() ? words : words + " (" + entries + ")";
}

void tellModel(Console& console, const Rebuilt& rebuilt) {
  const ModelComparison& compared = rebuilt.compared;
  console.line("Made the read model again from " +
               counted(rebuilt.caughtUp.applied, "entry.", "entries."));
  if (!compared.notCompared.empty()) {
    console.line("The old one was not compared with it: " + compared.notCompared + ".");
    return;
  }
  const bool isBehind = compared.size < rebuilt.caughtUp.applied;
  const std::string log =
      isBehind ? "the log says up to entry " + std::to_string(compared.size - 1) : "the log says";
  if (compared.isSame()) {
    console.line("The old one held exactly what " + log + " (digest " +
                 compared.givenDigest.substr(0, 16) + ").");
    return;
  }
  console.line("The old one did NOT hold what " + log + ". It differed in");
  for (const TableDifference& difference : compared.differences) console.line(inWords(difference));
  console.line(
      "From now on reports say what the log says. Make those again that were made while the old "
      "one was in use, and find out who else can write view.sqlite: this program alone should. "
      "minutebook verify tells whether the log is whole.");
}

void tellLookups(Console& console, const LookupsMade& made) {
  if (!made.leftWhy.empty()) {
    console.line("The lookups in the log's own files were left as they are: " + made.leftWhy + ".");
  } else if (made.isSame()) {
    console.line("The lookups in the log's own files are those that the entries give.");
  } else if (!made.unreadable.empty()) {
    console.line("The lookups in the log's own files could not be read (" + made.unreadable +
                 "); they were made again from the entries.");
  } else {
    console.line("The lookups in the log's own files were made again from the entries: " +
                 std::to_string(made.missing) + " of " + std::to_string(made.lookups) +
                 " were missing, " + std::to_string(made.otherwise) + " said something else.");
  }
}

Json differencesJson(const ModelComparison& compared) {
  Json list = Json::list();
  for (const TableDifference& difference : compared.differences) {
    Json entries = Json::list();
    for (std::int64_t entry : difference.entries) entries.add(Json::number(entry));
    list.add(Json::object({{"table", Json::text(difference.table)},
                           {"notGiven", number(difference.notGiven)},
                           {"missing", number(difference.missing)},
                           {"entries", entries}}));
  }
  return list;
}

Json modelJson(const ModelComparison& compared) {
  if (!compared.notCompared.empty()) {
    return Json::object(
        {{"state", Json::text("notCompared")}, {"why", Json::text(shown(compared.notCompared))}});
  }
  return Json::object({{"state", Json::text(compared.isSame() ? "same" : "differed")},
                       {"entries", number(compared.size)},
                       {"heldDigest", Json::text(compared.heldDigest)},
                       {"givenDigest", Json::text(compared.givenDigest)},
                       {"differences", differencesJson(compared)}});
}

Json lookupsJson(const LookupsMade& made) {
  if (!made.leftWhy.empty()) {
    return Json::object({{"state", Json::text("left")}, {"why", Json::text(shown(made.leftWhy))}});
  }
  Json json = Json::object({{"state", Json::text(made.isSame() ? "same" : "madeAgain")},
                            {"lookups", number(made.lookups)},
                            {"missing", number(made.missing)},
                            {"otherwise", number(made.otherwise)}});
  if (!made.unreadable.empty()) json.set("unreadable", Json::text(shown(made.unreadable)));
  return json;
}

}  // namespace

ExitStatus runRebuild(Call& call) {
  const LedgerPlace place = findLedger(call.arguments, call.surroundings);
  // First, for damaged lookups keep everybody else from opening the ledger.
  const LookupsMade lookups = rebuildLookups(call, place);
  const auto store = openForReading(place, call.catalogue, call.arguments, call.surroundings);
  const Rebuilt rebuilt = modelOf(place, call.catalogue).rebuildCompared(store->reader());
  if (call.console.isJson()) {
    call.console.document("minutebook/rebuild/1",
                          Json::object({{"entries", number(rebuilt.caughtUp.applied)},
                                        {"oldModel", modelJson(rebuilt.compared)},
                                        {"lookups", lookupsJson(lookups)}}));
  } else {
    tellModel(call.console, rebuilt);
    tellLookups(call.console, lookups);
  }
  return rebuilt.compared.differences.empty() ? kDone : kFindings;
}

}  // namespace minutebook

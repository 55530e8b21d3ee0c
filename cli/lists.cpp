// `minutebook list`, `search` and `status`: the record at a glance.

#include "audit/report/lists.h"

#include "audit/report/search.h"
#include "audit/report/status.h"
#include "cli/commands.h"
#include "cli/model.h"
#include "cli/report_output.h"
#include "cli/viewing.h"
#include "ledger/base/days.h"
#include "ledger/base/fault.h"
#include "ledger/event/catalogue.h"
#include "ledger/store/guard.h"
#include "ledger/store/restored.h"

namespace minutebook {

namespace {

ExitStatus tellLists(Call& call) {
  Json lists = Json::list();
  std::vector<std::vector<std::string>> rows = {{"List", "What it shows"}};
  for (const ListHelp& help : allLists()) {
    rows.push_back({help.name, help.about.substr(0, help.about.find(". ")) +
                                   (help.about.find(". ") == help.about.npos ? "" : ".")});
    lists.add(Json::object({{"name", Json::text(help.name)},
                            {"title", Json::text(help.title)},
                            {"about", Json::text(help.about)}}));
  }
  if (call.console.isJson()) {
    call.console.document("minutebook/lists/1", Json::object({{"lists", lists}}));
    return kDone;
  }
  for (const std::string& line : table(rows)) call.console.line(line);
  call.console.note("Next: minutebook list NAME; -o FILE.html keeps it as a page.");
  return kDone;
}

[[noreturn]] void noSuchList(const std::string& name) {
  std::vector<std::string> names;
  for (const ListHelp& help : allLists()) names.push_back(help.name);
  std::string near = nearestName(name, names);
  throw Fault(FaultKind::kUsage, "there is no list called \"" + name + "\"",
              near.empty() ? "minutebook list names all there are."
                           : "Did you mean: minutebook list " + near + "?");
}

/// How far what is here was published, as the guard remembers it.
StatusLine publishedLine(const Reading& reading) {
  std::optional<SignedHead> last = Guard(reading.place.guard, reading.place.origin).last();
  if (!last) return {"Published", "Nothing has been published from here yet."};
  std::uint64_t since = reading.size > last->size ? reading.size - last->size : 0;
  return {"Published", "The first " + std::to_string(last->size) + " entries; " +
                           std::to_string(since) + " recorded since."};
}

}  // namespace

ExitStatus runList(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.empty()) return tellLists(call);
  if (words.size() > 1) {
    throw Fault(FaultKind::kUsage, "list shows one list at a time",
                "For example: minutebook list promises");
  }
  Reading reading(call);
  Query query = reading.model.query();
  ListMoment moment{call.surroundings.now(), *daysOf(reading.today(call)).first};
  std::optional<Report> list =
      listOf(query, words[0], scopeOf(call, reading), moment, shownTo(reading.viewer));
  if (!list) noSuchList(words[0]);
  return giveReport(call, reading, *list);
}

ExitStatus runSearch(Call& call) {
  if (call.arguments.words.empty()) {
    throw Fault(FaultKind::kUsage, "search needs the words to look for",
                "For example: minutebook search travel costs");
  }
  Reading reading(call);
  Query query = reading.model.query();
  auto withheld = withheldFrom(call, reading);
  return giveReport(call, reading,
                    searchFor(query, call.arguments.words, scopeOf(call, reading), withheld.get()));
}

ExitStatus runStatus(Call& call) {
  Reading reading(call);
  Query query = reading.model.query();
  std::vector<StatusLine> lines = statusLines(query, *daysOf(reading.today(call)).first);
  lines.push_back(publishedLine(reading));
  if (const auto restored = restoredMark(reading.place.directory)) {
    lines.push_back(
        {"Restored", (restored->isReadOnly() ? "From a backup; READ-ONLY. " : "From a backup. ") +
                         restored->why});
  }
  Json list = Json::list();
  std::vector<std::vector<std::string>> cells;
  for (const StatusLine& line : lines) {
    cells.push_back({line.about + ":", line.text});
    list.add(Json::object({{"about", Json::text(line.about)}, {"text", Json::text(line.text)}}));
  }
  if (call.console.isJson()) {
    call.console.document("minutebook/status/1", Json::object({{"lines", list}}));
    return kDone;
  }
  for (const std::string& line : table(cells)) call.console.line(line);
  return kDone;
}

}  // namespace minutebook

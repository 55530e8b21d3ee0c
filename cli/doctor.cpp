// `minutebook doctor`: is all well with this ledger and this machine? Reads only.

#include <filesystem>

#include "cli/commands.h"
#include "cli/erasure/again.h"
#include "cli/model.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"
#include "ledger/store/restored.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kRoomWanted = std::uintmax_t{256} << 20;

/// One line of the answer.
struct Sign {
  enum class State { kWell, kNote, kIll };
  std::string about;
  State state = State::kWell;
  std::string text;
};

const char* wordFor(Sign::State state) {
  return state == Sign::State::kWell ? "well" : state == Sign::State::kNote ? "note" : "ILL";
}

/// Keys that others can read are as good as given away.
Sign keyFiles(const LedgerPlace& place) {
  fs::perms others = fs::perms::group_all | fs::perms::others_all;
  std::string open;
  fs::path keys = place.directory / "keys";
  if ((fs::status(keys).permissions() & others) != fs::perms::none) open = keys.string();
  for (const auto& file : fs::directory_iterator(keys)) {
    if ((file.status().permissions() & others) != fs::perms::none) open = file.path().string();
  }
  if (open.empty()) return {"keys", Sign::State::kWell, "only you can read them"};
  return {"keys", Sign::State::kIll, open + " can be read by others; run chmod -R go= on keys/"};
}

Sign guard(const LedgerPlace& place, const EntryStore& store) {
  if (compareWithGuard(Guard(place.guard, place.origin), store.reader()) == GuardAnswer::kHolds) {
    return {"guard", Sign::State::kWell, "the log holds everything that was signed"};
  }
  return {"guard", Sign::State::kNote, "nothing has been published from here yet, so not compared"};
}

/// Only where the ledger came from a backup.
std::vector<Sign> restored(const LedgerPlace& place) {
  const std::optional<RestoredMark> mark = restoredMark(place.directory);
  if (!mark) return {};
  return {{"restored", mark->isReadOnly() ? Sign::State::kIll : Sign::State::kNote,
           (mark->isReadOnly() ? "read-only: " : "from a backup: ") + mark->why}};
}

Sign room(const LedgerPlace& place) {
  std::uintmax_t free = fs::space(place.directory).available;
  std::string text = std::to_string(free >> 20) + " MiB free on the ledger's disk";
  return {"disk", free < kRoomWanted ? Sign::State::kIll : Sign::State::kWell, text};
}

Sign clock(Call& call, const EntryStore& store) {
  std::int64_t now = call.surroundings.now();
  if (store.size() > 0 && store.head().newestTime > now) {
    return {"clock", Sign::State::kIll,
            "the newest entry is of " + formatCivil(civilFromUnix(store.head().newestTime)) +
                ", later than this machine's time; new entries get that time until it is right"};
  }
  return {"clock", Sign::State::kWell, "not behind the newest entry"};
}

}  // namespace

ExitStatus runDoctor(Call& call) {
  const auto learnt = learnPublishedErasures(findLedger(call.arguments, call.surroundings),
                                             call.catalogue, call.arguments);
  Reading reading(call);
  std::vector<Sign> signs = {
      {"log", Sign::State::kWell, std::to_string(reading.store->size()) + " entries, opened clean"},
      {"read model", Sign::State::kWell, "up to date"},
      keyFiles(reading.place),
      guard(reading.place, *reading.store),
      clock(call, *reading.store),
      room(reading.place),
  };
  if (learnt) signs.push_back({"erasures", Sign::State::kNote, learnt->inWords()});
  for (const KeyStillHere& key : keysStillHere(call, reading.place, *reading.store)) {
    signs.push_back({"erasures", Sign::State::kNote, key.inWords()});
  }
  for (Sign& sign : restored(reading.place)) signs.push_back(std::move(sign));
  bool well = true;
  Json list = Json::list();
  std::vector<std::vector<std::string>> rows;
  for (const Sign& sign : signs) {
    well = well && sign.state != Sign::State::kIll;
    list.add(Json::object({{"about", Json::text(sign.about)},
                           {"state", Json::text(wordFor(sign.state))},
                           {"text", Json::text(sign.text)}}));
    rows.push_back({wordFor(sign.state), sign.about, sign.text});
  }
  if (call.console.isJson()) {
    call.console.document("minutebook/doctor/1",
                          Json::object({{"well", Json::boolean(well)}, {"signs", list}}));
  } else {
    for (const std::string& line : table(rows)) call.console.line(line);
    call.console.note("This looks at the surroundings only; minutebook verify checks every byte.");
  }
  return well ? kDone : kFindings;
}

}  // namespace minutebook

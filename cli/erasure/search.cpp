#include "cli/erasure/search.h"

#include <filesystem>
#include <system_error>

#include "cli/erasure/preview.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

SearchedPlace searchEntries(const Leftovers& leftovers, const EntryStore& store) {
  SearchedPlace searched{"the public words of the log", 0, ""};
  std::vector<std::uint64_t> entries;
  store.reader().forEach(0, store.size(), [&](std::uint64_t index, ByteView bytes) {
    const std::uint64_t found = leftovers.countIn(bytes);
    if (found == 0) return;
    searched.found += found;
    entries.push_back(index);
  });
  if (!entries.empty()) {
    searched.remark =
        "In " + entriesInWords(entries) + ": what was said in public cannot be taken back.";
  }
  return searched;
}

SearchedPlace searchFolder(const Leftovers& leftovers, const fs::path& folder,
                           const std::string& inWords) {
  SearchedPlace searched{inWords, 0, ""};
  std::uint64_t files = 0, unread = 0;
  std::error_code error;
  fs::recursive_directory_iterator each(folder, error), end;
  for (; !error && each != end; each.increment(error)) {
    std::error_code ignored;
    if (!each->is_regular_file(ignored) || each->is_symlink(ignored)) continue;
    ++files;
    const std::optional<std::uint64_t> found = leftovers.countInFile(each->path());
    found ? searched.found += *found : ++unread;
  }
  searched.remark = std::to_string(files) + (files == 1 ? " file" : " files") + " read whole";
  if (unread > 0) searched.remark += ", but for " + std::to_string(unread) + " that would not open";
  if (error) searched.remark += "; not all of it could be listed";
  searched.remark += ".";
  return searched;
}

}  // namespace

std::vector<SearchedPlace> searchLeftovers(const Leftovers& leftovers, const EntryStore& store,
                                           const LedgerPlace& place,
                                           const std::vector<std::string>& also) {
  std::vector<SearchedPlace> places;
  places.push_back(searchEntries(leftovers, store));
  places.push_back(
      searchFolder(leftovers, place.directory, "the ledger's directory: log, keys and read model"));
  places.push_back(searchFolder(leftovers, place.guard, "the guard's directory"));
  for (std::size_t i = 0; i < also.size(); ++i) {
    places.push_back(searchFolder(
        leftovers, also[i],
        "a directory of copies, " + std::to_string(i + 1) + " of " + std::to_string(also.size())));
  }
  return places;
}

void checkCanBeSearched(const std::vector<std::string>& also) {
  for (const std::string& one : also) {
    std::error_code error;
    const fs::recursive_directory_iterator first(one, error);
    if (!error) continue;
    throw Fault(FaultKind::kUsage,
                "--also " + one + " is not a directory that can be searched; nothing was erased",
                "Name a directory of copies that is there and may be read; a single file, put into "
                "one.");
  }
}

Json searchedJson(const std::vector<SearchedPlace>& places) {
  Json list = Json::list();
  for (const SearchedPlace& one : places) {
    Json json = Json::object(
        {{"place", Json::text(one.place)}, {"found", Json::text(std::to_string(one.found))}});
    if (!one.remark.empty()) json.set("remark", Json::text(one.remark));
    list.add(std::move(json));
  }
  return list;
}

}  // namespace minutebook

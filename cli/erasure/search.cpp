#include "cli/erasure/search.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/verify_parts.h"
#include "cli_files.h"
#include "ledger/base/fault.h"
#include "schema_files.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLinesTold = 20;
constexpr const char* kOwnWord = "this program's own texts say it, too";
constexpr const char* kSaidInPublic = "it was said in public, too";
constexpr const char* kEarlierKey = "an earlier erasure destroyed it";
constexpr const char* kKey =
    "a data key that was destroyed, with which the passphrase of that copy opens what was erased";

/// Searches one place after the other. What stands in public words is said there, and only there.
class Searcher {
 public:
  explicit Searcher(const Sought& sought) : sought_(sought) {}

  SearchedPlace entries(const EntryStore& store) {
    SearchedPlace searched{"the public words of the log", 0, "", "", {}};
    store.reader().forEach(0, store.size(), [&](std::uint64_t index, ByteView bytes) {
      take(sought_.values.hitsIn(bytes), "entry " + std::to_string(index), searched);
    });
    public_ = std::exchange(values_, {});
    searched.found = public_.size();
    if (!public_.empty()) searched.remark = "What was said in public cannot be taken back.";
    return searched;
  }

  SearchedPlace folder(const fs::path& folder, std::string inWords, std::string directory) {
    SearchedPlace searched{std::move(inWords), 0, "", std::move(directory), {}};
    std::uint64_t files = 0, unread = 0;
    std::error_code error;
    fs::recursive_directory_iterator each(folder, error), end;
    for (; !error && each != end; each.increment(error)) {
      std::error_code ignored;
      if (!each->is_regular_file(ignored) || each->is_symlink(ignored)) continue;
      ++files;
      if (!file(each->path(), searched)) ++unread;
    }
    searched.found = std::exchange(values_, {}).size() + std::exchange(keys_, {}).size();
    searched.remark = std::to_string(files) + (files == 1 ? " file" : " files") + " read whole";
    if (unread > 0)
      searched.remark += ", but for " + std::to_string(unread) + " that would not open";
    if (error) searched.remark += "; not all of it could be listed";
    searched.remark += ".";
    return searched;
  }

 private:
  bool file(const fs::path& path, SearchedPlace& searched) {
    const std::optional<LeftoverHits> hits = sought_.values.hitsInFile(path);
    if (!hits) {
      searched.in.push_back({path.string(), "it would not open", 0, "it was not searched"});
      return false;
    }
    take(*hits, path.string(), searched);
    for (const DataKeyId& id : copiedDataKeyIds(path, sought_.keys)) {
      const bool isOfThis = sought_.isOfThis(id);
      searched.in.push_back({path.string(), kKey, 1, isOfThis ? "" : kEarlierKey});
      if (isOfThis) keys_.insert(id);
    }
    return true;
  }

  void take(const LeftoverHits& hits, const std::string& where, SearchedPlace& searched) {
    for (const auto& [value, times] : hits) {
      const std::string why = sought_.values.isSetAside(value) ? kOwnWord
                              : public_.contains(value)        ? kSaidInPublic
                                                               : "";
      if (why.empty()) values_.insert(value);
      searched.in.push_back({where, sought_.values.what(value), times, why});
    }
  }

  const Sought& sought_;
  std::set<std::size_t> public_;  // Values that stand in public words.
  std::set<std::size_t> values_;  // Counted in the place that is searched.
  std::set<DataKeyId> keys_;      // The same.
};

/// "participant joined, contact, 3 times".
std::string lineOf(const FoundIn& one) {
  std::string line = one.where + ": " + one.what;
  if (one.times > 1) line += ", " + std::to_string(one.times) + " times";
  return line + (one.whyNotCounted.empty() ? "" : " (not counted: " + one.whyNotCounted + ")");
}

}  // namespace

bool Sought::isOfThis(const DataKeyId& id) const {
  return std::any_of(ofThis.begin(), ofThis.end(),
                     [&](const ErasedKey& key) { return key.id == id; });
}

void setOwnWordsAside(Leftovers& leftovers, const std::string& ownSql) {
  for (const std::string_view text :
       {std::string_view(embedded::schema_capnp), std::string_view(cli_files::commands_txt),
        std::string_view(cli_files::every_command_txt), std::string_view(cli_files::published_txt),
        std::string_view(ownSql)}) {
    leftovers.setAside(text);
  }
}

std::vector<SearchedPlace> searchLeftovers(const Sought& sought, const EntryStore& store,
                                           const LedgerPlace& place,
                                           const std::vector<std::string>& also) {
  Searcher searcher(sought);
  std::vector<SearchedPlace> places;
  places.push_back(searcher.entries(store));
  places.push_back(
      searcher.folder(place.directory, "the ledger's directory: log, keys and read model", ""));
  places.push_back(searcher.folder(place.guard, "the guard's directory", ""));
  for (std::size_t i = 0; i < also.size(); ++i) {
    const std::string which = std::to_string(i + 1) + " of " + std::to_string(also.size());
    places.push_back(searcher.folder(also[i], "a directory of copies, " + which, also[i]));
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

std::vector<std::string> searchedInWords(const std::vector<SearchedPlace>& places) {
  std::vector<std::string> lines;
  for (const SearchedPlace& one : places) {
    lines.push_back(
        (one.directory.empty() ? one.place : "copies in " + one.directory) + ": " +
        (one.found == 0 ? "nothing found." : "FOUND " + std::to_string(one.found) + ".") +
        (one.remark.empty() ? "" : " " + one.remark));
    for (std::size_t i = 0; i < one.in.size() && i < kLinesTold; ++i) {
      lines.push_back("  " + lineOf(one.in[i]));
    }
    if (one.in.size() > kLinesTold) {
      lines.push_back("  and " + std::to_string(one.in.size() - kLinesTold) +
                      " more; --json names them all.");
    }
  }
  return lines;
}

Json foundJson(const std::vector<SearchedPlace>& places) {
  Json list = Json::list();
  for (const SearchedPlace& place : places) {
    Json in = Json::list();
    for (const FoundIn& one : place.in) {
      Json json = Json::object({{"where", Json::text(one.where)},
                                {"what", Json::text(one.what)},
                                {"times", number(one.times)},
                                {"counted", Json::boolean(one.whyNotCounted.empty())}});
      if (!one.whyNotCounted.empty()) json.set("whyNotCounted", Json::text(one.whyNotCounted));
      in.add(std::move(json));
    }
    Json json = Json::object({{"place", Json::text(place.place)},
                              {"found", number(place.found)},
                              {"remark", Json::text(place.remark)},
                              {"in", std::move(in)}});
    if (!place.directory.empty()) json.set("directory", Json::text(place.directory));
    list.add(std::move(json));
  }
  return list;
}

}  // namespace minutebook

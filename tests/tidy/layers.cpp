#include "tests/tidy/layers.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string_view>

namespace minutebook::tidy {
namespace {

using Names = std::set<std::string>;

/// Who may include whom, in build order. A folder may always include itself; cli/ may include all.
const std::map<std::string, Names>& includeTable() {
  static const std::map<std::string, Names> table = {
      {"schema", {}},
      {"ledger/base", {}},
      {"ledger/crypto", {"ledger/base"}},
      {"ledger/event", {"schema", "ledger/base", "ledger/crypto"}},
      {"ledger/seal", {"schema", "ledger/event", "ledger/crypto", "ledger/base"}},
      {"ledger/rules", {"schema", "ledger/event", "ledger/crypto", "ledger/base"}},
      {"ledger/door", {"ledger/rules", "ledger/seal", "schema", "ledger/event", "ledger/base"}},
      {"ledger/tlog", {"schema", "ledger/base", "ledger/crypto"}},
      {"ledger/bundle",
       {"schema", "ledger/tlog", "ledger/event", "ledger/seal", "ledger/crypto", "ledger/base"}},
      {"ledger/store",
       {"schema", "ledger/base", "ledger/crypto", "ledger/event", "ledger/seal", "ledger/rules",
        "ledger/door", "ledger/tlog"}},
      {"ledger/witness", {"ledger/tlog", "ledger/crypto", "ledger/base"}},
      {"ledger/view", {"schema", "ledger/tlog", "ledger/event", "ledger/seal", "ledger/base"}},
      {"audit/verify",
       {"schema", "ledger/tlog", "ledger/bundle", "ledger/rules", "ledger/event", "ledger/seal",
        "ledger/crypto", "ledger/base"}},
      {"audit/standards", {"ledger/view", "ledger/crypto", "ledger/base"}},
      {"audit/report", {"audit/verify", "audit/standards", "ledger/view", "ledger/base"}},
      {"audit/export", {"ledger/view", "ledger/base"}},
      {"cli", {}},
      {"cli/verifier",
       {"cli", "audit/verify", "ledger/tlog", "ledger/bundle", "ledger/rules", "ledger/event",
        "ledger/seal", "ledger/crypto", "ledger/base", "schema"}},
  };
  return table;
}

/// A library and the folders that may include its headers.
struct Door {
  std::string_view header;  ///< How its headers begin.
  Names folders;
};

const std::vector<Door>& doors() {
  static const std::vector<Door> all = {
      // Generated readers are the domain types (decision 0003), so whoever reads a field by its
      // schema
      // meets the library; bytes from outside are still decoded in ledger/event alone.
      {"capnp/", {"schema", "ledger/event", "ledger/rules", "ledger/door", "ledger/view"}},
      {"kj/", {"schema", "ledger/event", "ledger/view"}},
      {"openssl/", {"ledger/crypto"}},
      {"nlohmann/", {}},  // Of the tests.
      {"rapidjson/", {"ledger/event"}},
      {"rocksdb/", {"ledger/store"}},
      {"event2/", {"ledger/witness"}},
      {"sqlite3", {"ledger/view"}},
      {"toml++/", {"audit/standards", "cli"}},
      {"kainjow/", {"audit/report"}},
      {"CLI/", {"cli"}},
      {"date/", {"cli"}},
      {"qrcodegen/", {"cli"}},
      // Stands in for std::format, which this compiler lacks.
      {"fmt/",
       {"ledger/base", "ledger/event", "ledger/rules", "ledger/view", "audit/verify",
        "audit/standards", "audit/report", "audit/export", "cli"}},
  };
  return all;
}

/// Where an exception may be caught: the start of a path, and whose errors end there.
struct CatchDoor {
  std::string_view path;
  std::string_view why;
};

constexpr CatchDoor kCatchDoors[] = {
    {"cli/run_told.cpp", "every fault ends as a sentence and an exit status"},
    {"cli/arguments.cpp", "CLI11: a command line that cannot be parsed"},
    {"ledger/event/canonical.cpp", "kj::Exception: why bytes are no message"},
    {"ledger/event/statement.cpp", "kj::Exception: bytes that are no statement"},
    {"ledger/event/submission.cpp", "kj::Exception: bytes that are no entry"},
    {"cli/import/mapping.cpp", "toml++: a mapping that cannot be parsed"},
    {"audit/standards/pack.cpp", "toml++: a pack that cannot be parsed"},
    {"cli/ledger_file.cpp", "toml++: a settings file that cannot be parsed"},
    {"cli/local_day.cpp", "date: a time zone that this machine does not know"},
    {"cli/import/reader.cpp", "carries a fault from the reading thread to the recording one"},
    {"ledger/view/sql_guard.cpp", "carries a fault past SQLite, which knows no exceptions"},
    {"ledger/witness/http_server.cpp", "carries a fault past libevent, which knows no exceptions"},
    {"ledger/view/read_model.cpp", "a damaged read model is made again, never reported"},
    {"ledger/view/survey_sheets.cpp", "kj::Exception: an opened value that is no sheet"},
    {"cli/init.cpp", "takes away a half-made ledger, then throws on"},
    {"audit/verify/damage.h", "to a verifier, damage is a finding; other trouble passes"},
    {"ledger/store/check.", "rocksdb: whatever a status is not"},
    {"ledger/store/entry_store.cpp",
     "a reader beside a writer looks again; a destructor is silent"},
};

struct Include {
  std::string header;
  std::size_t line = 0;
};

std::vector<Include> includesOf(const SourceFile& file) {
  static const std::regex pattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  std::vector<Include> includes;
  std::size_t number = 0;
  for (const std::string& line : linesOf(file.text)) {
    ++number;
    std::smatch match;
    if (std::regex_search(line, match, pattern)) includes.push_back({match[1], number});
  }
  return includes;
}

bool mayInclude(const std::string& from, const std::string& to) {
  return from == to || from == "cli" || includeTable().at(from).count(to) != 0;
}

/// Every place where `pattern` stands in the code of the file.
Findings findInCode(const SourceFile& file, const std::regex& pattern,
                    const std::string& sentence) {
  Findings found;
  std::size_t number = 0;
  for (const std::string& line : linesOf(codeOf(file.text))) {
    ++number;
    if (std::regex_search(line, pattern)) found.push_back(finding(file, number, sentence));
  }
  return found;
}

}  // namespace

std::string layerOf(const std::string& path) {
  std::string longest;
  for (const auto& [folder, ignored] : includeTable()) {
    if (path.starts_with(folder + "/") && folder.size() > longest.size()) longest = folder;
  }
  return longest;
}

Findings findWrongIncludes(const SourceFile& file) {
  Findings found;
  const std::string from = layerOf(file.path);
  if (from.empty()) return found;
  for (const Include& include : includesOf(file)) {
    const std::string to = layerOf(include.header);
    if (!to.empty() && !mayInclude(from, to)) {
      found.push_back(finding(file, include.line, from + " may not include " + to));
    }
    if (to.empty() && include.header.starts_with("tests/")) {
      found.push_back(finding(file, include.line, "what ships may not include a test's header"));
    }
    for (const Door& door : doors()) {
      if (include.header.starts_with(door.header) && door.folders.count(from) == 0) {
        found.push_back(finding(file, include.line,
                                "<" + include.header + "> belongs behind " + *door.folders.begin() +
                                    ", not in " + from));
      }
    }
  }
  return found;
}

Findings findClockReadings(const SourceFile& file) {
  static const std::regex pattern(
      "\\b(system_clock|steady_clock|high_resolution_clock|utc_clock|gettimeofday|clock_gettime|"
      "timespec_get)\\b|(^|[^.>\\w])(std::|::)?time\\s*\\(\\s*(nullptr|NULL|0|&)");
  const std::string layer = layerOf(file.path);
  if (layer.empty() || layer.starts_with("cli")) return {};
  return findInCode(file, pattern, "the clock is read in cli/ only; take the time as an argument");
}

Findings findWrongCatches(const SourceFile& file) {
  static const std::regex pattern("\\bcatch\\s*\\(");
  if (layerOf(file.path).empty()) return {};
  for (const CatchDoor& door : kCatchDoors) {
    if (file.path.starts_with(door.path)) return {};
  }
  return findInCode(
      file, pattern,
      "trouble is caught in cli/run_told.cpp, or at the one door of its library; add a "
      "door to tests/tidy/layers.cpp only with its reason");
}

Findings findWrongLinks(const SourceFile& cmakeList) {
  Findings found;
  const std::string from = layerOf(cmakeList.path);
  if (!from.starts_with("audit/") && from != "cli/verifier") return found;
  std::size_t number = 0;
  for (const std::string& line : linesOf(cmakeList.text)) {
    ++number;
    const std::string code = line.substr(0, line.find('#'));
    for (const auto& [folder, ignored] : includeTable()) {
      if (mayInclude(from, folder)) continue;
      const std::string target = folder.substr(folder.rfind('/') + 1);
      if (std::regex_search(code, std::regex("(^|[\\s(])" + target + "($|[\\s)])"))) {
        found.push_back(finding(cmakeList, number, from + " may not link " + target));
      }
    }
  }
  return found;
}

}  // namespace minutebook::tidy

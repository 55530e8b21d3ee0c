#include "tests/tidy/style.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string_view>

#include "tests/tidy/functions.h"

namespace minutebook::tidy {
namespace {

std::size_t columnsOf(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::size_t lengthOf(const Declaration& function) {
  return function.lastLine - function.firstLine + 1;
}

std::vector<Declaration> functionsOf(const SourceFile& file) {
  std::vector<Declaration> functions;
  for (Declaration& one : declarationsOf(file.text)) {
    if (one.kind == Declaration::Kind::kFunction && one.hasBody)
      functions.push_back(std::move(one));
  }
  return functions;
}

/// Whether a CMake list names the file as a word of its own, not within a comment.
bool names(const std::string& list, const std::string& file) {
  static const std::regex special("[.+*?^$()\\[\\]{}|\\\\]");
  const std::regex word("(^|[\\s(\"/])" + std::regex_replace(file, special, "\\$&") +
                        "($|[\\s)\"])");
  for (const std::string& line : linesOf(list)) {
    if (std::regex_search(line.substr(0, line.find('#')), word)) return true;
  }
  return false;
}

}  // namespace

bool isProgramText(const SourceFile& file) {
  static constexpr std::array<std::string_view, 8> kEndings = {
      ".h", ".cpp", ".capnp", ".cmake", ".sh", ".sql", ".py", "CMakeLists.txt"};
  if (file.path.starts_with("tests/golden/") && !isCpp(file.path)) return false;
  if (file.path.starts_with("schema/frozen/")) return false;
  return file.text.starts_with("#!") ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return file.path.ends_with(ending); });
}

Findings findLongLines(const SourceFile& file) {
  Findings found;
  const std::size_t limit = file.path.ends_with(".capnp") ? kSchemaColumnsMax : kLineColumnsMax;
  std::size_t number = 0;
  for (const std::string& line : linesOf(file.text)) {
    ++number;
    const std::size_t columns = columnsOf(line);
    if (!isCpp(file.path) && line.find('"') != std::string::npos) continue;
    if (columns > limit) {
      found.push_back(finding(
          file, number,
          std::to_string(columns) + " columns; " + std::to_string(limit) + " is the limit"));
    }
  }
  return found;
}

Findings findLongFile(const SourceFile& file) {
  if (!isCpp(file.path)) return {};
  const std::size_t limit = file.path.starts_with("tests/") ? kTestFileLinesMax : kFileLinesMax;
  const std::size_t lines = linesOf(file.text).size();
  if (lines <= limit) return {};
  return {finding(file, lines,
                  std::to_string(lines) + " lines; reshape it below " + std::to_string(limit))};
}

Findings findLongFunctions(const SourceFile& file, const std::vector<LongFunction>& known) {
  Findings found;
  if (!isCpp(file.path)) return found;
  for (const Declaration& function : functionsOf(file)) {
    std::size_t limit = kFunctionLinesMax;
    for (const LongFunction& one : known) {
      if (one.path == file.path && one.name == nameOf(function)) limit = one.lines;
    }
    if (lengthOf(function) > limit) {
      found.push_back(finding(file, function.firstLine,
                              nameOf(function) + " has " + std::to_string(lengthOf(function)) +
                                  " lines; " + std::to_string(limit) + " is its limit"));
    }
  }
  return found;
}

Findings findStaleRatchet(const std::vector<SourceFile>& tree,
                          const std::vector<LongFunction>& known) {
  Findings found;
  for (const LongFunction& one : known) {
    bool needed = false;
    for (const SourceFile& file : tree) {
      if (file.path != one.path) continue;
      for (const Declaration& function : functionsOf(file)) {
        needed = needed || (nameOf(function) == one.name && lengthOf(function) > kFunctionLinesMax);
      }
    }
    if (!needed)
      found.push_back(one.path + ": " + one.name + " is short now; take it off the list");
  }
  return found;
}

Findings findUnfinished(const SourceFile& file) {
  // Put together from halves, so that this file does not find itself.
  static const std::regex mark(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X)\\b");
  Findings found;
  std::size_t number = 0;
  for (const std::string& line : linesOf(file.text)) {
    ++number;
    if (std::regex_search(line, mark)) {
      found.push_back(
          finding(file, number, "a mark of unfinished work: finish it, or file an issue"));
    }
  }
  return found;
}

Findings findUnlistedSources(const std::vector<SourceFile>& tree) {
  std::map<std::string, std::string> lists;  // By folder.
  for (const SourceFile& file : tree) {
    const bool isList = file.path.ends_with("CMakeLists.txt") || file.path.ends_with(".cmake");
    if (isList) lists[file.path.substr(0, file.path.rfind('/'))] += file.text;
  }
  Findings found;
  for (const SourceFile& file : tree) {
    if (!file.path.ends_with(".cpp")) continue;
    bool listed = false;
    std::string folder = file.path;
    while (!listed && folder.find('/') != std::string::npos) {
      folder = folder.substr(0, folder.rfind('/'));
      const auto list = lists.find(folder);
      listed = list != lists.end() && names(list->second, file.path.substr(folder.size() + 1));
    }
    if (!listed) found.push_back(file.path + ": no CMake list names it, so nothing builds it");
  }
  return found;
}

}  // namespace minutebook::tidy

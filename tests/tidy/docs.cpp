#include "tests/tidy/docs.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
#include <regex>

namespace minutebook::tidy {
namespace {

namespace fs = std::filesystem;

/// Calls `visit(number, line)` for the lines outside code fences.
void overProse(const std::string& text,
               const std::function<void(std::size_t, const std::string&)>& visit) {
  bool fenced = false;
  std::size_t number = 0;
  for (const std::string& line : linesOf(text)) {
    ++number;
    if (line.starts_with("```")) {
      fenced = !fenced;
    } else if (!fenced) {
      visit(number, line);
    }
  }
}

/// The anchor a heading gets where Markdown is shown: lower case, spaces to hyphens, the rest gone.
std::string anchorOf(const std::string& heading) {
  std::string anchor;
  for (const char c : heading.substr(heading.find(' ') + 1)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80) {
      anchor += static_cast<char>(std::tolower(byte));
    } else if (c == ' ') {
      anchor += '-';
    }
  }
  return anchor;
}

bool hasHeading(const SourceFile& markdown, const std::string& anchor) {
  bool found = false;
  overProse(markdown.text, [&](std::size_t, const std::string& line) {
    found = found || (line.starts_with('#') && anchorOf(line) == anchor);
  });
  return found;
}

/// Calls `visit` for each match of `pattern` in a line.
void overMatches(const std::string& line, const std::regex& pattern,
                 const std::function<void(const std::smatch&)>& visit) {
  for (std::sregex_iterator at(line.begin(), line.end(), pattern), end; at != end; ++at) visit(*at);
}

/// Why a link leads nowhere; empty when it leads somewhere.
std::string brokenBecause(const SourceFile& from, const std::string& target,
                          const std::vector<SourceFile>& tree) {
  const std::size_t hash = target.find('#');
  const std::string name = target.substr(0, hash);
  const fs::path folder = fs::path(from.path).parent_path();
  std::string path = name.empty() ? from.path : (folder / name).lexically_normal().generic_string();
  if (path.ends_with('/')) path.pop_back();
  if (path != "." && pathsOf(tree).count(path) == 0) return "there is no " + path;
  if (hash == std::string::npos) return "";
  const auto file = std::find_if(tree.begin(), tree.end(),
                                 [&](const SourceFile& one) { return one.path == path; });
  if (file == tree.end() || !hasHeading(*file, target.substr(hash + 1))) {
    return path + " has no heading " + target.substr(hash);
  }
  return "";
}

}  // namespace

std::set<std::string> pathsOf(const std::vector<SourceFile>& tree) {
  std::set<std::string> paths;
  for (const SourceFile& file : tree) {
    for (fs::path path = file.path; !path.empty(); path = path.parent_path()) {
      paths.insert(path.generic_string());
    }
  }
  return paths;
}

Findings findWrongTitles(const SourceFile& markdown) {
  std::vector<std::size_t> titles;
  overProse(markdown.text, [&](std::size_t number, const std::string& line) {
    if (line.starts_with("# ")) titles.push_back(number);
  });
  if (titles.empty() || titles.front() != 1) {
    return {finding(markdown, 1, "the first line must be its title: '# ...'")};
  }
  if (titles.size() == 1) return {};
  return {finding(markdown, titles[1], "a second title; begin lesser headings with '##'")};
}

Findings findBrokenLinks(const SourceFile& markdown, const std::vector<SourceFile>& tree) {
  static const std::regex link("\\]\\(([^)\\s]+)\\)");
  static const std::regex elsewhere("^[a-z]+:");
  Findings found;
  overProse(markdown.text, [&](std::size_t number, const std::string& line) {
    overMatches(line, link, [&](const std::smatch& match) {
      const std::string target = match[1];
      if (std::regex_search(target, elsewhere)) return;
      const std::string why = brokenBecause(markdown, target, tree);
      if (!why.empty()) found.push_back(finding(markdown, number, why));
    });
  });
  return found;
}

Findings findMissingPaths(const SourceFile& markdown, const std::set<std::string>& paths) {
  static const std::regex quoted(
      "`((?:ledger|audit|cli|schema|tests|docs|cmake|examples|bench|\\.ci)/[^`\\s]*)`");
  Findings found;
  overProse(markdown.text, [&](std::size_t number, const std::string& line) {
    overMatches(line, quoted, [&](const std::smatch& match) {
      std::string path = match[1];
      if (path.find_first_of("*<{") != std::string::npos || path.find("...") != path.npos) return;
      path = path.substr(0, path.find_first_of("#:"));
      while (path.ends_with('/')) path.pop_back();
      if (paths.count(path) == 0) found.push_back(finding(markdown, number, "there is no " + path));
    });
  });
  return found;
}

Findings findMachinePaths(const SourceFile& file) {
  static const std::regex absolute("(^|[^A-Za-z0-9._}/~-])/(home|root|Users|work|mnt)/[A-Za-z.]");
  // In halves, so that this file does not find itself.
  static const std::regex outside(std::string("\\.\\./") + "shared");
  Findings found;
  std::size_t number = 0;
  for (const std::string& line : linesOf(file.text)) {
    ++number;
    if (std::regex_search(line, absolute)) {
      found.push_back(finding(file, number, "a path of one machine"));
    }
    if (file.path != ".ci/run" && std::regex_search(line, outside)) {
      found.push_back(finding(file, number, "a path outside this repository"));
    }
  }
  return found;
}

}  // namespace minutebook::tidy

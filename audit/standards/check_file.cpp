#include "audit/standards/check_file.h"

#include <algorithm>
#include <utility>

#include "check_files.h"
#include "ledger/base/embedded_file.h"
#include "ledger/base/fault.h"
#include "ledger/view/named_sql.h"
#include "shared_sql.h"

namespace minutebook {

namespace {

constexpr EmbeddedFile kFiles[] = {
#include "check_files.inc"
};

constexpr EmbeddedFile kShared[] = {
#include "shared_sql.inc"
};

std::string_view trimmed(std::string_view text) {
  std::size_t from = text.find_first_not_of(" \t\n");
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

/// The pieces of `text` between separators, without the spaces around them.
std::vector<std::string> pieces(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    std::size_t end = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, end)));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Reads the heading of one file and remembers which, for when something is wrong with it.
class HeadingReader {
 public:
  HeadingReader(std::string_view file, CheckFile& check) : file_(file), check_(check) {}

  void read(std::string_view line) {
    if (take(line, "Needs:")) {
      check_.needs = pieces(line, ',');
    } else if (take(line, "Rule:")) {
      check_.rule = line;
    } else if (take(line, "Parameter ")) {
      readParameter(line);
    } else if (take(line, "Nothing:")) {
      readNothing(line);
    } else {
      wrong("cannot make sense of \"" + std::string(line) + "\"");
    }
  }

  [[noreturn]] void wrong(const std::string& what) const {
    throw Fault(FaultKind::kBug, "check " + std::string(file_) + ": " + what);
  }

 private:
  static bool take(std::string_view& line, std::string_view word) {
    if (!line.starts_with(word)) return false;
    line = trimmed(line.substr(word.size()));
    return true;
  }

  /// "n: what it counts; unit; 14"
  void readParameter(std::string_view line) {
    std::size_t colon = line.find(':');
    if (colon == line.npos) wrong("a parameter without a colon");
    std::vector<std::string> parts = pieces(line.substr(colon + 1), ';');
    if (parts.size() != 3) wrong("a parameter needs what it counts; its unit; its value");
    check_.parameters.push_back(
        {std::string(trimmed(line.substr(0, colon))), parts[0], parts[1], parts[2]});
  }

  /// "notApplicable; No meeting is on record." or "unknown; No input ...; inputReceived"
  void readNothing(std::string_view line) {
    std::vector<std::string> parts = pieces(line, ';');
    std::optional<Verdict> verdict = verdictNamed(parts[0]);
    bool isUnknown = verdict == Verdict::kUnknown;
    if (!verdict || parts.size() != (isUnknown ? 3u : 2u)) wrong("what if there is nothing?");
    check_.nothing = *verdict;
    check_.nothingSays = parts[1];
    if (isUnknown) check_.nothingMissing = parts[2];
  }

  std::string_view file_;
  CheckFile& check_;
};

std::vector<CheckFile> readAll() {
  std::vector<CheckFile> checks;
  for (const EmbeddedFile& one : kFiles) checks.push_back(readCheck(one.name, one.text));
  std::sort(checks.begin(), checks.end(),
            [](const CheckFile& a, const CheckFile& b) { return a.name < b.name; });
  return checks;
}

}  // namespace

std::string withShared(const std::string& file, std::string_view text) {
  constexpr std::string_view kAsks = "-- Shared: ";
  std::string sql;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    if (line.starts_with(kAsks)) {
      std::string_view name = trimmed(line.substr(kAsks.size()));
      const EmbeddedFile* shared = fileCalled(kShared, name);
      if (!shared) {
        throw Fault(FaultKind::kBug,
                    file + ": there is no shared SQL called \"" + std::string(name) + "\"");
      }
      line = shared->text;
    }
    sql += line;
    text.remove_prefix(end);
  }
  return sql;
}

CheckFile readCheck(std::string_view fileName, std::string_view text) {
  CheckFile check;
  HeadingReader reader(fileName, check);
  check.sql = withShared("check " + std::string(fileName), text);
  std::vector<std::string> lines = headingOf(text);
  if (lines.size() < 2) reader.wrong("no heading");
  check.name = lines[0];
  check.title = lines[1];
  for (std::size_t i = 2; i < lines.size(); ++i) reader.read(lines[i]);
  if (check.name != fileName) reader.wrong("is called " + check.name + " inside");
  if (check.needs.empty()) reader.wrong("does not say what it needs");
  if (check.rule.empty()) reader.wrong("does not say its rule");
  if (check.nothingSays.empty()) reader.wrong("does not say what it says of nothing");
  return check;
}

const std::vector<CheckFile>& allChecks() {
  static const std::vector<CheckFile> checks = readAll();
  return checks;
}

const CheckFile* checkNamed(std::string_view name) {
  for (const CheckFile& check : allChecks()) {
    if (check.name == name) return &check;
  }
  return nullptr;
}

}  // namespace minutebook

#include "tests/support/story.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace minutebook {
namespace {

constexpr std::string_view kMarks = "$!?#@<>\\";
constexpr std::string_view kAnyLines = "...";
constexpr std::string_view kAnything = "[..]";

/// What follows a mark: "! text" and "!text" both give "text".
std::string afterMark(std::string_view line) {
  line.remove_prefix(1);
  if (line.starts_with(' ')) line.remove_prefix(1);
  return std::string(line);
}

/// Expected output that begins like a mark is written with a backslash before it.
std::string unescaped(std::string_view line) {
  if (line.starts_with('\\')) line.remove_prefix(1);
  return std::string(line);
}

std::string escaped(const std::string& line) {
  const bool marked = !line.empty() && kMarks.find(line.front()) != std::string_view::npos;
  return marked || line == kAnyLines || line.starts_with("```") ? "\\" + line : line;
}

/// Compares with `...` only where it was written so: an escaped one is a line like any other.
bool isAnyLines(const std::string& expected) {
  return expected == kAnyLines;
}

std::vector<std::string> withoutBlankEnd(std::vector<std::string> lines) {
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::optional<int> parseStatus(const std::string& text) {
  const bool digits =
      !text.empty() && text.size() <= 3 &&
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  if (!digits) return std::nullopt;
  return std::stoi(text);
}

/// Walks the lines of a file once and gathers items.
class StoryReader {
 public:
  StoryReader(std::vector<std::string> lines, StoryForm form)
      : lines_(std::move(lines)), inStory_(form == StoryForm::kPlain), form_(form) {}

  ParsedStory read() {
    while (next_ < lines_.size() && story_.trouble.empty()) readItem();
    if (form_ == StoryForm::kMarkdown) allowAdvice();
    return std::move(story_);
  }

 private:
  /// A page for readers shows what was asked for; advice that goes with it is not part of the tour.
  void allowAdvice() {
    for (StoryItem& item : story_.items) {
      bool command = item.kind == StoryItem::Kind::kCommand;
      if (command && item.expected.err.empty()) item.expected.err = {"..."};
    }
  }

  void readItem() {
    const std::string& line = lines_[next_];
    if (isFence(line)) {
      inStory_ = !inFence_ && line == "```story";
      inFence_ = !inFence_;
      return take(StoryItem::Kind::kText, "");
    }
    if (!inStory_ || line.empty() || line.front() == '#') {
      return take(StoryItem::Kind::kText, "");
    }
    if (line.front() == '@') return take(StoryItem::Kind::kClock, afterMark(line));
    if (line.front() == '<') return readFile();
    if (line.front() == '$') return readCommand();
    fail("expected output stands before any command. Begin a command with '$ '.");
  }

  bool isFence(const std::string& line) const {
    return form_ == StoryForm::kMarkdown && line.starts_with("```");
  }

  void take(StoryItem::Kind kind, std::string text) {
    StoryItem item;
    item.kind = kind;
    item.text = std::move(text);
    item.number = static_cast<int>(next_) + 1;
    item.lines.push_back(lines_[next_++]);
    story_.items.push_back(std::move(item));
  }

  void readFile() {
    take(StoryItem::Kind::kFile, afterMark(lines_[next_]));
    StoryItem& item = story_.items.back();
    if (item.text.empty()) return fail("a file needs a name after '<'.");
    while (next_ < lines_.size() && lines_[next_] != "<<<") {
      item.body += lines_[next_] + "\n";
      item.lines.push_back(lines_[next_++]);
    }
    if (next_ == lines_.size()) return fail("a file is not closed with '<<<'.");
    item.lines.push_back(lines_[next_++]);
  }

  void readCommand() {
    take(StoryItem::Kind::kCommand, afterMark(lines_[next_]));
    StoryItem& item = story_.items.back();
    while (next_ < lines_.size() && lines_[next_].starts_with('>')) {
      item.text += "\n" + afterMark(lines_[next_]);
      item.lines.push_back(lines_[next_++]);
    }
    while (next_ < lines_.size() && readExpectation(item)) ++next_;
    // Blank lines at the end part this command from what follows; they are no output.
    while (item.lines.back().empty()) {
      item.lines.pop_back();
      --next_;
    }
    item.expected.out = withoutBlankEnd(std::move(item.expected.out));
  }

  /// Takes one expected line into `item`, or says that the command's lines end here.
  bool readExpectation(StoryItem& item) {
    const std::string& line = lines_[next_];
    const char mark = line.empty() ? '\0' : line.front();
    if (mark == '$' || mark == '#' || mark == '@' || mark == '<' || isFence(line)) return false;
    if (mark == '!') {
      item.expected.err.push_back(afterMark(line));
    } else if (mark == '?') {
      const auto status = parseStatus(afterMark(line));
      if (!status) {
        fail("an exit status is a number from 0 to 255: '? 1'.");
        return false;
      }
      item.expected.status = *status;
    } else {
      item.expected.out.push_back(line);
    }
    item.lines.push_back(line);
    return true;
  }

  void fail(const std::string& why) {
    story_.trouble = "line " + std::to_string(next_ + 1) + ": " + why;
  }

  std::vector<std::string> lines_;
  bool inStory_;
  bool inFence_ = false;
  StoryForm form_;
  std::size_t next_ = 0;
  ParsedStory story_;
};

bool matchesFrom(const std::vector<std::string>& expected, std::size_t e,
                 const std::vector<std::string>& actual, std::size_t a) {
  for (; e < expected.size(); ++e, ++a) {
    if (isAnyLines(expected[e])) {
      for (std::size_t rest = a; rest <= actual.size(); ++rest) {
        if (matchesFrom(expected, e + 1, actual, rest)) return true;
      }
      return false;
    }
    if (a == actual.size() || !matchesLine(unescaped(expected[e]), actual[a])) return false;
  }
  return a == actual.size();
}

/// How one stream differs; nothing when it does not.
std::string describeStream(const std::string& name, const std::vector<std::string>& expected,
                           const std::vector<std::string>& actual) {
  if (matchesLines(expected, actual)) return "";
  std::string text = "  " + name + ":\n";
  std::size_t common = 0;
  while (common < expected.size() && common < actual.size() && !isAnyLines(expected[common]) &&
         matchesLine(unescaped(expected[common]), actual[common])) {
    text += "      " + actual[common++] + "\n";
  }
  for (std::size_t i = common; i < expected.size(); ++i) text += "    - " + expected[i] + "\n";
  for (std::size_t i = common; i < actual.size(); ++i) text += "    + " + actual[i] + "\n";
  return text;
}

/// Each line that came, written as its first expected pattern that still matches it, in order.
std::vector<std::string> keepPatterns(const std::vector<std::string>& expected,
                                      const std::vector<std::string>& actual) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (const std::string& line : withoutBlankEnd(actual)) {
    std::string written = escaped(line);
    for (std::size_t i = from; i < expected.size(); ++i) {
      const bool pattern = expected[i].find(kAnything) != std::string::npos;
      if (pattern && matchesLine(unescaped(expected[i]), line)) {
        written = expected[i];
        from = i + 1;
        break;
      }
    }
    lines.push_back(written);
  }
  return lines;
}

}  // namespace

std::vector<std::string> splitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

ParsedStory parseStory(std::string_view text, StoryForm form) {
  return StoryReader(splitLines(text), form).read();
}

bool matchesLine(std::string_view expected, std::string_view actual) {
  const std::size_t gap = expected.find(kAnything);
  if (gap == std::string_view::npos) return expected == actual;
  if (!actual.starts_with(expected.substr(0, gap))) return false;
  const std::string_view rest = expected.substr(gap + kAnything.size());
  for (std::size_t from = gap; from <= actual.size(); ++from) {
    if (matchesLine(rest, actual.substr(from))) return true;
  }
  return false;
}

bool matchesLines(const std::vector<std::string>& expected,
                  const std::vector<std::string>& actual) {
  return matchesFrom(withoutBlankEnd(expected), 0, withoutBlankEnd(actual), 0);
}

bool matches(const StoryOutput& expected, const StoryOutput& actual) {
  return expected.status == actual.status && matchesLines(expected.out, actual.out) &&
         matchesLines(expected.err, actual.err);
}

std::string describeDifference(const StoryItem& command, const StoryOutput& actual) {
  std::string text = "line " + std::to_string(command.number) + ": $ " + command.text + "\n";
  text += describeStream("standard output", command.expected.out, actual.out);
  text += describeStream("standard error", command.expected.err, actual.err);
  if (command.expected.status != actual.status) {
    text += "  exit status:\n    - " + std::to_string(command.expected.status) + "\n    + " +
            std::to_string(actual.status) + "\n";
  }
  return text;
}

std::vector<std::string> rewritten(const StoryItem& command, const StoryOutput& actual) {
  const bool outHolds = matchesLines(command.expected.out, actual.out);
  const bool errHolds = matchesLines(command.expected.err, actual.err);
  std::vector<std::string> lines;
  for (const std::string& line : command.lines) {
    if (lines.empty() || line.starts_with('>')) lines.push_back(line);
  }
  const auto out = outHolds ? command.expected.out : keepPatterns(command.expected.out, actual.out);
  lines.insert(lines.end(), out.begin(), out.end());
  const auto err = errHolds ? command.expected.err : withoutBlankEnd(actual.err);
  for (const std::string& line : err) lines.push_back(line.empty() ? "!" : "! " + line);
  if (actual.status != 0) lines.push_back("? " + std::to_string(actual.status));
  return lines;
}

}  // namespace minutebook

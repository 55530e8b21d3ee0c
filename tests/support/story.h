// tests/support/story.h
//
// A command-line story: a text file of commands and what they print, one ctest test each. The marks
// are described in docs/TESTING.md. Reading and matching live here and touch nothing outside the
// text; story_run.h runs the commands.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// What came out of a command, or what a story expects of one: lines without their line feeds.
struct StoryOutput {
  std::vector<std::string> out;  ///< Standard output.
  std::vector<std::string> err;  ///< Standard error.
  int status = 0;                ///< Exit status; 128 + n when signal n ended the command.

  bool operator==(const StoryOutput&) const = default;
};

/// One part of a story, in the order of the file.
struct StoryItem {
  enum class Kind {
    kText,     ///< Comments, blank lines, Markdown: carried along, never judged.
    kClock,    ///< `@ 2024-03-02T00:00:00Z`: the time from here on, in `text`.
    kFile,     ///< `< NAME`: a file with `body`, its name in `text`.
    kCommand,  ///< `$ COMMAND`: a shell command in `text`, judged against `expected`.
  };

  Kind kind = Kind::kText;
  std::vector<std::string> lines;  ///< As they stand in the file, so that a rewrite keeps them.
  std::string text;                ///< By kind, see above.
  std::string body;                ///< The bytes of a file.
  StoryOutput expected;            ///< What a command should print. Lines may hold patterns.
  int number = 0;                  ///< The line of the file it begins on, from 1.
};

/// How a story stands in its file.
enum class StoryForm {
  kPlain,     ///< The whole file is the story.
  kMarkdown,  ///< Only what stands in code fences marked `story`; the rest is text.
};

/// A story that was read, or the sentence that says which line cannot be understood.
struct ParsedStory {
  std::vector<StoryItem> items;
  std::string trouble;  ///< Empty when the story was read whole.
};

/// Reads a story. Never throws: what cannot be understood is in `trouble`.
ParsedStory parseStory(std::string_view text, StoryForm form);

/// Whether a line matches an expected one, in which `[..]` stands for anything within the line.
bool matchesLine(std::string_view expected, std::string_view actual);

/// Whether lines match expected ones, among which `...` stands for any number of lines. Blank lines
/// at the end count on neither side.
bool matchesLines(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

/// Whether a command did what the story says.
bool matches(const StoryOutput& expected, const StoryOutput& actual);

/// What differs, for a reader: expected lines marked `-`, lines that came marked `+`.
std::string describeDifference(const StoryItem& command, const StoryOutput& actual);

/// The lines of a command with what came in place of what was expected. Expected lines with a
/// pattern that still match are kept.
std::vector<std::string> rewritten(const StoryItem& command, const StoryOutput& actual);

/// Splits at line feeds; a last line without one counts as a line.
std::vector<std::string> splitLines(std::string_view text);

}  // namespace minutebook
